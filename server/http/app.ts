import { randomBytes } from "node:crypto";
import type { RequestListener } from "node:http";
import cookie from "@fastify/cookie";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import type { RateClass } from "../../core/sign-in/rates.ts";
import type { Language } from "../../core/words.ts";
import { tileOrigins } from "../map-tiles.ts";
import type { Log } from "../operation/log.ts";
import { isPartnerSecret } from "../partner-secret.ts";
import type { Services } from "../services.ts";
import { newId } from "../store/ids.ts";
import { asProblem } from "./as-problem.ts";
import { compressAnswers } from "./compress.ts";
import { observeRequests, tellFailure } from "./observe.ts";
import { servePages } from "./pages.ts";
import { answerPartner } from "./partner.ts";
import { answerRemembered, newSessionMemory, passSession, type SessionMemory } from "./pass-session.ts";
import { type Patience, timeoutsOf, usualPatience } from "./patience.ts";
import { HttpProblem, problemBody } from "./problems.ts";
import { answerBrokenRequest, requestIdHeader } from "./request-id.ts";
import type { Answer, Route, Visit } from "./route.ts";
import type { Tls } from "./tls.ts";

export const sessionCookie = "zhiben_session";
export const healthPath = "/api/health" as const;

/**
 * The HTTP server: sessions, checked input, problems in words, and the built web from the folder `pages` where there is one. It
 * knows nothing of safety; the routes bring that. Of the addresses in `proxies` it believes whom they say they pass on.
 * It speaks TLS itself where it is given how, and has so much `patience` with those who send slowly.
 */
export async function buildApp(
  services: Services,
  routes: readonly Route[],
  pages: string | undefined,
  proxies: readonly string[] = [],
  tls?: Tls,
  patience: Patience = usualPatience,
): Promise<FastifyInstance> {
  const { log, metrics, lifecycle } = services;
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answerProblem(error, request, reply, log);
  const timeouts = timeoutsOf(patience);
  const tiles = tileOrigins(services.mapTiles);
  const app = Fastify({
    bodyLimit: limits.requestBodyBytes,
    genReqId: () => newId(),
    trustProxy: proxies.length > 0 && [...proxies],
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    logger: false,
    requestTimeout: timeouts.requestTimeout,
    ...(tls === undefined
      ? { http: timeouts }
      : { serverFactory: (listener: RequestListener) => tls.createServer(listener, timeouts) }),
    // While it stops, the hook below answers in our words, and health goes on telling.
    return503OnClosing: false,
    frameworkErrors: answer,
    clientErrorHandler: answerBrokenRequest,
  });
  // Each takes memory and a descriptor; what is beyond these is closed at once.
  app.server.maxConnections = limits.connections;
  await app.register(cookie);
  readJsonStrictly(app);
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(request.url.startsWith("/api/") ? apiHeaders : securityHeaders(newNonce(request), tiles));
    reply.header(requestIdHeader, request.id);
    if (request.protocol === "https") reply.header("strict-transport-security", onlyByTls);
    if (lifecycle.phase === "stopping") refuseWork(request, reply);
    refuseCrossOrigin(request);
    refuseNul(request);
  });
  observeRequests(app, log, metrics);
  compressAnswers(app);
  app.setErrorHandler((error: FastifyError, request, reply) => answer(error, request, reply));
  if (pages === undefined)
    app.setNotFoundHandler((request, reply) => answer(new HttpProblem("not-found"), request, reply));
  else await servePages(app, pages, nonceOf, services.demonstration);
  const sessions = newSessionMemory();
  for (const route of routes) register(app, services, route, sessions);
  return app;
}

/** Whoever came by TLS once comes by nothing else for a year (RFC 6797). */
const onlyByTls = "max-age=31536000";

const nonces = new WeakMap<FastifyRequest, string>();

function newNonce(request: FastifyRequest): string {
  const nonce = randomBytes(16).toString("base64");
  nonces.set(request, nonce);
  return nonce;
}

/** The nonce under which this answer's page may carry styles. */
const nonceOf = (request: FastifyRequest): string => nonces.get(request) ?? "";

function securityHeaders(
  nonce: string | undefined,
  pictures: readonly string[] = [],
): Record<string, string> {
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    nonce === undefined ? "style-src 'self'" : `style-src 'self' 'nonce-${nonce}'`,
    ["img-src 'self' data: blob:", ...pictures].join(" "),
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "form-action 'self'",
  ];
  return {
    "content-security-policy": policy.join("; "),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "geolocation=(self), camera=(self)",
  };
}

