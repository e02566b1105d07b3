import type { Day } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { blankEntry, type Entry } from "../../core/register/entry.ts";
import type { Values } from "../../core/register/field.ts";
import { task } from "../../core/registers/task.ts";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { campaign, person, plainFacts, type Row } from "./builders.ts";
import { firstDay } from "./cast.ts";
import { anAssignment, doneTask } from "./task-journeys.ts";

export const taskId = idOfName("test-task");
export const bureau = organisationId("zhou-yingji");
export const office = organisationId("zhou-anweiban");
export const report = {
  id: idOfName("test-report"),
  hash: "00",
  name: "报告.pdf",
  type: "application/pdf",
  sizeBytes: 1,
};

/** A task of the prefecture's bureau, due at the end of April, that its committee's office reviews. */
function taskEntry(state: string, own: Values = {}): Entry {
  if (state === "") return blankEntry("task", taskId);
  const values = {
    ...anAssignment,
    region: "5334",
    handledBy: bureau,
    reviewer: office,
    assignedBy: office,
    firstDueOn: anAssignment.due,
    openedOn: firstDay,
    stateSince: firstDay,
    ...(["submitted", "closed"].includes(state)
      ? { ...doneTask, submittedBy: person("zhou").id, submittedIn: bureau, submittedOn: firstDay }
      : {}),
    ...(state === "extensionRequested"
      ? { extensionUntil: "2026-05-20", extensionRequestedBy: person("zhou").id, asideFrom: "inProgress" }
      : {}),
    ...(state === "suspended" ? { asideFrom: "inProgress" } : {}),
    ...own,
  };
  const kept = Object.entries(values).filter(([, value]) => value !== undefined);
  return { id: taskId, register: "task", version: 2, state, values: Object.fromEntries(kept) };
}

export type Tried = Partial<Row> & { readonly on?: Day };

export function tryOn(
  act: string,
  { by = "zhou", state = "inProgress", own, input = {}, facts = {}, on = firstDay }: Tried,
) {
  const named = (field: string) => {
    const unit =
      typeof input[field] === "string" ? organisationFact(campaign, String(input[field])) : undefined;
    return unit ? { [field]: unit } : {};
  };
  const organisations = { ...named("unit"), ...named("assignedBy") };
  const places = placeFacts(campaign, task, input);
  const files = { [report.id]: report };
  return decide({
    register: task,
    entry: taskEntry(state, own),
    facts: plainFacts({ places, organisations, files, ...facts }, on),
    act,
    input,
    actor: person(by),
    now: `${on}T01:00:00.000Z`,
  });
}

export const engine = { ...person("zhang"), role: "system" as const, region: "" };

/** What the entry holds after the act, which must be done. */
export function afterDoing(act: string, tried: Tried): Entry {
  const decision = tryOn(act, tried);
  if ("refusal" in decision) throw new Error(decision.refusal.code);
  return decision.steps[0].after;
}
