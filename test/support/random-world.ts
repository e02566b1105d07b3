import { createHash } from "node:crypto";
import fc from "fast-check";
import { newRandom, type Random } from "../../bench/random.ts";
import { type Calendar, makeCalendar } from "../../core/calendar/calendar.ts";
import { addDays, type Day, dayInShanghai } from "../../core/calendar/day.ts";
import type { Digest, Line, SealedValue } from "../../core/ledger/line.ts";
import { type Decision, decide, type Outcome, type Request, type Step } from "../../core/register/decide.ts";
import { blankEntry, type Entry, placedOf, textValue } from "../../core/register/entry.ts";
import type { Field, RawInput, Values } from "../../core/register/field.ts";
import { recordStep, withNumber } from "../../core/register/record.ts";
import {
  type Act,
  actNamed,
  type Facts,
  type OrganisationFact,
  type Register,
  reasonField,
} from "../../core/register/register.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { type Actor, inScope, scopeOf } from "../../core/scope/scope.ts";
import { criteriaFact, organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { campaign, certificateOf, person, plainFacts } from "./builders.ts";
import { type EnterpriseName, enterpriseId, enterprises, personNames } from "./cast.ts";
import { checkFacts, openingInput, randomAnswers } from "./random-checks.ts";
import { brokenValues, deepFreeze, matching, uploadsHashedBy } from "./random-values.ts";

export const sha256: Digest = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** An entry of the world, with all that its acts left behind. */
export interface Kept {
  readonly register: Register;
  readonly entry: Entry;
  readonly lines: readonly Line[];
  /** The values that still exist. */
  readonly sealed: readonly SealedValue[];
  /** Those and the erased ones. */
  readonly everSealed: readonly SealedValue[];
  readonly steps: readonly Step[];
}

/** A small world in memory, in which entries are kept as the store keeps them and time goes on. */
export interface RandomWorld {
  now: Date;
  /** The years of which the notice is known by now: that of 2026 comes at some moment, early or late. */
  calendar: Calendar;
  readonly kept: Map<string, Kept>;
  readonly drawn: Map<string, number>;
}

const engine: Actor = {
  id: "00000000-0000-8000-8000-000000000000",
  name: "系统",
  role: "system",
  organisation: "00000000-0000-8000-8000-000000000000",
  level: "prefecture",
  region: "",
  sectors: "all",
};
const everybody: readonly Actor[] = [...personNames.map(person), engine];
const certificates = new Map(personNames.map((name) => [person(name).id, certificateOf(name)]));
const enterpriseNames: readonly EnterpriseName[] = ["copper", "foundry", "timber"];
const bureaus = ["xianggelila-yingji", "weixi-yingji", "zhou-yingji", "xianggelila-gongan"].map(
  organisationId,
);
const uploads = uploadsHashedBy(sha256);
const before2026 = makeCalendar(campaign.calendar.years.filter(({ year }) => year < 2026));

/** A world with the cast's three enterprises, at a moment between November 2025 and December 2026. */
export function newRandomWorld(dice: Random): RandomWorld {
  const begins = new Date(Date.parse("2025-11-03T01:00:00Z") + dice.below(420) * 86_400_000);
  const world: RandomWorld = { now: begins, calendar: before2026, kept: new Map(), drawn: new Map() };
  for (const name of enterpriseNames) {
    const { registeredBy, ...input } = enterprises[name];
    const register = known("enterprise");
    const entry = blankEntry("enterprise", enterpriseId(name));
    const asked = { register, entry, act: "register", input, actor: person(registeredBy) };
    const decision = decide({
      ...asked,
      facts: plainFacts({ places: placeFacts(campaign, register, input) }),
      now: world.now.toISOString(),
    });
    if ("refusal" in decision) throw new Error(`${name} is refused: ${decision.refusal.code}`);
    keep(world, decision, dice);
    openSelfCheck(world, entry.id, dice);
  }
  return world;
}

const enterpriseOf = (world: RandomWorld, { values }: Entry): Values =>
  world.kept.get(textValue(values, "organisation") ?? "")?.entry.values ?? {};

/** The calendar calls for a self-check: so there is something to fill in, to confirm and to miss. */
function openSelfCheck(world: RandomWorld, organisation: string, dice: Random): void {
  const register = known("self-check");
  const input = openingInput(organisation, dayInShanghai(world.now), dice);
  const entry = blankEntry(register.name, dice.id(world.now.getTime()));
  const asked = { register, entry, input, actor: engine };
  const acts = [actNamed(register, "open")].filter((act) => act !== undefined);
  const facts = factsFor(world, { ...asked, acts, day: dayInShanghai(world.now) });
  const decision = decide({ ...asked, act: "open", facts, now: world.now.toISOString() });
  if ("refusal" in decision) throw new Error(`A self-check is refused: ${decision.refusal.code}`);
  keep(world, decision, dice);
}

export function known(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
}

/** Writes an outcome as the store does: numbers drawn, lines chained, values sealed. */
export function keep(world: RandomWorld, outcome: Outcome, dice: Random): void {
  for (const decided of outcome.steps) {
    const step =
      decided.series === undefined
        ? decided
        : withNumber(decided, numberFrom(world, decided, decided.series));
    const before = world.kept.get(step.after.id);
    const salt = () => dice.id(world.now.getTime());
    const { line, sealed } = recordStep(step, before?.lines.at(-1)?.hash, salt, sha256);
    world.kept.set(step.after.id, {
      register: step.register,
      entry: step.after,
      lines: [...(before?.lines ?? []), line],
      sealed: [...(before?.sealed ?? []).filter(({ field }) => !erasedBy(step).includes(field)), ...sealed],
      everSealed: [...(before?.everSealed ?? []), ...sealed],
      steps: [...(before?.steps ?? []), step],
    });
  }
}

/** The fields of which this step erases every value before it. */
const erasedBy = ({ erases, after }: Step): readonly string[] => (erases ? (after.values.erased ?? []) : []);

function numberFrom(world: RandomWorld, { register }: Step, series: string): string {
  const drawn = (world.drawn.get(series) ?? 0) + 1;
  world.drawn.set(series, drawn);
  return register.numbering.format(series, drawn);
}

/**
 * A random request: somebody tries an act on one of the entries or opens one, most often one that they may do, with input that
 * is most often good. Facts are what the store would load for it.
 */
export function randomRequest(world: RandomWorld, dice: Random): Request {
  world.now = new Date(world.now.getTime() + dice.below(60) * 3_600_000);
  if (dice.below(40) === 0) world.calendar = campaign.calendar;
  const opens = dice.below(6) === 0;
  const kept = randomKept(world, dice);
  const register = opens ? dice.pick([...registers, ...busy]) : kept.register;
  const entry = opens ? blankEntry(register.name, dice.id(world.now.getTime())) : kept.entry;
  const name = randomAct(register, entry, dice);
  const act = actNamed(register, name);
  const actor = randomActor(register, entry, act, dice);
  const input = act ? randomInput(world, { register, act, actor, entry }, dice) : { title: "x" };
  const now = world.now.toISOString();
  const doneAt =
    dice.below(5) === 0 ? hoursAgo(world, dice.below(dice.pick([96, 96, 96, 45 * 24])) - 12) : undefined;
  const day = dayInShanghai(doneAt ?? now);
  const facts = factsFor(world, { register, acts: act ? [act] : [], entry, input, actor, day });
  return { register, entry, facts, act: name, input, actor, now, doneAt };
}

const hoursAgo = (world: RandomWorld, hours: number): string =>
  new Date(world.now.getTime() - hours * 3_600_000).toISOString();

// Registers with a way to go, and not only a file to keep: most of what happens, happens there.
const busy = registers
  .filter(({ acts }) => Object.keys(acts).length > 10)
  .toSorted((one, other) => Object.keys(other.acts).length - Object.keys(one.acts).length);

/** Most often one of the last entries that are not at rest. */
function randomKept(world: RandomWorld, dice: Random): Kept {
  const all = [...world.kept.values()];
  const open = all.filter(
    ({ register, entry }) => !register.states[entry.state]?.final && busy.includes(register),
  );
  // What has the longest way to go is picked most, or its last steps are never taken.
  const [longest] = busy;
  const favoured = dice.below(3) > 0 ? open.filter(({ register }) => register === longest) : open;
  if (favoured.length > 0 && dice.below(8) > 0) return dice.pick(favoured.slice(-4));
  // Whoever asked for an erasure waits for somebody else.
  const asked = all.filter(({ entry }) => entry.values.erasureAsked !== undefined);
  return dice.pick(asked.length > 0 && dice.below(2) > 0 ? asked : all);
}

function randomAct(register: Register, entry: Entry, dice: Random): string {
  if (dice.below(60) === 0) return dice.pick(["constructor", "__proto__", "toString", "", "取消"]);
  const names = Object.keys(register.acts);
  const leads = (act: Act | undefined) =>
    act?.from === "new" ? entry.version === 0 : act?.from.includes(entry.state) === true;
  const open = names.filter((name) => leads(actNamed(register, name)));
  const ofPeople = open.filter((name) => !actNamed(register, name)?.by.every((role) => role === "system"));
  // An entry that comes to rest early would leave those that hang on it nothing to do.
  const calm = ofPeople.filter((name) => !register.states[actNamed(register, name)?.to ?? ""]?.final);
  const choices = [calm, calm, calm, calm, calm, calm, ofPeople, ofPeople, open, names];
  const choice = dice.pick(choices);
  return dice.pick(choice.length > 0 ? choice : names);
}

function randomActor(register: Register, entry: Entry, act: Act | undefined, dice: Random): Actor {
  const placed = placedOf(register.allFields, entry.values);
  const able = everybody.filter(
    (actor) => act?.by.includes(actor.role) && (entry.version === 0 || inScope(scopeOf(actor), placed)),
  );
  return dice.pick(able.length > 0 && dice.below(6) > 0 ? able : everybody);
}

interface InputAsked {
  readonly register: Register;
  readonly act: Act;
  readonly actor: Actor;
  readonly entry: Entry;
}

function randomInput(
  world: RandomWorld,
  { register, act, actor, entry }: InputAsked,
  dice: Random,
): RawInput {
  const fields: Readonly<Record<string, Field>> = { ...register.allFields, reason: reasonField };
  const wanted = [...(act.needs ?? []), ...(act.takes ?? []).filter(() => dice.below(3) > 0)];
  const broken = dice.below(5) === 0;
  const entered = wanted.flatMap((name): [string, unknown][] => {
    const field = fields[name];
    if (field === undefined || (broken && dice.below(6) === 0)) return [];
    if (broken && dice.below(3) === 0) return [[name, dice.pick(brokenValues)]];
    if (field.kind === "answers")
      return [[name, randomAnswers(enterpriseOf(world, entry), dayInShanghai(world.now), dice)]];
    const own = name === "organisation" && actor.level === "enterprise" && dice.below(6) > 0;
    return [[name, own ? actor.organisation : randomValue(world, name, field, dice)]];
  });
  const extra: [string, unknown][] = [[dice.pick(["number", "dueOn", "__proto__", "constructor"]), "x"]];
  return Object.fromEntries([...entered, ...(broken && dice.below(4) === 0 ? extra : [])]);
}

function randomValue(world: RandomWorld, name: string, field: Field, dice: Random): unknown {
  const today: Day = dayInShanghai(world.now);
  const past = ["foundOn", "staffReportedOn", "checkedOn"].includes(name);
  switch (field.kind) {
    case "text":
      return `${field.words.zh} ${dice.below(1_000)}`;
    case "code":
      return field.pattern === undefined ? `C${dice.below(100)}` : matching(field.pattern, dice);
    case "choice":
      return dice.pick(Object.keys(field.options));
    case "choices":
      return [dice.pick(Object.keys(field.options))];
    case "integer":
      return field.min + dice.below(field.max - field.min + 1);
    case "money":
      return dice.below(1_000_000_000) / 100;
    case "day":
      if (dice.below(15) === 0) return dice.pick(["0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31"]);
      return addDays(today, past ? 1 - dice.below(9) : dice.below(40) - 2);
    case "flag":
      return dice.below(2) === 0;
    case "person":
      return dice.pick(everybody).id;
    case "organisation":
      return dice.pick([...bureaus, ...enterpriseNames.map(enterpriseId)]);
    case "region":
      return dice.pick(["533401205", "533401103", "533423101", "533422", "5334", "533499"]);
    case "sector":
      return dice.pick(["S01", "S04", "S05", "S99"]);
    case "criteria":
      return dice.pick(["GM/3-1", "GM/4-1", "HC26/1", "GM/99-9"]);
    case "link":
      return linked(world, field.register, dice);
    case "links":
      return [linked(world, field.register, dice)];
    case "answers":
      return [{ subject: "配电房", answer: "clear" }];
    case "position":
      return `geo:27.${dice.below(10_000)},99.${dice.below(10_000)};crs=wgs84;u=${dice.below(500)}`;
    case "files":
      return uploads.filter(() => dice.below(2) === 0).map(({ id }) => id);
  }
}

function linked(world: RandomWorld, register: string, dice: Random): string {
  const ids = [...world.kept.values()]
    .filter(({ entry }) => entry.register === register)
    .map(({ entry }) => entry.id);
  return ids.length === 0 || dice.below(12) === 0 ? dice.id(world.now.getTime()) : dice.pick(ids);
}

interface FactsAsked {
  readonly register: Register;
  readonly acts: readonly Act[];
  readonly entry: Entry;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly day: Day;
}

/** The facts that the store would load for these acts: of what lies outside the actor's scope nothing. */
export function factsFor(
  world: RandomWorld,
  { register, acts, entry, input, actor, day }: FactsAsked,
): Facts {
  const pointed = (kind: "entries" | "organisations" | "criteria") =>
    [...new Set(acts.flatMap((act) => act.facts?.[kind] ?? []))].flatMap((field) => {
      const id = typeof input[field] === "string" ? input[field] : textValue(entry.values, field);
      return id === undefined ? [] : [{ field, id }];
    });
  const seen = (id: string): Kept | undefined => {
    const kept = world.kept.get(id);
    const placed = kept && placedOf(kept.register.allFields, kept.entry.values);
    return placed && inScope(scopeOf(actor), placed) ? kept : undefined;
  };
  const entries = pointed("entries").flatMap(({ field, id }) => {
    const declared = register.allFields[field];
    const kept = seen(id);
    return declared?.kind === "link" && kept?.entry.register === declared.register
      ? [[field, kept.entry]]
      : [];
  });
  const organisations = pointed("organisations").flatMap(({ field, id }) => {
    const fact = organisationFact(campaign, id) ?? enterpriseFact(seen(id)?.entry);
    return fact ? [[field, fact]] : [];
  });
  const criteria = pointed("criteria").flatMap(({ field, id }) => {
    const fact = criteriaFact(campaign, id);
    return fact ? [[field, fact]] : [];
  });
  const counts = acts
    .flatMap((act) => Object.entries(act.facts?.counts ?? {}))
    .map(([name, fields]) => [name, countSame(world, entry, input, fields)]);
  const own: Partial<Facts> = {
    calendar: world.calendar,
    ...checkFacts({ acts, entry, input, day }, enterpriseOf(world, entry)),
    entries: Object.fromEntries(entries),
    organisations: Object.fromEntries(organisations),
    criteria: Object.fromEntries(criteria),
    places: placeFacts(campaign, register, input),
    counts: Object.fromEntries(counts),
    officer: certificates.get(actor.id) ?? {},
    files: Object.fromEntries(uploads.map((file) => [file.id, file])),
    sealed: [...new Set(world.kept.get(entry.id)?.sealed.map(({ field }) => field))].filter(
      (name) => name !== "erasureBasis",
    ),
  };
  return plainFacts(own, day);
}

const enterpriseFact = (entry: Entry | undefined): OrganisationFact | undefined =>
  entry?.register === "enterprise"
    ? { id: entry.id, level: "enterprise", region: textValue(entry.values, "region") ?? "", supervises: [] }
    : undefined;

function countSame(world: RandomWorld, entry: Entry, input: RawInput, fields: readonly string[]): number {
  const wanted = fields.map((field) => input[field] ?? entry.values[field]);
  return [...world.kept.values()].filter(
    (kept) =>
      kept.entry.register === entry.register &&
      kept.entry.id !== entry.id &&
      fields.every((field, at) => kept.entry.values[field] === wanted[at]),
  ).length;
}

/** What a storm tells of one try: what was asked, what was decided, and the world before it is written. */
export interface Try {
  readonly world: RandomWorld;
  readonly request: Request;
  readonly decision: Decision;
}

/** Random worlds, and what random people try there one after the other; a failure is told with its seed and fewest tries. */
export const anyStorm = [
  fc.noBias(fc.nat()),
  fc.noBias(fc.array(fc.nat(), { maxLength: 200, size: "max" })),
] as const;

/** Lets the requests drawn from these seeds come upon a world one after the other; what is decided is kept. */
export function storm(
  seed: number,
  tries: readonly number[],
  hold: (tried: Try) => void = () => undefined,
): RandomWorld {
  const world = newRandomWorld(newRandom(seed));
  for (const drawn of tries) {
    const dice = newRandom(drawn);
    const request = deepFreeze(randomRequest(world, dice));
    const decision = decide(request);
    hold({ world, request, decision });
    if (!("refusal" in decision)) keep(world, decision, dice);
  }
  return world;
}
