import type { FastifyInstance } from "fastify";
import type { Services } from "../services.ts";

/**
 * Takes on nothing more, ends the streams, and waits until every request in flight is answered; those that are not within that
 * time are cut off, so that one that never ends cannot keep the product from stopping.
 */
export async function drain(
  app: FastifyInstance,
  { lifecycle, stream }: Pick<Services, "lifecycle" | "stream">,
  withinMs: number,
): Promise<void> {
  lifecycle.stopping();
  stream.close();
  const cut = setTimeout(() => app.server.closeAllConnections(), withinMs);
  try {
    await app.close();
  } finally {
    clearTimeout(cut);
  }
}
