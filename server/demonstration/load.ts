import { readFile } from "node:fs/promises";
import { addDays, type Day, dayInShanghai } from "../../core/calendar/day.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type Actor, scopeOf } from "../../core/scope/scope.ts";
import { performAct } from "../routes/acts.ts";
import type { Services } from "../services.ts";
import { organisationId } from "../store/campaign.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { idOfName } from "../store/ids.ts";
import { actorNamed, createPerson, hashPassword } from "../store/people.ts";
import { givePost } from "../store/posts.ts";
import { tellSelfChecks } from "./self-checks.ts";
import {
  type Demonstration,
  type DemonstrationHazard,
  type DemonstrationPost,
  type DemonstrationRecord,
  type DemonstrationStep,
  demonstrationShape,
} from "./shape.ts";

/** The demonstration while it is loaded: its parts, and everybody in it by user name. */
interface Loading {
  readonly owner: Pool;
  readonly services: Services;
  readonly world: Demonstration;
  readonly people: ReadonlyMap<string, Actor>;
  readonly today: Day;
}

/**
 * Loads the fictional accounts and entries of `packs/demo`. Entries come to be by their acts, on the days on which their story
 * says, through the same door as any other; what already stands from an interrupted start is left as it is.
 */
export async function loadDemonstration(owner: Pool, services: Services): Promise<void> {
  const text = await readFile(new URL("../../packs/demo/demonstration.json", import.meta.url), "utf8");
  const world = demonstrationShape.parse(JSON.parse(text));
  const today = dayInShanghai(services.clock());
  const people = await loadPeople(owner, services, world, today);
  const loading = { owner, services, world, people, today };
  for (const { key, ...input } of world.enterprises) {
    const day = addDays(today, -400);
    await perform(loading, registerOf("enterprise"), enterpriseId(key), {
      actor: personOf(loading, "anweiban"),
      act: "register",
      input: named(input),
      day,
      done: 0,
    });
  }
  for (const record of world.records) await tellRecord(loading, record);
  for (const hazard of world.hazards) await tellStory(loading, hazard);
  await tellSelfChecks(services, [...people.values()]);
}

/** Opens a record of an enterprise and goes on with its acts, or goes on with those of the enterprise itself. */
async function tellRecord(loading: Loading, record: DemonstrationRecord): Promise<void> {
  const register = registerOf(record.register);
  const opens = record.input !== undefined;
  const id = opens ? recordId(record.key) : enterpriseId(record.enterprise);
  let day = addDays(loading.today, -record.daysAgo);
  if (opens) {
    const [act = ""] = Object.entries(register.acts).find(([, { from }]) => from === "new") ?? [];
    const input = { organisation: enterpriseId(record.enterprise), ...named(record.input ?? {}) };
    await perform(loading, register, id, { actor: personOf(loading, record.by), act, input, day, done: 0 });
  }
  for (const [at, { by, act, after, input = {} }] of record.acts.entries()) {
    day = addDays(day, after);
    if (day > loading.today) return;
    const actor = personOf(loading, by);
    await perform(loading, register, id, { actor, act, input: named(input), day, done: at + 1 });
  }
}

const recordId = (key: string): string => idOfName(`demonstration-record:${key}`);

/** Organisations and records stand in the file by their names. */
function named(input: RawInput): RawInput {
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => {
      if (typeof value !== "string") return [field, value];
      if (value.startsWith("$")) return [field, organisationId(value.slice(1))];
      return [field, value.startsWith("@") ? recordId(value.slice(1)) : value];
    }),
  );
}

const enterpriseId = (key: string): string => idOfName(`demonstration-enterprise:${key}`);

function registerOf(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined)
    throw new Error(`The demonstration names a register that does not exist: ${name}`);
  return register;
}

function personOf({ people }: Loading, username: string): Actor {
  const person = people.get(username);
  if (person === undefined)
    throw new Error(`The demonstration names an account that does not exist: ${username}`);
  return person;
}

