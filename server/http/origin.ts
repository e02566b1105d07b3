import type { FastifyRequest } from "fastify";
import type { Origin } from "../../core/ledger/audit.ts";
import { deviceOf } from "../../core/ledger/device.ts";

/** From where a request came, as the audit log tells it. */
export const originOf = (request: Pick<FastifyRequest, "ip" | "headers">): Origin => ({
  address: request.ip,
  device: deviceOf(request.headers["user-agent"]),
});
