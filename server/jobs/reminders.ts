import { type DueState, dueState } from "../../core/calendar/calendar.ts";
import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { reachedBy } from "../../core/reminders/climb.ts";
import { horizonOf, ladderFor, reachedRungs, restsStill } from "../../core/reminders/ladder.ts";
import type { Services } from "../services.ts";
import { type Campaign, dueLimits } from "../store/campaign.ts";
import { becomeCommitter, inTransaction } from "../store/database.ts";
import {
  climbingOn,
  type DueDay,
  dueDaysUpTo,
  giveReminders,
  holdLadders,
  type Reminder,
  unreminded,
} from "../store/ladders.ts";

/** Due days whose entries are looked at together, so that a long time of which nothing was told is not held in memory at once. */
const daysAtOnce = 50;

/**
 * Reminds of deadlines that near or have passed, by the ladder of the pack: whoever holds an entry, and one after another those above
 * them. Any number of servers may do it, any number of times: each rung is told once for a due day. Returns how many were told.
 */
export async function remind({
  pool,
  campaign,
  clock,
}: Pick<Services, "pool" | "campaign" | "clock">): Promise<number> {
  const now = clock();
  const today = dayInShanghai(now);
  const { ladders } = campaign.pack;
  return inTransaction(pool, undefined, async (tx) => {
    await becomeCommitter(tx);
    await holdLadders(tx);
    const due = await dueDaysUpTo(tx, horizonOf(ladders, today, campaign.calendar));
    const reached = due.flatMap((one) => {
      const rungs = rungsOn(campaign, one, today);
      return rungs.length > 0 ? [{ ...one, rungs }] : [];
    });
    if (reached.length === 0) return 0;
    const climbing = await climbingOn(tx, campaign, today);
    let given = 0;
    for (let from = 0; from < reached.length; from += daysAtOnce) {
      const found = await unreminded(tx, campaign, reached.slice(from, from + daysAtOnce));
      const reminders = found.flatMap((one): readonly Reminder[] => {
        if (restsStill(one.state, one.due, today)) return [];
        const { id, register, due: day, from, level, missing, matter } = one;
        const kind = kindOf(campaign, day, today);
        return reachedBy(rungsOn(campaign, { level, day }, today, from), matter, climbing)
          .filter(({ who }) => missing.includes(who))
          .map((rung) => ({ ...rung, entry: id, register: register.name, kind, due: day }));
      });
      given += await giveReminders(tx, reminders, now);
    }
    return given;
  });
}

/** The rungs that are reached of the ladder of a due day; counted from a later day for what was overdue before it came in. */
function rungsOn({ pack, calendar }: Campaign, { level, day }: DueDay, today: Day, from = day) {
  const ladder = ladderFor(pack.ladders, level, day);
  return ladder === undefined ? [] : reachedRungs(ladder, from, today, calendar);
}

/** How the deadline stands, as lists and pages show it; what a rung reaches far ahead counts as soon. */
function kindOf(campaign: Campaign, due: Day, today: Day): DueState {
  const state = dueState(due, today, dueLimits(campaign, today), campaign.calendar);
  return state === "later" ? "soon" : state;
}
