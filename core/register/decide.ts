import { dueDay } from "../calendar/calendar.ts";
import { addDays, type Day, dayInShanghai, daysBetween } from "../calendar/day.ts";
import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { type Actor, inScope, scopeOf } from "../scope/scope.ts";
import type { Warning } from "../warnings.ts";
import { answersIn } from "./answers.ts";
import { isMoved } from "./cell-place.ts";
import { checkInput } from "./check-field.ts";
import { isOfComment } from "./comment.ts";
import { type Entry, placedOf, textValue } from "./entry.ts";
import type { Changes, Fields, RawInput, StoredFile, Value, Values } from "./field.ts";
import { countsOverdue } from "./numbers.ts";
import {
  type Act,
  type Attempt,
  actNamed,
  type Facts,
  lineFields,
  presentName,
  type Register,
  stateAfter,
} from "./register.ts";
import { restrictionIn } from "./restriction.ts";
import { scoresIn } from "./scores.ts";

/** What was asked for: an act on an entry, by somebody, now. */
export interface Request {
  readonly register: Register;
  /** A blank entry for an opening act. */
  readonly entry: Entry;
  readonly facts: Facts;
  readonly act: string;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly now: string;
  /** When the act was done on a device without network; the ledger says so beside the server's own clock. */
  readonly doneAt?: string | undefined;
}

/** Where the day of an act comes from that is not the server's: a device without network, or the history of a matter. */
export type DaySource = "device" | "record";

/** One line's worth of change to one entry, before it is numbered, sealed and chained. */
export interface Step {
  readonly register: Register;
  readonly act: string;
  readonly before: Entry;
  readonly after: Entry;
  /** Field by field what changed; `null` where a value was cleared. */
  readonly changes: Changes;
  readonly reason?: string | undefined;
  /** What was said of the entry and stays in the line. */
  readonly remark?: Values | undefined;
  /** Who is told of it by name. */
  readonly tells?: readonly Actor[] | undefined;
  readonly actor: Actor;
  readonly at: string;
  readonly day: Day;
  readonly daySource?: DaySource | undefined;
  /** The number series from which `commit` draws this entry's number; only an opening act has one. */
  readonly series?: string | undefined;
  /** Whether the sealed values go whose fields the line names as erased. */
  readonly erases?: true | undefined;
}

export interface Outcome {
  readonly steps: readonly [Step, ...Step[]];
  /** What the person should know of it; absent where there is nothing. */
  readonly warnings?: readonly Warning[];
}
export type Decision = Outcome | { readonly refusal: Refusal };

/**
 * Decides one act: a named refusal, or what is to be written. Total and pure: the same request gives the same decision, and
 * nothing that a person can send makes it throw. Checks run in the order in which a person should hear of them: state, post,
 * scope, the register's guards, what was entered, the register's checks of it.
 */
export function decide(request: Request): Decision {
  const { register, entry, actor, facts } = request;
  const act = actNamed(register, request.act);
  if (act === undefined) return { refusal: refusal("unknown-act") };
  const day = dayOfAct(request, act);
  if (typeof day !== "string") return { refusal: day };
  const attempt: Attempt = { entry, facts, input: {}, actor, now: request.now, day };
  const closed = closedBecause(register, act, attempt);
  if (closed) return { refusal: closed };
  const problems = problemsOf(register, act, request.input, facts);
  if (problems.length > 0) return { refusal: refusal("input-invalid", problems) };
  const informed = { ...attempt, input: checkedInput(register, request.input, facts) };
  const wrong = firstRefusal(act.checks, informed);
  if (wrong) return { refusal: wrong };
  const step = stepOf(register, request.act, act, informed, request.doneAt);
  if (act.from === "new" && !inScope(scopeOf(actor), placedOf(register, step.after))) {
    return { refusal: refusal("out-of-scope") };
  }
  const outcome = withFollowUps(act, informed, step, request);
  const warnings = (act.warns ?? []).flatMap((rule) => rule(informed) ?? []);
  return warnings.length > 0 ? { ...outcome, warnings } : outcome;
}

