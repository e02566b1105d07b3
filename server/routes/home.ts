import { z } from "zod";
import type { Entry } from "../../core/register/entry.ts";
import { roles } from "../../core/scope/roles.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { type HomeVisit, laddersOf, readLadder, readNews, readWatched } from "./home-figures.ts";
import { readLatest, readWorkLists, workLists } from "./home-lists.ts";
import * as shapes from "./shapes.ts";
import { viewEntries } from "./views.ts";

/** A number, and the list that it counts: as many rows as it says. */
const figure = z.object({
  name: z.string(),
  words: shapes.words.optional(),
  register: z.string(),
  filters: z.record(z.string(), z.string()),
  total: z.int(),
});
const list = z.object({
  name: z.enum(workLists),
  total: z.int(),
  figures: z.array(figure),
  entries: z.array(shapes.entry),
});
const ladder = z.object({
  of: z.enum(["mine", "scope"]),
  rows: z.array(z.object({ register: z.string(), figures: z.array(figure) })),
});

const news = z.object({
  /** The day from which something counts as new; of the last sign-in, where there was one. */
  since: z.iso.date(),
  signedInBefore: z.boolean(),
  figures: z.array(figure),
  latest: z.array(shapes.entry),
});

export const homeAnswer = z.object({
  /** The self-check that an enterprise's post is to make next. */
  call: shapes.entry.nullable(),
  lists: z.array(list),
  ladders: z.array(ladder),
  watched: z.array(figure),
  /** Null for whoever sees no entry. */
  news: news.nullable(),
});

/** What a person finds on coming in: every number is the total of the list that it opens, by that list's own query. */
export const readHome = route(
  "GET /api/home",
  { ...bare, tag: "home", words: { zh: "首页", en: "Home" }, answers: homeAnswer },
  async (visit) => inTransaction(visit.services.pool, visit.scope, async (tx) => ok(await homeOf(tx, visit))),
);

async function homeOf(tx: Transaction, visit: HomeVisit) {
  const { services, today, actor } = visit;
  const seesEntries = roles[actor.role].sees !== "nothing";
  if (!seesEntries)
    return { call: null, lists: [], ladders: [], watched: await readWatched(tx, visit), news: null };
  const views = (entries: readonly Entry[]) => viewEntries(tx, services.campaign, today, entries);
  const { lists, call } = await readWorkLists(tx, visit);
  const viewed = [];
  for (const list of lists) viewed.push({ ...list, entries: await views(list.entries) });
  const ladders = [];
  for (const of of laddersOf(actor.role)) ladders.push(await readLadder(tx, visit, of));
  return {
    call: call === undefined ? null : ((await views([call]))[0] ?? null),
    lists: viewed,
    ladders,
    watched: await readWatched(tx, visit),
    news: { ...(await readNews(tx, visit)), latest: await views(await readLatest(tx, visit)) },
  };
}
