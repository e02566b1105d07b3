import { StringDecoder } from "node:string_decoder";
import { to } from "pg-copy-streams";
import type { Queryable } from "../database.ts";

export interface Reading {
  /** Names the cursor within the transaction. */
  readonly name: string;
  readonly statement: string;
  readonly batchRows: number;
  /** Called after each batch; whoever must not disturb others waits here. */
  readonly onBatch: () => Promise<void>;
}

/** Goes through the rows of a statement, a batch at a time, however many there are. */
export async function eachBatch<R extends object>(
  tx: Queryable,
  { name, statement, batchRows, onBatch }: Reading,
  work: (rows: readonly R[]) => Promise<void> | void,
): Promise<void> {
  await tx.query(`declare ${name} no scroll cursor for ${statement}`);
  for (let count = batchRows; count === batchRows; ) {
    const { rows } = await tx.query<R>(`fetch forward ${batchRows} from ${name}`);
    await work(rows);
    count = rows.length;
    await onBatch();
  }
  await tx.query(`close ${name}`);
}

/**
 * As `eachRow`, for what is compared and not kept: rows come as COPY writes them, their columns apart by tabs, which costs half of what
 * rows of a cursor cost.
 */
export async function eachCopied(
  tx: Queryable,
  { statement, batchRows, onBatch }: Omit<Reading, "name">,
  work: (row: string) => void,
): Promise<void> {
  const decoder = new StringDecoder("utf8");
  let rest = "";
  let count = 0;
  for await (const chunk of tx.query(to(`copy (${statement}) to stdout`))) {
    const rows = `${rest}${decoder.write(chunk)}`.split("\n");
    rest = rows.pop() ?? "";
    for (const row of rows) work(row);
    for (count += rows.length; count >= batchRows; count -= batchRows) await onBatch();
  }
}

export const eachRow = <R extends object>(
  tx: Queryable,
  reading: Reading,
  work: (row: R) => void,
): Promise<void> =>
  eachBatch<R>(tx, reading, (rows) => {
    for (const row of rows) work(row);
  });

/** Rows of a statement that is ordered by a key, by groups of those that have the same. */
export interface Cursor<R> {
  /** Whether all rows of the next group are at hand, so that it can be taken without waiting. */
  readonly filled: boolean;
  /** The key of the next row; undefined after the last. */
  readonly next: string | undefined;
  /** Reads on until `filled`. */
  fill(): Promise<void>;
  /** The next rows, as far as they have this key. */
  take(key: string): readonly R[];
  close(): Promise<void>;
}

export async function openCursor<R extends object>(
  tx: Queryable,
  { name, statement, batchRows, onBatch }: Reading,
  keyOf: (row: R) => string,
): Promise<Cursor<R>> {
  await tx.query(`declare ${name} no scroll cursor for ${statement}`);
  let rows: readonly R[] = [];
  let at = 0;
  let ended = false;
  const keyAt = (index: number): string | undefined => {
    const row = rows[index];
    return row === undefined ? undefined : keyOf(row);
  };
  const filled = () => ended || (at < rows.length && keyAt(at) !== keyAt(rows.length - 1));
  return {
    get filled() {
      return filled();
    },
    get next() {
      return keyAt(at);
    },
    async fill() {
      while (!filled()) {
        const read = await tx.query<R>(`fetch forward ${batchRows} from ${name}`);
        ended = read.rows.length < batchRows;
        rows = at === rows.length ? read.rows : [...rows.slice(at), ...read.rows];
        at = 0;
        await onBatch();
      }
    },
    take(key) {
      const from = at;
      while (keyAt(at) === key) at += 1;
      return rows.slice(from, at);
    },
    async close() {
      await tx.query(`close ${name}`);
    },
  };
}
