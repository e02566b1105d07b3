import { isKeyTaken, type Queryable } from "./database.ts";

/** How far an export is that is made in the background. */
export type ExportState = "waiting" | "running" | "done" | "failed";

export interface StoredExport {
  readonly id: string;
  readonly person: string;
  readonly post: string;
  readonly register: string;
  readonly format: "xlsx" | "csv";
  /** The address of the list, as it was asked. */
  readonly asked: Readonly<Record<string, string>>;
  readonly state: ExportState;
  readonly at: Date;
  /** How many rows the list had when it was asked, and has in the file once that is made. */
  readonly total: number;
  readonly rows: number;
  readonly name: string | null;
  readonly sizeBytes: number | null;
  readonly hash: string | null;
  /** The code of what kept it from being made. */
  readonly why: string | null;
}

/** Whose exports are meant: a person's, in a post. */
export interface ExportOwner {
  readonly person: string;
  readonly post: string;
}

const columns =
  'id, person, post, register, format, asked, state, at, total, rows, name, size_bytes as "sizeBytes", hash, why';

/** A server works on an export for as long as it says so again within this time. */
const lease = "interval '60 seconds'";

export type NewExport = Pick<
  StoredExport,
  "id" | "person" | "post" | "register" | "format" | "asked" | "at" | "total"
>;

/** Puts an export in line, unless its owner keeps `most` already. Whether it was put there. */
export async function addExport(tx: Queryable, wanted: NewExport, most: number): Promise<boolean> {
  const { id, person, post, register, format, asked, at, total } = wanted;
  try {
    const { rowCount } = await tx.query(
      `insert into export (id, person, post, register, format, asked, state, at, total)
        select $1, $2, $3, $4, $5, $6, 'waiting', $7, $8
        where (select count(*) from export where person = $2) < $9`,
      [id, person, post, register, format, JSON.stringify(asked), at, total, most],
    );
    return rowCount === 1;
  } catch (error) {
    if (isKeyTaken(error)) return false;
    throw error;
  }
}

/** The exports of a person in a post, the newest first. */
export async function listExports(
  tx: Queryable,
  { person, post }: ExportOwner,
): Promise<readonly StoredExport[]> {
  const { rows } = await tx.query<StoredExport>(
    `select ${columns} from export where person = $1 and post = $2 order by id desc`,
    [person, post],
  );
  return rows;
}

export async function readExport(
  tx: Queryable,
  { person, post }: ExportOwner,
  id: string,
): Promise<StoredExport | undefined> {
  const { rows } = await tx.query<StoredExport>(
    `select ${columns} from export where id = $1 and person = $2 and post = $3`,
    [id, person, post],
  );
  return rows[0];
}

/** Takes an export out of the line or off the list; its file goes with the next round. Whether there was one. */
export async function removeExport(
  tx: Queryable,
  { person, post }: ExportOwner,
  id: string,
): Promise<boolean> {
  const { rowCount } = await tx.query("delete from export where id = $1 and person = $2 and post = $3", [
    id,
    person,
    post,
  ]);
  return rowCount === 1;
}

/** The next export to be made, held for this server; also one whose server died over it. */
export async function claimExport(tx: Queryable): Promise<StoredExport | undefined> {
  const { rows } = await tx.query<StoredExport>(
    `update export set state = 'running', rows = 0, leased_until = clock_timestamp() + ${lease}
      where id = (select id from export
        where state = 'waiting' or (state = 'running' and leased_until < clock_timestamp())
        order by at, id limit 1 for update skip locked)
      returning ${columns}`,
  );
  return rows[0];
}

/** Says how far an export is and holds it further; false where nobody wants it any more. */
export async function advanceExport(
  tx: Queryable,
  id: string,
  { rows, total }: Pick<StoredExport, "rows" | "total">,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update export set rows = $2, total = $3, leased_until = clock_timestamp() + ${lease}
      where id = $1 and state = 'running'`,
    [id, rows, total],
  );
  return rowCount === 1;
}

export type MadeFile = Pick<StoredExport, "name" | "sizeBytes" | "hash" | "rows">;

/** The file stands; false where nobody wants it any more. */
export async function endExport(tx: Queryable, id: string, made: MadeFile, at: Date): Promise<boolean> {
  const { name, sizeBytes, hash, rows } = made;
  const { rowCount } = await tx.query(
    `update export set state = 'done', name = $2, size_bytes = $3, hash = $4, rows = $5, total = $5, ended_at = $6,
      leased_until = null where id = $1 and state = 'running'`,
    [id, name, sizeBytes, hash, rows, at],
  );
  return rowCount === 1;
}

/** It cannot be made; `why` is the code of a reason. */
export async function failExport(tx: Queryable, id: string, why: string, at: Date): Promise<void> {
  await tx.query(
    `update export set state = 'failed', why = $2, ended_at = $3, leased_until = null
      where id = $1 and state = 'running'`,
    [id, why, at],
  );
}

/** Puts back in line what this server leaves unfinished, so that the next one need not wait. */
export async function returnExport(tx: Queryable, id: string): Promise<void> {
  await tx.query(
    "update export set state = 'waiting', rows = 0, leased_until = null where id = $1 and state = 'running'",
    [id],
  );
}

/** Forgets what ended before; returns the ids of those that still have or may get a file. */
export async function forgetExports(tx: Queryable, endedBefore: Date): Promise<ReadonlySet<string>> {
  await tx.query("delete from export where ended_at < $1", [endedBefore]);
  const { rows } = await tx.query<{ id: string }>("select id from export");
  return new Set(rows.map(({ id }) => id));
}
