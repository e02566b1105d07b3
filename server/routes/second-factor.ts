import { z } from "zod";
import { judgeStep, offerMinutes, plainCode } from "../../core/sign-in/code.ts";
import { keyPlaceFaults, securityKeys } from "../../core/sign-in/security-key.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, noContent, ok, route } from "../http/route.ts";
import { drawRecoveryCodes } from "../one-time-password.ts";
import { addressOfSecret, drawSecret, stepOfCode } from "../second-factor/codes.ts";
import { keepRecoveryCodes } from "../second-factor/recovery.ts";
import { encryptSecret, openSecret } from "../secrets/second-factor.ts";
import { endSessionsOf } from "../store/audit.ts";
import { readSignInCase } from "../store/credentials.ts";
import { inTransaction, type Queryable } from "../store/database.ts";
import { usernameOf } from "../store/people.ts";
import {
  holdOffer,
  lastReset,
  offerSecret,
  removeAuthenticator,
  replaceRecoveryCodes,
  takeOffer,
} from "../store/second-factors.ts";
import { holdFactorsOf } from "../store/security-keys.ts";
import { session, step } from "./describe-session.ts";
import { recordVisit } from "./recorded.ts";
import { type Asking, guarded, typedCode } from "./second-factor-code.ts";
import { demandProof, factorsOf, placeAsked, withAnyProof, withProof } from "./second-proof.ts";
import * as shapes from "./shapes.ts";
import { takeStep, tellSignIn } from "./signing-in.ts";

const tag = "session";
const recoveryCodes = z.array(z.string());

const stateOf = (asking: Asking) => factorsOf(asking.services.pool, asking);

const caseOf = ({ services, actor, now, today, way }: Asking, db: Queryable = services.pool) =>
  readSignInCase(db, actor.id, { rules: services.signInRules, now, today, codeGiven: true, way });

export const readOwnSecondFactor = route(
  "GET /api/session/second-factor",
  {
    right: "own",
    ...bare,
    during: ["set-second-factor"],
    tag,
    words: { zh: "本人的第二重验证", en: "The own second factor" },
    answers: z.object({
      /** Since when there is an authenticator. */
      since: shapes.instant.nullable(),
      keys: z.array(
        z.object({
          id: shapes.id,
          name: z.string(),
          host: z.string(),
          /** Whether it answers at the address at which the product is open. */
          here: z.boolean(),
          added: shapes.instant,
          used: shapes.instant.nullable(),
        }),
      ),
      keysAtMost: z.int(),
      /** Why no key can be used where the product is open; null where one can. */
      keysFault: shapes.words.nullable(),
      required: z.boolean(),
      recoveryCodesLeft: z.int(),
      /** How long it is asked for, where that is not for good. */
      hours: z.int().nullable(),
      /** The last time when administrators removed it. */
      reset: z.object({ askedBy: z.string(), decidedBy: z.string(), at: shapes.instant }).nullable(),
    }),
  },
  async (asking) => {
    const { services, actor } = asking;
    const { since, keys, recoveryCodesLeft } = await stateOf(asking);
    const place = placeAsked(asking);
    const { needsSecondFactor: required } = await caseOf(asking);
    const reset = await lastReset(services.pool, actor.id);
    return ok({
      since: since?.toISOString() ?? null,
      keys: keys.map(({ id, name, host, added, used }) => ({
        id,
        name,
        host,
        here: !("fault" in place) && place.host === host,
        added: added.toISOString(),
        used: used?.toISOString() ?? null,
      })),
      keysAtMost: securityKeys.most,
      keysFault: "fault" in place ? keyPlaceFaults[place.fault] : null,
      required,
      recoveryCodesLeft,
      hours: services.signInRules.secondFactorHours ?? null,
      reset: reset === undefined ? null : { ...reset, at: reset.at.toISOString() },
    });
  },
);

export const showSecret = route(
  "POST /api/session/second-factor/secret",
  {
    right: "own",
    ...bare,
    body: withAnyProof,
    during: ["set-second-factor"],
    tag,
    words: { zh: "取得第二重验证的密钥", en: "Be shown the secret of a second factor" },
    answers: z.object({ secret: z.string(), address: z.string() }),
  },
  async (asking) => {
    const { services, actor, body, now } = asking;
    await demandProof(asking, body);
    const secret = drawSecret();
    await inTransaction(services.pool, undefined, async (tx) => {
      const kept = await encryptSecret(tx, services.vault, actor.id, secret, now);
      await offerSecret(tx, actor.id, kept, now);
    });
    const username = (await usernameOf(services.pool, actor.id)) ?? "";
    return created({ secret, address: addressOfSecret(secret, username, "治本 Zhiben") });
  },
);

