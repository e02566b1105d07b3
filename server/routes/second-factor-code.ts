import { z } from "zod";
import { type CodeFailure, isTimeCode, judgeStep, plainCode } from "../../core/sign-in/code.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, route, type SignedInVisit } from "../http/route.ts";
import { stepOfCode } from "../second-factor/codes.ts";
import { hashRecoveryCode } from "../second-factor/recovery.ts";
import { openSecret } from "../secrets/second-factor.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { usernameOf } from "../store/people.ts";
import {
  holdSecret,
  readSecondFactor,
  saltOfRecoveryCodes,
  spendRecoveryCode,
  spendStep,
} from "../store/second-factors.ts";
import { guesserAt, tooManyAttempts } from "./confirmation.ts";
import { session, step } from "./describe-session.ts";
import { recordVisit } from "./recorded.ts";
import { answerSignIn, takeStep } from "./signing-in.ts";

export type Asking = SignedInVisit<unknown, unknown, unknown>;

/** What somebody types: six digits or a recovery code, with whatever blanks and hyphens. */
export const typedCode = z.string().min(1).max(40);

/** The second step of signing in for whoever has a second factor. */
export const enterCode = route(
  "POST /api/session/code",
  {
    right: "own",
    ...bare,
    body: z.strictObject({ code: typedCode }),
    during: ["enter-code"],
    tag: "session",
    words: { zh: "登录时输入验证码", en: "Give the code of the second factor" },
    answers: z.union([session, step]),
  },
  async (asking) => {
    const { services, actor, post, body, next } = asking;
    if (next === undefined) throw new HttpProblem("code-not-asked");
    await demandCode(asking, body.code);
    const opened = await inTransaction(services.pool, undefined, (tx) => takeStep(tx, asking));
    return answerSignIn(asking, actor, post, opened);
  },
);

/** Ends the request with a problem unless the code is good, or the recovery code; either is then used up. */
export const demandCode = (asking: Asking, typed: string): Promise<void> =>
  guarded(asking, (tx) => {
    const plain = plainCode(typed);
    return isTimeCode(plain) ? spendTimeCode(tx, asking, plain) : spendRecovery(tx, asking, plain);
  });

/**
 * Looks at a code, or what a key answered, by `spend`, which answers why it is not good. Failures count together with failed sign-ins of the same account from the
 * same address; the log tells each.
 */
export async function guarded(
  asking: Asking,
  spend: (tx: Transaction) => Promise<CodeFailure | undefined>,
  problem: "code-wrong" | "key-refused" = "code-wrong",
): Promise<void> {
  const { services, actor, request, now } = asking;
  const { signInGuard, pool } = services;
  const username = (await usernameOf(pool, actor.id)) ?? "";
  const tell = (tx: Transaction, why: string) =>
    recordVisit(tx, asking, { event: "codeFailed", facts: { why } });
  const guesser = await guesserAt(pool, username, request.ip, now);
  // Counted before it is looked at: of a thousand sent at once all but ten are refused.
  const wait = signInGuard.attempt(guesser, now);
  if (wait !== undefined) {
    if (wait.first) await inTransaction(pool, undefined, (tx) => tell(tx, "throttled"));
    throw tooManyAttempts(wait);
  }
  const failure = await inTransaction(pool, undefined, async (tx) => {
    const why = await spend(tx);
    if (why !== undefined) await tell(tx, why);
    return why;
  });
  if (failure !== undefined) {
    const located = problem === "code-wrong" ? [{ field: "code", code: "not-an-option" } as const] : [];
    throw new HttpProblem(problem, located);
  }
  signInGuard.succeeded(guesser);
}

async function spendTimeCode(
  tx: Transaction,
  { services, actor, now }: Asking,
  code: string,
): Promise<CodeFailure | undefined> {
  const held = await holdSecret(tx, actor.id);
  if (held === undefined) return "wrongCode";
  const secret = await openSecret(tx, services.vault, actor.id, held.secret);
  if (secret === undefined) return "keyMissing";
  const judged = judgeStep(stepOfCode(secret, code, now), held.lastStep);
  if ("failure" in judged) return judged.failure;
  return (await spendStep(tx, actor.id, judged.step)) ? undefined : "usedCode";
}

async function spendRecovery(
  tx: Transaction,
  asking: Asking,
  code: string,
): Promise<CodeFailure | undefined> {
  const { actor, now } = asking;
  const salt = await saltOfRecoveryCodes(tx, actor.id);
  const used =
    salt !== undefined && (await spendRecoveryCode(tx, actor.id, await hashRecoveryCode(code, salt), now));
  if (!used) return "wrongRecoveryCode";
  const { recoveryCodesLeft: left } = await readSecondFactor(tx, actor.id, undefined);
  await recordVisit(tx, asking, { event: "recoveryCodeUsed", facts: { left } });
  return undefined;
}
