import type { Option } from "./Choices.tsx";

interface SelectBoxProps {
  readonly id: string;
  /** Where no label of its own names it. */
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  /** What stands there while nothing is chosen; without it something always is. */
  readonly placeholder?: string;
  readonly options: readonly Option[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** One of some that nobody needs to search: the device's own list. Its first line takes a choice back. */
export function SelectBox({
  id,
  name,
  describedBy,
  invalid,
  placeholder,
  options,
  value,
  onChange,
}: SelectBoxProps) {
  return (
    <select
      id={id}
      className={`select-box ${value === undefined ? "select-box-open" : "has-value"}`}
      aria-label={name}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      value={value ?? ""}
      onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
    >
      {placeholder !== undefined && <option value="">{placeholder}</option>}
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
