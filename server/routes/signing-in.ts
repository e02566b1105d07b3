import type { FastifyReply, FastifyRequest } from "fastify";
import type { Origin } from "../../core/ledger/audit.ts";
import { nextSignInStep, type SecondWay, type SignInStep } from "../../core/sign-in/next-step.ts";
import type { SignInWay } from "../../core/sign-in/sign-on.ts";
import { sessionCookie, tokenOf } from "../http/app.ts";
import { originOf } from "../http/origin.ts";
import { type Answer, ok, type SignedInVisit, type Visit } from "../http/route.ts";
import type { Services } from "../services.ts";
import { endSessionsOf, recordInSession } from "../store/audit.ts";
import { readSignInCase } from "../store/credentials.ts";
import type { Transaction } from "../store/database.ts";
import { noteTry } from "../store/own-sessions.ts";
import { moveSession, type OpenedSession, openSession, type Post, postsOf } from "../store/people.ts";
import { describeSession } from "./describe-session.ts";

/** Hands out a session's token where no script reads it. */
export function giveCookie(
  request: FastifyRequest,
  reply: FastifyReply,
  { token, expires }: OpenedSession,
): void {
  // Behind a proxy that speaks TLS, the cookie must never travel without it.
  const secure = request.protocol === "https";
  reply.setCookie(sessionCookie, token, { httpOnly: true, sameSite: "strict", path: "/", secure, expires });
}

/** Opens a session for whoever gave the right password, or was vouched for by the provider, as far as it goes. */
export async function beginSession(
  tx: Transaction,
  { services, request, now, today }: Visit<unknown, unknown, unknown>,
  person: string,
  post: string,
  came: SignInWay = "password",
) {
  const asked = { rules: services.signInRules, now, today, codeGiven: false, way: came };
  const how = await readSignInCase(tx, person, asked);
  const next = nextSignInStep(how);
  // A session in which the product's own second factor is shown all the same is one of the provider's first proof.
  const way = how.vouched === "first" ? "provider" : came;
  const from = originOf(request);
  // A session that was locked, or left behind in this browser, goes on in the one that takes its place.
  const left = tokenOf(request);
  if (left !== undefined)
    await endSessionsOf(tx, services.algorithm, { person, token: left, why: "signedInAgain" }, now);
  const opened = await openSession(tx, person, post, next, from, now, way);
  const facts = { post, ...told(way) };
  const happened =
    next === undefined
      ? ({ event: "signedIn", facts, from } as const)
      : ({ event: "signInBegun", facts: { ...facts, next }, from } as const);
  await recordInSession(tx, services.algorithm, opened.token, happened, now);
  if (next === undefined) await comeIn(tx, services, { person, token: opened.token, way }, from, now);
  const ways: readonly SecondWay[] | undefined =
    next === "enter-code" && how.hasKey ? (how.hasApp ? ["key", "code"] : ["key"]) : undefined;
  return { ...opened, next, ways };
}

/** The password is the usual way, and is not told of each time. */
const told = (way: SignInWay) => (way === "password" ? {} : { way });

/** Somebody is signed in altogether: noted for them, and where they have as many sessions as they may, the oldest ends. */
async function comeIn(
  tx: Transaction,
  { algorithm, signInRules }: Services,
  { person, token, way }: { readonly person: string; readonly token: string; readonly way: SignInWay },
  from: Origin,
  now: Date,
): Promise<void> {
  await noteTry(tx, person, true, from, now, way);
  const { sessionsAtMost } = signInRules;
  if (sessionsAtMost !== undefined)
    await endSessionsOf(
      tx,
      algorithm,
      { person, except: token, butLatest: sessionsAtMost, why: "tooMany" },
      now,
    );
}

type Asking = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "actor" | "post" | "next" | "way" | "request" | "reply" | "now" | "today" | "token"
>;

/** A session that has taken a step of signing in: what is next, and under which token it goes on. */
export async function takeStep(tx: Transaction, asking: Asking) {
  const { services, actor, post, request, now, today, token = "", way = "password" } = asking;
  // The code is the first of all steps: whoever takes another one has given it, or had none to give.
  const asked = { rules: services.signInRules, now, today, codeGiven: true, way };
  const next = nextSignInStep(await readSignInCase(tx, actor.id, asked));
  const opened = await moveSession(tx, token, next, now);
  if (next === undefined && asking.next !== undefined) {
    const from = originOf(request);
    const signedIn = { event: "signedIn", facts: { post: post.id, ...told(way) }, from } as const;
    await recordInSession(tx, services.algorithm, opened.token, signedIn, now);
    await comeIn(tx, services, { person: actor.id, token: opened.token, way }, from, now);
  }
  return { ...opened, next };
}

/** A session as far as it goes, and by what the second factor may be shown where that is next. */
interface Begun extends OpenedSession {
  readonly next: SignInStep | undefined;
  readonly ways?: readonly SecondWay[] | undefined;
}

/** What whoever is signing in is told: the next step, or who they are. */
export async function answerSignIn(...told: Parameters<typeof tellSignIn>): Promise<Answer> {
  return ok(await tellSignIn(...told));
}

/** The same where an answer tells more beside it. */
export async function tellSignIn(
  { services, request, reply, today }: Pick<Asking, "services" | "request" | "reply" | "today">,
  person: { readonly id: string; readonly name: string },
  post: Post,
  opened: Begun,
) {
  giveCookie(request, reply, opened);
  const { next, ways } = opened;
  if (next !== undefined) return { next, ...(ways === undefined ? {} : { ways }) };
  const posts = await postsOf(services.pool, person.id, today);
  return describeSession(services.pool, services, person, post, posts);
}
