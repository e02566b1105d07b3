import type { Mention } from "../mention.ts";
import type { Outcome } from "./decide.ts";
import { type Entry, textValue } from "./entry.ts";
import type { RawInput, Values } from "./field.ts";
import type { AlikeFact } from "./others.ts";
import type { Act, Facts, FactsWanted, Register } from "./register.ts";

/** Who asks: an act of the register on this entry, with this input. */
interface Asking {
  readonly register: Register;
  readonly entry: Entry;
  readonly input: RawInput;
  readonly wanted: FactsWanted;
}

/**
 * What acts that are decided one after the other and written together know of each other. The facts of each come from what stands
 * in the database; here they are told what those before have done since, as if it stood there already.
 */
export interface Alongside {
  /** The facts of an act as they are after all that was noted. */
  seen(asking: Asking, facts: Facts): Facts;
  /** The entry as it is after all that was noted. */
  present<E extends Entry>(entry: E): E | Entry;
  note(outcome: Outcome): void;
}

/** An entry that was touched: as the database still has it, and as it is to be. */
interface Touched {
  readonly register: Register;
  readonly before: Entry;
  readonly after: Entry;
}

/** `acts`: those that are asked for. Of entries that are opened only what these compare is kept, so that many take little room. */
export function newAlongside(register: Register, acts: readonly Act[]): Alongside {
  const compared = comparedBy(register, acts);
  const touched = new Map<string, Touched>();
  /** Ids of touched entries that have, or had, the values in these fields, by register, fields and values. */
  const index = new Map<string, Map<string, Set<string>>>();

  const indexed = (register: Register, fields: readonly string[]): Map<string, Set<string>> => {
    const name = keyOf(register.name, fields);
    const known = index.get(name);
    if (known) return known;
    const made = new Map<string, Set<string>>();
    index.set(name, made);
    for (const one of touched.values()) if (one.register === register) place(made, fields, one);
    return made;
  };

  const related = (register: Register, fields: readonly string[], values: readonly string[]): Touched[] =>
    [...(indexed(register, fields).get(keyOf(values)) ?? [])].flatMap((id) => touched.get(id) ?? []);

  const note = ({ steps }: Outcome): void => {
    for (const step of steps) {
      const one = kept(step, touched.get(step.after.id), compared);
      if (one === undefined) continue;
      touched.set(one.after.id, one);
      for (const [name, made] of index) {
        const [of, fields] = keyParts(name);
        if (of === one.register.name) place(made, fields, one);
      }
    }
  };

  const seen = (asking: Asking, facts: Facts): Facts => ({
    ...facts,
    entries: presentEntries(facts.entries, touched),
    counts: { ...facts.counts, ...recounted(asking, facts, related) },
    same: { ...facts.same, ...sameNow(asking, facts, related) },
    alike: alikeNow(asking, facts, related),
    others: othersNow(asking, facts, related),
  });

  return { seen, present: (entry) => touched.get(entry.id)?.after ?? entry, note };
}

/** The fields of the register by which any of the acts looks at other entries, and what it is told of them; none where no act does. */
function comparedBy({ title, allFields }: Register, acts: readonly Act[]): ReadonlySet<string> {
  // Others are told whole.
  if (acts.some(({ facts }) => facts?.others)) return new Set(Object.keys(allFields));
  const fields = acts.flatMap(({ facts: { counts = {}, same = {}, alike } = {} }) => [
    ...Object.values(counts).flat(),
    ...Object.values(same).flat(),
    ...(alike ? [...alike.same, ...(alike.shares ?? []), alike.newestBy] : []),
  ]);
  return new Set(fields.length > 0 ? [...fields, title, "number", "closedOn"] : []);
}

/** What is kept of a step. An entry that it opens nobody can point at yet; one that stood already is kept whole. */
function kept(
  { register, before, after }: Outcome["steps"][number],
  known: Touched | undefined,
  compared: ReadonlySet<string>,
): Touched | undefined {
  const first = known?.before ?? before;
  if (first.version > 0) return { register, before: first, after };
  if (compared.size === 0) return undefined;
  const values = Object.entries(after.values).filter(([name]) => compared.has(name));
  return { register, before: first, after: { ...after, values: Object.fromEntries(values) } };
}

const keyOf = (...parts: unknown[]): string => JSON.stringify(parts);

function keyParts(name: string): [register: string, fields: readonly string[]] {
  return JSON.parse(name);
}

function place(made: Map<string, Set<string>>, fields: readonly string[], { before, after }: Touched): void {
  for (const { version, values } of [before, after]) {
    const own = version > 0 ? textsIn(values, fields) : undefined;
    if (own === undefined) continue;
    const ids = made.get(keyOf(own)) ?? new Set();
    ids.add(after.id);
    made.set(keyOf(own), ids);
  }
}

