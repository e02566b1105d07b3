import { limits } from "../../core/limits.ts";
import type { Mention } from "../../core/mention.ts";
import type { Entry } from "../../core/register/entry.ts";
import type { AlikeFact } from "../../core/register/others.ts";
import type { Facts, FactsWanted, Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { becomeCommitter, becomeReader, type Transaction } from "./database.ts";
import type { FactsRequest, Wanting } from "./facts-request.ts";
import { entryOf, type Row } from "./row.ts";
import { newParameters, type Parameters, partyCondition, scopeCondition } from "./scope.ts";
import { columnOf, keyedBy, tableOf } from "./tables.ts";

/** What acts want to know of other entries of the register: how many are the same, which are alike. */
export type OthersFacts = Pick<Facts, "counts" | "alike" | "same" | "others">;

/** What each request wants to know of other entries; one statement for a kind of question, however many requests ask it. */
export async function othersFacts(
  tx: Transaction,
  scope: Scope,
  wanting: readonly Wanting[],
): Promise<readonly OthersFacts[]> {
  const counts = await compared(
    wanting,
    (facts) => facts.counts,
    0,
    (asked) => countSame(tx, asked),
  );
  const alike = await alikeFacts(tx, wanting);
  const same = await compared(
    wanting,
    (facts) => facts.same,
    [],
    (asked) => readSame(tx, scope, asked),
  );
  const others = await compared<readonly Entry[]>(
    wanting,
    ({ others: fields, othersBy = {} }) => {
      const compares = fields ?? Object.keys(othersBy);
      return compares.length > 0 ? { others: compares } : undefined;
    },
    [],
    (asked) => readOthers(tx, asked),
  );
  return wanting.map((_, at) => ({
    counts: counts[at] ?? {},
    alike: alike.get(at) ?? [],
    same: same[at] ?? {},
    others: others[at]?.others ?? [],
  }));
}

/** One question of one request: the values that other entries must have. */
interface Key {
  /** Place of the request. */
  readonly at: number;
  /** The entry that asks, which is no other. */
  readonly self: string;
  readonly values: readonly string[];
}

/** A set of fields by which other entries are compared, with who asks for it. */
interface Comparison {
  readonly name: string;
  readonly register: Register;
  readonly fields: readonly string[];
  /** Places of the requests that ask, whether or not they have the values for it. */
  readonly askers: readonly number[];
  readonly keys: readonly Key[];
}

/** The comparisons that acts ask for by name, each with all requests that have every value for it. */
function comparisons(
  wanting: readonly Wanting[],
  asked: (facts: FactsWanted) => Readonly<Record<string, readonly string[]>> | undefined,
): readonly Comparison[] {
  const found = new Map<string, Comparison & { readonly askers: number[]; readonly keys: Key[] }>();
  for (const [at, { request, wanted }] of wanting.entries()) {
    const { register, entry } = request;
    for (const { name, fields, from } of wanted.flatMap((facts) => comparedBy(facts, asked(facts)))) {
      const id = JSON.stringify([register.name, name, fields, from]);
      const comparison = found.get(id) ?? { name, register, fields, askers: [], keys: [] };
      found.set(id, comparison);
      // Two acts of one request may ask the same.
      if (comparison.askers.at(-1) === at) continue;
      comparison.askers.push(at);
      const values = valuesIn(request, from);
      if (values !== undefined) comparison.keys.push({ at, self: entry.id, values });
    }
  }
  return [...found.values()];
}

/** The fields that are compared by each name, and those from which their values are taken. */
const comparedBy = (
  { othersBy = {} }: FactsWanted,
  asked: Readonly<Record<string, readonly string[]>> = {},
) =>
  Object.entries(asked).map(([name, fields]) => {
    const stands = name === "others" ? othersBy : {};
    return { name, fields, from: fields.map((field) => stands[field] ?? field) };
  });

/** The values that another entry must have in these fields; undefined where one of them is missing. */
export function valuesIn(
  { entry, input }: FactsRequest,
  fields: readonly string[],
): readonly string[] | undefined {
  const values = fields.map((field) => input[field] ?? entry.values[field]);
  const texts = values.filter((value) => typeof value === "string");
  return texts.length === values.length ? texts : undefined;
}

/** The keys as rows `k (at, self, shared, v0, v1 …)` of a statement; `shared`: for each a list of values, as JSON. */
function keyRows(
  { register, fields, keys }: Pick<Comparison, "register" | "fields" | "keys">,
  parameters: Parameters,
  shared: readonly string[] = keys.map(() => "[]"),
): string {
  const columns = fields.map((field, place) => {
    const values = parameters.add(keys.map((key) => key.values[place]));
    return `${values}::${keyedBy(register, field, "").type}`;
  });
  const arrays = [
    `${parameters.add(keys.map(({ at }) => at))}::integer[]`,
    `${parameters.add(keys.map(({ self }) => self))}::uuid[]`,
    `${parameters.add(shared)}::jsonb[]`,
    ...columns,
  ];
  const names = ["at", "self", "shared", ...fields.map((_, place) => `v${place}`)];
  return `unnest(${arrays.join(", ")}) as k (${names.join(", ")})`;
}

/** That an entry `e` has the values of the key `k`, and is another than the one that asks. */
function matches({ register, fields }: Pick<Comparison, "register" | "fields">): string {
  const equal = fields.map((field, place) => keyedBy(register, field, `k.v${place}`).equal);
  return ["e.id <> k.self", ...equal].join(" and ");
}

/** What was found for each comparison, by request and name; `none` where nothing was. */
async function compared<T>(
  wanting: readonly Wanting[],
  asked: (facts: FactsWanted) => Readonly<Record<string, readonly string[]>> | undefined,
  none: T,
  find: (comparison: Comparison) => Promise<ReadonlyMap<number, T>>,
): Promise<readonly Readonly<Record<string, T>>[]> {
  const found: Record<string, T>[] = wanting.map(() => ({}));
  for (const comparison of comparisons(wanting, asked)) {
    const answers = comparison.keys.length > 0 ? await find(comparison) : new Map<number, T>();
    for (const at of comparison.askers) {
      const own = found[at];
      if (own) own[comparison.name] = answers.get(at) ?? none;
    }
  }
  return found;
}

/** How many others have the same values, on the sight of the engine: whether something exists elsewhere must not depend on who asks. */
async function countSame(tx: Transaction, comparison: Comparison): Promise<ReadonlyMap<number, number>> {
  const { register } = comparison;
  await lockKeys(tx, comparison);
  const parameters = newParameters();
  await becomeCommitter(tx);
  const { rows } = await tx.query<{ at: number; count: number }>({
    text: `select k.at, count(e.id) as count from ${keyRows(comparison, parameters)}
      left join ${tableOf(register)} e on ${matches(comparison)} group by k.at`,
    values: parameters.values,
  });
  await becomeReader(tx);
  return new Map(rows.map(({ at, count }) => [at, count]));
}

/** Until the transaction ends, nobody else compares by the same values. */
async function lockKeys(tx: Transaction, { register, fields, keys }: Comparison): Promise<void> {
  const locks = keys.map(({ values }) => JSON.stringify([register.name, fields, values]));
  // In one order, so that two batches never wait for each other.
  await tx.query("select pg_advisory_xact_lock(hashtextextended(k, 0)) from unnest($1::text[]) as k", [
    [...new Set(locks)].sort(),
  ]);
}

/** Others with the same values that are not at rest, whole and on the sight of the engine: what a person holds elsewhere counts. */
async function readOthers(
  tx: Transaction,
  comparison: Comparison,
): Promise<ReadonlyMap<number, readonly Entry[]>> {
  const { register } = comparison;
  await lockKeys(tx, comparison);
  const parameters = newParameters();
  await becomeCommitter(tx);
  const { rows } = await tx.query<Row & { at: number }>({
    text: `select k.at, e.* from ${keyRows(comparison, parameters)}
      join ${tableOf(register)} e on ${matches(comparison)} and e.closed_on is null order by k.at, e.id`,
    values: parameters.values,
  });
  await becomeReader(tx);
  const found = rows.map((row) => ({ at: row.at, entry: entryOf(register, row) }));
  return new Map(
    [...Map.groupBy(found, ({ at }) => at)].map(([at, own]) => [at, own.map(({ entry }) => entry)]),
  );
}

/** As many as a rule may look at: of one enterprise and one item there are few. */
const alikeMost = 20;

type Alike = NonNullable<FactsWanted["alike"]>;

/** Asked only for an act that enters one of the values: a screen that merely offers acts need not know. */
async function alikeFacts(
  tx: Transaction,
  wanting: readonly Wanting[],
): Promise<ReadonlyMap<number, readonly AlikeFact[]>> {
  const asking = wanting.flatMap(({ request, wanted }, at) => {
    const enters = (field: string) => typeof request.input[field] === "string";
    const asked = wanted
      .flatMap(({ alike }) => alike ?? [])
      .find(({ same, shares = same }) => shares.some(enters));
    const values = asked && valuesIn(request, asked.same);
    return asked && values ? [{ asked, request, key: { at, self: request.entry.id, values } }] : [];
  });
  const found = new Map<number, readonly AlikeFact[]>();
  for (const together of Map.groupBy(asking, ({ asked }) => asked).values()) {
    for (const [at, facts] of await readAlike(tx, together)) found.set(at, facts);
  }
  return found;
}

interface AskingAlike {
  readonly asked: Alike;
  readonly request: FactsRequest;
  readonly key: Key;
}

async function readAlike(
  tx: Transaction,
  together: readonly AskingAlike[],
): Promise<ReadonlyMap<number, readonly AlikeFact[]>> {
  const [first] = together;
  if (first === undefined) return new Map();
  const { asked, request } = first;
  const { register } = request;
  const comparison = { register, fields: asked.same, keys: together.map(({ key }) => key) };
  const newestBy = `e.${columnOf(register, asked.newestBy).column}`;
  const parameters = newParameters();
  const shared = together.map(({ request: own }) => sharedValues(own, asked.shares ?? []));
  const conditions = [
    matches(comparison),
    `${newestBy} is not null`,
    ...(asked.atWork ? ["e.closed_on is null"] : []),
    ...(asked.shares ? [sharesOne(register, asked.shares)] : []),
  ];
  // On the sight of the engine: whether something happened before must not depend on who asks.
  await becomeCommitter(tx);
  const { rows } = await tx.query<AlikeFact & { at: number }>({
    text: `select at, id, number, title, state, day from (
        select k.at, e.id, e.number, e.${columnOf(register, register.title).column} as title, e.state, ${newestBy} as day,
          row_number() over (partition by k.at order by ${newestBy} desc, e.id desc) as place
        from ${keyRows(comparison, parameters, shared)} join ${tableOf(register)} e on ${conditions.join(" and ")}) a
      where place <= ${alikeMost} order by at, place`,
    values: parameters.values,
  });
  await becomeReader(tx);
  const told = rows.map(({ at, ...fact }) => ({ at, fact }));
  return new Map(
    [...Map.groupBy(told, ({ at }) => at)].map(([at, own]) => [at, own.map(({ fact }) => fact)]),
  );
}

/** What a request has in any of these fields, as JSON. */
const sharedValues = ({ input, entry }: FactsRequest, fields: readonly string[]): string =>
  JSON.stringify(
    fields.map((field) => input[field] ?? entry.values[field]).filter((value) => typeof value === "string"),
  );

/** That an entry `e` has in any of the fields what the key shares. */
function sharesOne(register: Register, fields: readonly string[]): string {
  const each = fields.map(
    (field) =>
      `e.${columnOf(register, field).column} = any(array(select jsonb_array_elements_text(k.shared)))`,
  );
  return `(${each.join(" or ")})`;
}

/** Which others have the same values, within the actor's sight: a few of each, the earliest first. */
async function readSame(
  tx: Transaction,
  scope: Scope,
  comparison: Comparison,
): Promise<ReadonlyMap<number, readonly Mention[]>> {
  const { register } = comparison;
  const parameters = newParameters();
  const seen = `(${scopeCondition(scope, register, parameters)} or ${partyCondition(scope, parameters)})`;
  const { rows } = await tx.query<{ at: number; id: string; number: string | null; title: string | null }>({
    text: `select at, id, number, title from (
        select k.at, e.id, e.number, e.title, row_number() over (partition by k.at order by e.opened_on, e.id) as place
        from ${keyRows(comparison, parameters)} join ${tableOf(register)} e on ${matches(comparison)} and ${seen}) s
      where place <= ${limits.sameEntriesTold} order by at, place`,
    values: parameters.values,
  });
  const told = rows.map(({ at, id, number, title }) => ({
    at,
    mention: { register: register.name, id, number: number ?? "", title: title ?? "" },
  }));
  return new Map(
    [...Map.groupBy(told, ({ at }) => at)].map(([at, own]) => [at, own.map(({ mention }) => mention)]),
  );
}
