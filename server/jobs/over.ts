import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { actNamed, type Register } from "../../core/register/register.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import { StaleEntry } from "../store/commit-errors.ts";
import { becomeCommitter, inTransaction, type Queryable, type Transaction } from "../store/database.ts";
import { loadFacts } from "../store/facts.ts";
import type { StoredEntry } from "../store/row.ts";
import { engineOf } from "./engine.ts";

const batchEntries = 200;
const tries = 3;

/** What is over after a last day, and the engine's act that ends it. */
export interface Ending {
  readonly register: Register;
  readonly act: string;
  /** Those in some states whose last day lies before a day, in the order of their ids. */
  readonly read: (
    tx: Queryable,
    states: readonly string[],
    day: Day,
    after: string | undefined,
    limit: number,
  ) => Promise<readonly StoredEntry[]>;
}

/**
 * Ends the entries whose last day has passed, by a recorded act of the engine's own. Any number of servers may do it at once, any
 * number of times. Returns how many were ended.
 */
export async function endThoseThatAreOver(services: Services, ending: Ending): Promise<number> {
  const engine = await engineOf(services);
  let ended = 0;
  const refused: string[] = [];
  let after: string | undefined;
  do {
    const batch = await endAgain(services, ending, engine, after);
    ended += batch.ended;
    refused.push(...batch.refused);
    after = batch.last;
  } while (after !== undefined);
  // Told when the others are ended: one that is refused keeps none of them open.
  if (refused.length > 0)
    throw new Error(`The engine may not end, of ${ending.register.plural}: ${refused.join(", ")}`);
  return ended;
}

/** Another server, or a person, may act on one of them in the same moment; then all of the batch is read and decided anew. */
async function endAgain(services: Services, ending: Ending, engine: Actor, after: string | undefined) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(services.pool, undefined, (tx) =>
        endBatch(tx, services, ending, engine, after),
      );
    } catch (error) {
      if (!(error instanceof StaleEntry) || attempt === tries) throw error;
    }
  }
}

async function endBatch(
  tx: Transaction,
  services: Services,
  { register, act, read }: Ending,
  actor: Actor,
  after: string | undefined,
) {
  await becomeCommitter(tx);
  const now = services.clock().toISOString();
  const day = dayInShanghai(now);
  const declared = actNamed(register, act);
  const from = declared?.from ?? [];
  const entries = await read(tx, from === "new" ? [] : from, day, after, batchEntries);
  const outcomes = [];
  const refused: string[] = [];
  for (const entry of entries) {
    const { facts } = await loadFacts(tx, services.campaign, {
      register,
      acts: declared ? [declared] : [],
      entry,
      input: {},
      actor,
      scope: { sees: "everything" },
      day,
    });
    const decision = decide({ register, entry, facts, act, input: {}, actor, now });
    if ("refusal" in decision) refused.push(`${entry.id} ${decision.refusal.code}`);
    else outcomes.push(decision);
  }
  const heads = new Map(entries.map(({ id, head }) => [id, head]));
  if (outcomes.length > 0) await commit(tx, outcomes, heads, services);
  return {
    ended: outcomes.length,
    refused,
    last: entries.length < batchEntries ? undefined : entries.at(-1)?.id,
  };
}
