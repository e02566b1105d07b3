import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, route, type SignedInVisit } from "../http/route.ts";
import { endSessionsOf } from "../store/audit.ts";
import { readAccount } from "../store/credentials.ts";
import { inTransaction } from "../store/database.ts";
import { postsOf } from "../store/people.ts";
import { tellOfSecondFactor } from "../store/second-factors.ts";
import { bindAccount, bindingOf, unbindAccount } from "../store/sign-on.ts";
import { recordVisit } from "./recorded.ts";
import { demandProof, withAnyProof } from "./second-proof.ts";
import * as shapes from "./shapes.ts";
import { beginWay, cameBack, endWay, identify, providerOf } from "./sign-on-ways.ts";

const tag = "session";
type Asking = SignedInVisit<unknown, unknown, unknown>;

export const readSignOnBinding = route(
  "GET /api/sign-on/binding",
  {
    right: "own",
    ...bare,
    tag,
    words: {
      zh: "本人账号的统一身份认证绑定",
      en: "Whether the own account is bound to the identity provider",
    },
    answers: z.object({ since: shapes.instant.nullable(), byPerson: z.boolean() }),
  },
  async ({ services, actor }) => {
    providerOf(services);
    const bound = await bindingOf(services.pool, actor.id);
    return ok({ since: bound?.since.toISOString() ?? null, byPerson: bound?.byPerson ?? false });
  },
);

/** The second factor is asked for, or else the password: who finds an open session must not open another door to it. */
export const beginBinding = route(
  "POST /api/sign-on/binding",
  {
    right: "own",
    ...bare,
    body: withAnyProof,
    tag,
    words: { zh: "开始绑定统一身份认证", en: "Begin to bind the own account to the identity provider" },
    answers: z.object({ address: z.string() }),
  },
  async (visit) => {
    const { services, actor, body } = visit;
    providerOf(services);
    if ((await bindingOf(services.pool, actor.id)) !== undefined)
      throw new HttpProblem("sign-on-bound-already");
    await demandProof(visit, body, "bindSignOn");
    return ok({ address: await beginWay(visit, { person: actor.id, goOn: "/account", anew: false }) });
  },
);

const record = (visit: Asking, happened: Parameters<typeof recordVisit>[2]): Promise<void> =>
  inTransaction(visit.services.pool, undefined, (tx) => recordVisit(tx, visit, happened));

/** Binds the account of whoever began it here and came back. */
export const bindSignOn = route(
  "POST /api/sign-on/binding/return",
  {
    right: "own",
    ...bare,
    body: cameBack,
    tag,
    words: {
      zh: "从统一身份认证返回，绑定账号",
      en: "Bind the own account, come back from the identity provider",
    },
    answers: z.object({ goOn: z.string() }),
  },
  async (visit) => {
    const { services, actor, body, now, today } = visit;
    const begun = await endWay(visit, body);
    // In a browser at which somebody else signed in meanwhile, nothing is bound.
    if (begun.person !== actor.id) throw new HttpProblem("sign-on-stale");
    const tell = (why: string) => record(visit, { event: "signOnBindingFailed", facts: { why } });
    const identity = await identify(services, body, begun, tell);
    await inTransaction(services.pool, undefined, async (tx) => {
      if (!(await bindAccount(tx, actor.id, identity, true, now))) throw new HttpProblem("sign-on-taken");
      const posts = await postsOf(tx, actor.id, today);
      await tellOfSecondFactor(tx, actor.id, "signOnBound", posts, today, now);
      await recordVisit(tx, visit, { event: "signOnBound", facts: {} });
    });
    return ok({ goOn: begun.goOn });
  },
);

export const unbindSignOn = route(
  "DELETE /api/sign-on/binding",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "解除本人账号的统一身份认证绑定", en: "Unbind the own account from the identity provider" },
    answers: "nothing",
  },
  async (visit) => {
    await inTransaction(visit.services.pool, undefined, async (tx) => {
      if (!(await unbindAccount(tx, visit.actor.id))) throw new HttpProblem("sign-on-not-bound");
      await recordVisit(tx, visit, { event: "signOnUnbound", facts: {} });
    });
    return noContent;
  },
);

/** For the system administrator: of somebody who left the provider, or was bound to a name that another bears there. */
export const unbindAccountOf = route(
  "DELETE /api/accounts/:username/sign-on",
  {
    right: "credentials",
    ...bare,
    params: z.strictObject({ username: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag: "accounts",
    words: { zh: "解除他人账号的统一身份认证绑定", en: "Unbind an account from the identity provider" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, actor, params, now } = visit;
    const { pool, algorithm } = services;
    const found = await readAccount(pool, params.username);
    if (found === undefined) throw new HttpProblem("not-found");
    if (found.id === actor.id) throw new HttpProblem("own-account");
    await inTransaction(pool, undefined, async (tx) => {
      if (!(await unbindAccount(tx, found.id))) throw new HttpProblem("sign-on-not-bound");
      // Whoever came in by what was bound wrongly is out.
      await endSessionsOf(tx, algorithm, { person: found.id, why: "signOnTakenAway" }, now);
      await recordVisit(tx, visit, { event: "signOnTakenAway", facts: { account: found.id } });
    });
    return noContent;
  },
);
