import type { FastifyInstance, FastifyRequest } from "fastify";
import { failureOf, type Log } from "../operation/log.ts";
import type { Metrics } from "../operation/metrics.ts";

// An address may carry a number or a name; only the pattern that it met is told.
const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? "(none)";

/** Tells log and metrics of every request once it is answered, or given up by whoever asked. */
export function observeRequests(app: FastifyInstance, log: Log, metrics: Metrics): void {
  app.addHook("onResponse", (request, reply, done) => {
    const { method } = request;
    const route = routeOf(request);
    const status = reply.statusCode;
    const ms = reply.elapsedTime;
    metrics.request(method, route, status, ms / 1_000);
    const length = reply.getHeader("content-length");
    const bytes = length === undefined ? undefined : Number(length);
    log.info({ id: request.id, method, route, status, ms: Math.round(ms * 10) / 10, bytes }, "request");
    done();
  });
}

/** Tells of a request that ended in an error of ours: which one and where, never what it carried. */
export function tellFailure(log: Log, error: unknown, request: FastifyRequest): void {
  const { id, method } = request;
  log.error({ id, method, route: routeOf(request), failure: failureOf(error) }, "request-failed");
}