async function loadPeople(
  owner: Pool,
  services: Services,
  world: Demonstration,
  today: Day,
): Promise<ReadonlyMap<string, Actor>> {
  const passwordHash = await hashPassword(world.password);
  // In post since the campaign began.
  const { from } = services.campaign.pack.plan;
  const people = new Map<string, Actor>();
  for (const { username, name, certificate, also, ...account } of world.accounts) {
    const held =
      certificate === undefined
        ? {}
        : { certificate: { number: certificate, from, to: addDays(today, 730) } };
    const post = postIn(services, account, from);
    const known = await actorNamed(owner, username, today);
    const actor = known ?? (await createPerson(owner, { username, name, passwordHash, post, ...held }));
    // Later than the first, so that signing in begins in the first.
    if (also !== undefined) await givePost(owner, actor.id, postIn(services, also, addDays(from, 1)));
    people.set(username, actor);
  }
  return people;
}

function postIn(
  { campaign }: Services,
  { role, enterprise, organisation = "" }: DemonstrationPost,
  from: Day,
) {
  const unit = campaign.organisations.get(organisationId(organisation));
  return {
    role,
    organisation: enterprise === undefined ? organisationId(organisation) : enterpriseId(enterprise),
    level: unit?.level ?? ("enterprise" as const),
    region: unit?.region ?? "",
    sectors: "all" as const,
    from,
  };
}

interface Deed {
  readonly actor: Actor;
  readonly act: string;
  readonly input: RawInput;
  readonly day: Day;
  /** How many acts the entry has had before this one. */
  readonly done: number;
}

/** Performs one act of a story at nine in the morning of its day; an entry that is already past it is left alone. */
async function perform(
  { services }: Loading,
  register: Register,
  id: string,
  { actor, act, input, day, done }: Deed,
): Promise<void> {
  const scope = scopeOf(actor);
  const entry = await inTransaction(services.pool, scope, (tx) => readEntry(tx, scope, register, id));
  if ((entry?.version ?? 0) > done) return;
  const now = new Date(`${day}T09:00:00+08:00`);
  const place = done === 0 ? { opens: { id } } : { on: { id, version: done } };
  await performAct({ services, actor, scope, now, today: day }, { register, act, input, ...place });
}

async function tellStory(loading: Loading, story: DemonstrationHazard): Promise<void> {
  const { world, today } = loading;
  const register = registerOf("hazard");
  const id = idOfName(`demonstration-hazard:${story.key}`);
  const path = world.paths[story.path] ?? [];
  const finder = path[0]?.by ?? "safety";
  let day = addDays(today, -story.daysAgo);
  const found = {
    title: story.title,
    description: story.description,
    organisation: enterpriseId(story.enterprise),
    source: story.source,
    foundOn: day,
    ...(story.place === undefined ? {} : { place: story.place }),
  };
  await perform(loading, register, id, {
    actor: partOf(loading, story, finder),
    act: "find",
    input: found,
    day,
    done: 0,
  });
  for (const [at, step] of path.slice(0, story.steps).entries()) {
    day = addDays(day, step.after === "$fixTook" ? story.fixTook : step.after);
    // A story does not run ahead of the calendar.
    if (day > today) return;
    const actor = partOf(loading, story, step.by);
    await perform(loading, register, id, {
      actor,
      act: step.act,
      input: inputOf(story, step, day),
      day,
      done: at + 1,
    });
  }
}

/** Who plays a part in a story: the enterprise's own people, or those of the organisation that owns the hazard. */
function partOf(loading: Loading, story: DemonstrationHazard, part: DemonstrationStep["by"]): Actor {
  const roles = {
    safety: "safetyManager",
    principal: "principal",
    inspector: "inspector",
    inspector2: "inspector",
    head: "departmentHead",
  };
  const unit =
    part === "safety" || part === "principal"
      ? enterpriseId(story.enterprise)
      : organisationId(story.owner ?? "");
  const cast = [...loading.people.values()].filter(
    ({ role, organisation }) => role === roles[part] && organisation === unit,
  );
  const chosen = cast[part === "inspector2" ? 1 : 0];
  if (chosen === undefined) throw new Error(`Nobody plays ${part} in ${story.key}`);
  return chosen;
}

function inputOf(story: DemonstrationHazard, { input = {} }: DemonstrationStep, day: Day): RawInput {
  const told: Readonly<Record<string, unknown>> = {
    $item: story.item,
    $reason: story.reason,
    $measures: story.measures,
    $funds: story.funds,
    $owner: story.owner === undefined ? undefined : organisationId(story.owner),
    $today: day,
    $fixDays: addDays(day, story.fixDays),
  };
  return Object.fromEntries(
    Object.entries(input).map(([field, value]) => [field, Object.hasOwn(told, value) ? told[value] : value]),
  );
}