/** The first code of the secret that was shown makes it the second factor, and ends the person's other sessions. */
export const setSecondFactor = route(
  "PUT /api/session/second-factor",
  {
    right: "own",
    ...bare,
    body: z.strictObject({ code: typedCode }),
    during: ["set-second-factor"],
    tag,
    words: { zh: "设置第二重验证", en: "Set up the second factor" },
    answers: z.object({ recoveryCodes, signIn: z.union([session, step]) }),
  },
  async (asking) => {
    const { services, actor, post, body, now, token = "" } = asking;
    const drawn = drawRecoveryCodes();
    const kept = await keepRecoveryCodes(drawn);
    const since = new Date(now.getTime() - offerMinutes * 60_000);
    let keeps = false;
    await guarded(asking, async (tx) => {
      const offered = await holdOffer(tx, actor.id, since);
      if (offered === undefined) throw new HttpProblem("no-secret-shown");
      const secret = await openSecret(tx, services.vault, actor.id, offered);
      if (secret === undefined) return "keyMissing";
      const judged = judgeStep(stepOfCode(secret, plainCode(body.code), now), undefined);
      if ("failure" in judged) return judged.failure;
      await holdFactorsOf(tx, actor.id);
      const { since: before, keys } = await factorsOf(tx, asking);
      await takeOffer(tx, actor.id, judged.step, now);
      // Whoever has keys has recovery codes, which hold beside an authenticator as well.
      keeps = before === null && keys.length > 0;
      if (!keeps) await replaceRecoveryCodes(tx, actor.id, kept);
      const others = { person: actor.id, except: token, why: "secondFactorSet" } as const;
      await endSessionsOf(tx, services.algorithm, others, now);
      await recordVisit(tx, asking, { event: "secondFactorSet", facts: {} });
      return undefined;
    });
    const opened = await inTransaction(services.pool, undefined, (tx) => takeStep(tx, asking));
    return ok({ recoveryCodes: keeps ? [] : drawn, signIn: await tellSignIn(asking, actor, post, opened) });
  },
);

export const drawRecoveryCodesAnew = route(
  "POST /api/session/recovery-codes",
  {
    right: "own",
    ...bare,
    body: withProof,
    tag,
    words: { zh: "重新生成恢复码", en: "Draw recovery codes anew" },
    answers: z.object({ recoveryCodes }),
  },
  async (asking) => {
    const { services, actor, body } = asking;
    await demandSecondFactor(asking);
    await demandProof(asking, body);
    const drawn = drawRecoveryCodes();
    const kept = await keepRecoveryCodes(drawn);
    await inTransaction(services.pool, undefined, async (tx) => {
      await replaceRecoveryCodes(tx, actor.id, kept);
      await recordVisit(tx, asking, { event: "recoveryCodesDrawn", facts: {} });
    });
    return created({ recoveryCodes: drawn });
  },
);

export const giveUpSecondFactor = route(
  "POST /api/session/second-factor/removal",
  {
    right: "own",
    ...bare,
    body: withProof,
    tag,
    words: { zh: "停用本人第二重验证", en: "Give up the own second factor" },
    answers: "nothing",
  },
  async (asking) => {
    const { services, actor, body } = asking;
    await demandExpendable(services.pool, asking);
    await demandProof(asking, body);
    await inTransaction(services.pool, undefined, async (tx) => {
      // Looked at once more: the last key may have been removed at the same time.
      await holdFactorsOf(tx, actor.id);
      await demandExpendable(tx, asking);
      await removeAuthenticator(tx, actor.id);
      await recordVisit(tx, asking, { event: "secondFactorRemoved", facts: {} });
    });
    return noContent;
  },
);

/** The last factor of somebody whose post demands one stays until there is another. */
async function demandExpendable(db: Queryable, asking: Asking): Promise<void> {
  const { since, keys } = await factorsOf(db, asking);
  if (since === null) throw new HttpProblem("no-second-factor");
  if (keys.length === 0 && (await caseOf(asking, db)).needsSecondFactor)
    throw new HttpProblem("second-factor-required");
}

async function demandSecondFactor(asking: Asking) {
  const state = await stateOf(asking);
  if (!state.any) throw new HttpProblem("no-second-factor");
  return state;
}
