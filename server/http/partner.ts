import { beyondQuota, isFirstBeyond } from "../../core/registers/partner-quota.ts";
import { tokenInUse, tokenTakenAway } from "../../core/registers/partner-token.ts";
import { isWholeSecret } from "../partner-secret.ts";
import { recordByToken } from "../store/audit.ts";
import { inTransaction } from "../store/database.ts";
import { type CallFacts, countUse, type FoundToken, tokenOfSecret } from "../store/partner-tokens.ts";
import { asProblem } from "./as-problem.ts";
import { originOf } from "./origin.ts";
import { HttpProblem, problemBody, Refused } from "./problems.ts";
import type { Answer, Route, Visit } from "./route.ts";

type AnyVisit = Visit<unknown, unknown, unknown>;

/**
 * Answers a request that carries a partner's secret. Nobody stands behind each call of a machine, so each is told to the audit log,
 * with how it ended, before its answer leaves; of those beyond the quota one a minute is, lest a partner out of hand fill the log.
 */
export async function answerPartner(
  route: Route,
  visit: AnyVisit,
  secret: string,
): Promise<Answer | undefined> {
  const { services, now, today } = visit;
  const found = isWholeSecret(secret) ? await tokenOfSecret(services.pool, secret) : undefined;
  if (found === undefined) throw new HttpProblem("token-unknown");
  const { perMinute } = found;
  const use = await countUse(services.pool, { id: found.signedIn.actor.id, perMinute }, now, today);
  const excess = beyondQuota(found, use);
  try {
    if (excess) throw tooMany(visit, excess);
    refuseClosed(found, today);
    const answer = await route.run(visit, found.signedIn);
    await tell(route, visit, found, { status: answer?.status ?? 200, rows: rowsOf(visit, answer) });
    return answer;
  } catch (error) {
    const problem = withoutMentions(asProblem(error));
    const { status } = problemBody(problem, visit.language, visit.request.id);
    if (!excess || isFirstBeyond(found, use)) await tell(route, visit, found, { status });
    // What was not foreseen is told to our own log as it was.
    throw problem instanceof HttpProblem && problem.code === "internal-error" ? error : problem;
  }
}

function refuseClosed({ state, validUntil }: FoundToken, today: string): void {
  if (state === tokenTakenAway) throw new HttpProblem("token-revoked");
  if (state !== tokenInUse || validUntil < today) throw new HttpProblem("token-expired");
}

const secondMs = 1_000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;
/** Asia/Shanghai is eight hours ahead of UTC, all the year. */
const shanghaiMs = 8 * 60 * minuteMs;

function tooMany({ reply, now }: AnyVisit, excess: "minute" | "day"): HttpProblem {
  const at = now.getTime() + shanghaiMs;
  const span = excess === "minute" ? minuteMs : dayMs;
  reply.header("retry-after", String(Math.ceil((span - (at % span)) / secondMs)));
  return new HttpProblem("token-quota-used");
}

/** A refusal may name other entries, by titles that the token leaves out. */
function withoutMentions(problem: HttpProblem | Refused): HttpProblem | Refused {
  if (!(problem instanceof Refused)) return problem;
  const { code, problems } = problem.refusal;
  return new Refused({ code, ...(problems ? { problems } : {}) });
}

/** How many rows an answer holds, as far as it is of rows. */
function rowsOf({ reply }: AnyVisit, answer: Answer | undefined): number | undefined {
  const total = reply.getHeader("x-total-count");
  if (total !== undefined) return Number(total);
  const body = answer?.body;
  if (typeof body !== "object" || body === null) return undefined;
  const rows = Object.values(body).find((member) => Array.isArray(member));
  if ("entry" in body) return 1;
  return Array.isArray(rows) ? rows.length : undefined;
}

async function tell(
  { method, path }: Route,
  { services, request, now }: AnyVisit,
  { signedIn: { actor }, number }: FoundToken,
  ended: Pick<CallFacts, "status" | "rows">,
): Promise<void> {
  const { params, url } = request;
  const of = (name: string) =>
    typeof params === "object" && params !== null && name in params
      ? String(Object.entries(params).find(([key]) => key === name)?.[1])
      : undefined;
  const asked = url.split("?")[1];
  const facts = {
    number,
    route: `${method} ${path}`,
    register: of("register"),
    entry: of("id"),
    of: of("act"),
    filter: asked === undefined ? undefined : decodedQuery(asked),
    ...ended,
  };
  await inTransaction(services.pool, undefined, (tx) =>
    recordByToken(
      tx,
      services.algorithm,
      actor,
      { event: "partnerCalled", facts, from: originOf(request) },
      now,
    ),
  );
}

const decodedQuery = (query: string): string =>
  [...new URLSearchParams(query)].map(([name, value]) => `${name}=${value}`).join("&");
