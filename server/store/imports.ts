import { arrayParameters } from "./array-parameters.ts";
import type { Queryable } from "./database.ts";

/** Where an import stands: read, tried, tried and waiting for the person's word, being done, done, or stopped before its end. */
export type ImportState = "read" | "checking" | "checked" | "running" | "done" | "stopped";
/** Every row or none, or the good ones. */
export type ImportChoice = "all" | "good";
export type Verdict = "add" | "change" | "skip" | "refuse";

export interface ImportCounts {
  readonly adds: number;
  readonly changes: number;
  readonly skips: number;
  readonly refuses: number;
}

/** A file of rows that somebody brings in. `reading` and `plan` are as `server/exchange/import` writes them. */
export interface Import extends ImportCounts {
  readonly id: string;
  readonly person: string;
  readonly post: string;
  readonly register: string;
  readonly file: string;
  readonly hash: string;
  readonly sizeBytes: number;
  readonly at: Date;
  readonly state: ImportState;
  readonly reading: unknown;
  readonly plan: unknown;
  readonly choice: ImportChoice | null;
  readonly stopped: string | null;
  readonly wantsStop: boolean;
  /** The last row of the file that was dealt with. */
  readonly row: number;
  /** About how many rows the file has. */
  readonly rows: number;
  readonly endedAt: Date | null;
}

const columns = `id, person, post, register, file, hash, size_bytes as "sizeBytes", at, state, reading, plan, choice, stopped,
  wants_stop as "wantsStop", row, rows, adds, changes, skips, refuses, ended_at as "endedAt"`;

type New = Pick<
  Import,
  "id" | "person" | "post" | "register" | "file" | "hash" | "sizeBytes" | "at" | "reading" | "rows"
>;

export async function keepNewImport(tx: Queryable, made: New): Promise<Import> {
  const { rows } = await tx.query<Import>(
    `insert into import (id, person, post, register, file, hash, size_bytes, at, state, reading, rows)
      values ($1, $2, $3, $4, $5, $6, $7, $8, 'read', $9, $10) returning ${columns}`,
    [
      made.id,
      made.person,
      made.post,
      made.register,
      made.file,
      made.hash,
      made.sizeBytes,
      made.at,
      JSON.stringify(made.reading),
      made.rows,
    ],
  );
  return only(rows);
}

/** An import of a person in a post; it is nobody else's to see. */
export async function readImport(
  tx: Queryable,
  { person, post, id }: Pick<Import, "person" | "post" | "id">,
): Promise<Import | undefined> {
  const { rows } = await tx.query<Import>(
    `select ${columns} from import where id = $1 and person = $2 and post = $3`,
    [id, person, post],
  );
  return rows[0];
}

/** A person's imports in a post, the newest first. */
export async function listImports(
  tx: Queryable,
  { person, post, register }: Pick<Import, "person" | "post"> & { readonly register?: string | undefined },
  most: number,
): Promise<readonly Import[]> {
  const { rows } = await tx.query<Import>(
    `select ${columns} from import where person = $1 and post = $2 and ($3::text is null or register = $3)
      order by id desc limit $4`,
    [person, post, register ?? null, most],
  );
  return rows;
}

/** Sets an import to work anew under a plan, from the first row on; only one that nobody works on. Whether it was. */
export async function planImport(
  tx: Queryable,
  id: string,
  { plan, reading, rows }: Pick<Import, "plan" | "reading" | "rows">,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update import set state = 'checking', plan = $2, reading = $3, rows = $4, row = 0, adds = 0, changes = 0, skips = 0,
        refuses = 0, choice = null, stopped = null, wants_stop = false, leased_until = null
      where id = $1 and state in ('read', 'checked')`,
    [id, JSON.stringify(plan), JSON.stringify(reading), rows],
  );
  if (rowCount !== 1) return false;
  await tx.query("delete from import_row where import = $1", [id]);
  return true;
}

/** Sets a tried import to being done. Whether it was waiting for that. */
export async function setRunning(tx: Queryable, id: string, choice: ImportChoice): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update import set state = 'running', choice = $2, row = 0, adds = 0, changes = 0, skips = 0, refuses = 0,
        wants_stop = false, stopped = null, leased_until = null
      where id = $1 and state = 'checked'`,
    [id, choice],
  );
  return rowCount === 1;
}

