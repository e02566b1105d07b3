import type { SheetFacts, SheetRow } from "../../../core/exchange/table.ts";

/** A table as the reading thread has it from its file, whatever its format. */
export interface TableSource {
  readonly format: "xlsx" | "xls" | "csv";
  readonly encoding?: string | undefined;
  /** Names of the sheets that can be seen, in their order; of a text one without a name. */
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly facts: SheetFacts;
  /** The number of the last row, as far as the file tells. */
  readonly rows: number;
  /** The rows that hold anything in their order, some at a time. */
  read(): AsyncIterable<readonly SheetRow[]>;
}
