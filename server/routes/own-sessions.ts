import { z } from "zod";
import { deviceWords } from "../../core/ledger/device.ts";
import { signInWayNames } from "../../core/sign-in/sign-on.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, noContent, ok, route, type SignedInVisit } from "../http/route.ts";
import { endSessionsOf } from "../store/audit.ts";
import type { EndingOf } from "../store/audited-sessions.ts";
import { inTransaction } from "../store/database.ts";
import { lockSession, sessionsOf, signInBefore, triesOf } from "../store/own-sessions.ts";
import * as shapes from "./shapes.ts";

const tag = "session";
const place = { address: z.string(), device: shapes.words, way: z.enum(signInWayNames) };
const signInTry = z.object({ ...place, at: shapes.instant, came: z.boolean() });

/**
 * Where the person is signed in, and who tried to be. Of an account that many share, the address of one visitor is nobody else's
 * business: there it tells of the present session alone.
 */
export const readOwnSignIns = route(
  "GET /api/session/sign-ins",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "本人的登录情况", en: "The own sessions, and attempts to sign in" },
    answers: z.object({
      sessions: z.array(
        z.object({
          ...place,
          id: shapes.id,
          began: shapes.instant,
          used: shapes.instant,
          current: z.boolean(),
        }),
      ),
      tries: z.array(signInTry),
      /** The sign-in before this one. */
      before: signInTry.nullable(),
      /** How many sessions go on at once; null for as many as there are. */
      sessionsAtMost: z.int().nullable(),
    }),
  },
  async ({ services: { pool, signInRules }, actor, token = "", now }) => {
    const { ownPasswords, sessionsAtMost = null } = signInRules;
    const sessions = (await sessionsOf(pool, actor.id, token, now)).filter(
      ({ current }) => ownPasswords || current,
    );
    const tries = ownPasswords ? await triesOf(pool, actor.id) : [];
    const before = ownPasswords ? await signInBefore(pool, actor.id) : undefined;
    return ok({
      sessions: sessions.map(({ device, began, used, ...one }) => ({
        ...one,
        device: deviceWords(device),
        began: began.toISOString(),
        used: used.toISOString(),
      })),
      tries: tries.map(viewTry),
      before: before === undefined ? null : viewTry(before),
      sessionsAtMost,
    });
  },
);

const viewTry = ({ at, device, ...one }: Awaited<ReturnType<typeof triesOf>>[number]) => ({
  ...one,
  at: at.toISOString(),
  device: deviceWords(device),
});

const end = (
  { services, actor, now }: SignedInVisit<unknown, unknown, unknown>,
  which: Omit<EndingOf, "person">,
) => {
  const { pool, algorithm, signInRules } = services;
  if (!signInRules.ownPasswords) throw new HttpProblem("shared-account");
  const ending = { ...which, person: actor.id, why: "endedElsewhere" } as const;
  return inTransaction(pool, undefined, (tx) => endSessionsOf(tx, algorithm, ending, now));
};

/** A page at which nobody was for a while locks its session, so that no reload opens it. */
export const lockOwnSession = route(
  "PUT /api/session/lock",
  { right: "own", ...bare, tag, words: { zh: "锁定本次登录", en: "Lock the session" }, answers: "nothing" },
  async ({ services, token = "" }) => {
    if (services.signInRules.idleLockMinutes !== undefined) await lockSession(services.pool, token);
    return noContent;
  },
);

/** Tells that somebody is at the page who asks for nothing: that they write a long report, say. */
export const useOwnSession = route(
  "PUT /api/session/use",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "本次登录仍在使用", en: "The session is in use" },
    answers: "nothing",
  },
  async () => noContent,
);

export const endOtherSessions = route(
  "DELETE /api/session/others",
  {
    right: "own",
    ...bare,
    tag,
    words: { zh: "结束本人的其他登录", en: "End the own other sessions" },
    answers: z.object({ sessions: z.int() }),
  },
  async (visit) => ok({ sessions: await end(visit, { except: visit.token ?? "" }) }),
);

/** Ends one of the own sessions that is not the present one, which is signed out of instead. */
export const endOtherSession = route(
  "DELETE /api/session/others/:session",
  {
    right: "own",
    ...bare,
    params: z.strictObject({ session: shapes.id }),
    tag,
    words: { zh: "结束本人的一次其他登录", en: "End one of the own other sessions" },
    answers: "nothing",
  },
  async (visit) => {
    const ended = await end(visit, { except: visit.token ?? "", session: visit.params.session });
    if (ended === 0) throw new HttpProblem("not-found");
    return noContent;
  },
);
