import "./period-picker.css";
import { useId, useState } from "react";
import { dayInShanghai } from "../../../core/calendar/day.ts";
import { lengthNamed, newestPeriods, periodNamed, periodWords } from "../../../core/calendar/period.ts";
import type { PeriodsOffered } from "../../../core/register/field.ts";
import { SelectBox } from "../../ui/controls/SelectBox.tsx";
import { useWords } from "../../words/language.tsx";
import type { PickerProps } from "./picker.ts";

/** What lies longer ago comes by a table or the API. */
const offered = { month: 60, quarter: 40, halfYear: 20, year: 10 } as const;

/** A period of the calendar: of which length where there are several, and which one, the newest first. */
export function PeriodPicker({ offers, ...props }: PickerProps & { readonly offers: PeriodsOffered }) {
  const { words, language } = useWords();
  const lengthId = useId();
  const { lengths, over = false } = offers;
  const [first = "month"] = lengths;
  const [looked, setLooked] = useState(first);
  const { id, value, describedBy, invalid, onChange } = props;
  const chosen = value !== undefined && periodNamed(value) !== undefined ? lengthNamed(value) : undefined;
  const length = chosen ?? looked;
  const today = dayInShanghai(Date.now());
  const periods = newestPeriods(length, today, offered[length]).filter(({ to }) => !over || to < today);
  const named = (name: string) => ({ value: name, label: periodWords(name)?.[language] ?? name });
  // A draft or an address may hold another one: it stays in sight until it is changed.
  const isOffered = value === undefined || value === "" || periods.some(({ name }) => name === value);
  return (
    <div className="period-picker">
      {lengths.length > 1 && (
        <SelectBox
          id={lengthId}
          name={words.period.length}
          describedBy={describedBy}
          options={lengths.map((one) => ({ value: one, label: words.period.lengths[one] }))}
          value={length}
          onChange={(one) => {
            setLooked(lengths.find((own) => own === one) ?? first);
            onChange(undefined);
          }}
        />
      )}
      <SelectBox
        id={id}
        describedBy={describedBy}
        invalid={invalid}
        placeholder={words.choose}
        options={[...(isOffered ? [] : [named(value)]), ...periods.map(({ name }) => named(name))]}
        value={value}
        onChange={onChange}
      />
    </div>
  );
}
