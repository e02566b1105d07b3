import { type Day, isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import type { Library } from "../../core/pack/library.ts";
import { unitsUpwards } from "../../core/pack/organisation-tree.ts";
import { type Entry, textValue } from "../../core/register/entry.ts";
import type { Fields, StoredFile, Taken } from "../../core/register/field.ts";
import type { OrganisationFact } from "../../core/register/organisation-fact.ts";
import {
  type Facts,
  type FactsWanted,
  type OfficerFact,
  presentName,
  type Register,
} from "../../core/register/register.ts";
import { enterprise } from "../../core/registers/enterprise.ts";
import { firmFact } from "../../core/registers/firm.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { sectorsOf } from "../../core/registers/self-check-duty.ts";
import { serviceBody } from "../../core/registers/service-body.ts";
import type { Actor, Scope } from "../../core/scope/scope.ts";
import { assessmentFact } from "./assessments.ts";
import {
  type Campaign,
  checklistFacts,
  criteriaFact,
  organisationFact,
  parametersOn,
  placeFacts,
  treeOf,
} from "./campaign.ts";
import { becomeCommitter, becomeReader, type Queryable, type Transaction } from "./database.ts";
import { readEntries } from "./entries.ts";
import { lastFact } from "./facts-last.ts";
import { othersFacts } from "./facts-others.ts";
import { type FactsRequest, type Wanting, wellFormed } from "./facts-request.ts";
import { figureFacts } from "./figures.ts";
import { newId } from "./ids.ts";
import { currentLibrary, libraryFor } from "./imported-criteria.ts";
import { actorsAmong, headedUnits } from "./posts.ts";
import { heldBeforeFact, registrantFact } from "./registrant.ts";
import type { StoredEntry } from "./row.ts";
import { verdictFacts } from "./verdicts.ts";

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
  const [loaded] = await loadFactsOfMany(tx, campaign, [request]);
  if (loaded === undefined) throw new Error("A request without facts");
  return loaded;
}

/**
 * The facts of many requests of one person on one register, in the order of the requests, with as many statements as one of them
 * takes. Each knows what stands in the database: what one of them does, the next does not see.
 */
export async function loadFactsOfMany(
  tx: Transaction,
  campaign: Campaign,
  requests: readonly FactsRequest[],
): Promise<readonly LoadedFacts[]> {
  const [first] = requests;
  if (first === undefined) return [];
  const { scope, actor } = first;
  const wanting = requests.map((request) => ({
    request: { ...request, input: wellFormed(request) },
    wanted: request.acts.map((act) => act.facts ?? {}),
  }));
  const linked = await linkedEntries(tx, scope, wanting);
  const organisations = await organisationFacts(tx, scope, campaign, wanting);
  const library = await libraryOf(tx, campaign, wanting);
  const officer = await officerFact(tx, actor);
  const others = await othersFacts(tx, scope, wanting);
  const loaded: LoadedFacts[] = [];
  for (const [at, { request, wanted }] of wanting.entries()) {
    const ownLinked = linked[at] ?? [];
    const facts: Facts = {
      calendar: campaign.calendar,
      ...parametersOn(campaign, request.day),
      entries: Object.fromEntries(ownLinked),
      organisations: organisations[at] ?? {},
      criteria: criteriaFacts(library, request, wanted),
      places: placeFacts(campaign, request.register, request.input, library),
      officer,
      files: await fileFacts(tx, request),
      ...(others[at] ?? { counts: {}, alike: [], same: {}, others: [] }),
      headedBy: await headFact(tx, campaign, request, wanted),
      registrant: await registrantFact(tx, request, wanted),
      heldBefore: await heldBeforeFact(tx, request, wanted),
      last: await lastFact(tx, request, wanted),
      posts: await postFacts(tx, request, wanted),
      assessment: assessmentFact(campaign, request, wanted),
      figures: await figureFacts(tx, campaign, request),
      verdicts: await verdictFacts(tx, campaign, request),
      sealed: wanted.some(({ sealed }) => sealed) ? await sealedFacts(tx, request) : [],
      ...openingFacts(library, request, wanted, ownLinked),
    };
    loaded.push({ facts, linked: ownLinked.map(([, entry]) => entry) });
  }
  return loaded;
}

/** The library as far as any of the requests looks at it. */
function libraryOf(
  tx: Transaction,
  campaign: Campaign,
  wanting: readonly Wanting[],
): Promise<Library> | Library {
  if (wanting.some(({ wanted }) => wanted.some(({ checklist }) => checklist !== undefined)))
    return currentLibrary(tx, campaign);
  const cited = wanting.flatMap(({ request, wanted }) => pointed(request, wanted, "criteria"));
  return libraryFor(
    tx,
    campaign,
    cited.map(([, id]) => id),
    wanting.flatMap(({ request }) => standardsIn(request)),
  );
}

/** The standards that an input names, as far as it may name any. */
const standardsIn = ({ register: { allFields }, input }: FactsRequest): readonly string[] =>
  Object.entries(input).flatMap(([name, value]) => {
    const field = allFields[name];
    if (field?.kind !== "packRows" || field.of !== "standards" || !Array.isArray(value)) return [];
    return value.map(String);
  });

