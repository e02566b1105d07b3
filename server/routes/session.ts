import { z } from "zod";
import type { Origin } from "../../core/ledger/audit.ts";
import { limits } from "../../core/limits.ts";
import { nextSignInStep } from "../../core/sign-in/next-step.ts";
import { sessionCookie, tokenOf } from "../http/app.ts";
import { originOf } from "../http/origin.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, openRoute, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { type FailedSignIn, recordFailedSignIn, recordSignOut } from "../store/audit.ts";
import { readSignInCase } from "../store/credentials.ts";
import { inTransaction } from "../store/database.ts";
import { noteTry } from "../store/own-sessions.ts";
import { checkPassword, choosePost, postsOf, readSession } from "../store/people.ts";
import { guesserAt, tooManyAttempts } from "./confirmation.ts";
import { describeSession, session, step } from "./describe-session.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";
import { answerSignIn, beginSession } from "./signing-in.ts";

const tag = "session";

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
    answers: z.union([session, step]),
  },
  async (visit) => {
    const { services, body, request, now, today } = visit;
    const { signInGuard, pool } = services;
    const from = originOf(request);
    const { username } = body;
    const guesser = await guesserAt(pool, username, request.ip, now);
    const wait = signInGuard.attempt(guesser, now);
    if (wait !== undefined) {
      if (wait.first) await logFailure(services, { username, why: "throttled" }, from, now);
      throw tooManyAttempts(wait);
    }
    const checked = await checkPassword(pool, body.username, body.password, now);
    const posts = "person" in checked ? await postsOf(pool, checked.person.id, today) : [];
    const [first] = posts;
    if (!("person" in checked) || first === undefined) {
      const why =
        "person" in checked
          ? { why: "noPost" as const, account: checked.person.id }
          : { why: checked.failure, account: checked.account };
      await logFailure(services, { username, ...why }, from, now);
      throw new HttpProblem("sign-in-failed");
    }
    const { person } = checked;
    const opened = await inTransaction(pool, undefined, (tx) => beginSession(tx, visit, person.id, first.id));
    // Where a code is still to come, the right password must not let somebody guess codes without end.
    if (opened.next === "enter-code") signInGuard.passed(guesser);
    else signInGuard.succeeded(guesser);
    return answerSignIn(visit, person, first, opened);
  },
);

// The failure is logged though it is refused: in a transaction of its own, which the refusal does not undo.
const logFailure = (
  { pool, algorithm }: Services,
  failed: FailedSignIn,
  from: Origin,
  now: Date,
): Promise<void> =>
  inTransaction(pool, undefined, async (tx) => {
    await recordFailedSignIn(tx, algorithm, failed, from, now);
    if (failed.account !== undefined) await noteTry(tx, failed.account, false, from, now);
  });

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
      // A post that was granted since they signed in may ask for more than they have shown.
      // For whom the provider's two proofs were enough, there is none of the product's own in the session.
      const codeGiven = visit.way !== "providerTwice";
      const asked = { rules: services.signInRules, now, today, codeGiven, way: visit.way };
      const wanting = nextSignInStep(await readSignInCase(tx, visit.actor.id, asked));
      if (wanting === "set-second-factor" || wanting === "enter-code")
        throw new HttpProblem("second-factor-required");
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
