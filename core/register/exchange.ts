/**
 * What a register says of the tables in which people keep its matters: by which act a row opens an entry, by what a row is known
 * again, and in which other words its headings and its options come. Data only; `core/exchange` reads by it.
 */
export interface Exchange<N extends string = string, S extends string = string> {
  /** The act by which a row without a history opens an entry; where there is none, a row is only recorded with its history. */
  readonly opens?: string;
  /** Sets of fields by which a row is known again that bears no number; the first of which it has every field decides. */
  readonly keys?: readonly (readonly N[])[];
  /** How people head the column of a field, beside the field's own words; `state` stands for the state itself. */
  readonly headings?: Readonly<Partial<Record<N | "state", readonly string[]>>>;
  /** How people write the options of a choice, beside the options' own words. */
  readonly options?: Readonly<Partial<Record<N, Readonly<Record<string, readonly string[]>>>>>;
  /** How people write the states, beside the states' own words. */
  readonly states?: Readonly<Partial<Record<S, readonly string[]>>>;
}
