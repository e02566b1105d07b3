import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { resetFault } from "../../core/sign-in/reset.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, route, type SignedInVisit } from "../http/route.ts";
import { endSessionsOf } from "../store/audit.ts";
import { readAccount } from "../store/credentials.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { postsOf } from "../store/people.ts";
import {
  askReset,
  decideReset,
  holdReset,
  listResets,
  removeSecondFactor,
  tellOfSecondFactor,
} from "../store/second-factors.ts";
import { holdFactorsOf } from "../store/security-keys.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "accounts";
const ofPerson = z.strictObject({ person: shapes.id });
const hourMs = 3_600_000;

type Asking = SignedInVisit<unknown, unknown, unknown>;
type Deciding = SignedInVisit<z.output<typeof ofPerson>, unknown, unknown>;

/** What was asked for before is void, as an issued password is: whoever then gave the reason may not stand by it any more. */
const asksSince = ({ services, now }: Pick<Asking, "services" | "now">): Date =>
  new Date(now.getTime() - services.signInRules.oneTimePasswordHours * hourMs);

export const askForReset = route(
  "POST /api/accounts/:username/second-factor-reset",
  {
    right: "credentials",
    ...bare,
    params: z.strictObject({ username: z.string().min(1).max(limits.usernameLengthCharacters) }),
    tag,
    words: { zh: "申请重置第二重验证", en: "Ask to remove a lost second factor" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, actor, params, now } = visit;
    const found = await readAccount(services.pool, params.username);
    if (found === undefined || found.disabled) throw new HttpProblem("not-found");
    if (found.id === actor.id) throw new HttpProblem("own-account");
    if (!found.secondFactor) throw new HttpProblem("no-second-factor");
    await inTransaction(services.pool, undefined, async (tx) => {
      if (!(await askReset(tx, found.id, actor.id, now, asksSince(visit))))
        throw new HttpProblem("reset-asked-already");
      await recordVisit(tx, visit, { event: "resetAsked", facts: { account: found.id } });
    });
    return noContent;
  },
);

export const listAskedResets = route(
  "GET /api/second-factor-resets",
  {
    right: "secondFactorResets",
    ...bare,
    tag,
    words: { zh: "重置第二重验证的申请", en: "Lost second factors that are to be removed" },
    answers: z.object({
      resets: z.array(
        z.object({
          person: shapes.id,
          username: z.string(),
          name: z.string(),
          askedByName: z.string(),
          askedAt: shapes.instant,
          /** Whether somebody else than whoever reads it has to decide. */
          mayDecide: z.boolean(),
        }),
      ),
    }),
  },
  async (visit) => {
    const { services, actor } = visit;
    const asked = await listResets(services.pool, asksSince(visit));
    const resets = asked.map(({ askedBy, askedAt, ...one }) => ({
      ...one,
      askedAt: askedAt.toISOString(),
      mayDecide:
        actor.role === "securityAdministrator" &&
        resetFault({ person: one.person, askedBy, decidedBy: actor.id }) === undefined,
    }));
    return ok({ resets });
  },
);

/** Ends the person's sessions; at the next sign-in they set up another, where their post demands one. */
export const confirmReset = route(
  "POST /api/second-factor-resets/:person/confirmation",
  {
    right: "secondFactorDecision",
    ...bare,
    params: ofPerson,
    tag,
    words: { zh: "确认重置第二重验证", en: "Confirm the removal of a second factor" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, actor, params, now, today } = visit;
    await inTransaction(services.pool, undefined, async (tx) => {
      const { person, askedBy } = await askedFor(tx, visit);
      const fault = resetFault({ person, askedBy, decidedBy: actor.id });
      if (fault !== undefined) throw new HttpProblem(fault);
      // What is added at the same time goes with it, or comes after.
      await holdFactorsOf(tx, person);
      if (!(await removeSecondFactor(tx, person))) throw new HttpProblem("no-second-factor");
      await decideReset(tx, person, { by: actor.id, removed: true, at: now });
      await endSessionsOf(tx, services.algorithm, { person, why: "secondFactorReset" }, now);
      const posts = await postsOf(tx, person, today);
      await tellOfSecondFactor(tx, person, "secondFactorReset", posts, today, now);
      await recordVisit(tx, visit, { event: "resetConfirmed", facts: { account: params.person, askedBy } });
    });
    return noContent;
  },
);

export const declineReset = route(
  "DELETE /api/second-factor-resets/:person",
  {
    right: "secondFactorResets",
    ...bare,
    params: ofPerson,
    tag,
    words: { zh: "撤销重置第二重验证的申请", en: "Turn down the removal of a second factor" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, actor, params, now } = visit;
    await inTransaction(services.pool, undefined, async (tx) => {
      const { person } = await askedFor(tx, visit);
      await decideReset(tx, person, { by: actor.id, removed: false, at: now });
      await recordVisit(tx, visit, { event: "resetDeclined", facts: { account: params.person } });
    });
    return noContent;
  },
);

async function askedFor(tx: Transaction, visit: Deciding) {
  const asked = await holdReset(tx, visit.params.person, asksSince(visit));
  if (asked === undefined) throw new HttpProblem("not-found");
  return asked;
}
