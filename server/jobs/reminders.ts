import { dueBounds, dueState } from "../../core/calendar/calendar.ts";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { registers } from "../../core/registers/index.ts";
import { dueLimits } from "../routes/views.ts";
import type { Services } from "../services.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import { dueDaysUpTo, giveReminders } from "../store/notices.ts";

/** Reminds whoever holds an entry that its deadline nears or has passed, by the same `dueState` that lists and pages show. */
export async function remind({
  pool,
  campaign,
  clock,
}: Pick<Services, "pool" | "campaign" | "clock">): Promise<number> {
  const now = clock();
  const today = dayInShanghai(now);
  const limits = dueLimits(campaign, today);
  const horizon = dueBounds(today, limits, campaign.calendar).soonTo;
  return inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    const days = await dueDaysUpTo(tx, horizon);
    const reminders = days.map((day) => ({ day, kind: dueState(day, today, limits, campaign.calendar) }));
    let given = 0;
    for (const register of registers) given += await giveReminders(tx, register, reminders, now);
    return given;
  });
}
