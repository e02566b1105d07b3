import type { Queryable } from "./database.ts";

/** Up to which version somebody looked at an entry, and when. */
export interface Look {
  readonly version: number;
  readonly at: string;
}

/** Somebody in a post looks at an entry as it is in a version; answers with how they saw it the time before, if they did. */
export async function noteLook(
  tx: Queryable,
  {
    post,
    entry,
    version,
    at,
  }: { readonly post: string; readonly entry: string; readonly version: number; readonly at: Date },
): Promise<Look | undefined> {
  const { rows } = await tx.query<{ version: number; at: Date }>({
    name: "note-look",
    text: `with before as (select version, at from last_looked where post = $1 and entry = $2),
      noted as (insert into last_looked (post, entry, version, at) values ($1, $2, $3, $4)
        on conflict (post, entry) do update
          set version = greatest(last_looked.version, excluded.version), at = greatest(last_looked.at, excluded.at))
      select version, at from before`,
    values: [post, entry, version, at],
  });
  const [before] = rows;
  return before && { version: before.version, at: before.at.toISOString() };
}
