import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { type Audience, commentFields, isAudience, mayBeNamed } from "../../core/register/comment.ts";
import { placedOf } from "../../core/register/entry.ts";
import type { Register } from "../../core/register/register.ts";
import { isRole, roles } from "../../core/scope/roles.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import type { Campaign } from "../store/campaign.ts";
import { readComments, type StoredComment } from "../store/comments.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { namesOf } from "../store/people.ts";
import { actorsNear } from "../store/posts.ts";
import type { StoredEntry } from "../store/row.ts";
import { titlesOf } from "../store/titles.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const tag = "comments";
const ofEntry = z.strictObject({ register: z.string(), id: shapes.id });
const audiences = Object.keys(commentFields.audience.options).filter(
  (name): name is Audience => name in commentFields.audience.options,
);
const audience = z.enum(audiences);
const label = z.union([shapes.words, z.string()]);
const post = z.object({ role: z.string(), roleWords: shapes.words, organisation: label });
const named = z.object({ id: shapes.id, name: z.string() });
const comment = z.object({
  version: z.int(),
  at: z.string(),
  actor: named,
  ...post.shape,
  audience,
  // Null once it has been erased.
  text: z.string().nullable(),
  mentions: z.array(named),
});

/** An entry of a register that somebody may see; absent and not theirs are the same. */
export async function entryInSight(
  tx: Transaction,
  {
    scope,
    actor,
    params,
  }: Pick<SignedInVisit<z.output<typeof ofEntry>, unknown, unknown>, "scope" | "actor" | "params">,
): Promise<{ readonly register: Register; readonly entry: StoredEntry }> {
  const register = registerFor(params.register, actor);
  const entry = await readEntry(tx, scope, register, params.id);
  if (entry === undefined) throw new HttpProblem("not-found");
  return { register, entry };
}

export const listComments = route(
  "GET /api/registers/:register/entries/:id/comments",
  {
    right: "registers",
    ...bare,
    params: ofEntry,
    query: z.strictObject({
      after: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    }),
    tag,
    words: { zh: "条目的评论", en: "Comments on an entry, the oldest first" },
    answers: z.object({ comments: z.array(comment), next: z.int().nullable() }),
  },
  async (visit) => {
    const { services, scope, actor, query } = visit;
    const { after = 0, limit = limits.pageSizeDefaultRows } = query;
    return inTransaction(services.pool, scope, async (tx) => {
      const { entry } = await entryInSight(tx, visit);
      const mine = audiences.filter((name) => isAudience(name, actor));
      const asked = { entry: entry.id, after, limit: limit + 1, audiences: mine };
      const found = await readComments(tx, asked);
      const shown = found.slice(0, limit);
      const next = found.length > limit ? (shown.at(-1)?.body.version ?? null) : null;
      return ok({ comments: await viewComments(tx, services.campaign, shown), next });
    });
  },
);

async function viewComments(tx: Transaction, campaign: Campaign, comments: readonly StoredComment[]) {
  const people = comments.flatMap(({ body, mentions }) => [body.actor, ...mentions]);
  const names = await namesOf(tx, [...new Set(people)]);
  const unit = await unitNamer(
    tx,
    campaign,
    comments.map(({ body }) => body.organisation),
  );
  const person = (id: string) => ({ id, name: names.get(id) ?? "" });
  return comments.map(({ body, audience, text, mentions }) => ({
    version: body.version,
    at: body.at,
    actor: person(body.actor),
    role: body.role,
    roleWords: isRole(body.role) ? roles[body.role].words : { zh: body.role, en: body.role },
    organisation: unit(body.organisation),
    audience,
    text,
    mentions: mentions.map(person),
  }));
}

/** Names organisations of the pack and enterprises alike. */
async function unitNamer(tx: Transaction, { organisations }: Campaign, ids: readonly string[]) {
  const titles = await titlesOf(
    tx,
    [...new Set(ids)].filter((id) => !organisations.has(id)),
  );
  return (id: string) => organisations.get(id)?.name ?? titles.get(id) ?? "";
}

export const listMentionable = route(
  "GET /api/registers/:register/entries/:id/mentionable",
  {
    right: "registers",
    ...bare,
    params: ofEntry,
    query: z.strictObject({
      q: z.string().max(limits.searchLengthCharacters).optional(),
      audience: audience.optional(),
    }),
    tag,
    words: { zh: "可在评论中提到的人", en: "Whom a comment on an entry may name" },
    answers: z.object({ people: z.array(named.extend({ posts: z.array(post) })) }),
  },
  async (visit) => {
    const { services, scope, actor, today, query } = visit;
    const { q = "", audience = "everyone" } = query;
    return inTransaction(services.pool, scope, async (tx) => {
      const { register, entry } = await entryInSight(tx, visit);
      const placed = placedOf(register, entry);
      const near = await actorsNear(tx, { placed, name: q.trim(), day: today });
      const posts = near.filter(
        (post) => post.id !== actor.id && mayBeNamed(register, entry, { actor, post, audience }),
      );
      return ok({ people: await viewPeople(tx, services.campaign, posts) });
    });
  },
);

async function viewPeople(tx: Transaction, campaign: Campaign, posts: readonly Actor[]) {
  const people = [...Map.groupBy(posts, ({ id }) => id)].slice(0, limits.mentionableShown);
  const unit = await unitNamer(
    tx,
    campaign,
    people.flatMap(([, own]) => own.map(({ organisation }) => organisation)),
  );
  return people.map(([id, own]) => ({
    id,
    name: own[0]?.name ?? "",
    posts: own.map(({ role, organisation }) => ({
      role,
      roleWords: roles[role].words,
      organisation: unit(organisation),
    })),
  }));
}