type Related = (register: Register, fields: readonly string[], values: readonly string[]) => Touched[];

/** The values in these fields; undefined where one is missing. */
function textsIn(values: Values | RawInput, fields: readonly string[]): readonly string[] | undefined {
  const texts = fields.map((field) => values[field]).filter((value) => typeof value === "string");
  return texts.length === fields.length ? texts : undefined;
}

const has = (entry: Entry, fields: readonly string[], values: readonly string[]): boolean =>
  entry.version > 0 && fields.every((field, at) => entry.values[field] === values[at]);

const askedValues = ({ entry, input }: Asking, fields: readonly string[]): readonly string[] | undefined =>
  textsIn(Object.fromEntries(fields.map((field) => [field, input[field] ?? entry.values[field]])), fields);

function presentEntries(entries: Facts["entries"], touched: ReadonlyMap<string, Touched>): Facts["entries"] {
  const present = Object.entries(entries).map(([name, entry]) => [
    name,
    touched.get(entry.id)?.after ?? entry,
  ]);
  return Object.fromEntries(present);
}

function recounted(asking: Asking, facts: Facts, related: Related): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const [name, fields] of Object.entries(asking.wanted.counts ?? {})) {
    const values = askedValues(asking, fields);
    const others = values ? related(asking.register, fields, values) : [];
    let count = facts.counts[name] ?? 0;
    for (const { before, after } of others) {
      if (values === undefined || after.id === asking.entry.id) continue;
      count += Number(has(after, fields, values)) - Number(has(before, fields, values));
    }
    counts[name] = count;
  }
  return counts;
}

/** An entry that is opened in the same batch has no number yet. */
const mentionOf = ({ register, after }: Touched): Mention => ({
  register: register.name,
  id: after.id,
  number: after.values.number ?? "",
  title: textValue(after.values, register.title) ?? "",
});

function sameNow(asking: Asking, facts: Facts, related: Related): Record<string, readonly Mention[]> {
  const same: Record<string, readonly Mention[]> = {};
  for (const [name, fields] of Object.entries(asking.wanted.same ?? {})) {
    const values = askedValues(asking, fields);
    const others = values
      ? related(asking.register, fields, values).filter(({ after }) => after.id !== asking.entry.id)
      : [];
    const gone = new Set(others.map(({ after }) => after.id));
    const come = others.filter(({ after }) => values !== undefined && has(after, fields, values));
    same[name] = [...(facts.same[name] ?? []).filter(({ id }) => !gone.has(id)), ...come.map(mentionOf)];
  }
  return same;
}

function alikeNow(asking: Asking, facts: Facts, related: Related): readonly AlikeFact[] {
  const { alike } = asking.wanted;
  const values = alike && askedValues(asking, alike.same);
  const compared = alike?.shares ?? alike?.same ?? [];
  const enters = compared.some((field) => typeof asking.input[field] === "string");
  if (alike === undefined || values === undefined || !enters) return facts.alike;
  const others = related(asking.register, alike.same, values).filter(
    ({ after }) => after.id !== asking.entry.id,
  );
  const gone = new Set(others.map(({ after }) => after.id));
  const come = others.flatMap((one): AlikeFact[] => {
    const { after } = one;
    const day = textValue(after.values, alike.newestBy);
    const atRest = alike.atWork && after.values.closedOn !== undefined;
    const stands = has(after, alike.same, values) && !atRest && sharesOne(asking, alike.shares, after);
    return day !== undefined && stands ? [{ ...mentionOf(one), state: after.state, day }] : [];
  });
  return [...facts.alike.filter(({ id }) => !gone.has(id)), ...come].sort((one, other) =>
    one.day === other.day ? compare(other.id, one.id) : compare(other.day, one.day),
  );
}

function othersNow(asking: Asking, facts: Facts, related: Related): readonly Entry[] {
  const { others } = asking.wanted;
  const values = others && askedValues(asking, others);
  if (others === undefined || values === undefined) return facts.others;
  const changed = related(asking.register, others, values).filter(
    ({ after }) => after.id !== asking.entry.id,
  );
  const gone = new Set(changed.map(({ after }) => after.id));
  const come = changed.filter(
    ({ after }) => has(after, others, values) && after.values.closedOn === undefined,
  );
  return [...facts.others.filter(({ id }) => !gone.has(id)), ...come.map(({ after }) => after)];
}

/** Has in any of the fields what the asking entry has in any of them; every entry does where no fields are named. */
function sharesOne(
  { entry, input }: Asking,
  fields: readonly string[] | undefined,
  { values }: Entry,
): boolean {
  if (fields === undefined) return true;
  const shared = fields.map((field) => input[field] ?? entry.values[field]);
  return fields.some((field) => typeof values[field] === "string" && shared.includes(values[field]));
}

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));
