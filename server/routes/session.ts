import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { roles } from "../../core/scope/roles.ts";
import { sessionCookie, tokenOf } from "../http/app.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, openRoute, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import type { Queryable } from "../store/database.ts";
import {
  checkPassword,
  choosePost,
  closeSession,
  openSession,
  type Post,
  postsOf,
  readSession,
} from "../store/people.ts";
import { titlesOf } from "../store/titles.ts";
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
      username: z.string().min(1).max(64),
      password: z.string().min(1).max(limits.passwordLengthBytes),
    }),
    tag,
    words: { zh: "登录", en: "Sign in" },
    answers: session,
  },
  async ({ services, body, request, reply, now, today }) => {
    const { signInGuard, pool } = services;
    if (!signInGuard.mayTry(body.username, request.ip, now)) throw new HttpProblem("too-many-attempts");
    const person = await checkPassword(pool, body.username, body.password);
    const [first, ...others] = person ? await postsOf(pool, person.id, today) : [];
    if (person === undefined || first === undefined) {
      signInGuard.failed(body.username, request.ip, now);
      throw new HttpProblem("sign-in-failed");
    }
    signInGuard.succeeded(body.username, request.ip);
    const { token, expires } = await openSession(pool, person.id, first.id, now);
    reply.setCookie(sessionCookie, token, { httpOnly: true, sameSite: "strict", path: "/", expires });
    return ok(await describeSession(pool, services, person, first, [first, ...others]));
  },
);

export const readOwnSession = route(
  "GET /api/session",
  { ...bare, tag, words: { zh: "当前登录", en: "Who is signed in" }, answers: session },
  async ({ services, actor, post: current, today }) => {
    const posts = await postsOf(services.pool, actor.id, today);
    return ok(await describeSession(services.pool, services, actor, current, posts));
  },
);

export const changePost = route(
  "PUT /api/session/post",
  {
    ...bare,
    body: z.strictObject({ post: shapes.id }),
    tag,
    words: { zh: "切换岗位", en: "Act in another post" },
    answers: session,
  },
  async ({ services, token = "", body, now, today }) => {
    const { pool } = services;
    if (!(await choosePost(pool, token, body.post, today))) throw new HttpProblem("not-found");
    const signedIn = await readSession(pool, token, now, today);
    if (signedIn === undefined) throw new HttpProblem("not-signed-in");
    const posts = await postsOf(pool, signedIn.actor.id, today);
    return ok(await describeSession(pool, services, signedIn.actor, signedIn.post, posts));
  },
);

export const signOut = openRoute(
  "DELETE /api/session",
  { ...bare, tag, words: { zh: "退出", en: "Sign out" }, answers: "nothing" },
  async ({ services, request, reply }) => {
    const token = tokenOf(request);
    if (token !== undefined) await closeSession(services.pool, token);
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
