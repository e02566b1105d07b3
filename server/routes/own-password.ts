import { z } from "zod";
import { passwordFault } from "../../core/sign-in/password.ts";
import { commonPasswords } from "../common-passwords.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, route, type SignedInVisit } from "../http/route.ts";
import { endSessionsOf } from "../store/audit.ts";
import { setOwnPassword } from "../store/credentials.ts";
import { inTransaction } from "../store/database.ts";
import { hashPassword, usernameOf } from "../store/people.ts";
import { ownPasswordFault, tooManyAttempts } from "./confirmation.ts";
import { session, step } from "./describe-session.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";
import { answerSignIn, takeStep } from "./signing-in.ts";

const body = z.strictObject({ old: shapes.password, password: shapes.password });
type Asking = SignedInVisit<unknown, unknown, z.output<typeof body>>;

/** Ends the person's other sessions: whoever knew the old password is out. */
export const changePassword = route(
  "PUT /api/session/password",
  {
    right: "own",
    ...bare,
    body,
    during: ["change-password"],
    tag: "session",
    words: { zh: "修改本人密码", en: "Change the own password" },
    answers: z.union([session, step]),
  },
  async (asking) => {
    const { services, actor, post, now, token = "" } = asking;
    if (!services.signInRules.ownPasswords) throw new HttpProblem("shared-account");
    await refuseWrongOld(asking);
    await refuseBadNew(asking);
    const hash = await hashPassword(asking.body.password);
    const opened = await inTransaction(services.pool, undefined, async (tx) => {
      await setOwnPassword(tx, actor.id, hash, now);
      await endSessionsOf(
        tx,
        services.algorithm,
        { person: actor.id, except: token, why: "passwordChanged" },
        now,
      );
      await recordVisit(tx, asking, { event: "passwordChanged", facts: {} });
      return takeStep(tx, asking);
    });
    return answerSignIn(asking, actor, post, opened);
  },
);

async function refuseWrongOld(asking: Asking): Promise<void> {
  const { services, body } = asking;
  const wrong = await ownPasswordFault(asking, body.old);
  if (wrong === undefined) return;
  const failed = { event: "confirmationFailed", facts: { of: "changePassword", why: wrong.why } } as const;
  if (wrong.tell) await inTransaction(services.pool, undefined, (tx) => recordVisit(tx, asking, failed));
  if (wrong.wait !== undefined) throw tooManyAttempts(wrong.wait);
  throw new HttpProblem("password-wrong", [{ field: "old", code: "not-an-option" }]);
}

async function refuseBadNew({ services, actor, body: { old, password } }: Asking): Promise<void> {
  const username = (await usernameOf(services.pool, actor.id)) ?? "";
  const leastCharacters = services.signInRules.leastPasswordCharacters;
  const isCommon = await commonPasswords();
  const fault = passwordFault(password, { username, name: actor.name, leastCharacters, isCommon, old });
  if (fault !== undefined) throw new HttpProblem("password-refused", [{ field: "password", code: fault }]);
}
