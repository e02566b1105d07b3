import { z } from "zod";
import { isLocked } from "../../core/sign-in/idle-lock.ts";
import { isAnew, mayBindByClaim } from "../../core/sign-in/sign-on.ts";
import { tokenOf } from "../http/app.ts";
import { originOf } from "../http/origin.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, openRoute, type Visit } from "../http/route.ts";
import type { Identity } from "../sign-on/provider.ts";
import { type FailedSignIn, recordFailedSignIn, recordInSession } from "../store/audit.ts";
import { inTransaction } from "../store/database.ts";
import { noteTry } from "../store/own-sessions.ts";
import { type Post, postsOf, readSession } from "../store/people.ts";
import { accountOf, type Begun, type BoundAccount, bindAccount, unboundAccount } from "../store/sign-on.ts";
import { session, step } from "./describe-session.ts";
import { asProblem, beginWay, cameBack, endWay, identify, ownPath, providerOf } from "./sign-on-ways.ts";
import { beginSession, tellSignIn } from "./signing-in.ts";

const tag = "session";
type AnyVisit = Visit<unknown, unknown, unknown>;

/** Where the browser is to go. Whoever begins it in a browser whose session is locked must show at the provider that it is they. */
export const beginSignOn = openRoute(
  "POST /api/sign-on",
  {
    ...bare,
    body: z.strictObject({ goOn: ownPath.optional() }),
    tag,
    words: { zh: "开始统一身份认证登录", en: "Begin to sign in by the identity provider" },
    answers: z.object({ address: z.string() }),
  },
  async (visit) => {
    const { goOn = "/" } = visit.body;
    const anew = await holdsLocked(visit);
    return ok({ address: await beginWay(visit, { person: null, goOn, anew }) });
  },
);

async function holdsLocked({ services, request, now, today }: AnyVisit): Promise<boolean> {
  const token = tokenOf(request);
  const held = token === undefined ? undefined : await readSession(services.pool, token, now, today);
  return held !== undefined && isLocked(held.use, services.signInRules, now);
}

/** Signs in whoever came back, as far as it goes. */
export const signOn = openRoute(
  "POST /api/sign-on/return",
  {
    ...bare,
    body: cameBack,
    tag,
    words: { zh: "从统一身份认证返回，登录", en: "Sign in, come back from the identity provider" },
    answers: z.object({ signIn: z.union([session, step]), goOn: z.string() }),
  },
  async (visit) => {
    const { services, body } = visit;
    const begun = await endWay(visit, body);
    if (begun.person !== null) throw new HttpProblem("sign-on-stale");
    const identity = await identify(services, body, begun, (why) => logFailure(visit, { why }));
    await refuseOld(visit, identity, begun);
    const { account, post, bind } = await accountFor(visit, identity);
    const opened = await inTransaction(services.pool, undefined, async (tx) => {
      const session = await beginSession(tx, visit, account.id, post.id, identity.way);
      if (!bind) return session;
      const { algorithm } = services;
      // Two who come at once by one name: one of them is bound, and the other begins anew.
      if (!(await bindAccount(tx, account.id, identity, false, visit.now)))
        throw new HttpProblem("sign-on-stale");
      const bound = { event: "signOnBoundByName", facts: {}, from: originOf(visit.request) } as const;
      await recordInSession(tx, algorithm, session.token, bound, visit.now);
      return session;
    });
    return ok({ signIn: await tellSignIn(visit, account, post, opened), goOn: begun.goOn });
  },
);

async function refuseOld(visit: AnyVisit, { authenticatedAt }: Identity, { anew, at }: Begun): Promise<void> {
  if (!anew || isAnew(authenticatedAt, at)) return;
  await logFailure(visit, { why: "notAnew" });
  throw new HttpProblem("sign-on-not-anew");
}

interface Admitted {
  readonly account: BoundAccount;
  readonly post: Post;
  readonly bind: boolean;
}

/** Whose account it is, where it may sign in. Whoever has none, or one that may not, is told the same. */
async function accountFor(visit: AnyVisit, identity: Identity): Promise<Admitted> {
  const { pool } = visit.services;
  const bound = await accountOf(pool, identity);
  const account = bound ?? (await accountNamed(visit, identity));
  const posts = account === undefined ? [] : await postsOf(pool, account.id, visit.today);
  const why = account === undefined ? "notBound" : whyNot(visit, account, bound?.byPerson ?? true, posts);
  const [post] = posts;
  if (account !== undefined && post !== undefined && why === undefined)
    return { account, post, bind: bound === undefined };
  await logFailure(visit, {
    why: why ?? "noPost",
    ...(account === undefined ? {} : { account: account.id }),
  });
  throw new HttpProblem("sign-on-refused");
}

function whyNot(
  { services }: AnyVisit,
  { disabled }: BoundAccount,
  byPerson: boolean,
  posts: readonly Post[],
): "disabled" | "noPost" | "boundByName" | undefined {
  if (disabled) return "disabled";
  if (posts.length === 0) return "noPost";
  // Looked at each time: whoever was bound by the name may have become an administrator since.
  const { binding } = providerOf(services).settings;
  const roles = posts.map(({ role }) => role);
  return byPerson || mayBindByClaim(binding, roles) ? undefined : "boundByName";
}

async function accountNamed(
  { services, today }: AnyVisit,
  identity: Identity,
): Promise<BoundAccount | undefined> {
  const { binding } = providerOf(services).settings;
  if (binding !== "claim") return undefined;
  const username = await identity.username().catch(asProblem);
  const named = username === undefined ? undefined : await unboundAccount(services.pool, username);
  if (named === undefined) return undefined;
  const roles = (await postsOf(services.pool, named.id, today)).map(({ role }) => role);
  return mayBindByClaim(binding, roles) ? named : undefined;
}

// In a transaction of its own, which the refusal does not undo.
async function logFailure(
  { services: { pool, algorithm }, request, now }: AnyVisit,
  failed: FailedSignIn,
): Promise<void> {
  const from = originOf(request);
  await inTransaction(pool, undefined, async (tx) => {
    await recordFailedSignIn(tx, algorithm, { ...failed, way: "provider" }, from, now);
    if (failed.account !== undefined) await noteTry(tx, failed.account, false, from, now, "provider");
  });
}

export const readSignOnEnd = openRoute(
  "GET /api/sign-on/end",
  {
    ...bare,
    tag,
    words: { zh: "在统一身份认证处退出的地址", en: "Where one signs out at the identity provider" },
    answers: z.object({ address: z.string().nullable() }),
  },
  async ({ services }) => ok({ address: (await providerOf(services).endAddress().catch(asProblem)) ?? null }),
);
