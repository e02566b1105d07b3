import { z } from "zod";
import type { CodeFailure } from "../../core/sign-in/code.ts";
import { isOfKind } from "../../core/sign-in/person-kinds.ts";
import { secondFactorSince } from "../../core/sign-in/rules.ts";
import { counterFault, type KeyPlace, keyPlaceAt, keyPlaceFaults } from "../../core/sign-in/security-key.ts";
import { HttpProblem } from "../http/problems.ts";
import { type KeyAnswer, verifyAnswer } from "../second-factor/security-keys.ts";
import { inTransaction, type Queryable, type Transaction } from "../store/database.ts";
import { postsOf } from "../store/people.ts";
import { readSecondFactor, tellOfSecondFactor } from "../store/second-factors.ts";
import { holdKey, keysOf, noteKeyUse, takeChallenge } from "../store/security-keys.ts";
import { ownPasswordFault, tooManyAttempts } from "./confirmation.ts";
import { recordVisit } from "./recorded.ts";
import { type Asking, demandCode, guarded, typedCode } from "./second-factor-code.ts";
import * as shapes from "./shapes.ts";

/** Bytes in base 64 for URLs, as browsers give what keys say. */
export const keyBytes = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^[\w-]+$/);

export const keyAnswer = z.strictObject({
  id: keyBytes(1_400),
  clientDataJSON: keyBytes(4_000),
  authenticatorData: keyBytes(4_000),
  signature: keyBytes(2_000),
});

/** One of these shows that it is the person who asks. */
const shown = { code: typedCode.optional(), key: keyAnswer.optional() };
export const withProof = z.strictObject(shown);
/** With the password for whoever has no second factor yet. */
export const withAnyProof = z.strictObject({ ...shown, password: shapes.password.optional() });

/** Since when a second factor must have been there to count. */
export const factorsSince = ({ services, now }: Pick<Asking, "services" | "now">) =>
  secondFactorSince(services.signInRules, now);

/** What second factors somebody has, as far as they count. */
export async function factorsOf(db: Queryable, asking: Asking) {
  const from = factorsSince(asking);
  const { since, recoveryCodesLeft } = await readSecondFactor(db, asking.actor.id, from);
  const keys = await keysOf(db, asking.actor.id, from);
  const any = since !== null || keys.length > 0;
  return { since, keys, any, recoveryCodesLeft: any ? recoveryCodesLeft : 0 };
}

/** Where the page is open that asks, as far as keys go. */
export const placeAsked = ({ request }: Pick<Asking, "request">) =>
  keyPlaceAt(request.protocol, request.headers.host ?? "");

/** The same; the request ends with a problem where no key can be used. */
export function demandPlace(asking: Pick<Asking, "request" | "language">): KeyPlace {
  const place = placeAsked(asking);
  if (!("fault" in place)) return place;
  throw new HttpProblem("keys-not-here", [], { detail: keyPlaceFaults[place.fault][asking.language] });
}

/**
 * Whoever has a second factor shows it before anything about how they sign in changes; whoever has none gives the password, but for
 * those who come from the provider: they have just shown there who they are, and may have no password. Of the three administrators the
 * provider's word is not enough, as in `vouchedFor`. `of` is what is to be changed.
 */
export async function demandProof(
  asking: Asking,
  given: z.output<typeof withAnyProof>,
  of: "setSecondFactor" | "bindSignOn" = "setSecondFactor",
): Promise<void> {
  if (!(await factorsOf(asking.services.pool, asking)).any) {
    return (await isVouchedFor(asking)) ? undefined : demandPassword(asking, given.password, of);
  }
  if (given.key !== undefined) return demandKey(asking, given.key);
  if (given.code !== undefined) return demandCode(asking, given.code);
  throw new HttpProblem("code-required", [{ field: "code", code: "required" }]);
}

async function isVouchedFor({ services, actor, next, way = "password", today }: Asking): Promise<boolean> {
  if (next !== "set-second-factor" || way === "password") return false;
  const held = (await postsOf(services.pool, actor.id, today)).map(({ role }) => role);
  return !isOfKind(held, ["administrators"]);
}

async function demandPassword(asking: Asking, password: string | undefined, of: string): Promise<void> {
  if (password === undefined)
    throw new HttpProblem("password-required", [{ field: "password", code: "required" }]);
  const wrong = await ownPasswordFault(asking, password);
  if (wrong === undefined) return;
  const failed = { event: "confirmationFailed", facts: { of, why: wrong.why } } as const;
  if (wrong.tell)
    await inTransaction(asking.services.pool, undefined, (tx) => recordVisit(tx, asking, failed));
  if (wrong.wait !== undefined) throw tooManyAttempts(wrong.wait);
  throw new HttpProblem("password-wrong", [{ field: "password", code: "not-an-option" }]);
}

/** Ends the request with a problem unless one of the person's keys answered what this session was asked. */
export function demandKey(asking: Asking, answer: KeyAnswer): Promise<void> {
  const place = demandPlace(asking);
  return guarded(asking, (tx) => spendKey(tx, asking, place, answer), "key-refused");
}

async function spendKey(
  tx: Transaction,
  asking: Asking,
  place: KeyPlace,
  answer: KeyAnswer,
): Promise<CodeFailure | undefined> {
  const { actor, now, today, token = "" } = asking;
  // Taken first: whatever comes of it, nothing is answered twice.
  const challenge = await takeChallenge(tx, token, "use", now);
  if (challenge === undefined) return "overdueKey";
  const held = await holdKey(tx, actor.id, answer.id, place.host, factorsSince(asking));
  if (held === undefined) return "unknownKey";
  const counter = await verifyAnswer(answer, challenge, place, held.publicKey);
  if (counter === undefined) return "wrongKey";
  const fault = counterFault(counter, held.counter);
  if (fault !== undefined) {
    const posts = await postsOf(tx, actor.id, today);
    await tellOfSecondFactor(tx, actor.id, "securityKeyCopied", posts, today, now);
    return fault;
  }
  await noteKeyUse(tx, held.id, counter, now);
  await recordVisit(tx, asking, { event: "securityKeyUsed", facts: { key: held.id, name: held.name } });
  return undefined;
}
