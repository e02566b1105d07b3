import { lazy } from "react";
import type { Option } from "../controls/Choices.tsx";
import { OnDemand } from "./OnDemand.tsx";

export interface SearchOption extends Option {
  /** What tells it from others of its name. */
  readonly mark?: string;
}

interface SharedProps {
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  readonly className?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly nothingFound: string;
  readonly options: readonly SearchOption[];
  readonly loading?: boolean;
  /** How wide its list is, where its lines are longer than it. */
  readonly listWidth?: number;
}

export interface SearchSelectProps extends SharedProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  /** Looks elsewhere for what is typed; without it the options are searched. */
  readonly onSearch?: (text: string) => void;
  /** A choice that may not be taken back. */
  readonly always?: boolean;
}

export interface MultiSelectProps extends SharedProps {
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  /** In one line: what finds no room is counted. */
  readonly short?: boolean;
}

const Single = lazy(async () => ({ default: (await import("./controls.tsx")).SingleControl }));
const Multiple = lazy(async () => ({ default: (await import("./controls.tsx")).MultipleControl }));

const labelOf = (options: readonly SearchOption[], value: string): string =>
  options.find((option) => option.value === value)?.label ?? "";

/** One of many, found by typing. */
export function SearchSelect(props: SearchSelectProps) {
  const shown = props.value === undefined ? "" : labelOf(props.options, props.value);
  return (
    <OnDemand standIn={{ ...props, shown }} className={props.className}>
      {(asked) => <Single {...props} asked={asked} />}
    </OnDemand>
  );
}

/** Any number of many. */
export function MultiSelect(props: MultiSelectProps) {
  const shown = props.value.map((value) => labelOf(props.options, value)).join("  ");
  return (
    <OnDemand standIn={{ ...props, shown }} className={props.className}>
      {(asked) => <Multiple {...props} asked={asked} />}
    </OnDemand>
  );
}
