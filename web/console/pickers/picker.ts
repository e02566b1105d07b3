/** What every picker takes: it holds the id or code that goes over the wire, and nothing when nothing is chosen. */
export interface PickerProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}

/** What every picker of several takes: ids or codes, in the order in which they are chosen. */
export interface SeveralPickerProps {
  readonly id: string;
  readonly value: readonly string[];
  readonly onChange: (value: readonly string[]) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}
