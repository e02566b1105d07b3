import { addDays } from "../calendar/day.ts";
import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { type Answer, answersIn } from "../register/answers.ts";
import { afterwards } from "../register/attempt.ts";
import type { ChecklistItem } from "../register/criteria-fact.ts";
import type { Attempt } from "../register/register.ts";
import type { SelfCheckValues } from "./self-check-fields.ts";
import { enterpriseStands } from "./supervision.ts";

type SelfCheck = Attempt<SelfCheckValues>;
type Rule = (attempt: SelfCheck) => Refusal | undefined;

/** The answers as they are after the act: those entered, none where they were taken back, or else those that stand. */
export const answersOf = (attempt: SelfCheck): readonly Answer[] => answersIn(afterwards(attempt, "answers"));

export const isBad = ({ answer }: Answer): boolean => answer === "present";

/** A check belongs to its window; one that is made up later is still no older than the window, and not of tomorrow. */
export const checkedInItsWindow: Rule = ({ entry, input, day }) => {
  if (isVoluntary(entry.values)) return checkedLately({ entry, input, day });
  const { windowFrom = "", windowTo = "" } = entry.values;
  const on = input.checkedOn ?? "";
  const last = day < windowTo || entry.values.missedOn !== undefined ? day : windowTo;
  return on < windowFrom || on > last
    ? refusal("checked-outside-window", [
        { field: "checkedOn", code: on < windowFrom ? "too-small" : "too-large" },
      ])
    : undefined;
};

/** A voluntary check has no window; it may be entered some days after it was made, as other work that was done away from a desk. */
function checkedLately({ entry, input, day }: Pick<SelfCheck, "entry" | "input" | "day">) {
  const on = input.checkedOn ?? "";
  const first = addDays(entry.values.voluntaryOn ?? day, -limits.offlineWorkAgeDays);
  return on < first || on > day
    ? refusal("voluntary-checked-too-early-or-late", [
        { field: "checkedOn", code: on < first ? "too-small" : "too-large" },
      ])
    : undefined;
}

export const isVoluntary = ({ voluntaryOn }: SelfCheckValues): boolean => voluntaryOn !== undefined;

/** What makes no sense of a check that nobody is waiting for: being missed, exempt or made up. */
export const belongsToWindow: Rule = ({ entry: { values } }) =>
  isVoluntary(values) ? refusal("voluntary-check-has-no-window") : undefined;

export const isOwnWill: Rule = ({ entry: { values } }) =>
  isVoluntary(values) ? undefined : refusal("check-is-owed");

/** Whether a check is still to be made, in time: one that was missed is made up by itself, and keeps nobody from another. */
const stillToBeMade: readonly string[] = ["owed", "answered"];

/** Whoever wants to check is led to the check that waits: the window's, which they owe, or the voluntary one that was begun. */
export const noCheckWaits: Rule = ({ facts }) => {
  const waiting = facts.alike.find(({ state }) => stillToBeMade.includes(state));
  if (waiting === undefined) return undefined;
  const { id, number, title } = waiting;
  return refusal("check-waits-already", undefined, [{ register: "self-check", id, number, title }]);
};

/**
 * Feature F7: every item of the criteria that are in force for the sector on the day, once each, and no other. Where an import was
 * withdrawn since, what it asked may still be answered and need not be: a check that was answered before stays whole.
 */
export const checklistIsWhole: Rule = (attempt) => {
  const { checklist = [], checklistThen = checklist } = attempt.facts;
  const [now, then] = [idsOf(checklist), idsOf(checklistThen)];
  const given = answersOf(attempt).flatMap(({ item }) => item ?? []);
  const problems = [{ field: "answers", code: "required" as const }];
  if (given.some((item) => !now.has(item) && !then.has(item)))
    return refusal("item-not-on-checklist", problems);
  const answered = new Set(given);
  if (answered.size < given.length) return refusal("item-answered-twice", problems);
  const left = [...now].some((item) => then.has(item) && !answered.has(item));
  return left ? refusal("checklist-incomplete", problems) : undefined;
};

const idsOf = (items: readonly ChecklistItem[]): ReadonlySet<string> => new Set(items.map(({ id }) => id));

/** "None found" is a statement of its own, made explicitly with the answers and only where it is true. */
export const noneFoundIsStated: Rule = (attempt) => noneFoundFits(attempt, attempt.input.noneFound === true);

/** What the principal puts their name to says what was found, or that nothing was. */
export const noneFoundStandsStated: Rule = (attempt) =>
  noneFoundFits(attempt, attempt.entry.values.noneFound === true);

function noneFoundFits(attempt: SelfCheck, stated: boolean): Refusal | undefined {
  const bad = answersOf(attempt).some(isBad);
  if (bad && stated)
    return refusal("none-found-contradicted", [{ field: "noneFound", code: "not-an-option" }]);
  return bad || stated
    ? undefined
    : refusal("none-found-not-stated", [{ field: "noneFound", code: "required" }]);
}

/** Measure 7: the principal leads; a check without the principal does not count. Feature F4. */
export const ledByPrincipal: Rule = ({ input }) =>
  input.ledInPerson === true
    ? undefined
    : refusal("not-led-in-person", [{ field: "ledInPerson", code: "required" }]);

export const windowIsOpen: Rule = ({ entry, day }) =>
  !isVoluntary(entry.values) && day > (entry.values.windowTo ?? "") ? refusal("window-has-ended") : undefined;

export const windowHasEnded: Rule = ({ entry, day }) =>
  day > (entry.values.windowTo ?? "") ? undefined : refusal("window-still-open");

export const enterpriseStillOpen: Rule = enterpriseStands;
