import { registerNamed } from "../../core/registers/index.ts";
import { StaleEntry } from "./commit.ts";
import { becomeCommitter, type Transaction } from "./database.ts";
import type { StoredEntry } from "./row.ts";
import { tableOf } from "./tables.ts";

/**
 * Holds linked entries as they were read until the transaction ends, and with them the entry that the act is on, in the order
 * of their ids: two acts on each other's entries never wait in a ring. Throws StaleEntry when one has changed since: the
 * decision went by what is no longer so.
 */
export async function holdLinked(
  tx: Transaction,
  own: StoredEntry,
  linked: readonly StoredEntry[],
  written: ReadonlySet<string>,
): Promise<void> {
  if (linked.length === 0) return;
  await becomeCommitter(tx);
  const standing = [own, ...linked].filter(({ version }) => version > 0);
  const ordered = standing.sort((one, other) => (one.id < other.id ? -1 : 1));
  for (const entry of ordered) {
    const register = registerNamed(entry.register);
    if (register === undefined) continue;
    // Shared where it is only looked at, so that two hazards of one enterprise need not queue.
    const strength = written.has(entry.id) ? "no key update" : "share";
    const { rows } = await tx.query<{ version: number }>({
      name: `hold-${register.name}-${strength}`,
      text: `select version from ${tableOf(register)} where id = $1 for ${strength}`,
      values: [entry.id],
    });
    if (rows[0]?.version !== entry.version) throw new StaleEntry(entry.id);
  }
}
