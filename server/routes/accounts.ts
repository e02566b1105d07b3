import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, ok, route } from "../http/route.ts";
import { drawOneTimePassword } from "../one-time-password.ts";
import { endSessionsOf } from "../store/audit.ts";
import { findAccounts, issuePassword, readAccount } from "../store/credentials.ts";
import { inTransaction } from "../store/database.ts";
import { hashPassword } from "../store/people.ts";
import { unbindAccount } from "../store/sign-on.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "accounts";

const account = z.object({
  id: shapes.id,
  username: z.string(),
  name: z.string(),
  disabled: z.boolean(),
  password: z.enum(["none", "issued", "own"]),
  until: shapes.instant.nullable(),
  secondFactor: z.boolean(),
  /** Whether it is bound to the identity provider. */
  signOn: z.boolean(),
});

export const listAccounts = route(
  "GET /api/accounts",
  {
    right: "credentials",
    ...bare,
    query: z.strictObject({ q: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag,
    words: { zh: "查找账号的登录情况", en: "Find accounts and how they sign in" },
    answers: z.object({ accounts: z.array(account) }),
  },
  async ({ services, query }) => {
    const found = await findAccounts(services.pool, query.q);
    return ok({ accounts: found.map((one) => ({ ...one, until: one.until?.toISOString() ?? null })) });
  },
);

const hourMs = 3_600_000;

/** Answers with the password this once; only its hash is kept. */
export const issueOneTimePassword = route(
  "POST /api/accounts/:username/one-time-password",
  {
    right: "credentials",
    ...bare,
    params: z.strictObject({ username: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag,
    words: { zh: "发放一次性密码", en: "Issue a one-time password" },
    answers: z.object({
      username: z.string(),
      name: z.string(),
      password: z.string(),
      until: shapes.instant,
    }),
  },
  async (visit) => {
    const { services, actor, params, now } = visit;
    const { pool, algorithm, signInRules } = services;
    if (!signInRules.ownPasswords) throw new HttpProblem("shared-account");
    const found = await readAccount(pool, params.username);
    if (found === undefined || found.disabled) throw new HttpProblem("not-found");
    if (found.id === actor.id) throw new HttpProblem("own-account");
    const password = drawOneTimePassword();
    const until = new Date(now.getTime() + signInRules.oneTimePasswordHours * hourMs);
    const hash = await hashPassword(password);
    const issued = {
      event: "passwordIssued",
      facts: { account: found.id, until: until.toISOString() },
    } as const;
    await inTransaction(pool, undefined, async (tx) => {
      await issuePassword(tx, found.id, hash, now, until);
      await endSessionsOf(tx, algorithm, { person: found.id, why: "passwordIssued" }, now);
      // Whoever took the account may have bound it: its person begins anew, by the password alone.
      if (await unbindAccount(tx, found.id))
        await recordVisit(tx, visit, { event: "signOnTakenAway", facts: { account: found.id } });
      await recordVisit(tx, visit, issued);
    });
    return created({ username: found.username, name: found.name, password, until: until.toISOString() });
  },
);

/** Signs an account out everywhere: of somebody whose device was lost, or who has left. The account itself stays as it is. */
export const endAccountSessions = route(
  "DELETE /api/accounts/:username/sessions",
  {
    right: "credentials",
    ...bare,
    params: z.strictObject({ username: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag,
    words: { zh: "结束账号的全部登录", en: "End every session of an account" },
    answers: z.object({ sessions: z.int() }),
  },
  async (visit) => {
    const { services, actor, params, now } = visit;
    const { pool, algorithm, signInRules } = services;
    if (!signInRules.ownPasswords) throw new HttpProblem("shared-account");
    const found = await readAccount(pool, params.username);
    if (found === undefined) throw new HttpProblem("not-found");
    if (found.id === actor.id) throw new HttpProblem("own-account");
    const sessions = await inTransaction(pool, undefined, async (tx) => {
      const ended = await endSessionsOf(
        tx,
        algorithm,
        { person: found.id, why: "endedByAdministrator" },
        now,
      );
      await recordVisit(tx, visit, { event: "sessionsEnded", facts: { account: found.id, sessions: ended } });
      return ended;
    });
    return ok({ sessions });
  },
);
