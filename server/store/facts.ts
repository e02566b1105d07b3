import { type Day, isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import type { Mention } from "../../core/mention.ts";
import type { Library } from "../../core/pack/library.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { Fields, RawInput, StoredFile, Taken } from "../../core/register/field.ts";
import {
  type Act,
  type AlikeFact,
  type Facts,
  type FactsWanted,
  type OfficerFact,
  type OrganisationFact,
  presentName,
  type Register,
} from "../../core/register/register.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import type { Actor, Scope } from "../../core/scope/scope.ts";
import {
  type Campaign,
  checklistFacts,
  criteriaFact,
  organisationFact,
  parametersOn,
  placeFacts,
} from "./campaign.ts";
import type { Queryable, Transaction } from "./database.ts";
import { readEntries, readSame } from "./entries.ts";
import { newId } from "./ids.ts";
import { currentLibrary, libraryFor } from "./imported-criteria.ts";
import { actorsAmong } from "./posts.ts";
import type { StoredEntry } from "./row.ts";
import { newParameters, type Parameters } from "./scope.ts";
import { columnOf, sqlTypes, tableOf } from "./tables.ts";

/** What is asked for when facts are loaded: the acts in question, on this entry, with this input. */
export interface FactsRequest {
  readonly register: Register;
  readonly acts: readonly Act[];
  readonly entry: Entry;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly day: Day;
}

export interface LoadedFacts {
  readonly facts: Facts;
  /** Linked entries as stored, so that what follows on them can be chained. */
  readonly linked: readonly StoredEntry[];
}

/**
 * Loads what the acts declare that they need to know. Whatever lies outside the actor's scope is absent, as if it did not
 * exist. Counted sets are locked by their key until the transaction ends, so that two people cannot both be the first.
 */
export async function loadFacts(
  tx: Transaction,
  campaign: Campaign,
  request: FactsRequest,
): Promise<LoadedFacts> {
  const wanted = request.acts.map((act) => act.facts ?? {});
  const linked = await linkedEntries(tx, request, wanted);
  const organisations = await organisationFacts(tx, campaign, request, wanted);
  const cited = pointed(request, wanted, "criteria");
  const library = wanted.some(({ checklist }) => checklist !== undefined)
    ? await currentLibrary(tx, campaign)
    : await libraryFor(
        tx,
        campaign,
        cited.map(([, id]) => id),
      );
  const criteria = cited.flatMap(([field, id]) => {
    const fact = criteriaFact(library, id);
    return fact ? [[field, fact] as const] : [];
  });
  const facts: Facts = {
    calendar: campaign.calendar,
    ...parametersOn(campaign, request.day),
    entries: Object.fromEntries(linked),
    organisations: Object.fromEntries(organisations),
    criteria: Object.fromEntries(criteria),
    places: placeFacts(campaign, request.register, request.input),
    officer: await officerFact(tx, request.actor),
    files: await fileFacts(tx, request),
    counts: await countFacts(tx, request, wanted),
    alike: await alikeFacts(tx, request, wanted),
    same: await sameFacts(tx, request, wanted),
    posts: await postFacts(tx, request, wanted),
    sealed: wanted.some(({ sealed }) => sealed) ? await sealedFacts(tx, request) : [],
    ...openingFacts(library, request, wanted, linked),
  };
  return { facts, linked: linked.map(([, entry]) => entry) };
}

/** What acts need that are decided by a checklist or open further entries. */
function openingFacts(
  library: Library,
  { input, entry, day }: FactsRequest,
  wanted: readonly FactsWanted[],
  linked: readonly (readonly [string, Entry])[],
): Pick<Facts, "checklist" | "checklistWhole" | "checklistThen" | "newIds"> {
  const asked = wanted.find(({ checklist }) => checklist !== undefined)?.checklist;
  const newIds = wanted.some((facts) => facts.newIds)
    ? Array.from({ length: limits.answersPerField }, () => newId())
    : undefined;
  if (asked === undefined) return { newIds };
  // Of an act that does not look at the enterprise, the entry's own sector counts.
  const enterprise = linked.find(([field]) => field === "organisation")?.[1] ?? entry;
  const entered = input[asked];
  const on = typeof entered === "string" && isDay(entered) ? entered : textValue(entry.values, asked);
  return { newIds, ...checklistFacts(library, sectorsOf(enterprise.values), on ?? day) };
}

type Pointer = "entries" | "organisations" | "criteria";

/** The fields of one kind that the acts ask about, with what they point at: what was entered, or else what the entry holds. */
function pointed(
  { input, entry }: FactsRequest,
  wanted: readonly FactsWanted[],
  kind: Pointer,
): readonly (readonly [string, string])[] {
  const fields = new Set(wanted.flatMap((facts) => facts[kind] ?? []));
  return [...fields].flatMap((field) => {
    const entered = input[field];
    const value = typeof entered === "string" ? entered : textValue(entry.values, field);
    return value === undefined ? [] : [[field, value] as const];
  });
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

async function linkedEntries(tx: Transaction, request: FactsRequest, wanted: readonly FactsWanted[]) {
  const found: [string, StoredEntry][] = [];
  for (const [field, id] of pointed(request, wanted, "entries")) {
    const register = linkedRegister(request.register.allFields, field);
    if (register === undefined || !uuid.test(id)) continue;
    const entry = (await readEntries(tx, request.scope, register, [id])).get(id);
    if (entry) found.push([field, entry]);
  }
  return found;
}

function linkedRegister(fields: Fields, name: string): Register | undefined {
  const field = fields[name];
  return field?.kind === "link" ? registerNamed(field.register) : undefined;
}

async function organisationFacts(
  tx: Transaction,
  campaign: Campaign,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
) {
  const found: [string, OrganisationFact][] = [];
  for (const [field, id] of pointed(request, wanted, "organisations")) {
    const known = organisationFact(campaign, id) ?? (await enterpriseFact(tx, request.scope, id));
    if (known) found.push([field, known]);
  }
  return found;
}

/** An enterprise as an organisation: it answers for itself and supervises nobody. */
async function enterpriseFact(
  tx: Transaction,
  scope: Scope,
  id: string,
): Promise<OrganisationFact | undefined> {
  const register = registerNamed("enterprise");
  if (register === undefined || !uuid.test(id)) return undefined;
  const entry = (await readEntries(tx, scope, register, [id])).get(id);
  return (
    entry && { id, level: "enterprise", region: textValue(entry.values, "region") ?? "", supervises: [] }
  );
}

async function officerFact(tx: Queryable, actor: Actor): Promise<OfficerFact> {
  if (actor.role !== "inspector") return {};
  const { rows } = await tx.query<{ certificate_from: Day | null; certificate_to: Day | null }>({
    name: "officer",
    text: "select certificate_from, certificate_to from person where id = $1",
    values: [actor.id],
  });
  const [row] = rows;
  return {
    certificateFrom: row?.certificate_from ?? undefined,
    certificateTo: row?.certificate_to ?? undefined,
  };
}

/** The posts of the people whom an act is to name; of a few at most, so that a long list costs no more than one. */
async function postFacts(
  tx: Queryable,
  { input, day }: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<Facts["posts"]> {
  const named = wanted.flatMap(({ posts }) => (posts === undefined ? [] : [input[posts]].flat()));
  const ids = named.filter((id) => typeof id === "string").filter((id) => uuid.test(id));
  const actors = await actorsAmong(tx, ids.slice(0, limits.mentionsPerComment), day);
  return Object.fromEntries(Map.groupBy(actors, ({ id }) => id));
}

/** Files that this person uploaded, and those that the entry already holds. */
async function fileFacts(
  tx: Queryable,
  { register, entry, input, actor }: FactsRequest,
): Promise<Record<string, StoredFile>> {
  const asked = Object.entries(input).flatMap(([name, value]) =>
    register.allFields[name]?.kind === "files" && Array.isArray(value)
      ? value.filter((id) => uuid.test(String(id)))
      : [],
  );
  if (asked.length === 0) return {};
  const held = filesOf(entry).map((file): [string, StoredFile] => [file.id, file]);
  const { rows } = await tx.query<{
    id: string;
    hash: string;
    name: string;
    type: string;
    size_bytes: number;
    taken: Taken | null;
  }>({
    name: "uploads",
    text: "select id, hash, name, type, size_bytes, taken from upload where id = any($1::uuid[]) and person = $2",
    values: [asked, actor.id],
  });
  const uploaded = rows.map(({ size_bytes, taken, ...file }): [string, StoredFile] => [
    file.id,
    { ...file, sizeBytes: size_bytes, ...(taken === null ? {} : { taken }) },
  ]);
  return Object.fromEntries([...held, ...uploaded]);
}

/** Every file that an entry holds now. */
export function filesOf(entry: Entry): readonly StoredFile[] {
  return Object.values(entry.values).flatMap((value) =>
    Array.isArray(value) ? value.filter((member) => typeof member === "object" && "hash" in member) : [],
  );
}

/** Fields of which a sealed value still exists in any version, under the names that they have now. */
async function sealedFacts(tx: Queryable, { register, entry }: FactsRequest): Promise<readonly string[]> {
  const { rows } = await tx.query<{ field: string }>({
    name: "sealed-fields",
    text: "select distinct field from value where entry = $1",
    values: [entry.id],
  });
  const names = rows.map(({ field }) => presentName(register, field));
  return [...new Set(names)].filter((name) => name !== "erasureBasis").sort();
}

/** As many as a rule may look at: of one enterprise and one item there are few. */
const alikeMost = 20;

/** Asked only for an act that enters one of the values: a screen that merely offers acts need not know. */
async function alikeFacts(
  tx: Transaction,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<readonly AlikeFact[]> {
  const { register, entry, input } = request;
  const enters = (field: string) => typeof input[field] === "string";
  const asked = wanted
    .flatMap(({ alike }) => alike ?? [])
    .find(({ same, shares = same }) => shares.some(enters));
  if (asked === undefined) return [];
  const values = valuesIn(request, asked.same);
  if (values === undefined) return [];
  const newestBy = columnOf(register, asked.newestBy).column;
  const parameters = newParameters();
  const conditions = [
    `id <> ${parameters.add(entry.id)}`,
    `${newestBy} is not null`,
    ...(asked.atWork ? ["closed_on is null"] : []),
    ...(asked.shares ? [sharesOne(request, asked.shares, parameters)] : []),
    ...asked.same.map((field, at) => isSame(register, field, parameters.add(values[at]))),
  ];
  // On the sight of the engine: whether something happened before must not depend on who asks.
  await tx.query("set local role zhiben_commit");
  const { rows } = await tx.query<AlikeFact>({
    text: `select id, number, ${columnOf(register, register.title).column} as title, state, ${newestBy} as day
      from ${tableOf(register)} where ${conditions.join(" and ")}
      order by ${newestBy} desc, id desc limit ${alikeMost}`,
    values: parameters.values,
  });
  await tx.query("set local role zhiben_request");
  return rows;
}

/** Has in any of the fields what this entry has in any of them. */
function sharesOne(
  { register, entry, input }: FactsRequest,
  fields: readonly string[],
  parameters: Parameters,
): string {
  const shared = fields
    .map((field) => input[field] ?? entry.values[field])
    .filter((value) => typeof value === "string");
  const place = parameters.add(shared);
  const each = fields.map((field) => `${columnOf(register, field).column} = any(${place}::text[])`);
  return `(${each.join(" or ")})`;
}

const isSame = (register: Register, field: string, place: string): string => {
  const { column, kind } = columnOf(register, field);
  return `${column} = ${place}::${sqlTypes[kind]}`;
};

async function countFacts(
  tx: Transaction,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const [name, fields] of wanted.flatMap((facts) => Object.entries(facts.counts ?? {}))) {
    counts[name] = await countSame(tx, request, fields);
  }
  return counts;
}

async function sameFacts(
  tx: Transaction,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<Facts["same"]> {
  const same: Record<string, readonly Mention[]> = {};
  for (const [name, fields] of wanted.flatMap((facts) => Object.entries(facts.same ?? {}))) {
    const values = valuesIn(request, fields);
    const { register, entry, scope } = request;
    const entries = values ? await readSame(tx, scope, register, { fields, values, except: entry.id }) : [];
    same[name] = entries.map(({ id, values }) => ({
      register: register.name,
      id,
      number: values.number ?? "",
      title: textValue(values, register.title) ?? "",
    }));
  }
  return same;
}

/** The values that another entry must have in these fields; undefined where one of them is missing. */
function valuesIn({ entry, input }: FactsRequest, fields: readonly string[]): readonly string[] | undefined {
  const values = fields.map((field) => input[field] ?? entry.values[field]);
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? texts : undefined;
}

async function countSame(tx: Transaction, request: FactsRequest, fields: readonly string[]): Promise<number> {
  const values = valuesIn(request, fields);
  if (values === undefined) return 0;
  const { register, entry } = request;
  const parameters = newParameters();
  const conditions = [
    `id <> ${parameters.add(entry.id)}`,
    ...fields.map((field, at) => isSame(register, field, parameters.add(values[at]))),
  ];
  await tx.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [
    JSON.stringify([register.name, fields, values]),
  ]);
  // Counted on the sight of the engine: whether something exists elsewhere must not depend on who asks.
  await tx.query("set local role zhiben_commit");
  const { rows } = await tx.query<{ count: number }>({
    text: `select count(*) as count from ${tableOf(register)} where ${conditions.join(" and ")}`,
    values: parameters.values,
  });
  await tx.query("set local role zhiben_request");
  return rows[0]?.count ?? 0;
}
