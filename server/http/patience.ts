import { limits } from "../../core/limits.ts";

/** How long the server waits for a request that is being sent, and how often it looks for those that take longer. */
export interface Patience {
  /** For the request line and the headers, from the opening of the connection on. */
  readonly headMs: number;
  /** For the whole of a request with its body. */
  readonly requestMs: number;
  readonly lookEveryMs: number;
}

export const usualPatience: Patience = {
  headMs: limits.requestHeadSeconds * 1_000,
  requestMs: limits.requestSeconds * 1_000,
  lookEveryMs: 5_000,
};

/**
 * What Node's server is told. Whoever sends a request letter by letter holds a connection for as long, and a few thousand of them would
 * hold all that there are; Fastify by itself waits for a body without end.
 */
export const timeoutsOf = ({ headMs, requestMs, lookEveryMs }: Patience) => ({
  headersTimeout: headMs,
  requestTimeout: requestMs,
  connectionsCheckingInterval: lookEveryMs,
});
