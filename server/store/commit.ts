import { dayInShanghai } from "../../core/calendar/day.ts";
import { chainLine, type Line, type LineBody, type SealedValue } from "../../core/ledger/line.ts";
import { deltasOf } from "../../core/register/cells.ts";
import type { Outcome, Step } from "../../core/register/decide.ts";
import type { Entry } from "../../core/register/entry.ts";
import { namingsOf, toldArrivalsOf } from "../../core/register/notices.ts";
import { type RecordedStep, recordStep, withNumber } from "../../core/register/record.ts";
import type { Register } from "../../core/register/register.ts";
import { encryptingFor, hideNumbers } from "../secrets/hide-numbers.ts";
import type { Vault } from "../secrets/vault.ts";
import { writeConcerns } from "./concerns.ts";
import { becomeCommitter, inOrder, isKeyTaken, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { newId, newSalt } from "./ids.ts";
import { writeParties } from "./parties.ts";
import { keepPeople } from "./people-of-entries.ts";
import { columnNames, rowOf, type StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

/** Somebody else changed an entry between reading and writing; nothing was written. */
export class StaleEntry extends Error {
  readonly id: string;
  constructor(id: string) {
    super(`Entry ${id} has changed`);
    this.id = id;
  }
}

/** A new entry's id is in use already, in this register or another, whoever may see it; nothing was written. */
export class IdTaken extends Error {}

/** Heads of the chains that the steps continue: the hash of each entry's last line. */
export type Heads = ReadonlyMap<string, string>;

/**
 * The one door for writes: entries, chained ledger lines, sealed values, parties, cells, notices, who signs in and lists of any number of outcomes,
 * one statement per table, in the caller's transaction or not at all. Steps down to the commit role, which may write entries
 * and append to the ledger, and may change or remove no line. Throws StaleEntry where an entry moved on in the meantime, IdTaken
 * where a new one cannot have its id. Returns the entries as they now are, in the order of the steps.
 */
export async function commit(
  tx: Transaction,
  outcomes: readonly Outcome[],
  heads: Heads,
  { algorithm, vault }: Sealing,
): Promise<readonly StoredEntry[]> {
  const decided = outcomes.flatMap((outcome) => outcome.steps);
  const stepDown = becomeCommitter(tx);
  // Heard below, unless drawing numbers fails and tells why.
  stepDown.catch(() => undefined);
  const steps = await withNumbers(tx, decided);
  const recorded = hideNumbers(record(steps, heads, algorithm), await encryptingFor(tx, vault, steps));
  const last = lastOfEach(recorded);
  // In one round trip, entries first: whoever comes second must hear that the entry moved on, not that its line is there already.
  await inOrder([
    stepDown,
    writeEntries(tx, last).catch(asIdTaken),
    writeLines(tx, recorded).catch(asIdTaken),
    keepSealed(
      tx,
      recorded.flatMap(({ sealed }) => sealed),
    ),
    writeParties(tx, last),
    writeCells(tx, steps),
    writeNotices(tx, steps),
    writeConcerns(tx, steps),
    eraseValues(tx, recorded),
    keepPeople(tx, last),
  ]);
  return recorded.map(({ step, line }) => ({ ...step.after, head: line.hash }));
}

/** By what lines and personal values are sealed as they are written. */
export interface Sealing {
  readonly algorithm: HashAlgorithm;
  readonly vault: Vault;
}

/** Only a new entry can meet its own key: an old one is found at its version first. */
function asIdTaken(error: unknown): never {
  throw isKeyTaken(error) ? new IdTaken() : error;
}

/** Draws numbers for new entries: one block per series, and the series rows locked in one order, so that two batches never wait for each other. */
async function withNumbers(tx: Transaction, steps: readonly Step[]): Promise<readonly Step[]> {
  const wanted = new Map<string, number>();
  for (const { series } of steps) if (series !== undefined) wanted.set(series, (wanted.get(series) ?? 0) + 1);
  if (wanted.size === 0) return steps;
  const names = [...wanted.keys()].sort();
  const { rows } = await tx.query<{ series: string; drawn: number }>({
    name: "draw-numbers",
    text: `insert into number_series (series, drawn)
      select * from unnest($1::text[], $2::bigint[])
      on conflict (series) do update set drawn = number_series.drawn + excluded.drawn
      returning series, drawn`,
    values: [names, names.map((name) => wanted.get(name))],
  });
  const next = new Map(rows.map(({ series, drawn }) => [series, drawn - (wanted.get(series) ?? 0)]));
  return steps.map((step) => {
    if (step.series === undefined) return step;
    const drawn = (next.get(step.series) ?? 0) + 1;
    next.set(step.series, drawn);
    return withNumber(step, step.register.numbering.format(step.series, drawn));
  });
}

function record(steps: readonly Step[], heads: Heads, algorithm: HashAlgorithm): readonly RecordedStep[] {
  const digest = digestOf(algorithm);
  const current = new Map(heads);
  return steps.map((step) => {
    const recorded = recordStep(step, current.get(step.after.id), newSalt, digest);
    current.set(step.after.id, recorded.line.hash);
    return recorded;
  });
}

interface Written {
  readonly register: Register;
  readonly before: Entry;
  readonly entry: Entry;
  readonly head: string;
}

/** Several steps may concern one entry; it is written once, from what it was before the first to what it is after the last. */
function lastOfEach(recorded: readonly RecordedStep[]): readonly Written[] {
  const written = new Map<string, Written>();
  for (const { step, line } of recorded) {
    const before = written.get(step.after.id)?.before ?? step.before;
    written.set(step.after.id, { register: step.register, before, entry: step.after, head: line.hash });
  }
  return [...written.values()];
}

async function writeEntries(tx: Transaction, written: readonly Written[]): Promise<void> {
  const registers = [...new Set(written.map(({ register }) => register))];
  const writes = registers.flatMap((register) => {
    const own = written.filter((entry) => entry.register === register);
    const [opened, changed] = [
      own.filter(({ before }) => before.version === 0),
      own.filter(({ before }) => before.version > 0),
    ];
    return [insertEntries(tx, register, opened), updateEntries(tx, register, changed)];
  });
  await inOrder(writes);
}

async function insertEntries(
  tx: Transaction,
  register: Register,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return;
  const columns = columnNames(register).join(", ");
  await tx.query({
    name: `insert-${register.name}`,
    text: `insert into ${tableOf(register)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${tableOf(register)}, $1::jsonb)`,
    values: [JSON.stringify(written.map(({ entry, head }) => rowOf(register, entry, head)))],
  });
}

const neverChanged: ReadonlySet<string> = new Set(["id", "register"]);

async function updateEntries(
  tx: Transaction,
  register: Register,
  written: readonly Written[],
): Promise<void> {
  if (written.length === 0) return;
  const set = columnNames(register)
    .filter((column) => !neverChanged.has(column))
    .map((column) => `${column} = r.${column}`);
  // Version by version: whoever came between has changed it, and then fewer rows answer.
  const { rows } = await tx.query<{ id: string }>({
    name: `update-${register.name}`,
    text: `update ${tableOf(register)} e set ${set.join(", ")}
      from jsonb_populate_recordset(null::${tableOf(register)}, $1::jsonb) r
      join unnest($2::uuid[], $3::integer[]) as f(id, version) on f.id = r.id
      where e.id = r.id and e.version = f.version returning e.id`,
    values: [
      JSON.stringify(written.map(({ entry, head }) => rowOf(register, entry, head))),
      written.map(({ entry }) => entry.id),
      written.map(({ before }) => before.version),
    ],
  });
  if (rows.length === written.length) return;
  const done = new Set(rows.map(({ id }) => id));
  throw new StaleEntry(written.find(({ entry }) => !done.has(entry.id))?.entry.id ?? "");
}

const writeLines = (tx: Transaction, recorded: readonly RecordedStep[]) =>
  appendLines(
    tx,
    recorded.map(({ line }) => line),
  );

async function appendLines(tx: Queryable, lines: readonly Line[]): Promise<void> {
  await tx.query({
    name: "append-lines",
    text: `with lines as (
        insert into ledger (${lineColumns})
        select * from ${lineRows}
        returning entry, version, at, hash)
      insert into unsequenced (entry, version, at, hash) select entry, version, at, hash from lines`,
    values: lineValues(lines),
  });
}

/** The columns of a log, the ledger's and the audit log's alike; `lineRows` are as many lists of what `lineValues` gives. */
export const lineColumns = "entry, version, register, act, actor, at, day, text, prev_hash, hash";
export const lineRows = `unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::uuid[], $6::timestamptz[], $7::date[],
          $8::text[], $9::text[], $10::text[])`;

export function lineValues(lines: readonly Line[]): unknown[] {
  const bodies = lines.map(({ body }) => body);
  return [
    bodies.map((body) => body.entry),
    bodies.map((body) => body.version),
    bodies.map((body) => body.register),
    bodies.map((body) => body.act),
    bodies.map((body) => body.actor),
    bodies.map((body) => body.at),
    bodies.map((body) => body.day),
    lines.map((line) => line.text),
    lines.map((line) => line.prev),
    lines.map((line) => line.hash),
  ];
}

/** A line of the installation's own chain: that it was founded, as what, and whatever befell it whole. It concerns no entry of a register. */
export const appendInstallationLine = (
  owner: Queryable,
  algorithm: HashAlgorithm,
  head: string,
  body: LineBody,
): Promise<void> => appendLines(owner, [chainLine(body, head, digestOf(algorithm))]);

/** Keeps the values that lines of either log only commit to. */
export async function keepSealed(tx: Queryable, sealed: readonly SealedValue[]): Promise<void> {
  if (sealed.length === 0) return;
  await tx.query({
    name: "keep-values",
    text: `insert into value (entry, version, field, salt, value)
      select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::jsonb[])`,
    values: [
      sealed.map((value) => value.entry),
      sealed.map((value) => value.version),
      sealed.map((value) => value.field),
      sealed.map((value) => value.salt),
      sealed.map((value) => JSON.stringify(value.value)),
    ],
  });
}

/** The values that lines just written say to be erased; a function of the database reads it from the lines themselves. */
async function eraseValues(tx: Transaction, recorded: readonly RecordedStep[]): Promise<void> {
  const erasing = recorded.filter(({ step }) => step.erases).map(({ line }) => line.body);
  if (erasing.length === 0) return;
  await tx.query({
    name: "erase-values",
    text: "select erase_values($1::uuid[], $2::integer[])",
    values: [erasing.map(({ entry }) => entry), erasing.map(({ version }) => version)],
  });
}

async function writeCells(tx: Transaction, steps: readonly Step[]): Promise<void> {
  const deltas = steps.flatMap((step) =>
    deltasOf(step).map((delta) => ({ ...delta, known: dayInShanghai(step.at) })),
  );
  if (deltas.length === 0) return;
  await tx.query({
    name: "append-cells",
    text: `insert into cell (measure, region, sector, organisation, level, restricted, day, known_day, count, sum)
      select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::boolean[], $7::date[], $8::date[],
        $9::integer[], $10::numeric[])`,
    values: [
      deltas.map((delta) => delta.measure),
      deltas.map((delta) => delta.region),
      deltas.map((delta) => delta.sector),
      deltas.map((delta) => delta.organisation),
      deltas.map((delta) => delta.level),
      deltas.map((delta) => delta.restricted),
      deltas.map((delta) => delta.day),
      deltas.map((delta) => delta.known),
      deltas.map((delta) => delta.count),
      deltas.map((delta) => delta.sum),
    ],
  });
}

async function writeNotices(tx: Transaction, steps: readonly Step[]): Promise<void> {
  const notices = steps.flatMap((step) => [
    ...toldArrivalsOf(step).map((notice) => ({ ...notice, step, kind: "arrived", person: null, by: null })),
    ...namingsOf(step).map((notice) => ({ ...notice, step, kind: "named", by: step.actor.id })),
  ]);
  if (notices.length === 0) return;
  await tx.query({
    name: "give-notices",
    text: `insert into notice (id, entry, register, organisation, roles, kind, day, at, person, named_by)
      select n.id, n.entry, n.register, n.organisation, string_to_array(n.roles, ','), n.kind, n.day, n.at, n.person, n.named_by
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::timestamptz[],
          $9::uuid[], $10::uuid[])
        as n(id, entry, register, organisation, roles, kind, day, at, person, named_by)`,
    values: [
      notices.map(() => newId()),
      notices.map(({ step }) => step.after.id),
      notices.map(({ step }) => step.register.name),
      notices.map((notice) => notice.organisation),
      notices.map((notice) => notice.roles.join(",")),
      notices.map(({ kind }) => kind),
      notices.map(({ step }) => step.day),
      notices.map(({ step }) => step.at),
      notices.map(({ person }) => person),
      notices.map(({ by }) => by),
    ],
  });
}
