import type { Day } from "../../../core/calendar/day.ts";
import type { Option } from "../controls/Choices.tsx";

export interface SearchOption extends Option {
  /** What tells it from others of its name. */
  readonly mark?: string;
  /** It is only said, and cannot be chosen. */
  readonly disabled?: boolean;
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

export interface Branch {
  readonly value: string;
  readonly title: string;
  readonly children: Branch[];
}

export interface TreeSelectProps {
  readonly id: string;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly placeholder: string;
  readonly loading: boolean;
  readonly tree: Branch[];
  /** Which branches stand open at the first look. */
  readonly opened: string[];
  readonly listWidth: number;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

export interface DayInputProps {
  readonly id: string;
  readonly name?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
  readonly placeholder: string;
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly value: Day | undefined;
  readonly onChange: (day: Day | undefined) => void;
}
