import type { FastifyReply } from "fastify";
import { limits } from "../../core/limits.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { readChanges } from "../store/changes.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import { HttpProblem } from "./problems.ts";

/** Server-sent events: each listener has a scope and a position, and is told of what it may see after it. */
export interface Stream {
  join(reply: FastifyReply, scope: Scope, after: number, stillInPost: () => Promise<boolean>): void;
  /** New leaves stand; every listener reads on from its own position. */
  wake(): void;
  close(): void;
}

interface Listener {
  readonly reply: FastifyReply;
  readonly scope: Scope;
  /** Whether the session goes on, in the post whose scope this is. */
  readonly stillInPost: () => Promise<boolean>;
  after: number;
  reading: boolean;
  again: boolean;
}

const batch = 500;
// Proxies close what is silent for a minute.
const heartbeatMs = 25_000;

export function newStream(pool: Pool, onError: (error: unknown) => void): Stream {
  const listeners = new Set<Listener>();
  const beat = setInterval(() => {
    for (const listener of listeners) void keepAlive(listener, leave);
  }, heartbeatMs).unref();
  const leave = (listener: Listener) => {
    listeners.delete(listener);
    listener.reply.raw.end();
  };
  const wakeOne = (listener: Listener) => {
    advance(pool, listener, leave).catch((error: unknown) => {
      onError(error);
      leave(listener);
    });
  };
  return {
    join(reply, scope, after, stillInPost) {
      if (listeners.size >= limits.streamConnections) throw new HttpProblem("too-many-streams");
      const listener = { reply, scope, stillInPost, after, reading: false, again: false };
      startEvents(reply);
      listeners.add(listener);
      reply.raw.on("close", () => listeners.delete(listener));
      wakeOne(listener);
    },
    wake() {
      for (const listener of listeners) wakeOne(listener);
    },
    close() {
      clearInterval(beat);
      for (const listener of listeners) leave(listener);
    },
  };
}

function startEvents(reply: FastifyReply): void {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) reply.raw.setHeader(name, value);
  reply.raw.writeHead(200, {
    "content-type": "text/event-stream",
    "cache-control": "no-store",
    "x-accel-buffering": "no",
  });
  reply.raw.write("retry: 2000\n\n");
}

type Leave = (listener: Listener) => void;

/** A session that has ended, or acts in another post, must not go on being told. */
async function keepAlive(listener: Listener, leave: Leave): Promise<void> {
  const mayHear = await listener.stillInPost().catch(() => false);
  if (mayHear) listener.reply.raw.write(": still here\n\n");
  else leave(listener);
}

async function advance(pool: Pool, listener: Listener, leave: Leave): Promise<void> {
  listener.again = true;
  if (listener.reading) return;
  listener.reading = true;
  try {
    while (listener.again) {
      listener.again = false;
      const { changes, last } = await inTransaction(pool, listener.scope, (tx) =>
        readChanges(tx, listener.after, batch),
      );
      if (changes.length > 0 && !(await listener.stillInPost())) return leave(listener);
      if (last - listener.after >= batch) listener.again = true;
      listener.after = last;
      for (const change of changes) {
        listener.reply.raw.write(
          `id: ${change.position}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`,
        );
      }
    }
  } finally {
    listener.reading = false;
  }
}
