import { dayInShanghai } from "../../core/calendar/day.ts";
import { chainLine, type Line, type LineBody, type SealedValue } from "../../core/ledger/line.ts";
import { deltasOf } from "../../core/register/cells.ts";
import type { Outcome, Step } from "../../core/register/decide.ts";
import type { Entry } from "../../core/register/entry.ts";
import { namingsOf, toldArrivalsOf } from "../../core/register/notices.ts";
import { type RecordedStep, recordStep } from "../../core/register/record.ts";
import type { Register } from "../../core/register/register.ts";
import { encryptingFor, hideNumbers } from "../secrets/hide-numbers.ts";
import type { Vault } from "../secrets/vault.ts";
import { arrayParameters } from "./array-parameters.ts";
import { IdTaken, StaleEntry } from "./commit-errors.ts";
import { writeConcerns } from "./concerns.ts";
import { becomeCommitter, inOrder, isKeyTaken, type Queryable, type Transaction } from "./database.ts";
import { digestOf, type HashAlgorithm } from "./digests.ts";
import { newId, newSalt } from "./ids.ts";
import { type Drawn, drawAfter, drawNumbers, numbersAfter } from "./numbering.ts";
import { writeParties } from "./parties.ts";
import { keepPeople } from "./people-of-entries.ts";
import { columnNames, columnTypes, type Row, rowOf, type StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

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
  sealing: Sealing,
): Promise<readonly StoredEntry[]> {
  const { entries, write } = await prepareCommit(tx, outcomes, heads, sealing);
  await write();
  return entries;
}

/** Outcomes numbered, sealed and chained, with what is left to do: to write them. */
export interface PreparedCommit {
  /** As they will be, in the order of the steps. */
  readonly entries: readonly StoredEntry[];
  /**
   * Sends all statements at once, and tells when they are done. What sends one returns its promise and does not wait for it: a function
   * that waits keeps all that it holds, and of a batch of rows that lived on until the database had written it.
   */
  readonly write: () => Promise<unknown>;
}

/** How outcomes follow on those of another transaction that has not ended yet. */
export interface Following {
  /** How far that one drew, where these draw from the same series: then they are made ready, and sent, while it is still written. */
  readonly after: Drawn | undefined;
  /** Hears how far these drew, once their series are theirs. */
  readonly drew: (drawn: Drawn) => void;
}

