import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, noContent, ok, route } from "../http/route.ts";
import { drawScreenSecret } from "../screen-secret.ts";
import { inTransaction } from "../store/database.ts";
import { endScreenLink, keepScreenLink, readScreenLinks } from "../store/screen-links.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "screen";
const hourMs = 3_600_000;
const link = z.object({ id: shapes.id, madeAt: z.iso.datetime(), expiresAt: z.iso.datetime() });

export const listScreenLinks = route(
  "GET /api/screen-links",
  {
    right: "figures",
    ...bare,
    tag,
    words: {
      zh: "本人在当前岗位的有效大屏链接",
      en: "The links to the big screen that one has in the present post",
    },
    answers: z.object({ links: z.array(link) }),
  },
  async ({ services, scope, actor, post, now }) => {
    const maker = { person: actor.id, post: post.id };
    return ok({ links: await inTransaction(services.pool, scope, (tx) => readScreenLinks(tx, maker, now)) });
  },
);

export const makeScreenLink = route(
  "POST /api/screen-links",
  {
    right: "figures",
    ...bare,
    body: z.strictObject({ hours: z.int().min(1).max(limits.screenLinkHours) }),
    tag,
    words: {
      zh: "制作只读大屏链接；密钥只显示这一次",
      en: "Make a read-only link to the big screen; its secret is shown this once",
    },
    answers: link.extend({ secret: z.string() }),
  },
  async (visit) => {
    const { services, scope, actor, post, now, body } = visit;
    const secret = drawScreenSecret();
    const expiresAt = new Date(now.getTime() + body.hours * hourMs);
    const kept = await inTransaction(services.pool, scope, async (tx) => {
      const maker = { person: actor.id, post: post.id };
      const made = await keepScreenLink(tx, maker, { secret, now, expiresAt, most: limits.screenLinks });
      if (made === undefined) throw new HttpProblem("too-many-screen-links");
      const facts = { link: made.id, until: expiresAt.toISOString() };
      await recordVisit(tx, visit, { event: "screenLinkMade", facts });
      return made;
    });
    return created({ ...kept, secret });
  },
);

export const revokeScreenLink = route(
  "DELETE /api/screen-links/:link",
  {
    right: "figures",
    ...bare,
    params: z.strictObject({ link: shapes.id }),
    tag,
    words: { zh: "撤销大屏链接", en: "End a link to the big screen" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, scope, actor, post, now, params } = visit;
    await inTransaction(services.pool, scope, async (tx) => {
      const maker = { person: actor.id, post: post.id };
      if (!(await endScreenLink(tx, maker, params.link, now))) throw new HttpProblem("not-found");
      await recordVisit(tx, visit, { event: "screenLinkRevoked", facts: { link: params.link } });
    });
    return noContent;
  },
);