function criteriaFacts(
  library: Library,
  request: FactsRequest,
  wanted: readonly FactsWanted[],
): Facts["criteria"] {
  const cited = pointed(request, wanted, "criteria").flatMap(([field, id]) => {
    const fact = criteriaFact(library, id);
    return fact ? [[field, fact] as const] : [];
  });
  return Object.fromEntries(cited);
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

/** The entries that each request points at, by field; those of one register are read together. */
async function linkedEntries(tx: Transaction, scope: Scope, wanting: readonly Wanting[]) {
  const pointers = wanting.map(({ request, wanted }) =>
    pointed(request, wanted, "entries").flatMap(([field, id]) => {
      const register = linkedRegister(request.register.allFields, field);
      return register !== undefined && uuid.test(id) ? [{ field, id, register }] : [];
    }),
  );
  const found = new Map<string, StoredEntry>();
  const byRegister = Map.groupBy(pointers.flat(), ({ register }) => register);
  for (const [register, pointed] of byRegister) {
    const ids = [...new Set(pointed.map(({ id }) => id))];
    for (const [id, entry] of await readEntries(tx, scope, register, ids))
      found.set(`${register.name} ${id}`, entry);
  }
  return pointers.map((own) =>
    own.flatMap(({ field, id, register }): [string, StoredEntry][] => {
      const entry = found.get(`${register.name} ${id}`);
      return entry ? [[field, entry]] : [];
    }),
  );
}

function linkedRegister(fields: Fields, name: string): Register | undefined {
  const field = fields[name];
  return field?.kind === "link" ? registerNamed(field.register) : undefined;
}

/** Whoever keeps accounts has people in every enterprise, and sees none of them: that it is there, and where, is all they learn. */
const engine: Scope = { sees: "everything" };

async function organisationFacts(
  tx: Transaction,
  scope: Scope,
  campaign: Campaign,
  wanting: readonly Wanting[],
): Promise<readonly Facts["organisations"][]> {
  const pointers = wanting.map(({ request, wanted }) => pointed(request, wanted, "organisations"));
  const unknown = pointers.flat().flatMap(([, id]) => (organisationFact(campaign, id) ? [] : [id]));
  const asked = [...new Set(unknown)];
  const isKept = scope.sees !== "everything" && wanting.some(({ request }) => request.register.keeping);
  const firms = isKept
    ? await asCommitter(tx, () => firmsAmong(tx, engine, asked))
    : await enterprisesAmong(tx, scope, asked);
  return pointers.map((own) =>
    Object.fromEntries(
      own.flatMap(([field, id]): [string, OrganisationFact][] => {
        const firm = firms.get(id);
        const known = organisationFact(campaign, id) ?? (firm && firmFact(firm));
        return known ? [[field, known]] : [];
      }),
    ),
  );
}

const enterprisesAmong = (tx: Transaction, scope: Scope, ids: readonly string[]) =>
  readEntries(
    tx,
    scope,
    enterprise,
    ids.filter((id) => uuid.test(id)),
  );

/** Whatever answers for itself and has people: enterprises, and service bodies, which stand in accounts and posts alone. */
async function firmsAmong(
  tx: Transaction,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Entry>> {
  const enterprises = await enterprisesAmong(tx, scope, ids);
  const others = ids.filter((id) => uuid.test(id) && !enterprises.has(id));
  return new Map([...enterprises, ...(await readEntries(tx, scope, serviceBody, others))]);
}

/** Reads with open policies, and lets the transaction see again only what its scope allows. */
async function asCommitter<T>(tx: Transaction, read: () => Promise<T>): Promise<T> {
  await becomeCommitter(tx);
  const found = await read();
  await becomeReader(tx);
  return found;
}

/** Who decides on a person of the organisation that an act names: its own head, or the nearest above it. */
async function headFact(
  tx: Transaction,
  campaign: Campaign,
  { input, entry, day }: FactsRequest,
  wanted: readonly FactsWanted[],
): Promise<string | undefined> {
  const asked = wanted.find(({ headedBy }) => headedBy !== undefined)?.headedBy;
  if (asked === undefined) return undefined;
  const named = (field: string) => {
    const value = input[field] ?? entry.values[field];
    return typeof value === "string" && uuid.test(value) ? value : undefined;
  };
  const unit = named(asked.unit);
  if (unit === undefined) return undefined;
  const line = unitsUpwards(treeOf(campaign), unit);
  const supervised = line.length > 0 ? line : [unit, ...(await supervisorsOf(tx, campaign, unit))];
  const besides = asked.besides.flatMap((field) => named(field) ?? []);
  const headed = await headedUnits(tx, supervised, besides, day);
  return supervised.find((one) => headed.has(one));
}

/** Who supervises an enterprise or a service body, and all above; it has no parent of its own. */
async function supervisorsOf(tx: Transaction, campaign: Campaign, id: string): Promise<readonly string[]> {
  const found = (await asCommitter(tx, () => firmsAmong(tx, engine, [id]))).get(id);
  const supervisor = found && textValue(found.values, "supervisedBy");
  return supervisor === undefined ? [] : unitsUpwards(treeOf(campaign), supervisor);
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
