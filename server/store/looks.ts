import type { Queryable } from "./database.ts";

/** Up to which version somebody knows an entry, and since when. */
export interface Look {
  readonly version: number;
  readonly at: string;
}

interface LookRow {
  readonly version: number;
  readonly at: Date;
}

interface Of {
  readonly post: string;
  readonly entry: string;
}

const lookIn = ({ version, at }: LookRow): Look => ({ version, at: at.toISOString() });

/** How far somebody in a post has looked at an entry; undefined if they never did. */
export async function readLook(tx: Queryable, { post, entry }: Of): Promise<Look | undefined> {
  const { rows } = await tx.query<LookRow>({
    name: "read-look",
    text: "select version, at from last_looked where post = $1 and entry = $2",
    values: [post, entry],
  });
  const [row] = rows;
  return row && lookIn(row);
}

/** Somebody in a post has looked at an entry as it is in a version; a look never goes back. Answers with how far they have now. */
export async function noteLook(
  tx: Queryable,
  { post, entry, version, at }: Of & { readonly version: number; readonly at: Date },
): Promise<Look> {
  const { rows } = await tx.query<LookRow>({
    name: "note-look",
    text: `insert into last_looked (post, entry, version, at) values ($1, $2, $3, $4)
      on conflict (post, entry) do update
        set version = greatest(last_looked.version, excluded.version), at = greatest(last_looked.at, excluded.at)
      returning version, at`,
    values: [post, entry, version, at],
  });
  const [row] = rows;
  if (row === undefined) throw new Error("A look was not noted");
  return lookIn(row);
}
