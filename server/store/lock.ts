import { registerNamed } from "../../core/registers/index.ts";
import { StaleEntry } from "./commit-errors.ts";
import { becomeCommitter, type Transaction } from "./database.ts";
import type { StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

/**
 * Holds linked entries as they were read until the transaction ends, and with them the entry that the act is on, in the order
 * of their ids: two acts on each other's entries never wait in a ring. Throws StaleEntry when one has changed since: the
 * decision went by what is no longer so.
 */
export const holdLinked = (
  tx: Transaction,
  own: StoredEntry,
  linked: readonly StoredEntry[],
  written: ReadonlySet<string>,
): Promise<void> => (linked.length === 0 ? Promise.resolve() : holdAll(tx, [own, ...linked], written));

/** As `holdLinked`, for all that many acts go by. */
export async function holdAll(
  tx: Transaction,
  entries: readonly StoredEntry[],
  written: ReadonlySet<string>,
): Promise<void> {
  const standing = new Map(entries.filter(({ version }) => version > 0).map((entry) => [entry.id, entry]));
  if (standing.size === 0) return;
  await becomeCommitter(tx);
  const ordered = [...standing.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  // Shared where it is only looked at, so that two hazards of one enterprise need not queue.
  const strengthOf = ({ id }: StoredEntry) => (written.has(id) ? "no key update" : "share");
  for (const run of runsOf(ordered, (entry) => `${entry.register} ${strengthOf(entry)}`)) {
    const [first] = run;
    const register = first && registerNamed(first.register);
    if (register === undefined || first === undefined) continue;
    const strength = strengthOf(first);
    const { rows } = await tx.query<{ id: string; version: number }>({
      name: `hold-${register.name}-${strength}`,
      text: `select id, version from ${tableOf(register)} where id = any($1::uuid[]) order by id for ${strength}`,
      values: [run.map(({ id }) => id)],
    });
    const versions = new Map(rows.map(({ id, version }) => [id, version]));
    const moved = run.find(({ id, version }) => versions.get(id) !== version);
    if (moved) throw new StaleEntry(moved.id);
  }
}

/** Neighbours of one kind together, in the order given. */
function runsOf<T>(members: readonly T[], kindOf: (member: T) => string): readonly (readonly T[])[] {
  const runs: T[][] = [];
  let kind: string | undefined;
  for (const member of members) {
    if (kindOf(member) !== kind) runs.push([]);
    kind = kindOf(member);
    runs.at(-1)?.push(member);
  }
  return runs;
}
