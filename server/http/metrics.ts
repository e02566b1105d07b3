import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { type Metrics, metricsType } from "../operation/metrics.ts";
import { HttpProblem } from "./problems.ts";

/** Who may read the metrics. */
export interface MetricsAccess {
  /** The secret that a reader sends as a bearer token; without one, only this machine may read. */
  readonly token: string | undefined;
  /** Whether a proxy stands before us: then everybody seems to come from its machine, and the secret alone counts. */
  readonly behindProxy: boolean;
}

/** `GET /metrics` in Prometheus' text format. Whoever may not read it is told that there is no such thing. */
export function serveMetrics(app: FastifyInstance, metrics: Metrics, access: MetricsAccess): void {
  app.get("/metrics", async (request, reply) => {
    if (!mayRead(request, access)) throw new HttpProblem("not-found");
    reply.header("cache-control", "no-store").type(metricsType);
    return metrics.text();
  });
}

const loopback = /^(::ffff:)?127\.|^::1$/;
const passedOn = ["forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via"];

function mayRead({ headers, socket }: FastifyRequest, { token, behindProxy }: MetricsAccess): boolean {
  const sent = headers.authorization?.match(/^Bearer (\S+)$/)?.[1];
  if (token !== undefined && sent !== undefined) return isSame(sent, token);
  const fromHere = loopback.test(socket.remoteAddress ?? "");
  return fromHere && !behindProxy && passedOn.every((name) => headers[name] === undefined);
}

/** Compared by their hashes, in a time that tells nothing of either. */
function isSame(sent: string, held: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(sent), digest(held));
}
