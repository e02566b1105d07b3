import { Readable } from "node:stream";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Day } from "../../core/calendar/day.ts";
import { refusal } from "../../core/refusals.ts";
import { mayAsk, type RightName } from "../../core/scope/rights.ts";
import { type Scope, scopeOf } from "../../core/scope/scope.ts";
import type { SignInStep } from "../../core/sign-in/next-step.ts";
import type { Language, Words } from "../../core/words.ts";
import type { Services } from "../services.ts";
import type { Proof, Sight } from "../store/database.ts";
import type { SignedIn } from "../store/people.ts";
import { HttpProblem, type LocatedProblem, Refused } from "./problems.ts";

/** What a route is handed: the checked request, who asks, and the parts of the product. */
export interface Visit<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly services: Services;
  readonly now: Date;
  readonly today: Day;
  readonly language: Language;
  readonly token: string | undefined;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface SignedInVisit<P, Q, B> extends Visit<P, Q, B>, SignedIn {
  readonly scope: Scope;
  /** What its transaction is opened for: the scope, and the session where that is still to be proven. */
  readonly sight: Scope | Sight;
}

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

export const ok = (body: unknown): Answer => ({ status: 200, body });
export const created = (body: unknown): Answer => ({ status: 201, body });
export const noContent: Answer = { status: 204 };

/** What a route takes: path, query and body, each checked before the handler sees it. */
interface Shapes<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
}

/** Takes nothing: anything that is sent all the same is an error. */
export const none = z.strictObject({});
/** The shapes of a route without path parameters, query or body; a route names those that it has. */
export const bare = { params: none, query: none, body: none };

interface Described {
  /** The steps of signing in at which it may be called, beside by whoever is signed in altogether. */
  readonly during?: readonly SignInStep[];
  /** Whether partners' tokens may call it; where it says nothing they may not. */
  readonly partners?: true;
  /**
   * Whether its handler reads nothing before it has opened a transaction for its `sight`, and does nothing outside of that: it can then be
   * asked before it is known that the session still holds.
   */
  readonly proves?: true;
  readonly words: Words;
  readonly tag: string;
  /** The answer when all goes well, for the OpenAPI document. */
  readonly answers: z.ZodType | "bytes" | "events" | "nothing" | "text";
  /** What is sent where it is no JSON. */
  readonly takes?: "bytes" | "text";
  /** The status under which it answers in the same shape when all does not go well. */
  readonly unwellStatus?: number;
}

/** Whoever asks, and what is still to be proven of them by the transaction that answers. */
export interface Passed extends SignedIn {
  readonly proof?: Proof;
}

/** A route as the server registers it and the OpenAPI document describes it. */
export interface Route extends Described, Shapes<z.ZodType, z.ZodType, z.ZodType> {
  readonly method: Method;
  readonly path: string;
  /** What somebody who is signed in must hold to call it; undefined where anybody may call. */
  readonly right: RightName | undefined;
  run(visit: Visit<unknown, unknown, unknown>, signedIn: Passed | undefined): Promise<Answer | undefined>;
}

const methods = ["GET", "POST", "PUT", "DELETE"] as const;
type Method = (typeof methods)[number];
type Line = `${Method} /api/${string}`;

function split(line: Line): { method: Method; path: string } {
  const [verb, path = ""] = line.split(" ");
  const method = methods.find((known) => known === verb);
  if (method === undefined) throw new Error(`No such method: ${line}`);
  return { method, path };
}

function checked<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  visit: Visit<unknown, unknown, unknown>,
  shapes: Shapes<P, Q, B>,
): Visit<z.output<P>, z.output<Q>, z.output<B>> {
  // Whatever is no JSON arrives as a stream; only a route that takes bytes, of any shape, can read it.
  const takesBytes = shapes.body instanceof z.ZodUnknown;
  if (visit.body instanceof Readable && !takesBytes) throw new HttpProblem("unsupported-media-type");
  return {
    ...visit,
    params: parse(shapes.params, visit.params),
    query: parse(shapes.query, visit.query),
    body: parse(shapes.body, visit.body ?? {}),
  };
}

function parse<S extends z.ZodType>(shape: S, value: unknown): z.output<S> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new HttpProblem("malformed-request", parsed.error.issues.flatMap(located));
}

function located(issue: z.core.$ZodIssue): readonly LocatedProblem[] {
  const field = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({ field: [...issue.path, key].join("."), code: "unknown" as const }));
  }
  return [{ field, code: issue.code === "invalid_type" ? "wrong-type" : "bad-pattern" }];
}

/**
 * A route for somebody who is signed in and whose role holds its right. The handler is called with a request of the declared shapes, or
 * not at all; whoever may not ask does not learn what was wrong with the request.
 */
export function route<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  line: Line,
  described: Described & Shapes<P, Q, B> & { readonly right: RightName },
  run: (visit: SignedInVisit<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer | undefined>,
): Route {
  return {
    ...described,
    ...split(line),
    run: (visit, signedIn) => {
      if (signedIn === undefined) throw new HttpProblem("not-signed-in");
      const { next } = signedIn;
      if (next !== undefined && !described.during?.includes(next))
        throw new HttpProblem("sign-in-unfinished", [], { next });
      if (signedIn.actor.token && !described.partners) throw new HttpProblem("not-for-partners");
      if (!mayAsk(signedIn.actor.role, described.right)) throw new Refused(refusal("role-may-not"));
      const scope = scopeOf(signedIn.actor);
      const sight = signedIn.proof === undefined ? scope : { scope, proof: signedIn.proof };
      return run({ ...checked(visit, described), ...signedIn, scope, sight });
    },
  };
}

/** A route that anybody may call. */
export function openRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType>(
  line: Line,
  described: Described & Shapes<P, Q, B>,
  run: (visit: Visit<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Answer | undefined>,
): Route {
  return { ...described, ...split(line), right: undefined, run: (visit) => run(checked(visit, described)) };
}
