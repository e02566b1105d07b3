import type { Queryable } from "./database.ts";

/** One ledger line in the order of the whole ledger. */
export interface Change {
  readonly position: number;
  readonly register: string;
  readonly entry: string;
  readonly version: number;
  readonly act: string;
  readonly at: string;
  readonly day: string;
}

/**
 * Changes after a position, in order, of entries that the transaction's scope may see. `last` is the last position looked at,
 * seen or not: whoever continues from it misses nothing.
 */
export async function readChanges(
  tx: Queryable,
  after: number,
  limit: number,
): Promise<{ changes: readonly Change[]; last: number }> {
  const { rows } = await tx.query<Omit<Change, "at"> & { at: Date; seen: boolean }>({
    name: "changes",
    text: `select f.position, l.register, f.entry, f.version, l.act, l.at, l.day, l.entry is not null as seen
      from (select * from leaf where position > $1 order by position limit $2) f
      left join ledger l on l.entry = f.entry and l.version = f.version
      order by f.position`,
    values: [after, limit],
  });
  const changes = rows.flatMap(({ seen, at, ...change }) =>
    seen ? [{ ...change, at: at.toISOString() }] : [],
  );
  return { changes, last: rows.at(-1)?.position ?? after };
}

/** The position of the newest leaf; -1 before there is one. */
export async function lastPosition(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ last: number | null }>("select max(position) as last from leaf");
  return rows[0]?.last ?? -1;
}

/** How many committed lines have no position yet. */
export async function backlog(tx: Queryable): Promise<number> {
  const { rows } = await tx.query<{ waiting: number }>("select count(*) as waiting from unsequenced");
  return rows[0]?.waiting ?? 0;
}

/** Up to where somebody has followed the changes, and in which epoch if they say so. */
export interface Followed {
  readonly epoch: string | undefined;
  readonly after: number;
}

/**
 * The last position, for whoever followed what this installation has not got: another epoch's changes, or a position that no
 * line holds. They know of acts that a restore from a backup has undone. Undefined for everybody else.
 */
export async function rewoundTo(
  tx: Queryable,
  current: string,
  { epoch = current, after }: Followed,
): Promise<number | undefined> {
  const last = await lastPosition(tx);
  return epoch === current && after <= last ? undefined : last;
}
