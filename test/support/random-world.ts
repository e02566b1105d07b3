import fc from "fast-check";
import { newRandom, type Random } from "../../bench/random.ts";
import { makeCalendar } from "../../core/calendar/calendar.ts";
import { addDays, type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { type Decision, decide, type Request } from "../../core/register/decide.ts";
import { blankEntry, type Entry, placedOf } from "../../core/register/entry.ts";
import type { Field, RawInput } from "../../core/register/field.ts";
import { type Act, actNamed, lineFields, type Register, stateAfter } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import { type Actor, inScope, scopeOf } from "../../core/scope/scope.ts";
import { organisationFact, organisationId, placeFacts } from "../../server/store/campaign.ts";
import { campaign, person, plainFacts } from "./builders.ts";
import {
  type EnterpriseName,
  enterpriseId,
  enterprises,
  type PersonName,
  personNames,
  serviceBodies,
  serviceBodyId,
} from "./cast.ts";
import { aHazard } from "./paths.ts";
import { randomBriefing } from "./random-briefing.ts";
import { openingInput, randomAnswers } from "./random-checks.ts";
import { enterpriseOf, factsFor, type Kept, type RandomWorld, sha256, uploads } from "./random-facts.ts";
import { randomHistory } from "./random-history.ts";
import { keep, known } from "./random-kept.ts";
import { engine, openPeople } from "./random-people.ts";
import { randomReport } from "./random-report.ts";
import { brokenValues, deepFreeze, matching, randomScores } from "./random-values.ts";

const everybody: readonly Actor[] = [...personNames.map(person), engine];
const enterpriseNames: readonly EnterpriseName[] = ["copper", "foundry", "timber"];
const bureaus = ["xianggelila-yingji", "weixi-yingji", "zhou-yingji", "xianggelila-gongan"].map(
  organisationId,
);
/** What the screens would offer, by what a field asks for. */
const offered = {
  supervision: bureaus,
  industry: ["zhou-gongxin", "zhou-wenlv", "xianggelila-gongxin"].map(organisationId),
  park: [organisationId("xianggelila-chanye-yuanqu")],
  assignable: bureaus,
  any: bureaus,
} as const;
const assessedUnits = ["xianggelila-zhengfu", "xianggelila-chanye-yuanqu"].map(organisationId);
/** Many, so that a hazard which cites several seldom cites one of them twice. */
const itemsOfTrade = [...campaign.criteria.keys()].filter((item) => item.startsWith("GM/"));
const before2026 = makeCalendar(campaign.calendar.years.filter(({ year }) => year < 2026));

/** A world with the cast's three enterprises and service body, at a moment between November 2025 and December 2026. */
export function newRandomWorld(dice: Random): RandomWorld {
  const begins = new Date(Date.parse("2025-11-03T01:00:00Z") + dice.below(420) * 86_400_000);
  const focus = dice.pick(registers.flatMap((register) => Object.keys(register.acts).map(() => register)));
  const world: RandomWorld = { focus, now: begins, calendar: before2026, kept: new Map(), drawn: new Map() };
  for (const name of enterpriseNames) {
    const { registeredBy: by, ...input } = enterprises[name];
    const id = enterpriseId(name);
    registerFirm(world, dice, { register: "enterprise", id, input, by });
    openSelfCheck(world, id, dice);
  }
  const { evaluator: input } = serviceBodies;
  registerFirm(world, dice, { register: "service-body", id: serviceBodyId("evaluator"), input, by: "luo" });
  walkHazard(world, dice);
  openPeople(world, dice);
  return world;
}

interface Firm {
  readonly register: string;
  readonly id: string;
  readonly input: RawInput;
  readonly by: PersonName;
}

function registerFirm(world: RandomWorld, dice: Random, { register: name, id, input, by }: Firm): void {
  const register = known(name);
  const supervisedBy = organisationFact(campaign, String(input.supervisedBy));
  const decision = decide({
    register,
    entry: blankEntry(name, id),
    act: "register",
    input,
    actor: person(by),
    facts: plainFacts({
      places: placeFacts(campaign, register, input),
      organisations: supervisedBy ? { supervisedBy } : {},
    }),
    now: world.now.toISOString(),
  });
  if ("refusal" in decision) throw new Error(`${id} is refused: ${decision.refusal.code}`);
  keep(world, decision, dice);
}

/** The way of a hazard that an enterprise found and puts right by itself. */
const ownWay: readonly (readonly [PersonName, string, RawInput])[] = [
  ["su", "find", {}],
  ["su", "proposeGeneral", { judgementReason: "标识缺失" }],
  ["mei", "confirmGeneral", {}],
  ["su", "assign", { planResponsible: "王五", planMeasures: "补齐标识" }],
  ["su", "selfAccept", { acceptanceReport: "合格", acceptancePersons: "张三", noPhotoReason: "防爆区域" }],
  ["mei", "verify", { reviewOpinion: "属实" }],
  ["mei", "close", {}],
];

/** A hazard that has gone some of its way, or all of it: dice alone seldom lead one to its end, from where more acts begin. */
function walkHazard(world: RandomWorld, dice: Random): void {
  const register = known("hazard");
  const id = dice.id(world.now.getTime());
  const today = dayInShanghai(world.now);
  for (const [name, act, own] of ownWay.slice(0, dice.below(ownWay.length + 1))) {
    const entry = world.kept.get(id)?.entry ?? blankEntry(register.name, id);
    const input = {
      ...own,
      ...(act === "find" ? aHazard({ foundOn: today }) : {}),
      ...(act === "assign" ? { rectifyBy: addDays(today, 10) } : {}),
    };
    const asked = { register, entry, input, actor: person(name) };
    const acts = [actNamed(register, act)].filter((found) => found !== undefined);
    const facts = factsFor(world, { ...asked, acts, day: today });
    const decision = decide({ ...asked, act, facts, now: world.now.toISOString() });
    if ("refusal" in decision) throw new Error(`${act} is refused: ${decision.refusal.code}`);
    keep(world, decision, dice);
  }
}

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

/**
 * A random request: somebody tries an act on one of the entries or opens one, most often one that they may do, with input that
 * is most often good. Facts are what the store would load for it.
 */
export function randomRequest(world: RandomWorld, dice: Random): Request {
  world.now = new Date(world.now.getTime() + dice.below(60) * 3_600_000);
  if (dice.below(40) === 0) world.calendar = campaign.calendar;
  const opens = dice.below(14) === 0;
  const kept = randomKept(world, dice);
  const register = opens ? dice.pick([...registers, world.focus, world.focus]) : kept.register;
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

const stepsOfALongWay = 6;

/** Most often one of the last entries of the register in focus that are not at rest. */
function randomKept(world: RandomWorld, dice: Random): Kept {
  const all = [...world.kept.values()];
  const rests = ({ register, entry }: Kept) => register.states[entry.state]?.final === true;
  const anywhere = dice.below(8) === 0;
  const open = all.filter((kept) => (anywhere || kept.register === world.focus) && !rests(kept));
  if (open.length > 0 && dice.below(8) > 0) return dice.pick(open.slice(-4));
  // Whoever asked for an erasure waits for somebody else, and most erasures wait for the matter to be at rest.
  const asked = all.filter(({ entry }) => entry.values.erasureAsked !== undefined);
  const resting = all.filter(rests);
  // Few come to the end of a long way: what may be done after it is tried on those that did.
  const walked = resting.filter(
    (kept) => kept.register === world.focus && kept.lines.length > stepsOfALongWay,
  );
  const choice = dice.pick([asked, resting, walked, walked, all]);
  return dice.pick(choice.length > 0 ? choice : all);
}

function randomAct(register: Register, entry: Entry, dice: Random): string {
  const mood = dice.below(60);
  if (mood === 0) return dice.pick(["constructor", "__proto__", "toString", "", "取消"]);
  // What only says something would else be said of every entry, time and again.
  const names = Object.keys(register.acts).filter((name) => mood < 4 || !actNamed(register, name)?.remarks);
  const leads = (act: Act | undefined) =>
    act?.from === "new" ? entry.version === 0 : act?.from.includes(entry.state) === true;
  const open = names.filter((name) => leads(actNamed(register, name)));
  const ofPeople = open.filter((name) => !actNamed(register, name)?.by.every((role) => role === "system"));
  // An entry that comes to rest early would leave those that hang on it nothing to do.
  const rests = (act: Act | undefined) =>
    act && act.to !== "unchanged" && register.states[stateAfter(act, entry) ?? ""]?.final;
  const calm = ofPeople.filter((name) => !rests(actNamed(register, name)));
  // What stays, or steps aside, would else leave the way itself rarely gone to its end.
  const onward = calm.filter((name) => {
    const act = actNamed(register, name);
    const to = act && stateAfter(act, entry);
    return to !== undefined && to !== entry.state && register.states[to]?.aside !== true;
  });
  const choices = [onward, onward, onward, calm, calm, calm, ofPeople, ofPeople, open, open, names];
  const choice = dice.pick(choices);
  return dice.pick(choice.length > 0 ? choice : names);
}

function randomActor(register: Register, entry: Entry, act: Act | undefined, dice: Random): Actor {
  const placed = placedOf(register, entry);
  const able = everybody.filter(
    (actor) => act?.by.includes(actor.role) && (entry.version === 0 || inScope(scopeOf(actor), placed)),
  );
  // Most often it is done by those whose turn it is.
  const holding = able.filter(({ organisation }) => organisation === entry.values.holder);
  // And what is to be looked at by another, by somebody who has had no hand in it.
  const fresh = holding.filter(({ id }) => !Object.values(entry.values).includes(id));
  if (fresh.length > 0 && dice.below(3) > 0) return dice.pick(fresh);
  if (holding.length > 0 && dice.below(2) > 0) return dice.pick(holding);
  return dice.pick(able.length > 0 && dice.below(6) > 0 ? able : everybody);
}

interface InputAsked {
  readonly register: Register;
  readonly act: Act;
  readonly actor: Actor;
  readonly entry: Entry;
}

const assigned = ["task", "document", "sub-plan", "evaluation"];
const coverage = ["covers", "everySector", "sectors"];

function randomInput(
  world: RandomWorld,
  { register, act, actor, entry }: InputAsked,
  dice: Random,
): RawInput {
  const fields: Readonly<Record<string, Field>> = { ...register.allFields, ...lineFields };
  // A link drawn at random seldom fits, nor a park, a department of the trade or what a post covers: where none is needed, most go without.
  const seldomFits = (name: string, field: Field | undefined) =>
    field?.kind === "link" ||
    (field?.kind === "organisation" && field.offers !== undefined) ||
    (register.name === "post" && coverage.includes(name));
  const enters = (name: string) => (seldomFits(name, fields[name]) ? dice.below(5) === 0 : dice.below(5) > 0);
  const wanted = [...(act.needs ?? []), ...(act.takes ?? []).filter(enters)];
  const broken = dice.below(5) === 0;
  const entered = wanted.flatMap((name): [string, unknown][] => {
    const field = fields[name];
    if (field === undefined || (broken && dice.below(6) === 0)) return [];
    if (broken && dice.below(3) === 0) return [[name, dice.pick(brokenValues)]];
    if (field.kind === "answers")
      return [[name, randomAnswers(enterpriseOf(world, entry), dayInShanghai(world.now), dice)]];
    const own = name === "organisation" && actor.level === "enterprise" && dice.below(6) > 0;
    // What an office assigns goes to units nearby, where somebody stands who can do it.
    const near = everybody.filter(({ region }) => region === actor.region);
    const isAssigned = ["unit", "organisation"].includes(name) && assigned.includes(register.name);
    if (isAssigned && near.length > 0 && dice.below(4) > 0) return [[name, dice.pick(near).organisation]];
    // Few organisations are assessed, of years that are over.
    if (name === "unit" && register.name === "assessment" && dice.below(6) > 0)
      return [[name, dice.pick(assessedUnits)]];
    if (name === "year" && register.name === "assessment" && dice.below(6) > 0)
      return [[name, dice.pick(["2024", "2025"])]];
    if (name === "legalReviewer" && dice.below(4) > 0) return [[name, entry.values.handledBy]];
    return [[name, own ? actor.organisation : randomValue(world, name, field, dice)]];
  });
  if (register.name === "report" && act.from === "new" && !broken)
    return randomReport(dayInShanghai(world.now), dice) ?? Object.fromEntries(entered);
  if (register.name === "briefing" && !broken)
    return randomBriefing(world, actor, Object.fromEntries(entered), dice);
  // The server draws a secret anew each time.
  if (act.draws !== undefined && !broken) entered.push([act.draws, sha256(String(dice.below(1e9)))]);
  if (act.records && !broken)
    return {
      ...Object.fromEntries(entered),
      ...randomHistory(register, act, dayInShanghai(world.now), dice),
    };
  const extra: [string, unknown][] = [[dice.pick(["number", "dueOn", "__proto__", "constructor"]), "x"]];
  return Object.fromEntries([...entered, ...(broken && dice.below(4) === 0 ? extra : [])]);
}

function randomValue(world: RandomWorld, name: string, field: Field, dice: Random): unknown {
  const today: Day = dayInShanghai(world.now);
  const past = [
    "foundOn",
    "staffReportedOn",
    "checkedOn",
    "originOn",
    "doneOn",
    "reportedOn",
    "acceptedOn",
    "publishedOn",
    "saidOn",
    "issuedOn",
    "endedOn",
  ].includes(name);
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
      // Few clauses have a second, and the plan fewer measures than a number can hold.
      if (name === "measure" && dice.below(8) > 0) return 1 + dice.below(38);
      if (name === "clause" && dice.below(8) > 0) return 1;
      return field.min + dice.below(field.max - field.min + 1);
    case "decimal":
      return Number(
        (field.min + (dice.below(1_001) / 1_000) * (field.max - field.min)).toFixed(field.decimals),
      );
    case "money":
      return dice.below(1_000_000_000) / 100;
    case "day":
      if (dice.below(15) === 0) return dice.pick(["0001-01-01", "1900-01-01", "2199-12-31", "9999-12-31"]);
      return addDays(today, past ? 1 - dice.below(9) : dice.below(40) - 2);
    case "flag":
      return dice.below(2) === 0;
    case "person":
      return dice.pick(everybody).id;
    case "persons":
      return everybody.filter(() => dice.below(8) === 0).map(({ id }) => id);
    case "organisation":
      if (dice.below(6) === 0) return dice.pick(enterpriseNames.map(enterpriseId));
      return dice.pick(dice.below(3) > 0 ? offered[field.offers ?? "supervision"] : bureaus);
    case "organisations":
      return [...new Set([dice.pick(bureaus), dice.pick(bureaus)])];
    case "region":
      return dice.pick(["533401205", "533401103", "533423101", "533422", "5334", "533499"]);
    case "sector":
      return dice.pick(["S01", "S04", "S05", "S99"]);
    case "sectors":
      return ["S01", "S05", "S11"].filter(() => dice.below(2) === 0);
    case "packRows":
      return field.of === "measures" ? [String(1 + dice.below(39))] : ["GM"];
    case "indicators":
      return dice.below(8) === 0 ? ["clicks"] : ["hazards-found", "on-time-rate"];
    case "criteria":
      return dice.below(40) === 0 ? dice.pick(["HC26/1", "GM/99-9"]) : dice.pick(itemsOfTrade);
    case "link":
      return linked(world, field.register, dice);
    case "links":
      return [linked(world, field.register, dice)];
    case "answers":
      return [{ subject: "配电房", answer: "clear" }];
    case "scores":
      return randomScores(field.of, dice);
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
