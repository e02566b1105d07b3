import { z } from "zod";
import { limits } from "../../../core/limits.ts";

/** What the person said of a file: which sheet, where its heading and its rows are, what each column is, and what the rows are. */
export const planShape = z.strictObject({
  sheet: z.string().max(limits.shortTextLengthCharacters),
  /** The rows of the heading, as the program shows them; 0 and 0 where there is none. */
  headerRows: z.strictObject({ from: z.int().min(0), to: z.int().min(0) }),
  /** The first row of what is brought in. */
  firstRow: z.int().min(1),
  /** The field of each column from A on; null for a column that is left out. */
  columns: z.array(z.string().max(64).nullable()).max(limits.importColumns),
  mode: z.enum(["open", "record"]),
});

export type Plan = z.output<typeof planShape>;
