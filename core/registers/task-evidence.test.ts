import { expect, test } from "vitest";
import { evidenceOn } from "./task-evidence.ts";
import { taskStates } from "./task-states.ts";

const day = "2026-06-30";
const dueOn = "2026-06-01";

test.each([
  { state: "assigned", shows: { is: "lacking", dueOn } },
  { state: "inProgress", shows: { is: "lacking", dueOn } },
  { state: "extensionRequested", shows: { is: "lacking", dueOn } },
  // The unit has done its part: that it waits for its review is nobody's delay but the reviewer's.
  { state: "submitted", submittedOn: day, shows: { is: "lacking" } },
  { state: "submitted", submittedOn: "2026-07-01", shows: { is: "lacking", dueOn } },
  { state: "returned", shows: { is: "lacking", dueOn } },
  { state: "suspended", shows: { is: "paused", dueOn } },
  { state: "closed", closedOn: day, shows: { is: "shown", dueOn } },
  { state: "closed", submittedOn: "2026-07-01", closedOn: "2026-07-02", shows: { is: "lacking", dueOn } },
  { state: "closed", submittedOn: day, closedOn: "2026-07-02", shows: { is: "lacking" } },
  { state: "void", shows: undefined },
])("a task that is $state, handed in on $submittedOn and closed on $closedOn, shows $shows.is", (row) => {
  const { shows, ...task } = row;
  expect(evidenceOn(day, { dueOn, ...task })).toEqual(shows);
});

test("every state of a task says what it shows", () => {
  for (const state of Object.keys(taskStates))
    expect(evidenceOn(day, { state, dueOn }) === undefined, state).toBe(state === "void");
});
