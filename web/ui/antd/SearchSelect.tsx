import { OnDemand } from "./OnDemand.tsx";
import type { MultiSelectProps, SearchOption, SearchSelectProps } from "./props.ts";

const labelOf = (options: readonly SearchOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? "";

/** One of many, found by typing. */
export function SearchSelect(props: SearchSelectProps) {
  const shown = props.value === undefined ? "" : labelOf(props.options, props.value);
  return (
    <OnDemand standIn={{ ...props, shown }} className={props.className}>
      {({ SingleControl }, asked) => <SingleControl {...props} asked={asked} />}
    </OnDemand>
  );
}

/** Any number of many. */
export function MultiSelect(props: MultiSelectProps) {
  const shown = props.value.map((value) => labelOf(props.options, value)).join("  ");
  return (
    <OnDemand standIn={{ ...props, shown }} className={props.className}>
      {({ MultipleControl }, asked) => <MultipleControl {...props} asked={asked} />}
    </OnDemand>
  );
}
