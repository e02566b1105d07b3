import { dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { type Actor, scopeOf } from "../../core/scope/scope.ts";
import { listParameters, listQueryOf } from "../list-query.ts";
import type { Services } from "../services.ts";
import { lastPosition } from "../store/changes.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { listEntries } from "../store/lists.ts";
import { actorInPost } from "../store/people.ts";
import { actedOn, searchesThatNotify, type TellingSearch, tellFound } from "../store/searches.ts";
import type { ListQuery } from "../store/walks.ts";

/**
 * Tells whoever keeps a search of what others' acts have brought into it since the last time, by what they may see themselves. A post
 * that has ended is told nothing. Returns how many notices were given.
 */
export async function tellSearches(services: Services): Promise<number> {
  let told = 0;
  const today = dayInShanghai(services.clock());
  const searches = await searchesThatNotify(services.pool);
  for (const search of searches) {
    const actor = await actorInPost(services.pool, search.person, search.post, today);
    if (actor !== undefined) told += await tell(services, search, actor);
  }
  return told;
}

async function tell(services: Services, search: TellingSearch, actor: Actor): Promise<number> {
  const { campaign, clock, pool } = services;
  const [at, register] = [clock(), registerNamed(search.register)];
  const filters = listParameters.safeParse(search.filters);
  // What an earlier release kept and this one does not know any more tells nothing.
  if (register === undefined || !filters.success) return 0;
  const day = dayInShanghai(at);
  return inTransaction(pool, scopeOf(actor), async (tx) => {
    const upTo = await lastPosition(tx);
    if (upTo <= search.toldTo) return 0;
    const changed = await actedOn(tx, search, search.toldTo, upTo);
    const query = listQueryOf(register, filters.data, { actor, today: day, campaign });
    const found: string[] = [];
    for (let from = 0; from < changed.length; from += limits.pageSizeRows)
      found.push(...(await among(tx, actor, search, query, changed.slice(from, from + limits.pageSizeRows))));
    await becomeCommitter(tx);
    return tellFound(tx, search, actor, found, { upTo, day, at });
  });
}

/** Which of these entries the search lists. */
async function among(
  tx: Transaction,
  actor: Actor,
  { register: name }: TellingSearch,
  query: ListQuery,
  entries: readonly string[],
): Promise<readonly string[]> {
  const register = registerNamed(name);
  if (register === undefined) return [];
  const asked = { ...query, among: entries, limit: limits.pageSizeRows };
  const page = await listEntries(tx, scopeOf(actor), register, asked);
  return page.entries.map(({ id }) => id);
}
