import { z } from "zod";
import { orders, totals } from "../../core/campaign/pivot.ts";
import { figure, figureQuery, indicatorShape } from "./indicators.ts";
import * as shapes from "./shapes.ts";

const name = z.string().max(20);

/** What a table of figures is asked for by; the address of the page is the same. */
export const pivotQuery = figureQuery.omit({ by: true }).extend({
  indicator: z.string().max(60),
  rows: name,
  columns: name.optional(),
  order: z.enum(orders).optional(),
  only: z.literal("nothing").optional(),
});
export type PivotAsked = z.output<typeof pivotQuery>;

const days = { from: z.iso.date(), to: z.iso.date() };
const figureShape = z.object(figure);
const named = z.object({ name: z.string(), words: shapes.words });
const head = z.object({ code: z.string(), words: shapes.words, ...days, figure: figureShape.optional() });

export const pivotAnswer = z.object({
  indicator: indicatorShape,
  /** Of what the figures are; of entries told apart by days how many there are. */
  unit: indicatorShape.shape.unit,
  ...days,
  asOf: z.iso.date().nullable(),
  running: z.boolean(),
  by: z.object({ rows: named, columns: named.nullable() }),
  /** How rows come to what stands beneath them, and figures of a row to what stands at its end. */
  total: z.object({ rows: z.enum(totals), columns: z.enum(totals) }),
  /** Where the figures are taken. */
  cut: z.array(z.object({ name: z.string(), code: z.string(), words: shapes.words })),
  columns: z.array(head),
  rows: z.array(
    head.extend({
      before: figureShape.optional(),
      yearBefore: figureShape.optional(),
      cells: z.array(figureShape),
    }),
  ),
  whole: z
    .object({
      figure: figureShape,
      before: figureShape.optional(),
      yearBefore: figureShape.optional(),
    })
    .nullable(),
  compared: z.object({ before: z.object(days), yearBefore: z.object(days) }),
  /** Below how many people a figure of these is not told; absent where all are. */
  fewBelow: z.number().optional(),
  /** How many rows there are beside those told. */
  more: z.int(),
});
export type PivotAnswer = z.output<typeof pivotAnswer>;
