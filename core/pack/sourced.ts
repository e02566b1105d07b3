/** Where a row comes from. What is not read from an official text carries a visible mark, 待核实. */
export interface Sourced {
  /** Document and article, in Chinese, as it is cited. */
  readonly source: string;
  readonly toBeConfirmed: boolean;
}
