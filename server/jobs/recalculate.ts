import { dayInShanghai } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import type { Register } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { readProvisional } from "../store/entries.ts";
import { loadFacts } from "../store/facts.ts";
import type { StoredEntry } from "../store/row.ts";
import { engineOf } from "./engine.ts";

const batchEntries = 500;

/**
 * Recomputes the deadlines that were counted into a year whose holiday notice was not published then, by a recorded act of the
 * engine's own. An entry whose deadline stays as it is, provisional or not, gets no line. Returns how many were changed.
 */
export async function recalculateDeadlines(services: Services): Promise<number> {
  const engine = await engineOf(services);
  let changed = 0;
  for (const register of registers) {
    let after: string | undefined;
    do {
      const batch = await inTransaction(services.pool, undefined, (tx) =>
        recalculateBatch(tx, services, register, engine, after),
      );
      changed += batch.changed;
      after = batch.last;
    } while (after !== undefined);
  }
  return changed;
}

async function recalculateBatch(
  tx: Transaction,
  services: Services,
  register: Register,
  actor: Actor,
  after: string | undefined,
) {
  await becomeCommitter(tx);
  const entries = await readProvisional(tx, register, after, batchEntries);
  const now = services.clock().toISOString();
  const request = {
    register,
    acts: [],
    input: {},
    actor,
    scope: { sees: "everything" as const },
    day: dayInShanghai(now),
  };
  const outcomes = [];
  for (const entry of entries) {
    const { facts } = await loadFacts(tx, services.campaign, { ...request, entry });
    const decision = decide({ register, entry, facts, act: "recalculate", input: {}, actor, now });
    if ("refusal" in decision || Object.keys(decision.steps[0].changes).length === 0) continue;
    outcomes.push(decision);
  }
  if (outcomes.length > 0) await commit(tx, outcomes, headsOf(entries), services);
  return { changed: outcomes.length, last: entries.length < batchEntries ? undefined : entries.at(-1)?.id };
}

const headsOf = (entries: readonly StoredEntry[]) => new Map(entries.map(({ id, head }) => [id, head]));
