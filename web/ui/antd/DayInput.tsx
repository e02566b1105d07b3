import { TextInput } from "../controls/TextInput.tsx";
import { useNarrow } from "../narrow.ts";
import { OnDemand } from "./OnDemand.tsx";
import type { DayInputProps } from "./props.ts";

/** A day, chosen or typed: on a phone by its own wheels, on a desk in the words of the page and not of the browser. */
export function DayInput(props: DayInputProps) {
  const { id, name, describedBy, invalid, from, to, value, onChange } = props;
  if (useNarrow())
    return (
      <TextInput
        id={id}
        type="date"
        className="day-picker"
        aria-label={name}
        aria-describedby={describedBy}
        invalid={invalid}
        min={from}
        max={to}
        value={value ?? ""}
        onChange={({ target }) => onChange(target.value === "" ? undefined : target.value)}
      />
    );
  return (
    <OnDemand standIn={{ ...props, shown: value ?? "" }} className="day-picker">
      {({ DayControl }, asked) => <DayControl {...props} asked={asked} />}
    </OnDemand>
  );
}
