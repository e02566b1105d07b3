import type { Day } from "../../../core/calendar/day.ts";
import { DayInput } from "../../ui/antd/DayInput.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";

interface DayPickerProps extends PickerProps {
  /** Named by a label of its own where one label stands over two days. */
  readonly name?: string | undefined;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

/** A day as the API writes it. */
export function DayPicker(props: DayPickerProps) {
  const { words } = useWords();
  return <DayInput {...props} placeholder={words.day} />;
}
