import { sessionEnds } from "../../core/ledger/session-ends.ts";
import { limits } from "../../core/limits.ts";
import { isLocked } from "../../core/sign-in/idle-lock.ts";
import type { Proof } from "../store/database.ts";
import { noteUse, whyEnded } from "../store/own-sessions.ts";
import {
  type OpenSession,
  openSessionOf,
  readSession,
  type SessionRow,
  type SignedIn,
  sessionStatement,
} from "../store/people.ts";
import { HttpProblem } from "./problems.ts";
import type { Answer, Route, Visit } from "./route.ts";

type AnyVisit = Visit<unknown, unknown, unknown>;

/** A page that nobody has touched for a minute says so of what it asks for by itself. */
const unattendedHeader = "x-zhiben-unattended";

// A stream is opened by the page again and again, and cannot say by itself whether somebody is there.
const isUse = (route: Route, { request }: AnyVisit): boolean =>
  route.answers !== "events" && request.headers[unattendedHeader] === undefined;

async function tellUse(route: Route, visit: AnyVisit, { use }: OpenSession): Promise<void> {
  const { services, token = "", now } = visit;
  if (isUse(route, visit)) await noteUse(services.pool, token, use.usedAt, now);
}

/**
 * Whose session it is, where it is neither ended nor locked; it is remembered from then on. Whoever's was ended from elsewhere is told
 * why, and not only that nobody is signed in.
 */
export async function passSession(
  route: Route,
  visit: AnyVisit,
  memory: SessionMemory,
): Promise<SignedIn | undefined> {
  const { services, token, now, today, language } = visit;
  if (token === undefined) return undefined;
  const { pool, signInRules } = services;
  const signedIn = await readSession(pool, token, now, today);
  if (signedIn === undefined) {
    memory.forget(token);
    const why = await whyEnded(pool, token);
    if (why !== undefined) throw new HttpProblem("session-ended", [], { detail: sessionEnds[why][language] });
    return undefined;
  }
  // Whoever has not finished signing in has nothing that could be locked.
  if (signedIn.next === undefined && isLocked(signedIn.use, signInRules, now))
    throw new HttpProblem("session-locked");
  await tellUse(route, visit, signedIn);
  memory.keep(token, signedIn);
  return signedIn;
}

/**
 * Whose sessions were asked with, as far as this server remembers. What is remembered lets nobody in: it spares asking for the scope before
 * asking for what the scope shows, and each request proves it anew.
 */
export interface SessionMemory {
  of(token: string): OpenSession | undefined;
  keep(token: string, session: OpenSession): void;
  forget(token: string): void;
}

export function newSessionMemory(most: number = limits.sessionsRemembered): SessionMemory {
  const kept = new Map<string, OpenSession>();
  return {
    of: (token) => kept.get(token),
    forget: (token) => kept.delete(token),
    keep(token, session) {
      kept.delete(token);
      if (session.next === undefined) kept.set(token, session);
      const [oldest] = kept.keys();
      if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/**
 * The answer to somebody whose session is remembered, given as if it still held and handed out only where the database says in the
 * transaction of the answer that it does, to the letter. Otherwise undefined, and nothing has happened: it is ended, locked or in
 * another post, it asks too often, its route did not get as far as asking the database, or nobody remembers it.
 */
export async function answerRemembered(
  route: Route,
  visit: AnyVisit,
  memory: SessionMemory,
  mayAsk: (account: string) => boolean,
): Promise<{ readonly answer: Answer | undefined } | undefined> {
  const { services, token, now, today } = visit;
  const remembered = route.proves && token !== undefined ? memory.of(token) : undefined;
  if (token === undefined || remembered === undefined || !mayAsk(remembered.actor.id)) return undefined;
  let proven: OpenSession | undefined;
  const proof: Proof<SessionRow> = {
    ...sessionStatement(token, now, today),
    take(row) {
      const found = openSessionOf(row);
      if (found === undefined || !isSame(found, remembered) || isLocked(found.use, services.signInRules, now))
        throw new Error("The session is not what it was");
      proven = found;
    },
  };
  const answer = await route.run(visit, { ...remembered, proof }).catch((error: unknown) => {
    if (proven === undefined) return undefined;
    throw error;
  });
  if (proven === undefined) return undefined;
  await tellUse(route, visit, proven);
  return { answer };
}

/** Whether two readings of a session are of one person in one post, who has done as much of signing in. */
const isSame = (one: OpenSession, other: OpenSession): boolean => marks(one) === marks(other);

const marks = ({ actor, next, way }: OpenSession): string => JSON.stringify([actor, next, way]);
