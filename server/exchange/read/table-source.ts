import type { SheetFacts, SheetRow } from "../../../core/exchange/table.ts";

/** A table as the worker reads it from its file, whatever its format. */
export interface TableSource {
  readonly format: "xlsx" | "xls" | "csv";
  readonly encoding?: string | undefined;
  /** Names of the sheets that can be seen, in their order; of a text one without a name. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly facts: SheetFacts;
  /** How many rows there are, blank ones in between included. */
  readonly rows: number;
  /** The rows in their order; blank ones may be left out. */
  read(): AsyncIterable<SheetRow>;
}
