import type { Day } from "../calendar/day.ts";
import { lengthNamed } from "../calendar/period.ts";
import type { Evidence } from "./lamp.ts";
import type { Schedule } from "./schedule.ts";
import { type CampaignTarget, targetSections } from "./target.ts";

/** A task as the board reads it: for which clause of the plan, which target of it and which unit it is evidence. */
export interface PlanTask {
  readonly measure?: number | undefined;
  /** Of a clause outside the measures: `r1` of the first requirement. */
  readonly section?: string | undefined;
  readonly clause: number;
  /** Absent where it serves several targets of its clause. */
  readonly target?: string | undefined;
  /** Of a recurring task: 2026-Q3. */
  readonly period?: string | undefined;
  /** The day that the plan set, whatever was granted since. */
  readonly firstDueOn?: Day | undefined;
  /** Id of the organisation that answers for it. */
  readonly organisation: string;
  /** The unit of the board in whose column it stands. */
  readonly unit: string;
  /** What it shows on the day of the board; absent where it is void. */
  readonly evidence?: Evidence | undefined;
}

const clauseOfTask = ({ measure, section, clause, unit }: PlanTask): string =>
  `${measure === undefined ? section : `m${measure}`} ${clause} ${unit}`;

function clauseOfTarget({ place }: CampaignTarget, unit: string): string {
  const text = "measure" in place ? `m${place.measure}` : `${targetSections[place.section]}${place.number}`;
  return `${text} ${place.clause} ${unit}`;
}

/** Finds the tasks of a target's clause that stand in the column of a unit. */
export type TaskIndex = (target: CampaignTarget, unit: string) => readonly PlanTask[];

export function taskIndex(tasks: readonly PlanTask[]): TaskIndex {
  const byClause = Map.groupBy(tasks, clauseOfTask);
  return (target, unit) => byClause.get(clauseOfTarget(target, unit)) ?? [];
}

/** Those of a clause's tasks that prove a target: its own, and of those that serve several the ones of its schedule. */
export const evidenceAmong = (
  tasks: readonly PlanTask[],
  { id, schedule }: CampaignTarget,
): readonly Evidence[] =>
  tasks.flatMap(({ evidence, target, ...task }) =>
    evidence !== undefined && (target === undefined ? isOfSchedule(task, schedule) : target === id)
      ? [evidence]
      : [],
  );

/** A clause holds several days and periods, each with tasks of its own: what is overdue of one says nothing of the others. */
function isOfSchedule(
  { period, firstDueOn }: Pick<PlanTask, "period" | "firstDueOn">,
  { every, by }: Schedule,
): boolean {
  if (period === undefined) return every === undefined && firstDueOn === by;
  return lengthNamed(period) === every;
}