/** An act as a screen offers it: open, or closed for the reason given. */
export interface OfferedAct {
  readonly name: string;
  readonly refusal?: Refusal;
  readonly suggested?: Values;
}

/** Every act that may come next for an entry, or open one where it is blank, and whether it is open to this person now. */
export function actsFor(register: Register, attempt: Omit<Attempt, "input">): readonly OfferedAct[] {
  const { entry } = attempt;
  const informed = { ...attempt, input: {} };
  return Object.entries(register.acts).flatMap(([name, act]): OfferedAct[] => {
    const comesNext = (act.from === "new") === (entry.version === 0);
    const hasNoForm = act.records === true || act.by.every((role) => role === "system");
    if (!comesNext || hasNoForm || act.applies?.(informed)) return [];
    const closed = closedBecause(register, act, informed);
    if (closed) return [{ name, refusal: closed }];
    return [act.suggests ? { name, suggested: act.suggests(informed) } : { name }];
  });
}

function closedBecause(register: Register, act: Act, attempt: Attempt): Refusal | undefined {
  const { entry, actor } = attempt;
  const open = act.from === "new" ? entry.version === 0 : act.from.includes(entry.state);
  // Where a recorded matter stands is not known before it is entered.
  const leads = act.records === true || stateAfter(act, entry) !== undefined;
  if (!open || !leads) return refusal("act-not-open-in-this-state");
  if (!act.by.includes(actor.role)) return refusal("role-may-not");
  if (!isOfToken(register, act, actor)) return refusal("act-not-of-token");
  const visible = entry.version === 0 || inScope(scopeOf(actor), placedOf(register, entry));
  if (!visible) return refusal("out-of-scope");
  return act.applies?.(attempt) ?? firstRefusal(act.guards, attempt);
}

/** Whether the token that the actor acts by names the act, where it is by one. */
const isOfToken = (register: Register, act: Act, { token }: Actor): boolean =>
  token === undefined || token.mayDo.some((name) => actNamedInFull(register, name) === act);

const actNamedInFull = (register: Register, name: string): Act | undefined =>
  name.startsWith(`${register.name}.`) ? actNamed(register, name.slice(register.name.length + 1)) : undefined;

function firstRefusal(rules: Act["guards"], attempt: Attempt): Refusal | undefined {
  for (const rule of rules ?? []) {
    const found = rule(attempt);
    if (found) return found;
  }
  return undefined;
}

/** Work done without network counts on the day it was done; an old or future clock is refused rather than believed. */
function dayOfAct({ now, doneAt, entry }: Request, { confirms }: Act): Day | Refusal {
  const today = dayInShanghai(now);
  if (doneAt === undefined) return today;
  // A password is checked now, and proves nothing of an earlier day.
  if (confirms !== undefined) return refusal("confirmed-only-at-once");
  const day = dayInShanghai(doneAt);
  if (day > today) return refusal("done-in-the-future");
  if (day < addDays(today, -limits.offlineWorkAgeDays)) return refusal("done-too-long-ago");
  const { stateSince = day, movedOn = day } = entry.values;
  return day < stateSince || day < movedOn ? refusal("done-before-the-last-act") : day;
}

function problemsOf(register: Register, act: Act, input: RawInput, facts: Facts) {
  const found = checkInput(
    fieldsOfLine(register),
    [...(act.needs ?? []), ...(act.draws ? [act.draws] : [])],
    act.takes ?? [],
    input,
  );
  if (found.length > 0) return found;
  return Object.entries(input).flatMap(([name, value]) => {
    const missing = value !== null && isMissing(register, name, value, facts);
    return missing ? [{ field: name, code: "not-found" as const }] : [];
  });
}

const withLine = new WeakMap<Fields, Fields>();

/** All that a line may name: the entry's own fields, and those that stay in the line. */
export function fieldsOfLine({ allFields }: Register): Fields {
  const known = withLine.get(allFields) ?? { ...allFields, ...lineFields };
  withLine.set(allFields, known);
  return known;
}

