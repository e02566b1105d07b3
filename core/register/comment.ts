import { limits } from "../limits.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { readingRoles, roles } from "../scope/roles.ts";
import { type Actor, inScope, scopeOf } from "../scope/scope.ts";
import { type Entry, type Placing, placedOf } from "./entry.ts";
import { choice, type Fields, longText, persons, type Values } from "./field.ts";

/** What an attempt to comment is decided by, whatever the register. */
interface Attempt {
  readonly entry: Entry;
  readonly input: Values;
  readonly actor: Actor;
  readonly facts: { readonly posts: Readonly<Record<string, readonly Actor[]>> };
}

/** The act by which whoever sees an entry says something of it. */
export const commentAct = "comment";

/**
 * What a comment holds. Its line keeps it and the entry does not, as with the reason of an act: an entry is what the acts made of
 * it, and a remark makes nothing of it. What is said and who is named are sealed; for whom it is meant stands in the open.
 */
export const commentFields = {
  comment: longText({ words: { zh: "评论", en: "Comment" }, maxLength: limits.commentLengthCharacters }),
  mentions: persons({
    words: { zh: "评论中提到的人", en: "People named in the comment" },
    max: limits.mentionsPerComment,
  }),
  audience: choice({
    words: { zh: "评论可见范围", en: "Who reads the comment" },
    options: {
      everyone: { zh: "能查看本条目的所有人", en: "Everybody who sees the entry" },
      authorities: { zh: "仅监管部门", en: "The supervising side only" },
    },
  }),
} as const satisfies Fields;

export type Audience = keyof typeof commentFields.audience.options;

/** Whether a field of a ledger line belongs to a comment. */
export const isOfComment = (field: string): boolean => Object.hasOwn(commentFields, field);

/**
 * Whether a post is of the supervising side: one that sees by region, whose business the entries of many are. An enterprise and a
 * park see what concerns them. The policy on the table `value` says the same.
 */
export const isOfSupervision = ({ role }: Pick<Actor, "role">): boolean => roles[role].sees === "region";

/** Whether somebody in a post reads what was written for an audience, of an entry that they see. */
export const isAudience = (audience: Audience, post: Pick<Actor, "role">): boolean =>
  audience === "everyone" || isOfSupervision(post);

/**
 * Whether `actor` may name somebody in that post: they must be able to read what names them. Who works in which authority is no
 * enterprise's to browse: from there, only people of the entry's own parties are named.
 */
export function mayBeNamed(
  register: Placing,
  entry: Pick<Entry, "id" | "values">,
  { actor, post, audience }: { readonly actor: Actor; readonly post: Actor; readonly audience: Audience },
): boolean {
  const placed = placedOf(register, entry);
  const concerned = [placed.organisation, ...placed.parties.map(({ organisation }) => organisation)];
  const near = isOfSupervision(actor) || concerned.includes(post.organisation);
  return near && isAudience(audience, post) && inScope(scopeOf(post), placed);
}

/** For whom the changes of a ledger line are meant: a line without a comment for everybody. */
export function audienceIn(changes: Readonly<Record<string, unknown>>): Audience {
  return changes.audience === "authorities" ? "authorities" : "everyone";
}

/** The act that every register has, open in every state to every role that sees its entries. */
export function commentActs(from: readonly string[], register: Placing) {
  const mentionedReads = (attempt: Attempt): Refusal | undefined => {
    const problems = mentionsIn(attempt.input).flatMap((id, at) =>
      readingPosts(register, attempt, id).length > 0
        ? []
        : [{ field: `mentions.${at}`, code: "not-found" as const }],
    );
    return problems.length > 0 ? refusal("mentioned-may-not-see", problems) : undefined;
  };
  return {
    [commentAct]: {
      words: { zh: "评论", en: "Comment" },
      law: [{ zh: "通用：条目内的沟通留痕", en: "General: what is said of an entry is kept with it" }],
      from,
      to: "unchanged",
      by: readingRoles,
      needs: ["comment", "audience"],
      takes: ["mentions"],
      facts: { posts: "mentions" },
      checks: [audienceIsYours, mentionedReads],
      tells: (attempt: Attempt) =>
        mentionsIn(attempt.input)
          .filter((id) => id !== attempt.actor.id)
          .flatMap((id) => readingPosts(register, attempt, id)),
      remarks: true,
    },
  } as const;
}

function audienceIsYours({ input, actor }: Attempt): Refusal | undefined {
  return isAudience(audienceIn(input), actor) ? undefined : refusal("audience-not-yours");
}

const mentionsIn = ({ mentions }: Values): readonly string[] =>
  Array.isArray(mentions) ? mentions.filter((id) => typeof id === "string") : [];

/** The posts in which somebody who is named reads it. */
function readingPosts(
  register: Placing,
  { entry, input, actor, facts }: Attempt,
  id: string,
): readonly Actor[] {
  const posts = Object.hasOwn(facts.posts, id) ? (facts.posts[id] ?? []) : [];
  return posts.filter((post) => mayBeNamed(register, entry, { actor, post, audience: audienceIn(input) }));
}
