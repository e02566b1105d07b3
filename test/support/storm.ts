import { newRandom, type Random } from "../../bench/random.ts";
import { addDays, type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { placedOf } from "../../core/register/entry.ts";
import type { Field } from "../../core/register/field.ts";
import type { Act, Register } from "../../core/register/register.ts";
import { lineFields } from "../../core/register/register.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { inScope, scopeOf } from "../../core/scope/scope.ts";
import { HttpProblem, Refused } from "../../server/http/problems.ts";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { performAct } from "../../server/routes/acts.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { StaleEntry } from "../../server/store/commit-errors.ts";
import { entryOf, type Row } from "../../server/store/row.ts";
import { tableOf } from "../../server/store/tables.ts";
import { type EnterpriseName, enterpriseId, type PersonName, personNames } from "./cast.ts";
import { randomScores } from "./random-values.ts";
import { answersBut } from "./self-checks.ts";
import type { World } from "./world.ts";

/** What came of a storm: how many acts were done, and why others were not. */
export type Tally = Map<string, number>;

const regions = ["533401205", "533401103", "533423101"];
const owners = ["xianggelila-yingji", "weixi-yingji", "zhou-yingji"].map(organisationId);
const offered = {
  supervision: owners,
  industry: [organisationId("zhou-gongxin"), ...owners],
  park: [organisationId("xianggelila-chanye-yuanqu"), ...owners],
  assignable: owners,
  any: [...owners, enterpriseId("copper")],
} as const;

/** Lets random people try random acts on a few entries, several at once, on days that go on; some win, some are refused. */
export async function storm(
  world: World,
  { seed, rounds, atOnce }: { readonly seed: number; readonly rounds: number; readonly atOnce: number },
): Promise<Tally> {
  const dice = newRandom(seed);
  const tally: Tally = new Map();
  const count = (what: string) => tally.set(what, (tally.get(what) ?? 0) + 1);
  const entries: { register: string; id: string }[] = (["copper", "foundry", "timber"] as const).map(
    (name) => ({
      register: "enterprise",
      id: enterpriseId(name),
    }),
  );
  await oweChecks(world, dice);
  for (let round = 0; round < rounds; round += 1) {
    if (round % roundsPerTending === 0) {
      await tendSelfChecks(world.services);
      entries.push(
        ...(await selfChecks(world)).filter(({ id }) => !entries.some((known) => known.id === id)),
      );
    }
    world.clock.now = new Date(world.clock.now.getTime() + dice.below(10) * 3_600_000);
    const opens = dice.below(3) === 0;
    const tries = Array.from({ length: atOnce }, () =>
      opens ? openOne(world, dice) : actOnce(world, dice, entries),
    );
    for (const result of await Promise.all(tries)) {
      count(result.what);
      if (result.opened) entries.push(result.opened);
    }
  }
  return tally;
}

const roundsPerTending = 20;

/** Two of the enterprises come to owe self-checks, one of them every month. */
async function oweChecks(world: World, dice: Random): Promise<void> {
  const register = known("enterprise");
  for (const [person, name, highRisk] of [
    ["luo", "copper", true],
    ["he", "timber", false],
  ] as const) {
    const input = { ownership: "prefecture", highRisk };
    const on = { id: enterpriseId(name), version: 1 };
    await attempt(world, person, { register, act: "amend", input, on }, dice);
  }
}

async function selfChecks({ owner }: World): Promise<readonly { register: string; id: string }[]> {
  const { rows } = await owner.query<{ id: string }>(`select id from ${tableOf(known("self-check"))}`);
  return rows.map(({ id }) => ({ register: "self-check", id }));
}

interface Result {
  readonly what: string;
  readonly opened?: { readonly register: string; readonly id: string } | undefined;
}

const opening = registers.flatMap((register) =>
  Object.entries(register.acts).flatMap(([name, act]) =>
    act.from === "new" ? [{ register, name, act }] : [],
  ),
);

/** Most often a hazard, which has the longest way to go. */
async function openOne(world: World, dice: Random): Promise<Result> {
  const hazards = opening.filter(({ register }) => register.name === "hazard");
  const { register, name, act } = dice.pick(dice.below(3) === 0 ? opening : hazards);
  const person = dice.pick(personNames);
  const { level, organisation } = await world.actor(person);
  const own = level === "enterprise" && dice.below(6) > 0 ? { organisation } : {};
  const input = { ...inputFor(world, register, act, dice), ...own };
  return attempt(world, person, { register, act: name, input, opens: {} }, dice);
}

/** Somebody takes one of the last entries and tries an act that is open in its state, most often one that their role may do. */
async function actOnce(
  world: World,
  dice: Random,
  entries: readonly { register: string; id: string }[],
): Promise<Result> {
  const target = dice.pick(dice.below(3) === 0 ? entries : entries.slice(-12));
  const register = known(target.register);
  const { rows } = await world.owner.query<Row>(`select * from ${tableOf(register)} where id = $1`, [
    target.id,
  ]);
  const entry = rows[0] && entryOf(register, rows[0]);
  if (entry === undefined) throw new Error(`${target.id} is gone`);
  // An enterprise rarely changes: one that closes early would leave the storm nothing to do on its hazards.
  const calm = register.name === "enterprise" && dice.below(25) > 0;
  // What only says something would else be most of what is done.
  const isQuiet = dice.below(8) > 0;
  const open = Object.entries(register.acts).filter(
    ([, { from, to, remarks }]) =>
      from !== "new" &&
      from.includes(entry.state) &&
      !(calm && to !== "unchanged") &&
      !(isQuiet && remarks === true),
  );
  if (open.length === 0) return { what: "at rest" };
  const [name, act] = dice.pick(open);
  const people = await Promise.all(
    personNames.map(async (person) => ({ person, actor: await world.actor(person) })),
  );
  const placed = placedOf(register, entry);
  const able = people.filter(({ actor }) => act.by.includes(actor.role) && inScope(scopeOf(actor), placed));
  const { person } = dice.pick(able.length > 0 && dice.below(6) > 0 ? able : people);
  const input = inputFor(world, register, act, dice);
  const on = { id: target.id, version: entry.version - (dice.below(20) === 0 ? 1 : 0) };
  return attempt(world, person, { register, act: name, input, on }, dice);
}

function known(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
}

type Asked = Parameters<typeof performAct>[1];

async function attempt(world: World, person: PersonName, asked: Asked, dice: Random): Promise<Result> {
  const actor = await world.actor(person);
  const { now } = world.clock;
  // Some of the work was done days ago, without network.
  const doneAt =
    dice.below(8) === 0 ? new Date(now.getTime() - dice.below(72) * 3_600_000).toISOString() : undefined;
  const asking = { services: world.services, actor, scope: scopeOf(actor), now, today: dayInShanghai(now) };
  try {
    const { entry } = await performAct(asking, { ...asked, doneAt });
    return { what: "done", opened: asked.on || !entry ? undefined : entry };
  } catch (error) {
    if (error instanceof Refused) return { what: error.refusal.code };
    if (error instanceof HttpProblem) return { what: error.code };
    if (error instanceof StaleEntry) return { what: "stale-version" };
    throw error;
  }
}

function inputFor(world: World, register: Register, act: Act, dice: Random): Record<string, unknown> {
  const fields: Readonly<Record<string, Field>> = { ...register.allFields, ...lineFields };
  const wanted = [...(act.needs ?? []), ...(act.takes ?? []).filter(() => dice.below(2) === 0)];
  const input: Record<string, unknown> = {};
  for (const name of wanted) {
    const field = fields[name];
    const value = field && valueFor(world, name, field, dice);
    if (value !== undefined) input[name] = value;
  }
  return input;
}

function valueFor(world: World, name: string, field: Field, dice: Random): unknown {
  const today: Day = dayInShanghai(world.clock.now);
  switch (field.kind) {
    case "text":
      return `${field.words.zh} ${dice.below(1_000)}`;
    case "choice":
      return dice.pick(Object.keys(field.options));
    case "choices":
      return [dice.pick(Object.keys(field.options))];
    case "integer":
      return field.min + dice.below(field.max - field.min + 1);
    case "decimal":
      return Number(
        (field.min + (dice.below(1_001) / 1_000) * (field.max - field.min)).toFixed(field.decimals),
      );
    case "money":
      return dice.below(10_000_000) / 100;
    case "day":
      // Things are found in the past and promised for the future.
      return addDays(
        today,
        ["foundOn", "staffReportedOn", "checkedOn", "reportedOn", "acceptedOn", "publishedOn"].includes(name)
          ? -dice.below(5)
          : dice.below(20) - 1,
      );
    case "organisation":
      return dice.pick(offered[field.offers ?? "supervision"]);
    case "organisations":
      return dice.below(2) === 0 ? [] : [dice.pick(offered.supervision)];
    case "region":
      return dice.pick(regions);
    case "sector":
      return dice.pick(["S04", "S05"]);
    case "sectors":
      return ["S11", "S16"].filter(() => dice.below(2) === 0);
    case "packRows":
      return field.of === "measures" ? ["5"] : ["GM"];
    case "indicators":
      return ["hazards-found", "on-time-rate"].filter((_, at) => at === 0 || dice.below(2) === 0);
    case "criteria":
      return dice.pick(["GM/3-1", "GM/3-2", "GM/3-3", "GM/4-1", "GM/4-2", "GM/12-1", "GM/12-2"]);
    case "code":
      return `C${dice.below(100)}`;
    case "answers":
      return answersBut(dice.below(2) === 0 ? [] : ["GM/3-2", "GM/4-1"]);
    case "scores":
      return randomScores(field.of, dice);
    case "position":
      return `geo:27.8258,99.7087;crs=wgs84;u=${dice.below(100)}`;
    case "flag":
      return dice.below(2) === 0;
    case "persons":
      return [];
    case "link":
      return name === "organisation"
        ? enterpriseId(dice.pick<EnterpriseName>(["copper", "foundry", "timber"]))
        : undefined;
    default:
      return undefined;
  }
}