/** Ids and codes that the store did not find within the actor's sight. Absent and not-yours give the same answer. */
function isMissing(register: Register, name: string, value: unknown, facts: Facts): boolean {
  switch (register.allFields[name]?.kind) {
    case "files":
      return Array.isArray(value) && value.some((id) => facts.files[String(id)] === undefined);
    case "link":
      return facts.entries[name] === undefined;
    case "organisation":
      return facts.organisations[name] === undefined;
    case "criteria":
      return facts.criteria[name] === undefined;
    case "region":
    case "sector":
    case "sectors":
    case "packRows":
    case "indicators":
    case "organisations":
      return facts.places[name] === undefined;
    default:
      return false;
  }
}

/** The input as values, now that every field of it was checked. A file is entered by its id; the entry keeps what is known of it. */
function checkedInput(register: Register, input: RawInput, facts: Facts): Values {
  const checked = Object.entries(input).map(([name, value]): [string, Value | undefined] => {
    const kind = register.allFields[name]?.kind;
    if (kind === "answers") return [name, Array.isArray(value) ? answersIn(value) : undefined];
    if (kind === "scores") return [name, Array.isArray(value) ? scoresIn(value) : undefined];
    return [name, kind === "files" ? storedFiles(value, facts) : plainValue(value)];
  });
  return Object.fromEntries(checked);
}

function storedFiles(ids: unknown, facts: Facts): readonly StoredFile[] | undefined {
  if (!Array.isArray(ids)) return undefined;
  return ids.flatMap((id) => facts.files[String(id)] ?? []);
}

function plainValue(value: unknown): Value | undefined {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return Array.isArray(value) ? value.filter((member) => typeof member === "string") : undefined;
}

function stepOf(
  register: Register,
  name: string,
  act: Act,
  attempt: Attempt,
  doneAt: string | undefined,
): Step {
  const { entry, input, actor, now } = attempt;
  const { reason, ...entered } = input;
  const [remark, own] = apart(entered, isOfComment);
  const set = merge(entry.values, { ...own, ...act.sets?.(attempt) });
  const state = stateAfter(act, entry, own) ?? entry.state;
  const since = (act.records ? textValue(set, "stateSince") : undefined) ?? attempt.day;
  const day = (act.records ? textValue(set, "openedOn") : undefined) ?? attempt.day;
  const kept = {
    ...(act.remarks ? {} : engineValues(register, { ...attempt, day: since }, state, set, name)),
    erased: stillErased(register, { ...set, ...remark }, reason),
  };
  const values = merge(set, kept);
  const after: Entry = { ...entry, state, version: entry.version + 1, values };
  return {
    register,
    act: name,
    before: entry,
    after,
    changes: changesBetween(entry.values, values),
    reason: typeof reason === "string" ? reason : undefined,
    ...(act.remarks ? { remark, tells: act.tells?.(attempt) } : {}),
    actor,
    at: now,
    day,
    daySource: sourceOf(attempt.day, day, doneAt),
    series: act.from === "new" ? register.numbering.series(values, day) : undefined,
    erases: act.erases,
  };
}

function sourceOf(done: Day, effective: Day, doneAt: string | undefined): DaySource | undefined {
  if (effective !== done) return "record";
  return doneAt === undefined ? undefined : "device";
}

/** Values whose names pass, and the others. */
function apart(values: Values, passes: (name: string) => boolean): readonly [Values, Values] {
  const [passed, others]: [Record<string, Value | undefined>, Record<string, Value | undefined>] = [{}, {}];
  for (const name of Object.keys(values)) (passes(name) ? passed : others)[name] = values[name];
  return [passed, others];
}