/** As `commit`, up to the writing. */
export async function prepareCommit(
  tx: Transaction,
  outcomes: readonly Outcome[],
  heads: Heads,
  { algorithm, vault }: Sealing,
  { after, drew }: Following = { after: undefined, drew: () => undefined },
): Promise<PreparedCommit> {
  const decided = outcomes.flatMap((outcome) => outcome.steps);
  const stepDown = becomeCommitter(tx);
  // Heard below, unless drawing numbers fails and tells why.
  stepDown.catch(() => undefined);
  const numbered = after ? numbersAfter(after, decided) : await drawNumbers(tx, decided);
  if (!after) drew(numbered.drawn);
  const { steps } = numbered;
  const recorded = hideNumbers(record(steps, heads, algorithm), await encryptingFor(tx, vault, steps));
  const last = lastOfEach(recorded);
  // In one round trip, entries first: whoever comes second must hear that the entry moved on, not that its line is there already.
  const write = async () =>
    inOrder([
      stepDown,
      after ? follow(tx, after, numbered.drawn, drew) : undefined,
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
  return { entries: recorded.map(({ step, line }) => ({ ...step.after, head: line.hash })), write };
}

const follow = (tx: Transaction, after: Drawn, drawn: Drawn, drew: Following["drew"]): Promise<void> =>
  drawAfter(tx, after, drawn).then(() => drew(drawn));

/** By what lines and personal values are sealed as they are written. */
export interface Sealing {
  readonly algorithm: HashAlgorithm;
  readonly vault: Vault;
}

/** Only a new entry can meet its own key: an old one is found at its version first. */
function asIdTaken(error: unknown): never {
  throw isKeyTaken(error) ? new IdTaken() : error;
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

async function writeEntries(tx: Transaction, written: readonly Written[]): Promise<unknown> {
  const registers = [...new Set(written.map(({ register }) => register))];
  const writes = registers.flatMap((register) => {
    const own = written.filter((entry) => entry.register === register);
    const [opened, changed] = [
      own.filter(({ before }) => before.version === 0),
      own.filter(({ before }) => before.version > 0),
    ];
    return [insertEntries(tx, register, opened), updateEntries(tx, register, changed)];
  });
  return inOrder(writes);
}

async function insertEntries(
  tx: Transaction,
  register: Register,
  written: readonly Written[],
): Promise<unknown> {
  if (written.length === 0) return undefined;
  const columns = columnTypes(register);
  const names = [...columns.keys()].join(", ");
  const rows = written.map(({ entry, head }) => rowOf(register, entry, head));
  // Column by column: read out of JSON, a row of a batch takes twice as long before any of it is written.
  const read = [...columns.values()].map((type, at) => `$${at + 1}::${type}[]`);
  return tx.query({
    name: `insert-${register.name}`,
    text: `insert into ${tableOf(register)} (${names}) select * from unnest(${read.join(", ")})`,
    values: arrayParameters([...columns].map(([column, type]) => columnValues(rows, column, type))),
  });
}

/** What rows hold in a column, as an element of an array says it; of one in which none holds anything no element, which is read as null. */
function columnValues(rows: readonly Row[], column: string, type: string) {
  const values = rows.map((row) => row[column]);
  if (values.every((value) => value === undefined || value === null)) return [];
  return values.map((value) => {
    if (value === undefined || value === null) return null;
    if (type === "jsonb") return JSON.stringify(value);
    return typeof value === "number" || typeof value === "boolean" ? value : String(value);
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

async function appendLines(tx: Queryable, lines: readonly Line[]): Promise<unknown> {
  return tx.query({
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

export function lineValues(lines: readonly Line[]): string[] {
  const bodies = lines.map(({ body }) => body);
  return arrayParameters([
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
  ]);
}

/** A line of the installation's own chain: that it was founded, as what, and whatever befell it whole. It concerns no entry of a register. */
export const appendInstallationLine = (
  owner: Queryable,
  algorithm: HashAlgorithm,
  head: string,
  body: LineBody,
): Promise<unknown> => appendLines(owner, [chainLine(body, head, digestOf(algorithm))]);

/** Keeps the values that lines of either log only commit to. */
export async function keepSealed(tx: Queryable, sealed: readonly SealedValue[]): Promise<unknown> {
  if (sealed.length === 0) return undefined;
  return tx.query({
    name: "keep-values",
    text: `insert into value (entry, version, field, salt, value)
      select * from unnest($1::uuid[], $2::integer[], $3::text[], $4::text[], $5::jsonb[])`,
    values: arrayParameters([
      sealed.map((value) => value.entry),
      sealed.map((value) => value.version),
      sealed.map((value) => value.field),
      sealed.map((value) => value.salt),
      sealed.map((value) => JSON.stringify(value.value)),
    ]),
  });
}

/** The values that lines just written say to be erased; a function of the database reads it from the lines themselves. */
async function eraseValues(tx: Transaction, recorded: readonly RecordedStep[]): Promise<unknown> {
  const erasing = recorded.filter(({ step }) => step.erases).map(({ line }) => line.body);
  if (erasing.length === 0) return undefined;
  return tx.query({
    name: "erase-values",
    text: "select erase_values($1::uuid[], $2::integer[])",
    values: [erasing.map(({ entry }) => entry), erasing.map(({ version }) => version)],
  });
}

async function writeCells(tx: Transaction, steps: readonly Step[]): Promise<unknown> {
  const deltas = steps.flatMap((step) => {
    const known = dayInShanghai(step.at);
    return deltasOf(step).map((delta) => ({ ...delta, known }));
  });
  if (deltas.length === 0) return undefined;
  return tx.query({
    name: "append-cells",
    // What is fresh is counted in with the months (`cells.ts`) until the sums of the months hold it.
    text: `with told as (
        insert into cell (entry, measure, region, sector, organisation, park, level, kind, restricted, day, known_day, count, sum)
        select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
          $9::boolean[], $10::date[], $11::date[], $12::integer[], $13::numeric[])
        returning measure, region, sector, park, level, kind, restricted, day, count, sum)
      insert into cell_fresh select * from told`,
    values: arrayParameters([
      deltas.map((delta) => delta.entry),
      deltas.map((delta) => delta.measure),
      deltas.map((delta) => delta.region),
      deltas.map((delta) => delta.sector),
      deltas.map((delta) => delta.organisation),
      deltas.map((delta) => delta.park),
      deltas.map((delta) => delta.level),
      deltas.map((delta) => delta.kind),
      deltas.map((delta) => delta.restricted),
      deltas.map((delta) => delta.day),
      deltas.map((delta) => delta.known),
      deltas.map((delta) => delta.count),
      deltas.map((delta) => delta.sum),
    ]),
  });
}

async function writeNotices(tx: Transaction, steps: readonly Step[]): Promise<unknown> {
  const notices = steps.flatMap((step) => [
    ...toldArrivalsOf(step).map((notice) => ({ ...notice, step, kind: "arrived", person: null, by: null })),
    ...namingsOf(step).map((notice) => ({ ...notice, step, kind: "named", by: step.actor.id })),
  ]);
  if (notices.length === 0) return undefined;
  return tx.query({
    name: "give-notices",
    text: `insert into notice (id, entry, register, organisation, roles, kind, day, at, person, named_by)
      select n.id, n.entry, n.register, n.organisation, string_to_array(n.roles, ','), n.kind, n.day, n.at, n.person, n.named_by
      from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::date[], $8::timestamptz[],
          $9::uuid[], $10::uuid[])
        as n(id, entry, register, organisation, roles, kind, day, at, person, named_by)`,
    values: arrayParameters([
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
    ]),
  });
}
