import { useId } from "react";

export interface Option {
  readonly value: string;
  readonly label: string;
}

interface ChoicesProps {
  readonly id?: string;
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly options: readonly Option[];
}

interface RadiosProps extends ChoicesProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
}

/** One of a few that are all in sight. */
export function Radios({ id, name, describedBy, options, value, onChange }: RadiosProps) {
  const group = useId();
  return (
    <div id={id} className="choices" role="radiogroup" aria-label={name} aria-describedby={describedBy}>
      {options.map((option) => (
        <label key={option.value} className="choice">
          <input
            type="radio"
            name={group}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </div>
  );
}

interface CheckBoxesProps extends ChoicesProps {
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

/** Any number of a few, in the order in which they are offered. */
export function CheckBoxes({ id, name, describedBy, options, value, onChange }: CheckBoxesProps) {
  const chosen = (changed: string, checked: boolean) =>
    options.map((option) => option.value).filter((one) => (one === changed ? checked : value.includes(one)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would want its legend inside, and the name stands outside.
    <div id={id} className="choices" role="group" aria-label={name} aria-describedby={describedBy}>
      {options.map((option) => (
        <CheckBox
          key={option.value}
          label={option.label}
          checked={value.includes(option.value)}
          onChange={(checked) => onChange(chosen(option.value, checked))}
        />
      ))}
    </div>
  );
}

interface CheckBoxProps {
  readonly id?: string;
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function CheckBox({ id, label, checked, onChange }: CheckBoxProps) {
  return (
    <label className="choice">
      <input id={id} type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