/** What the engine keeps by itself: since when, until when, by whom held, opened and closed on, whether kept from others. */
function engineValues(
  register: Register,
  attempt: Attempt,
  state: string,
  set: Values,
  act: string,
): Changes {
  const { entry, day } = attempt;
  const declared = register.states[state];
  const entered = state !== entry.state;
  const stateSince = entered ? day : textValue(set, "stateSince");
  const isBack = actNamed(register, act)?.to === "back";
  const renewed =
    entered || act === "recalculate" || (declared?.clock !== undefined && "day" in declared.clock);
  const kept = {
    stateSince,
    openedOn: set.openedOn ?? day,
    closedOn: declared?.final ? (entered ? day : set.closedOn) : null,
    holder: declared?.holder ? (set[declared.holder] ?? null) : null,
    asideFrom: declared?.aside ? (entry.values.asideFrom ?? entry.state) : null,
    asideDue: declared?.aside ? (entry.values.asideDue ?? entry.values.dueOn) : null,
    ...restrictionIn(register.restricting, state),
    ...(renewed ? dueOf(register, attempt.facts, state, set, stateSince ?? day) : {}),
    ...(isBack ? dueMoved(register, entry, state, day) : {}),
  };
  if (entered || !countsOverdue(register)) return { ...kept, movedOn: null };
  return isMoved(register, entry, { values: merge(set, kept) }) ? { ...kept, movedOn: day } : kept;
}

/**
 * A matter that comes back from aside has as many days left as it had when it stepped aside: whoever can send it aside must not win
 * a new term by it. A deadline that is a day of its own is the register's to move.
 */
function dueMoved(register: Register, { values }: Entry, state: string, day: Day): Changes {
  const clock = register.states[state]?.clock;
  const { asideDue, stateSince } = values;
  if (clock === undefined || "day" in clock || asideDue === undefined || stateSince === undefined) return {};
  return { dueOn: addDays(asideDue, daysBetween(stateSince, day)), dueProvisional: null };
}

/** What was erased is so until something is entered there again. */
function stillErased(register: Register, set: Values, reason: unknown): readonly string[] | null {
  const named = Array.isArray(set.erased) ? set.erased.filter((name) => typeof name === "string") : [];
  const still = named.filter((name) => {
    const field = presentName(register, name);
    return set[field] === undefined && !(field === "reason" && reason !== undefined);
  });
  return still.length > 0 ? still : null;
}

function dueOf(register: Register, facts: Facts, state: string, set: Values, since: Day): Changes {
  const clock = register.states[state]?.clock;
  if (clock === undefined) return { dueOn: null, dueProvisional: null };
  if ("day" in clock) return { dueOn: set[clock.day] ?? null, dueProvisional: null };
  const named = facts.clocks[clock.named];
  if (named === undefined) throw new Error(`The pack has no clock ${clock.named}`);
  const due = dueDay(since, named, facts.calendar);
  return { dueOn: due.day, dueProvisional: due.provisional ? true : null };
}

/** `null` and `undefined` clear. */
function merge(values: Values, changes: Changes): Values {
  const merged: Record<string, Value> = {};
  for (const all of [values, changes]) {
    for (const name of Object.keys(all)) {
      const value = all[name];
      if (value !== null && value !== undefined) merged[name] = value;
      else if (Object.hasOwn(merged, name)) delete merged[name];
    }
  }
  return merged;
}

function changesBetween(before: Values, after: Values): Changes {
  const names = Object.keys(after).filter((name) => !sameValue(before[name], after[name]));
  for (const name of Object.keys(before)) if (!Object.hasOwn(after, name)) names.push(name);
  const changes: Record<string, Value | null> = {};
  for (const name of names.sort()) changes[name] = after[name] ?? null;
  return changes;
}

function sameValue(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const areBoth = typeof one === "object" && typeof other === "object";
  return areBoth && JSON.stringify(one) === JSON.stringify(other);
}

/** Other entries that this act also changes or opens. They are decided as the engine's own acts; one refusal refuses the whole. */
function withFollowUps(act: Act, attempt: Attempt, step: Step, request: Request): Decision {
  const follows = act.follows?.(attempt) ?? [];
  // What follows is the engine's, whatever a token says that its holder may do.
  const { token: _, ...engine } = request.actor;
  const steps: Step[] = [];
  for (const { register, entry, act: name, input, facts } of follows) {
    const decision = decide({
      ...request,
      facts: { ...request.facts, ...facts },
      register,
      entry,
      act: name,
      input,
      actor: { ...engine, role: "system" },
    });
    if ("refusal" in decision) return decision;
    steps.push(...decision.steps);
  }
  return { steps: [step, ...steps] };
}
