import { z } from "zod";
import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { climb, type Matter, unitsFor } from "../../core/reminders/climb.ts";
import { type Ladder, ladderFor, nextRung, restsStill, rungWhos } from "../../core/reminders/ladder.ts";
import { rungWords } from "../../core/reminders/words.ts";
import type { Words } from "../../core/words.ts";
import { bare, ok, route } from "../http/route.ts";
import { type Campaign, treeOf } from "../store/campaign.ts";
import { becomeCommitter, becomeReader, inTransaction, type Transaction } from "../store/database.ts";
import { climbingOn, type DueMatter, matterOf, readClimbed } from "../store/ladders.ts";
import { titlesOf } from "../store/titles.ts";
import { entryInSight } from "./comments.ts";
import * as shapes from "./shapes.ts";

const name = z.union([shapes.words, z.string()]).nullable();
const rung = {
  who: z.enum(rungWhos),
  words: shapes.words,
  after: z.int(),
  on: z.iso.date(),
  organisation: name,
};

const ladder = z.object({
  due: z.iso.date(),
  // Suspended: nobody is reminded before the day has passed.
  rests: z.boolean(),
  climbed: z.array(z.object(rung)),
  next: z.object({ ...rung, provisional: z.boolean() }).nullable(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
});

export const readReminders = route(
  "GET /api/registers/:register/entries/:id/reminders",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string(), id: shapes.id }),
    tag: "registers",
    words: { zh: "催办阶梯", en: "Up to whom an entry's deadline was reminded of, and who is next" },
    answers: z.object({ ladder: ladder.nullable() }),
  },
  async (visit) => {
    const { services, scope, today } = visit;
    const { campaign } = services;
    return inTransaction(services.pool, scope, async (tx) => {
      const { register, entry } = await entryInSight(tx, visit);
      // Whoever sees the entry sees who was told of it; notices themselves are read by those to whom they were given.
      await becomeCommitter(tx);
      const found = await matterOf(tx, campaign, register, entry);
      if (found === undefined) return ok({ ladder: null });
      const climbs = ladderFor(campaign.pack.ladders, found.level, found.due);
      if (climbs === undefined) return ok({ ladder: null });
      const rests = restsStill(found.state, found.due, today);
      const told = await readClimbed(tx, entry.id, found.due);
      // While it rests no rung is reached before its day has passed.
      const next = await nextOf(tx, campaign, found, climbs, rests ? found.due : today);
      await becomeReader(tx);
      const named = await namesIn(tx, campaign, [...told, ...(next ? [next] : [])]);
      const climbed = told.map(({ who, after, organisation, at }) => {
        return {
          who,
          words: rungWords[who],
          after,
          on: dayInShanghai(at),
          organisation: named(organisation),
        };
      });
      const { source, toBeConfirmed } = climbs;
      return ok({
        ladder: {
          due: found.due,
          rests,
          climbed,
          next: next && { ...next, organisation: named(next.organisation) },
          source,
          toBeConfirmed,
        },
      });
    });
  },
);

/** The next rung, with whom it would reach as posts are held today. */
async function nextOf(
  tx: Transaction,
  campaign: Campaign,
  { from, matter }: DueMatter,
  ladder: Ladder,
  today: Day,
) {
  const next = nextRung(ladder, from, today, campaign.calendar);
  if (next === undefined) return null;
  const { who, after } = next.rung;
  const { day: on, provisional } = next.on;
  const organisation = (await reachOf(tx, campaign, who, matter, today))?.organisation;
  return { who, words: rungWords[who], after, on, provisional, organisation };
}

async function reachOf(
  tx: Transaction,
  campaign: Campaign,
  who: Ladder["rungs"][number]["who"],
  matter: Matter,
  today: Day,
) {
  const units = who === "handler" ? [] : unitsFor(who, matter, treeOf(campaign));
  return climb(who, matter, await climbingOn(tx, campaign, today, units));
}

/** The names of organisations: the pack's own, and enterprises by their entries. */
async function namesIn(
  tx: Transaction,
  { organisations }: Campaign,
  rungs: readonly { readonly organisation?: string | undefined }[],
): Promise<(id: string | undefined) => Words | string | null> {
  const ids = rungs.flatMap(({ organisation }) => organisation ?? []);
  const titles = await titlesOf(
    tx,
    ids.filter((id) => !organisations.has(id)),
  );
  return (id) => (id === undefined ? null : (organisations.get(id)?.name ?? titles.get(id) ?? null));
}
