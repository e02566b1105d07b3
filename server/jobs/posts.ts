import { dayInShanghai } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { actNamed } from "../../core/register/register.ts";
import { post } from "../../core/registers/post.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { readPostsOver } from "../store/entries.ts";
import { loadFacts } from "../store/facts.ts";
import { engineOf } from "./engine.ts";

const batchPosts = 200;
const act = "expire";

/**
 * Ends the posts whose last day has passed, by a recorded act of the engine's own, so that the register says what sign-in holds to
 * already, and the head of the organisation is told. Returns how many were ended.
 */
export async function endPostsThatAreOver(services: Services): Promise<number> {
  const engine = await engineOf(services);
  let ended = 0;
  const refused: string[] = [];
  let after: string | undefined;
  do {
    const batch = await inTransaction(services.pool, undefined, (tx) =>
      endBatch(tx, services, engine, after),
    );
    ended += batch.ended;
    refused.push(...batch.refused);
    after = batch.last;
  } while (after !== undefined);
  // Told when the others are ended: one that is refused keeps nobody else in a post.
  if (refused.length > 0) throw new Error(`Posts that the engine may not end: ${refused.join(", ")}`);
  return ended;
}

async function endBatch(tx: Transaction, services: Services, actor: Actor, after: string | undefined) {
  await becomeCommitter(tx);
  const now = services.clock().toISOString();
  const day = dayInShanghai(now);
  const declared = actNamed(post, act);
  const from = declared?.from ?? [];
  const entries = await readPostsOver(tx, from === "new" ? [] : from, day, after, batchPosts);
  const outcomes = [];
  const refused: string[] = [];
  for (const entry of entries) {
    const { facts } = await loadFacts(tx, services.campaign, {
      register: post,
      acts: declared ? [declared] : [],
      entry,
      input: {},
      actor,
      scope: { sees: "everything" },
      day,
    });
    const decision = decide({ register: post, entry, facts, act, input: {}, actor, now });
    if ("refusal" in decision) refused.push(`${entry.id} ${decision.refusal.code}`);
    else outcomes.push(decision);
  }
  const heads = new Map(entries.map(({ id, head }) => [id, head]));
  if (outcomes.length > 0) await commit(tx, outcomes, heads, services);
  return {
    ended: outcomes.length,
    refused,
    last: entries.length < batchPosts ? undefined : entries.at(-1)?.id,
  };
}
