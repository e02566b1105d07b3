import type { Register } from "../../core/register/register.ts";
import type { Scope } from "../../core/scope/scope.ts";
import type { Transaction } from "./database.ts";
import { listEntries } from "./lists.ts";
import type { StoredEntry } from "./row.ts";
import { columnsOf } from "./tables.ts";
import { findByText } from "./text-search.ts";
import type { ListQuery } from "./walks.ts";

/** With 1 000 at a time, an export took a fifth more memory and no less time. */
const usualRows = 250;
// More than any table of entries has; the search wants a limit.
const all = 100_000_000;

/**
 * Every entry of a list in its order, in batches, along the walks that give its pages. Whoever wants all of one moment holds a
 * snapshot; without, what changes between two batches may come twice or not at all.
 */
export async function* everyEntry(
  tx: Transaction,
  scope: Scope,
  register: Register,
  query: ListQuery,
  batchRows = usualRows,
): AsyncGenerator<readonly StoredEntry[]> {
  if (query.search !== undefined) yield* everyFound(tx, scope, register, query, batchRows);
  else yield* everyListed(tx, scope, register, query, batchRows);
}

async function* everyListed(
  tx: Transaction,
  scope: Scope,
  register: Register,
  query: ListQuery,
  batchRows: number,
): AsyncGenerator<readonly StoredEntry[]> {
  const ordering = columnsOf(register).get(query.sort.column)?.field ?? "";
  let after: ListQuery["after"];
  for (;;) {
    const page = await listEntries(tx, scope, register, { ...query, limit: batchRows, after });
    const last = page.entries.at(-1);
    if (last === undefined) return;
    yield page.entries;
    if (!page.more) return;
    after = { value: String(last.values[ordering]), id: last.id };
  }
}

// A search tells which entries once: asked anew for each batch, it would go through the index of words as many times.
async function* everyFound(
  tx: Transaction,
  scope: Scope,
  register: Register,
  query: ListQuery,
  batchRows: number,
): AsyncGenerator<readonly StoredEntry[]> {
  const ids = await findByText(tx, { scope, register, query: { ...query, limit: all, after: undefined } });
  for (let from = 0; from < ids.length; from += batchRows) {
    const among = ids.slice(from, from + batchRows);
    const asked = { ...query, search: undefined, after: undefined, among, limit: batchRows };
    yield (await listEntries(tx, scope, register, asked)).entries;
  }
}