/** An answer of the API is no page, so no style of it needs a nonce of its own. */
const apiHeaders = securityHeaders(undefined);
/** On its way out the product finishes what it began; health alone still answers, so that a proxy turns elsewhere. */
function refuseWork(request: FastifyRequest, reply: FastifyReply): void {
  if (request.routeOptions.url === healthPath) return;
  reply.header("connection", "close").header("retry-after", "10");
  throw new HttpProblem("stopping");
}

/** A browser names the site that sends; a program that names none carries no cookie of somebody else's. */
function refuseCrossOrigin(request: FastifyRequest): void {
  const { origin, host } = request.headers;
  if (request.method === "GET" || request.method === "HEAD" || origin === undefined) return;
  if (!URL.canParse(origin) || new URL(origin).host !== host) throw new HttpProblem("cross-origin");
}

/** No text of PostgreSQL holds a NUL, so nothing has one in its address. */
function refuseNul({ url }: FastifyRequest): void {
  if (url.includes("%00")) throw new HttpProblem("malformed-request");
}

/** JSON in UTF-8 or nothing: bytes that are no text must not become replacement signs in a record. */
function readJsonStrictly(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(
        typeof body === "string" ? Buffer.from(body) : body,
      );
    } catch {
      done(new HttpProblem("malformed-encoding"));
      return;
    }
    if (text === "") {
      done(null, undefined);
      return;
    }
    parseJson(request, text, (error, parsed) =>
      error ? done(new HttpProblem("malformed-json")) : done(null, parsed),
    );
  });
  // Files arrive as they are; their route reads the stream and counts.
  app.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
}

export function languageOf(request: FastifyRequest): Language {
  const asked = request.headers["accept-language"]?.trim().toLowerCase() ?? "";
  return asked.startsWith("en") ? "en" : "zh";
}

export function tokenOf(request: FastifyRequest): string | undefined {
  const bearer = request.headers.authorization?.match(/^Bearer ([\w-]{20,200})$/)?.[1];
  return bearer ?? request.cookies[sessionCookie];
}

function register(app: FastifyInstance, services: Services, route: Route, sessions: SessionMemory): void {
  app.route({
    method: route.method,
    url: route.path,
    handler: async (request, reply) => {
      const now = services.clock();
      const today = dayInShanghai(now.toISOString());
      const token = tokenOf(request);
      const { params, query, body } = request;
      const language = languageOf(request);
      const visit = { params, query, body, services, now, today, language, token, request, reply };
      const answer = await answerOf(route, visit, sessions);
      if (answer === undefined) return reply;
      reply.header("cache-control", "no-store");
      return reply.status(answer.status).send(answer.body);
    },
  });
}

const rateClassOf = ({ tag, method }: Route): RateClass =>
  tag === "exports" ? "exports" : method === "GET" ? "reads" : "writes";

/** Whether an account or address may ask for this, of which it is counted once however often that is looked at. */
function countedOnce(
  route: Route,
  { services, request, now }: Visit<unknown, unknown, unknown>,
): (account: string | undefined) => boolean {
  const counted = new Map<string | undefined, boolean>();
  return (account) => {
    const may =
      counted.get(account) ??
      (route.path === healthPath ||
        services.classGuard.mayAsk(rateClassOf(route), { account, address: request.ip }, now));
    counted.set(account, may);
    return may;
  };
}

/** After how long it is worth asking again where there are too many of something. */
const retryAfterSeconds = 60;

/** Answers whoever asks: nobody in particular, a partner by its secret, or whose session it is. */
async function answerOf(
  route: Route,
  visit: Visit<unknown, unknown, unknown>,
  sessions: SessionMemory,
): Promise<Answer | undefined> {
  const { token } = visit;
  if (token !== undefined && route.right !== undefined && isPartnerSecret(token))
    return answerPartner(route, visit, token);
  const mayAsk = countedOnce(route, visit);
  const early = await answerRemembered(route, visit, sessions, mayAsk);
  if (early !== undefined) return early.answer;
  const signedIn = route.right === undefined ? undefined : await passSession(route, visit, sessions);
  if (!mayAsk(signedIn?.actor.id)) throw new HttpProblem("too-many-requests");
  return route.run(visit, signedIn);
}

function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): FastifyReply {
  const problem = asProblem(error);
  if (problem instanceof HttpProblem && problem.code === "internal-error") tellFailure(log, error, request);
  const body = problemBody(problem, languageOf(request), request.id);
  if (body.status === 429 && !reply.hasHeader("retry-after"))
    reply.header("retry-after", String(body.retryAfterSeconds ?? retryAfterSeconds));
  return reply
    .status(body.status)
    .header("cache-control", "no-store")
    .header(requestIdHeader, request.id)
    .type("application/problem+json")
    .send(JSON.stringify(body));
}
