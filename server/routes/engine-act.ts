import { dayInShanghai } from "../../core/calendar/day.ts";
import { decide } from "../../core/register/decide.ts";
import { blankEntry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import { actNamed, type Register } from "../../core/register/register.ts";
import { Refused } from "../http/problems.ts";
import { engineOf } from "../jobs/engine.ts";
import type { Services } from "../services.ts";
import { commit } from "../store/commit.ts";
import { becomeCommitter, type Transaction } from "../store/database.ts";
import { loadFacts } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import type { StoredEntry } from "../store/row.ts";

interface EngineAct {
  readonly register: Register;
  readonly act: string;
  readonly input: RawInput;
  /** The entry as it was read; absent for an act that opens one. */
  readonly on?: StoredEntry;
}

/** One act of the engine's own, where nobody is signed in, in the caller's transaction. Throws what the rules refuse. */
export async function actByEngine(
  tx: Transaction,
  services: Services,
  { register, act, input, on }: EngineAct,
): Promise<StoredEntry> {
  const actor = await engineOf(services);
  const now = services.clock();
  const entry = on ?? { ...blankEntry(register.name, newId(now.getTime())), head: "" };
  const declared = actNamed(register, act);
  await becomeCommitter(tx);
  const { facts } = await loadFacts(tx, services.campaign, {
    register,
    acts: declared ? [declared] : [],
    entry,
    input,
    actor,
    scope: { sees: "everything" },
    day: dayInShanghai(now.toISOString()),
  });
  const decision = decide({ register, entry, facts, act, input, actor, now: now.toISOString() });
  if ("refusal" in decision) throw new Refused(decision.refusal);
  const heads = new Map(on === undefined ? [] : [[on.id, on.head]]);
  const [written] = await commit(tx, [decision], heads, services);
  if (written === undefined) throw new Error("An outcome without a step");
  return written;
}
