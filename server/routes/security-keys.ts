import { z } from "zod";
import { securityKeys } from "../../core/sign-in/security-key.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, noContent, ok, route } from "../http/route.ts";
import { drawRecoveryCodes } from "../one-time-password.ts";
import { keepRecoveryCodes } from "../second-factor/recovery.ts";
import {
  creationOptions,
  drawChallenge,
  requestOptions,
  verifyCreated,
} from "../second-factor/security-keys.ts";
import { endSessionsOf } from "../store/audit.ts";
import { readSignInCase } from "../store/credentials.ts";
import { inTransaction, type Queryable } from "../store/database.ts";
import { usernameOf } from "../store/people.ts";
import { dropIdleRecoveryCodes, replaceRecoveryCodes } from "../store/second-factors.ts";
import {
  addKey,
  forgetKeysBefore,
  holdFactorsOf,
  keepChallenge,
  removeKey,
  renameKey,
  takeChallenge,
} from "../store/security-keys.ts";
import { session, step } from "./describe-session.ts";
import { recordVisit } from "./recorded.ts";
import { type Asking, guarded } from "./second-factor-code.ts";
import {
  demandKey,
  demandPlace,
  demandProof,
  factorsOf,
  factorsSince,
  keyAnswer,
  keyBytes,
  withAnyProof,
  withProof,
} from "./second-proof.ts";
import * as shapes from "./shapes.ts";
import { answerSignIn, takeStep, tellSignIn } from "./signing-in.ts";

const tag = "session";
const ofKey = z.strictObject({ id: shapes.id });
const keyName = z
  .string()
  .trim()
  .min(1)
  .max(securityKeys.nameCharacters)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u);
const named = z.array(
  z.object({ type: z.literal("public-key"), id: z.string(), transports: z.array(z.string()) }),
);
const preferred = z.literal("preferred");

/** What the session's key has to answer: at sign-in, and before the second factor is changed. */
export const askKey = route(
  "POST /api/session/security-key-challenge",
  {
    right: "own",
    ...bare,
    during: ["enter-code"],
    tag,
    words: { zh: "取得安全密钥的挑战值", en: "What a security key has to answer" },
    answers: z.object({
      challenge: z.string(),
      rpId: z.string(),
      timeout: z.int(),
      allowCredentials: named,
      userVerification: preferred,
    }),
  },
  async (asking) => {
    const { services, now, token = "" } = asking;
    const place = demandPlace(asking);
    const { keys } = await factorsOf(services.pool, asking);
    if (keys.length === 0) throw new HttpProblem("no-security-key");
    const here = keys.filter(({ host }) => host === place.host);
    if (here.length === 0) throw new HttpProblem("keys-elsewhere");
    const challenge = drawChallenge();
    await inTransaction(services.pool, undefined, (tx) => keepChallenge(tx, token, "use", challenge, now));
    return created(requestOptions(challenge, place, here));
  },
);

/** The second step of signing in for whoever has a key. */
export const showKey = route(
  "POST /api/session/security-key",
  {
    right: "own",
    ...bare,
    body: keyAnswer,
    during: ["enter-code"],
    tag,
    words: { zh: "登录时使用安全密钥", en: "Show a security key" },
    answers: z.union([session, step]),
  },
  async (asking) => {
    const { services, actor, post, body, next } = asking;
    if (next === undefined) throw new HttpProblem("code-not-asked");
    await demandKey(asking, body);
    const opened = await inTransaction(services.pool, undefined, (tx) => takeStep(tx, asking));
    return answerSignIn(asking, actor, post, opened);
  },
);

/** What a key is told that is to be added. */
export const offerKey = route(
  "POST /api/session/security-keys/offer",
  {
    right: "own",
    ...bare,
    body: withAnyProof,
    during: ["set-second-factor"],
    tag,
    words: { zh: "准备添加安全密钥", en: "Begin to add a security key" },
    answers: z.object({
      challenge: z.string(),
      rp: z.object({ id: z.string(), name: z.string() }),
      user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
      pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.int() })),
      timeout: z.int(),
      excludeCredentials: named,
      authenticatorSelection: z.object({ residentKey: preferred, userVerification: preferred }),
      attestation: z.literal("none"),
    }),
  },
  async (asking) => {
    const { services, actor, body, now, token = "" } = asking;
    const place = demandPlace(asking);
    const { keys } = await factorsOf(services.pool, asking);
    if (keys.length >= securityKeys.most) throw new HttpProblem("too-many-keys");
    await demandProof(asking, body);
    const challenge = drawChallenge();
    await inTransaction(services.pool, undefined, (tx) => keepChallenge(tx, token, "add", challenge, now));
    const username = (await usernameOf(services.pool, actor.id)) ?? "";
    const here = keys.filter(({ host }) => host === place.host);
    return created(creationOptions(challenge, place, { id: actor.id, username, name: actor.name }, here));
  },
);