/** Lets one that was stopped while it was being done go on after its last row. Whether it was stopped so. */
export async function setResumed(tx: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update import set state = 'running', wants_stop = false, stopped = null, ended_at = null, leased_until = null
      where id = $1 and state = 'stopped' and choice = 'good'`,
    [id],
  );
  return rowCount === 1;
}

/** Asks that it stop at its next batch. Whether there is any work to stop. */
export async function askStop(tx: Queryable, id: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    "update import set wants_stop = true where id = $1 and state in ('checking', 'running')",
    [id],
  );
  return rowCount === 1;
}

/**
 * Takes an import that is to be worked on and that nobody works on, for so long; the server that holds it renews the lease with each
 * batch, and where it dies another takes over.
 */
export async function leaseImport(
  tx: Queryable,
  now: Date,
  leaseSeconds: number,
): Promise<Import | undefined> {
  const { rows } = await tx.query<Import>(
    `update import set leased_until = $1::timestamptz + make_interval(secs => $2)
      where id = (select id from import where state in ('checking', 'running') and (leased_until is null or leased_until < $1)
        order by id limit 1 for update skip locked)
      returning ${columns}`,
    [now, leaseSeconds],
  );
  return rows[0];
}

/** Forgets what was done of a trial or of a run of all or nothing that was broken off: it begins anew. */
export async function beginAnew(tx: Queryable, id: string): Promise<void> {
  await tx.query("delete from import_row where import = $1", [id]);
  await tx.query("update import set row = 0, adds = 0, changes = 0, skips = 0, refuses = 0 where id = $1", [
    id,
  ]);
}

/** Gives an import back unfinished, so that whoever comes next may go on at once. */
export const giveBack = (tx: Queryable, id: string): Promise<unknown> =>
  tx.query("update import set leased_until = null where id = $1 and state in ('checking', 'running')", [id]);

/** What a batch brought: the last row that it dealt with, and how many rows of each verdict. */
export interface Progress extends ImportCounts {
  readonly row: number;
}

/** Adds a batch to what was done, and renews the lease. Whether the work is to stop. */
export async function moveOn(
  tx: Queryable,
  id: string,
  { row, adds, changes, skips, refuses }: Progress,
  leasedUntil: Date,
): Promise<boolean> {
  const { rows } = await tx.query<{ wants: boolean }>({
    name: "import-moves-on",
    text: `update import set row = $2, adds = adds + $3, changes = changes + $4, skips = skips + $5, refuses = refuses + $6,
        leased_until = $7, rows = greatest(rows, $2)
      where id = $1 returning wants_stop as wants`,
    values: [id, row, adds, changes, skips, refuses, leasedUntil],
  });
  return rows[0]?.wants ?? true;
}

/** How work on an import ended. */
export interface ImportEnd {
  /** `checking`: it is tried anew, and why stays told. */
  readonly state: "checked" | "done" | "stopped" | "read" | "checking";
  readonly stopped?: string | undefined;
  /** Where all was undone: nothing has come in. */
  readonly undone?: boolean;
}

export async function endWork(
  tx: Queryable,
  id: string,
  { state, stopped, undone }: ImportEnd,
  now: Date,
): Promise<void> {
  await tx.query(
    `update import set state = $2, stopped = case $2 when 'checked' then coalesce($3, stopped) else $3 end, ended_at = $4, leased_until = null, wants_stop = false,
        row = case when $5 then 0 else row end, adds = case when $5 then 0 else adds end,
        changes = case when $5 then 0 else changes end, skips = case when $5 then 0 else skips end
      where id = $1`,
    [id, state, stopped ?? null, now, undone ?? false],
  );
}

/** What becomes of one row. `told`: problems and changes as `server/exchange/import` writes them. */
export interface ImportRow {
  readonly row: number;
  readonly verdict: Verdict;
  readonly entry: string | null;
  readonly told: unknown;
}

export async function keepRows(tx: Queryable, id: string, rows: readonly ImportRow[]): Promise<unknown> {
  if (rows.length === 0) return undefined;
  return tx.query({
    name: "keep-import-rows",
    text: `insert into import_row (import, row, verdict, entry, told)
      select $1, * from unnest($2::integer[], $3::text[], $4::uuid[], $5::jsonb[])
      on conflict (import, row) do update set verdict = excluded.verdict, entry = excluded.entry, told = excluded.told`,
    values: [
      id,
      ...arrayParameters([
        rows.map(({ row }) => row),
        rows.map(({ verdict }) => verdict),
        rows.map(({ entry }) => entry),
        rows.map(({ told }) => JSON.stringify(told)),
      ]),
    ],
  });
}

/** Rows of an import by their verdict, in the order of the file, after a row. */
export async function readRows(
  tx: Queryable,
  id: string,
  verdicts: readonly Verdict[],
  after: number,
  most: number,
): Promise<readonly ImportRow[]> {
  const { rows } = await tx.query<ImportRow>(
    `select row, verdict, entry, told from import_row where import = $1 and verdict = any($2) and row > $3
      order by row limit $4`,
    [id, verdicts, after, most],
  );
  return rows;
}

/** A row that came in earlier: what it opened. */
export interface CameIn {
  readonly fingerprint: string;
  readonly entry: string;
  readonly import: string;
  readonly row: number;
}

/** Which of these rows have come in before. */
export async function cameInBefore(
  tx: Queryable,
  register: string,
  fingerprints: readonly string[],
): Promise<ReadonlyMap<string, CameIn>> {
  if (fingerprints.length === 0) return new Map();
  const { rows } = await tx.query<CameIn>({
    // Without a name, so that it is planned anew for each batch, and looked up one by one: by what was known of the table before the first
    // batch, all of it would be read.
    text: `select i.* from unnest($2::text[]) as f (fingerprint), lateral (
        select fingerprint, entry, import, row from imported_row i
        where i.register = $1 and i.fingerprint = f.fingerprint offset 0) i`,
    values: [register, fingerprints],
  });
  return new Map(rows.map((row) => [row.fingerprint, row]));
}

/** Notes rows that come in now. Throws where another import brings one of them in the same moment. */
export async function noteCameIn(
  tx: Queryable,
  register: string,
  cameIn: readonly CameIn[],
): Promise<unknown> {
  if (cameIn.length === 0) return undefined;
  return tx.query({
    name: "note-came-in",
    text: `insert into imported_row (register, fingerprint, entry, import, row)
      select $1, * from unnest($2::text[], $3::uuid[], $4::uuid[], $5::integer[])`,
    values: [
      register,
      ...arrayParameters([
        cameIn.map(({ fingerprint }) => fingerprint),
        cameIn.map(({ entry }) => entry),
        cameIn.map((one) => one.import),
        cameIn.map(({ row }) => row),
      ]),
    ],
  });
}

/** Forgets imports at rest that are older than this, with what was said of their rows. Returns the hashes of their files. */
export async function forgetImports(tx: Queryable, before: Date): Promise<readonly string[]> {
  const { rows } = await tx.query<{ hash: string }>(
    `with gone as (delete from import where at < $1 and state not in ('checking', 'running') returning hash)
      select distinct hash from gone where not exists (select 1 from import i where i.hash = gone.hash and i.at >= $1)`,
    [before],
  );
  return rows.map(({ hash }) => hash);
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error("Nothing was kept");
  return row;
}
