import { z } from "zod";
import { boardUnitKinds } from "../../core/campaign/board-unit-kind.ts";
import { directions, indicatorUnits } from "../../core/campaign/indicator.ts";
import { lampColours } from "../../core/campaign/lamp.ts";
import { targetSections } from "../../core/campaign/target.ts";
import { comparisons, periods, targetUnits } from "../../core/pack/plan.ts";
import * as shapes from "./shapes.ts";

/** A lamp; its reason is a place in the board's list of reasons, since most of them are the same. */
const lamp = z.object({ colour: z.enum(lampColours), reason: z.int() });

/** A figure with the lists that it counts: as many rows as it says. */
const figure = z.object({
  value: z.number().nullable(),
  counted: z.number(),
  of: z.number().optional(),
  opens: z.string(),
  opensOf: z.string().optional(),
  /** What is counted is what is missing from the whole. */
  rest: z.literal(true).optional(),
});
export type BoardFigure = z.output<typeof figure>;

/** Tasks of the target's clause that the unit has. */
const tasks = z.object({ total: z.int(), opens: z.string() });

const target = z.object({
  id: z.string(),
  measure: z.int().optional(),
  section: z.string().optional(),
  clause: z.int(),
  words: shapes.words,
  text: z.string().optional(),
  planned: z
    .object({ comparison: z.enum(comparisons), value: z.number(), unit: z.enum(targetUnits) })
    .optional(),
  by: z.iso.date().optional(),
  every: z.enum(periods).optional(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
  /** How an indicator proves it on the day; absent where evidence does. */
  proof: z
    .object({
      indicator: z.string(),
      name: shapes.words,
      says: shapes.words,
      unit: z.enum(indicatorUnits),
      better: z.enum(directions),
      threshold: z.object({ comparison: z.enum(comparisons), value: z.number() }),
      whole: figure,
    })
    .optional(),
  shares: z.array(lamp.extend({ unit: z.string(), figure: figure.optional(), tasks: tasks.optional() })),
});

const worst = lamp.extend({ unit: z.string(), target: z.string() });

export const boardAnswer = z.object({
  day: z.iso.date(),
  today: z.iso.date(),
  from: z.iso.date(),
  to: z.iso.date(),
  /** When the campaign was closed, and by what was known at the end of which day its targets are judged; absent while it is open. */
  closed: z.object({ on: z.iso.date(), asOf: z.iso.date() }).optional(),
  /** Whether figures are taken in all sectors, or in those of the post alone. */
  sectors: z.union([z.literal("all"), z.array(z.string())]),
  units: z.array(
    z.object({ id: z.string(), kind: z.enum(boardUnitKinds), name: shapes.words, shortName: shapes.words }),
  ),
  actions: z.array(z.object({ number: z.int(), title: shapes.words })),
  measures: z.array(
    z.object({
      number: z.int(),
      action: z.int(),
      title: shapes.words,
      lamp: worst.nullable(),
      /** The worst lamp of each unit that has a share. */
      cells: z.array(worst),
    }),
  ),
  /** Objectives, requirements and safeguards, whose targets stand beside the measures. */
  sections: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(Object.keys(targetSections) as [keyof typeof targetSections]),
      number: z.int(),
      title: shapes.words,
      lamp: worst.nullable(),
    }),
  ),
  targets: z.array(target),
  reasons: z.array(shapes.words),
});
export type BoardAnswer = z.output<typeof boardAnswer>;
