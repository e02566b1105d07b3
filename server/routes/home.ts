import { z } from "zod";
import type { Entry } from "../../core/register/entry.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { offeredOpening } from "./acts.ts";
import { describeStates } from "./describe-register.ts";
import { type HomeVisit, hasWork, laddersOf, readLadder, readNews, readWatched } from "./home-figures.ts";
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

/** What the page says of a register: its name, its steps, and what can be opened in it. */
const registerOnHome = z.object({
  name: z.string(),
  words: shapes.words,
  states: z.array(z.object({ name: z.string(), words: shapes.words, final: z.boolean() })),
  opening: z.array(shapes.offeredAct.extend({ words: shapes.words })),
});

export const homeAnswer = z.object({
  /** Those of which the page shows anything but a bare number. */
  registers: z.array(registerOnHome),
  /** The self-check that an enterprise's post is to make next. */
  call: shapes.entry.nullable(),
  lists: z.array(list),
  ladders: z.array(ladder),
  watched: z.array(figure),
  /** Null for whoever has nothing to do with what is found, put right and checked. */
  news: news.nullable(),
});

/** What a person finds on coming in: every number is the total of the list that it opens, by that list's own query. */
export const readHome = route(
  "GET /api/home",
  { right: "own", ...bare, tag: "home", words: { zh: "首页", en: "Home" }, answers: homeAnswer },
  async (visit) => inTransaction(visit.services.pool, visit.scope, async (tx) => ok(await homeOf(tx, visit))),
);

async function homeOf(tx: Transaction, visit: HomeVisit) {
  const { services, today, actor } = visit;
  if (!hasWork(actor.role)) {
    const watched = await readWatched(tx, visit);
    // Their day begins in the registers that are watched.
    const registers = await describeOnHome(tx, visit, new Set(watched.map(({ register }) => register)));
    return { registers, call: null, lists: [], ladders: [], watched, news: null };
  }
  const views = (entries: readonly Entry[]) => viewEntries(tx, services.campaign, today, entries);
  const { lists, call } = await readWorkLists(tx, visit);
  const viewed = [];
  for (const list of lists) viewed.push({ ...list, entries: await views(list.entries) });
  const ladders = [];
  for (const of of laddersOf(actor.role)) ladders.push(await readLadder(tx, visit, of));
  const news = { ...(await readNews(tx, visit)), latest: await views(await readLatest(tx, visit)) };
  const named = namesOn(viewed, ladders, news);
  return {
    registers: await describeOnHome(tx, visit, named),
    call: call === undefined ? null : ((await views([call]))[0] ?? null),
    lists: viewed,
    ladders,
    watched: await readWatched(tx, visit),
    news,
  };
}

interface Named {
  readonly register: string;
}

/** The registers that the parts of the page name, in its order. */
function namesOn(
  lists: readonly { readonly entries: readonly Named[] }[],
  ladders: readonly { readonly rows: readonly Named[] }[],
  news: { readonly figures: readonly Named[]; readonly latest: readonly Named[] },
): ReadonlySet<string> {
  const rows = ladders.flatMap((ladder) => ladder.rows);
  const entries = lists.flatMap((list) => list.entries);
  return new Set([...rows, ...news.figures, ...news.latest, ...entries].map(({ register }) => register));
}

async function describeOnHome(tx: Transaction, visit: HomeVisit, names: ReadonlySet<string>) {
  const described = [];
  for (const name of names) {
    const register = registerNamed(name);
    if (register === undefined) continue;
    const opening = await offeredOpening(tx, visit, register);
    described.push({
      name,
      words: register.words,
      states: describeStates(register),
      opening: opening.map((act) => ({ ...act, words: register.acts[act.name]?.words })),
    });
  }
  return described;
}
