import { z } from "zod";
import type { Origin } from "../../core/ledger/audit.ts";
import { limits } from "../../core/limits.ts";
import { roles } from "../../core/scope/roles.ts";
import { sessionCookie, tokenOf } from "../http/app.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, openRoute, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { type FailedSignIn, recordFailedSignIn, recordInSession, recordSignOut } from "../store/audit.ts";
import { inTransaction, type Queryable } from "../store/database.ts";
import { checkPassword, choosePost, openSession, type Post, postsOf, readSession } from "../store/people.ts";
import { titlesOf } from "../store/titles.ts";
import { originOf, recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "session";
const post = z.object({
  id: shapes.id,
  role: z.string(),
  roleWords: shapes.words,
  organisation: z.object({ id: z.string(), name: shapes.words }),
  level: z.string(),
  region: z.string(),
  sectors: z.union([z.literal("all"), z.array(z.string())]),
});
const session = z.object({
  person: z.object({ id: shapes.id, name: z.string() }),
  post,
  posts: z.array(post),
  demonstration: z.boolean(),
});

export const signIn = openRoute(
  "POST /api/session",
  {
    ...bare,
    body: z.strictObject({
      username: z.string().min(1).max(limits.usernameLengthCharacters),
      password: shapes.password,
    }),
    tag,
    words: { zh: "登录", en: "Sign in" },
    answers: session,
  },
  async ({ services, body, request, reply, now, today }) => {
    const { signInGuard, pool, algorithm } = services;
    const from = originOf(request);
    const { username } = body;
    if (!signInGuard.mayTry(body.username, request.ip, now)) {
      if (signInGuard.firstRefused(body.username, request.ip))
        await logFailure(services, { username, why: "throttled" }, from, now);
      throw new HttpProblem("too-many-attempts");
    }
    const checked = await checkPassword(pool, body.username, body.password);
    const posts = "person" in checked ? await postsOf(pool, checked.person.id, today) : [];
    const [first] = posts;
    if (!("person" in checked) || first === undefined) {
      signInGuard.failed(body.username, request.ip, now);
      const why =
        "person" in checked
          ? { why: "noPost" as const, account: checked.person.id }
          : { why: checked.failure, account: checked.account };
      await logFailure(services, { username, ...why }, from, now);
      throw new HttpProblem("sign-in-failed");
    }
    signInGuard.succeeded(body.username, request.ip);
    const signedIn = { event: "signedIn", facts: { post: first.id }, from } as const;
    const { token, expires } = await inTransaction(pool, undefined, async (tx) => {
      const session = await openSession(tx, checked.person.id, first.id, now);
      await recordInSession(tx, algorithm, session.token, signedIn, now);
      return session;
    });
    // Behind a proxy that speaks TLS, the cookie must never travel without it.
    const secure = request.protocol === "https";
    reply.setCookie(sessionCookie, token, { httpOnly: true, sameSite: "strict", path: "/", secure, expires });
    return ok(await describeSession(pool, services, checked.person, first, posts));
  },
);

// The failure is logged though it is refused: in a transaction of its own, which the refusal does not undo.
const logFailure = (
  { pool, algorithm }: Services,
  failed: FailedSignIn,
  from: Origin,
  now: Date,
): Promise<void> =>
  inTransaction(pool, undefined, (tx) => recordFailedSignIn(tx, algorithm, failed, from, now));

export const readOwnSession = route(
  "GET /api/session",
  { right: "own", ...bare, tag, words: { zh: "当前登录", en: "Who is signed in" }, answers: session },
  async ({ services, actor, post: current, today }) => {
    const posts = await postsOf(services.pool, actor.id, today);
    return ok(await describeSession(services.pool, services, actor, current, posts));
  },
);

export const changePost = route(
  "PUT /api/session/post",
  {
    right: "own",
    ...bare,
    body: z.strictObject({ post: shapes.id }),
    tag,
    words: { zh: "切换岗位", en: "Act in another post" },
    answers: session,
  },
  async (visit) => {
    const { services, token = "", body, now, today } = visit;
    const { pool } = services;
    const postChanged = { event: "postChanged", facts: { post: body.post } } as const;
    await inTransaction(pool, undefined, async (tx) => {
      if (!(await choosePost(tx, token, body.post, today))) throw new HttpProblem("not-found");
      await recordVisit(tx, visit, postChanged);
    });
    const signedIn = await readSession(pool, token, now, today);
    if (signedIn === undefined) throw new HttpProblem("not-signed-in");
    const posts = await postsOf(pool, signedIn.actor.id, today);
    return ok(await describeSession(pool, services, signedIn.actor, signedIn.post, posts));
  },
);

export const signOut = openRoute(
  "DELETE /api/session",
  { ...bare, tag, words: { zh: "退出", en: "Sign out" }, answers: "nothing" },
  async ({ services: { pool, algorithm }, request, reply, now }) => {
    const token = tokenOf(request);
    const from = originOf(request);
    if (token !== undefined)
      await inTransaction(pool, undefined, (tx) => recordSignOut(tx, algorithm, token, from, now));
    reply.clearCookie(sessionCookie, { path: "/" });
    return noContent;
  },
);

async function describeSession(
  db: Queryable,
  services: Services,
  { id, name }: { readonly id: string; readonly name: string },
  current: Post,
  posts: readonly Post[],
) {
  const titles = await titlesOf(
    db,
    posts.map(({ organisation }) => organisation),
  );
  const described = (held: Post) => {
    const title = titles.get(held.organisation) ?? "";
    const known = services.campaign.organisations.get(held.organisation)?.name ?? { zh: title, en: title };
    return {
      ...held,
      roleWords: roles[held.role].words,
      organisation: { id: held.organisation, name: known },
    };
  };
  return {
    person: { id, name },
    post: described(current),
    posts: posts.map(described),
    demonstration: services.demonstration,
  };
}
