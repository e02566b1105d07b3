/** What every picker takes: it holds the id or code that goes over the wire, and nothing when nothing is chosen. */
export interface PickerProps {
  readonly id: string;
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
  readonly describedBy?: string | undefined;
  readonly invalid?: boolean | undefined;
}