/** Adds the key that answered, and ends the person's other sessions. Recovery codes come with the first factor. */
export const addSecurityKey = route(
  "POST /api/session/security-keys",
  {
    right: "own",
    ...bare,
    body: z.strictObject({
      name: keyName,
      id: keyBytes(1_400),
      clientDataJSON: keyBytes(4_000),
      attestationObject: keyBytes(40_000),
      transports: z
        .array(
          z
            .string()
            .max(20)
            .regex(/^[\w-]+$/),
        )
        .max(10),
    }),
    during: ["set-second-factor"],
    tag,
    words: { zh: "添加安全密钥", en: "Add a security key" },
    answers: z.object({ recoveryCodes: z.array(z.string()), signIn: z.union([session, step]) }),
  },
  async (asking) => {
    const { services, actor, post } = asking;
    const drawn = drawRecoveryCodes();
    const kept = await keepRecoveryCodes(drawn);
    const isFirst = await takeIn(asking, asking.body, kept);
    const opened = await inTransaction(services.pool, undefined, (tx) => takeStep(tx, asking));
    return ok({
      recoveryCodes: isFirst ? drawn : [],
      signIn: await tellSignIn(asking, actor, post, opened),
    });
  },
);

type Added = Parameters<typeof verifyCreated>[0] & { readonly name: string };

/** Whether it is the person's first factor, so that the recovery codes hold. */
async function takeIn(
  asking: Asking,
  { name, ...answer }: Added,
  recoveryCodes: Parameters<typeof replaceRecoveryCodes>[2],
): Promise<boolean> {
  const { services, actor, now, token = "" } = asking;
  const place = demandPlace(asking);
  const from = factorsSince(asking);
  let isFirst = false;
  await guarded(
    asking,
    async (tx) => {
      const challenge = await takeChallenge(tx, token, "add", now);
      if (challenge === undefined) return "overdueKey";
      const made = await verifyCreated(answer, challenge, place);
      if (made === undefined) return "wrongKey";
      await holdFactorsOf(tx, actor.id);
      const { keys, any } = await factorsOf(tx, asking);
      if (keys.length >= securityKeys.most) throw new HttpProblem("too-many-keys");
      if (from !== undefined) await forgetKeysBefore(tx, actor.id, from);
      const { id: credential, transports } = answer;
      const key = { credential, host: place.host, name, transports, ...made };
      const id = await addKey(tx, actor.id, key, now);
      if (id === undefined) throw new HttpProblem("key-known");
      isFirst = !any;
      if (isFirst) await replaceRecoveryCodes(tx, actor.id, recoveryCodes);
      const others = { person: actor.id, except: token, why: "secondFactorSet" } as const;
      await endSessionsOf(tx, services.algorithm, others, now);
      await recordVisit(tx, asking, { event: "securityKeyAdded", facts: { key: id, name } });
      return undefined;
    },
    "key-refused",
  );
  return isFirst;
}

export const renameSecurityKey = route(
  "PUT /api/session/security-keys/:id",
  {
    right: "own",
    ...bare,
    params: ofKey,
    body: z.strictObject({ name: keyName }),
    tag,
    words: { zh: "更改安全密钥的名称", en: "Call a security key otherwise" },
    answers: "nothing",
  },
  async ({ services, actor, params, body }) => {
    const found = await inTransaction(services.pool, undefined, (tx) =>
      renameKey(tx, actor.id, params.id, body.name),
    );
    if (!found) throw new HttpProblem("not-found");
    return noContent;
  },
);

export const removeSecurityKey = route(
  "POST /api/session/security-keys/:id/removal",
  {
    right: "own",
    ...bare,
    params: ofKey,
    body: withProof,
    tag,
    words: { zh: "移除安全密钥", en: "Remove a security key" },
    answers: "nothing",
  },
  async (asking) => {
    const { services, actor, params, body } = asking;
    await keyToRemove(services.pool, asking, params.id);
    await demandProof(asking, body);
    await inTransaction(services.pool, undefined, async (tx) => {
      // Looked at once more: of two keys that are removed at once one may be the last.
      await holdFactorsOf(tx, actor.id);
      const { id, name } = await keyToRemove(tx, asking, params.id);
      await removeKey(tx, actor.id, id);
      await dropIdleRecoveryCodes(tx, actor.id);
      await recordVisit(tx, asking, { event: "securityKeyRemoved", facts: { key: id, name } });
    });
    return noContent;
  },
);

/** The last factor of somebody whose post demands one stays until there is another. */
async function keyToRemove(db: Queryable, asking: Asking, id: string) {
  const { services, actor, now, today } = asking;
  const { since, keys } = await factorsOf(db, asking);
  const key = keys.find((one) => one.id === id);
  if (key === undefined) throw new HttpProblem("not-found");
  const asked = { rules: services.signInRules, now, today, codeGiven: true };
  const { needsSecondFactor } = await readSignInCase(db, actor.id, asked);
  if (needsSecondFactor && since === null && keys.length === 1)
    throw new HttpProblem("second-factor-required");
  return key;
}
