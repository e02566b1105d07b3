import { z } from "zod";
import { limits } from "../../core/limits.ts";
import type { RegisterRight } from "../../core/register/rights.ts";
import { rightsIn } from "../../core/register/rights.ts";
import { registers } from "../../core/registers/index.ts";
import { mayAsk, rightNames, rights } from "../../core/scope/rights.ts";
import { roles } from "../../core/scope/roles.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { inTransaction, type Queryable } from "../store/database.ts";
import { personNamed } from "../store/people.ts";
import { type HeldPost, heldPosts } from "../store/posts.ts";
import { titlesOf } from "../store/titles.ts";
import * as shapes from "./shapes.ts";

const named = z.object({ code: z.string(), words: shapes.words });
const postRights = z.object({
  post: shapes.id,
  role: z.string(),
  roleWords: shapes.words,
  organisation: z.object({ id: z.string(), name: shapes.words }),
  from: z.iso.date(),
  /** The last day; null for a post without an end. */
  to: z.iso.date().nullable(),
  /** Whose entries come before the post: those of a region in some sectors, those of its organisation, or none. */
  sees: z.enum(["organisation", "region", "nothing"]),
  region: named.nullable(),
  sectors: z.union([z.literal("all"), z.array(named)]),
  registers: z.array(
    z.object({
      name: z.string(),
      words: shapes.words,
      acts: z.array(
        z.object({
          name: z.string(),
          words: shapes.words,
          law: z.array(shapes.words),
          may: z.boolean(),
          by: z.array(shapes.words),
        }),
      ),
    }),
  ),
  product: z.array(z.object({ name: z.string(), words: shapes.words, why: shapes.words, may: z.boolean() })),
});
export const rightsAnswer = z.object({
  person: z.object({ id: shapes.id, name: z.string(), username: z.string(), disabled: z.boolean() }),
  posts: z.array(postRights),
});

const tag = "session";

export const readOwnRights = route(
  "GET /api/rights",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "本人能看什么、能办什么、为什么", en: "What one may see and do oneself, and why" },
    answers: rightsAnswer,
  },
  async ({ services, scope, actor, today }) =>
    inTransaction(services.pool, scope, async (tx) =>
      ok(await rightsOf(tx, services, { id: actor.id }, today)),
    ),
);

export const readRightsOf = route(
  "GET /api/accounts/:username/rights",
  {
    right: "rightsOfOthers",
    ...bare,
    params: z.strictObject({ username: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag,
    words: { zh: "一个账号能看什么、能办什么、为什么", en: "What an account may see and do, and why" },
    answers: rightsAnswer,
  },
  async ({ services, scope, params, today }) =>
    inTransaction(services.pool, scope, async (tx) => ok(await rightsOf(tx, services, params, today))),
);

async function rightsOf(
  tx: Queryable,
  services: Services,
  asked: { readonly id: string } | { readonly username: string },
  today: string,
) {
  const person = await personNamed(tx, asked);
  if (person === undefined) throw new HttpProblem("not-found");
  const posts = await heldPosts(tx, person.id, today);
  const titles = await titlesOf(
    tx,
    posts.map(({ organisation }) => organisation),
  );
  return { person, posts: posts.map((post) => postView(services, post, titles)) };
}

function postView({ campaign }: Services, post: HeldPost, titles: ReadonlyMap<string, string>) {
  const title = titles.get(post.organisation) ?? "";
  const sector = (code: string) => ({ code, words: campaign.sectorName(code) ?? same(code) });
  return {
    post: post.id,
    role: post.role,
    roleWords: roles[post.role].words,
    organisation: {
      id: post.organisation,
      name: campaign.organisations.get(post.organisation)?.name ?? same(title),
    },
    from: post.from,
    to: post.to ?? null,
    sees: roles[post.role].sees,
    region:
      post.region === ""
        ? null
        : { code: post.region, words: campaign.regionName(post.region) ?? same(post.region) },
    sectors: post.sectors === "all" ? post.sectors : post.sectors.map(sector),
    registers: rightsIn(registers, post.role).map(registerView),
    product: rightNames.map((name) => ({
      name,
      words: rights[name].words,
      why: rights[name].why,
      may: mayAsk(post.role, name),
    })),
  };
}

/** What has one name in every language. */
const same = (name: string) => ({ zh: name, en: name });

const registerView = ({ register, acts }: RegisterRight) => ({
  name: register.name,
  words: register.words,
  acts: acts.map(({ name, act, may }) => ({
    name,
    words: act.words,
    law: act.law,
    may,
    by: act.by.map((role) => roles[role].words),
  })),
});
