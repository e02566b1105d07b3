import { dayInShanghai } from "../../core/calendar/day.ts";
import { decide, type Outcome } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { actNamed, type Register } from "../../core/register/register.ts";
import type { Actor } from "../../core/scope/scope.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import type { Transaction } from "../store/database.ts";
import { loadFactsOfMany } from "../store/facts.ts";
import { newId } from "../store/ids.ts";

interface Opened {
  readonly register: Register;
  readonly act: string;
}

/**
 * Opens an entry for each input, by recorded acts of the engine's own, in one commit; returns how many. What the engine opens follows from
 * the pack, so that a refusal is a fault of ours and throws.
 */
export async function openMany(
  tx: Transaction,
  services: Pick<Services, "campaign" | "clock" | "algorithm" | "vault">,
  actor: Actor,
  { register, act }: Opened,
  inputs: readonly RawInput[],
): Promise<number> {
  if (inputs.length === 0) return 0;
  const now = services.clock();
  const declared = actNamed(register, act);
  const requests = inputs.map((input) => ({
    register,
    acts: declared ? [declared] : [],
    entry: blankEntry(register.name, newId(now.getTime())),
    input,
    actor,
    scope: { sees: "everything" as const },
    day: dayInShanghai(now),
  }));
  const loaded = await loadFactsOfMany(tx, services.campaign, requests);
  const outcomes = requests.map(({ entry, input }, at): Outcome => {
    const facts = loaded[at]?.facts;
    if (facts === undefined) throw new Error("An opening without facts");
    const decision = decide({ register, entry, facts, act, input, actor, now: now.toISOString() });
    if ("refusal" in decision)
      throw new Error(`The engine may not ${act} in ${register.name}: ${decision.refusal.code}`);
    return decision;
  });
  await commit(tx, outcomes, new Map(), services);
  return outcomes.length;
}
