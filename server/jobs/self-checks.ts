import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { decide, type Outcome } from "../../core/register/decide.ts";
import { blankEntry, textValue } from "../../core/register/entry.ts";
import { actNamed } from "../../core/register/register.ts";
import { selfCheck } from "../../core/registers/self-check.ts";
import { type Deed, deedsOn, dutyRules } from "../../core/registers/self-check-duty.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { parametersOn } from "../store/campaign.ts";
import { commit } from "../store/commit.ts";
import { StaleEntry } from "../store/commit-errors.ts";
import { becomeCommitter, inTransaction, type Transaction } from "../store/database.ts";
import { loadFacts } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import type { StoredEntry } from "../store/row.ts";
import { type EnterpriseChecks, holdWindows, readEnterpriseChecks } from "../store/self-checks.ts";
import { supervisorOf } from "../store/supervisor.ts";
import { engineOf } from "./engine.ts";

const batchEnterprises = 200;
const tries = 3;
// Longer than the longest window: whether an enterprise had the window before is asked, too.
const lookBackDays = 100;

/**
 * Opens the self-checks that the calendar asks of each enterprise, exempts those that are not owed, and lists those whose window
 * ended unconfirmed, by recorded acts of the engine's own. Any number of servers may do it at once, any number of times. Returns
 * how many acts were done.
 */
export async function tendSelfChecks(services: Services): Promise<number> {
  const engine = await engineOf(services);
  let done = 0;
  const refused: string[] = [];
  let after: string | undefined;
  do {
    const batch = await tendAgain(services, engine, after);
    done += batch.done;
    refused.push(...batch.refused);
    after = batch.last;
  } while (after !== undefined);
  // Told when the others have theirs: one enterprise with something wrong must not keep all from being called upon.
  if (refused.length > 0) throw new Error(`Self-checks that the engine may not tend: ${refused.join(", ")}`);
  return done;
}

interface Batch {
  readonly done: number;
  /** Enterprise, act and refusal of each that could not be done. */
  readonly refused: readonly string[];
  readonly last: string | undefined;
}

/** Somebody may act on a self-check in the same moment; then all of the batch is read and decided anew. */
async function tendAgain(services: Services, engine: Actor, after: string | undefined): Promise<Batch> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(services.pool, undefined, (tx) => tendBatch(tx, services, engine, after));
    } catch (error) {
      if (!(error instanceof StaleEntry) || attempt === tries) throw error;
    }
  }
}

async function tendBatch(
  tx: Transaction,
  services: Services,
  actor: Actor,
  after: string | undefined,
): Promise<Batch> {
  await becomeCommitter(tx);
  await holdWindows(tx);
  const day = dayInShanghai(services.clock());
  const found = await readEnterpriseChecks(tx, addDays(day, -lookBackDays), after, batchEnterprises);
  const outcomes: Outcome[] = [];
  const refused: string[] = [];
  for (const known of found) {
    for (const deed of deedsFor(services, known)) {
      const decision = await decideDeed(tx, services, actor, deed);
      if ("refusal" in decision) refused.push(`${known.enterprise.id} ${deed.act} ${decision.refusal.code}`);
      else outcomes.push(decision);
    }
  }
  const heads = new Map(found.flatMap(({ checks }) => checks.map(({ id, head }) => [id, head] as const)));
  if (outcomes.length > 0) await commit(tx, outcomes, heads, services);
  return {
    done: outcomes.length,
    refused,
    last: found.length < batchEnterprises ? undefined : found.at(-1)?.enterprise.id,
  };
}

function deedsFor({ campaign, clock }: Services, { enterprise, checks }: EnterpriseChecks): readonly Deed[] {
  const day = dayInShanghai(clock());
  const rules = dutyRules(parametersOn(campaign, day).numbers);
  if (rules === undefined) return [];
  const { values } = enterprise;
  const supervisor =
    textValue(values, "supervisedBy") ??
    supervisorOf(campaign, textValue(values, "region") ?? "", textValue(values, "sector") ?? "");
  return deedsOn({ enterprise, checks, day, calendar: campaign.calendar, rules, supervisor });
}

async function decideDeed(tx: Transaction, services: Services, actor: Actor, { act, on, input }: Deed) {
  const now = services.clock();
  const entry: StoredEntry | ReturnType<typeof blankEntry> =
    on ?? blankEntry(selfCheck.name, newId(now.getTime()));
  const declared = actNamed(selfCheck, act);
  const { facts } = await loadFacts(tx, services.campaign, {
    register: selfCheck,
    acts: declared ? [declared] : [],
    entry,
    input,
    actor,
    scope: { sees: "everything" },
    day: dayInShanghai(now),
  });
  return decide({ register: selfCheck, entry, facts, act, input, actor, now: now.toISOString() });
}
