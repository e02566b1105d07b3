import { DatePicker } from "antd";
import dayjs from "dayjs";
import "dayjs/locale/zh-cn";
import type { Day } from "../../../core/calendar/day.ts";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";

interface DayPickerProps extends PickerProps {
  /** Named by a label of its own where one label stands over two days. */
  readonly name?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** A day as the API writes it, chosen or typed, in the words of the page and not of the browser. */
export function DayPicker({ id, value, onChange, describedBy, invalid, name, from, to }: DayPickerProps) {
  const { words } = useWords();
  return (
    <DatePicker
      id={id}
      className="day-picker"
      aria-label={name}
      aria-describedby={describedBy}
      status={invalid ? "error" : ""}
      placeholder={words.day}
      minDate={from === undefined ? undefined : dayjs(from)}
      maxDate={to === undefined ? undefined : dayjs(to)}
      value={value === undefined ? null : dayjs(value)}
      onChange={(day) => onChange(day?.format("YYYY-MM-DD"))}
    />
  );
}
