import type { FastifyReply, FastifyRequest } from "fastify";
import { nextSignInStep } from "../../core/sign-in/next-step.ts";
import { sessionCookie } from "../http/app.ts";
import { type Answer, ok, type SignedInVisit, type Visit } from "../http/route.ts";
import { recordInSession } from "../store/audit.ts";
import { readSignInCase } from "../store/credentials.ts";
import type { Transaction } from "../store/database.ts";
import { moveSession, type OpenedSession, openSession, type Post, postsOf } from "../store/people.ts";
import { describeSession } from "./describe-session.ts";
import { originOf } from "./recorded.ts";

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

/** Opens a session for whoever gave the right password, as far as it goes. */
export async function beginSession(
  tx: Transaction,
  { services, request, now, today }: Visit<unknown, unknown, unknown>,
  person: string,
  post: string,
) {
  const asked = { rules: services.signInRules, now, today, codeGiven: false };
  const next = nextSignInStep(await readSignInCase(tx, person, asked));
  const opened = await openSession(tx, person, post, next, now);
  const facts = { post };
  const from = originOf(request);
  const happened =
    next === undefined
      ? ({ event: "signedIn", facts, from } as const)
      : ({ event: "signInBegun", facts: { ...facts, next }, from } as const);
  await recordInSession(tx, services.algorithm, opened.token, happened, now);
  return { ...opened, next };
}

type Asking = Pick<
  SignedInVisit<unknown, unknown, unknown>,
  "services" | "actor" | "post" | "next" | "request" | "reply" | "now" | "today" | "token"
>;

/** A session that has taken a step of signing in: what is next, and under which token it goes on. */
export async function takeStep(tx: Transaction, asking: Asking) {
  const { services, actor, post, request, now, today, token = "" } = asking;
  // The code is the first of all steps: whoever takes another one has given it, or had none to give.
  const asked = { rules: services.signInRules, now, today, codeGiven: true };
  const next = nextSignInStep(await readSignInCase(tx, actor.id, asked));
  const opened = await moveSession(tx, token, next, now);
  const signedIn = { event: "signedIn", facts: { post: post.id }, from: originOf(request) } as const;
  if (next === undefined && asking.next !== undefined)
    await recordInSession(tx, services.algorithm, opened.token, signedIn, now);
  return { ...opened, next };
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
  opened: Awaited<ReturnType<typeof beginSession>>,
) {
  giveCookie(request, reply, opened);
  if (opened.next !== undefined) return { next: opened.next };
  const posts = await postsOf(services.pool, person.id, today);
  return describeSession(services.pool, services, person, post, posts);
}
