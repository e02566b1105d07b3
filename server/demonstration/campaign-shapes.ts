import { z } from "zod";
import { periodLengths } from "../../core/calendar/period.ts";
import { input, notice } from "./shape.ts";

// What the demonstration tells of the campaign's own work, as its files hold it.

const taskAct = z.strictObject({
  act: z.string(),
  by: z.string(),
  after: z.int().min(0),
  input: input.optional(),
});

/** What becomes of the tasks of the plan, and those that an office assigned; `due` is so many days after today. */
export const tasksShape = z.strictObject({
  notice,
  /** For how many days the product has had tasks. */
  toldDays: z.int().min(1),
  fates: z.array(
    z.strictObject({
      name: z.enum(["left", "accepted", "told", "submitted", "returned", "mended", "closed"]),
      weight: z.number(),
    }),
  ),
  /** How many of the tasks whose day has passed went any other way than to be closed. */
  overdueShare: z.number(),
  progress: z.array(z.string()).min(1),
  done: z.array(z.string()).min(1),
  evidence: z.array(z.string()).min(1),
  returned: z.array(z.string()).min(1),
  mended: z.array(z.string()).min(1),
  assigned: z.array(
    z.strictObject({
      key: z.string(),
      by: z.string(),
      daysAgo: z.int().min(0),
      due: z.int(),
      input,
      acts: z.array(taskAct),
    }),
  ),
});

/** What becomes of the periodic reports that units owe, and what they write in them. */
export const reportsShape = z.strictObject({
  notice,
  /** For how many days the product has had reports. */
  toldDays: z.int().min(1),
  /** What becomes of the reports of the last period, one unit after another. */
  fates: z.array(z.enum(["left", "submitted", "returned", "mended", "accepted"])).min(1),
  /** How many of the reports of earlier periods were never sent. */
  leftShare: z.number(),
  problems: z.array(z.string()).min(1),
  requests: z.array(z.string()).min(1),
  plans: z.array(z.string()).min(1),
  /** Of final evaluations, once the campaign is over. */
  results: z.array(z.string()).min(1),
  standing: z.array(z.string()).min(1),
  returned: z.array(z.string()).min(1),
  mended: z.array(z.string()).min(1),
});

const toldAct = z.strictObject({
  act: z.string(),
  by: z.string(),
  daysAgo: z.int().min(0),
  /** The field of a file, for which a page is drawn. */
  file: z.enum(["draft", "text", "evidence"]).optional(),
  input: input.optional(),
});

/** What became of some documents of the plan; directives, with the tasks that came of them. */
export const documentsShape = z.strictObject({
  notice,
  documents: z.array(z.strictObject({ obligation: z.string(), unit: z.string(), acts: z.array(toldAct) })),
  directives: z.array(
    z.strictObject({
      key: z.string(),
      daysAgo: z.int().min(0),
      input,
      acts: z.array(toldAct),
      tasks: z.array(
        z.strictObject({
          key: z.string(),
          by: z.string(),
          daysAgo: z.int().min(0),
          due: z.int(),
          input,
          acts: z.array(toldAct),
        }),
      ),
    }),
  ),
});

/** What became of some items of the pack's checklists, and what an office listed beside them, told backwards from today. */
export const evaluationsShape = z.strictObject({
  notice,
  /** Who lists what is not in the pack. */
  listedBy: z.string(),
  ofPlan: z.array(z.strictObject({ kind: z.string(), number: z.string(), acts: z.array(toldAct) })),
  listed: z.array(
    z.strictObject({ key: z.string(), daysAgo: z.int().min(0), input, acts: z.array(toldAct) }),
  ),
});

/** What became of sub-plans of the plan, and of their next editions; and those that an office listed. */
export const subPlansShape = z.strictObject({
  notice,
  subPlans: z.array(
    z.strictObject({
      obligation: z.string(),
      unit: z.string(),
      acts: z.array(toldAct),
      next: z.array(toldAct).optional(),
    }),
  ),
  listed: z.array(
    z.strictObject({ key: z.string(), daysAgo: z.int().min(0), input, acts: z.array(toldAct) }),
  ),
});

const scoreLine = z.strictObject({
  item: z.string(),
  points: z.number().optional(),
  reason: z.string().optional(),
});

/** Assessments of units for a year so many years ago, begun so many days ago, and what came of them. */
export const assessmentsShape = z.strictObject({
  notice,
  /** Who begins them. */
  opens: z.string(),
  assessments: z.array(
    z.strictObject({
      unit: z.string(),
      yearsAgo: z.int().min(1),
      daysAgo: z.int().min(0),
      acts: z.array(
        taskAct.extend({
          input: z.record(z.string(), z.union([z.string(), z.array(scoreLine)])).optional(),
        }),
      ),
    }),
  ),
});

/** Briefings of the period before the day on which they were drawn up, and what came of them. */
export const briefingsShape = z.strictObject({
  notice,
  briefings: z.array(
    z.strictObject({
      key: z.string(),
      /** The key of the one that it corrects, of whose period it is. */
      corrects: z.string().optional(),
      by: z.string(),
      every: z.enum(periodLengths),
      daysAgo: z.int().min(0),
      /** `{period}` is filled in. */
      title: z.string(),
      input,
      /** `whole`: with all that was entered before. `numbered`: in the year of its day. */
      acts: z.array(taskAct.extend({ whole: z.boolean().optional(), numbered: z.boolean().optional() })),
    }),
  ),
});

export type Reports = z.output<typeof reportsShape>;
export type SubPlans = z.output<typeof subPlansShape>;
export type Documents = z.output<typeof documentsShape>;
export type Evaluations = z.output<typeof evaluationsShape>;
export type ToldAct = z.output<typeof toldAct>;
export type Tasks = z.output<typeof tasksShape>;
export type Briefings = z.output<typeof briefingsShape>;
export type Assessments = z.output<typeof assessmentsShape>;
