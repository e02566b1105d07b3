import type { Queryable } from "./database.ts";

/** A key that encrypts values, as the database holds it: wrapped by a master key that lies elsewhere. */
export interface WrappedKey {
  readonly id: string;
  /** The month of Asia/Shanghai in which it was drawn, and for which it encrypts. */
  readonly month: string;
  /** The id of the master key. */
  readonly master: string;
  /** Base64. */
  readonly wrapped: string;
  readonly at: Date;
}

const columns = "id, month, master, wrapped, at";

/** All of them: a dozen a year. */
export async function readDataKeys(db: Queryable): Promise<readonly WrappedKey[]> {
  const { rows } = await db.query<WrappedKey>({
    name: "data-keys",
    text: `select ${columns} from data_key order by id`,
  });
  return rows;
}

/** The newest of a month. */
export async function newestDataKey(db: Queryable, month: string): Promise<WrappedKey | undefined> {
  const { rows } = await db.query<WrappedKey>({
    name: "newest-data-key",
    text: `select ${columns} from data_key where month = $1 order by id desc limit 1`,
    values: [month],
  });
  return rows[0];
}

export async function addDataKey(
  db: Queryable,
  { id, month, master, wrapped, at }: WrappedKey,
): Promise<void> {
  await db.query({
    name: "add-data-key",
    text: `insert into data_key (${columns}) values ($1, $2, $3, $4, $5)`,
    values: [id, month, master, wrapped, at],
  });
}

/**
 * Puts a key under another master key; nothing where it is no longer under the one that was read. Keys are never deleted: an act that
 * has not been committed yet may have encrypted by one.
 */
export async function rewrapDataKey(db: Queryable, before: WrappedKey, after: WrappedKey): Promise<void> {
  await db.query("update data_key set master = $1, wrapped = $2 where id = $3 and master = $4", [
    after.master,
    after.wrapped,
    before.id,
    before.master,
  ]);
}
