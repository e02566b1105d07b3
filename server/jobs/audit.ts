import { dayInShanghai } from "../../core/calendar/day.ts";
import type { Services } from "../services.ts";
import { endDeadSessions, makeAuditMonths } from "../store/audit.ts";
import { inTransaction } from "../store/database.ts";
import { forgetEnded } from "../store/own-sessions.ts";

/** Keeps a month ready for the audit log, and ends the sessions that let nobody in any more. Returns how many ended. */
export async function tendAudit({
  pool,
  clock,
  algorithm,
}: Pick<Services, "pool" | "clock" | "algorithm">): Promise<number> {
  const now = clock();
  const today = dayInShanghai(now.toISOString());
  await inTransaction(pool, undefined, (tx) => makeAuditMonths(tx, today));
  return inTransaction(pool, undefined, async (tx) => {
    await forgetEnded(tx, now);
    return endDeadSessions(tx, algorithm, now, today);
  });
}
