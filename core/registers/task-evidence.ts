import type { Day } from "../calendar/day.ts";
import type { Evidence } from "../campaign/lamp.ts";
import type { taskStates } from "./task-states.ts";

/** What a task shows for its clause, by its state; a void one shows nothing, and is owed no more. */
const standings: Readonly<Record<keyof typeof taskStates, Evidence["is"] | undefined>> = {
  assigned: "lacking",
  inProgress: "lacking",
  extensionRequested: "lacking",
  submitted: "lacking",
  returned: "lacking",
  suspended: "paused",
  closed: "shown",
  void: undefined,
};

/** A task as it stands now, with the days from which that is so. */
export interface TaskNow {
  readonly state: string;
  readonly submittedOn?: Day;
  readonly closedOn?: Day;
  readonly dueOn?: Day;
}

/**
 * As `standings`, on a day: what was closed or handed in later was owed then. Since when it is void or suspended, and when it was due before an
 * extension, is not kept beside the ledger.
 */
export function evidenceOn(day: Day, { state, submittedOn, closedOn, dueOn }: TaskNow): Evidence | undefined {
  const is = Object.entries(standings).find(([name]) => name === state)?.[1];
  if (is === undefined) return undefined;
  const isLater = is === "shown" && closedOn !== undefined && closedOn > day;
  // What the unit has handed in is due no more: that it waits for its review is not the unit's delay.
  const isHandedIn = (state === "submitted" || isLater) && submittedOn !== undefined && submittedOn <= day;
  return { is: isLater ? "lacking" : is, ...(dueOn && !isHandedIn && { dueOn }) };
}

/** As `evidenceOn`, once the campaign is over: what was handed in by its last day and accepted since is shown, what came later is not. */
export function evidenceAtEnd(last: Day, task: TaskNow): Evidence | undefined {
  const { state, submittedOn, closedOn, dueOn } = task;
  const is = Object.entries(standings).find(([name]) => name === state)?.[1];
  if (is === undefined) return undefined;
  const doneOn = submittedOn ?? closedOn;
  const isLate = is === "shown" && doneOn !== undefined && doneOn > last;
  return { is: isLate ? "lacking" : is, ...(dueOn && { dueOn }) };
}
