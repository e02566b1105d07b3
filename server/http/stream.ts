import { once } from "node:events";
import type { FastifyReply } from "fastify";
import { limits } from "../../core/limits.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { type Change, readChanges } from "../store/changes.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import { HttpProblem } from "./problems.ts";

/** Server-sent events: each listener has a scope and a position, and is told of what it may see after it. */
export interface Stream {
  /** Tells the epoch first, and with it where the listener stands. */
  join(reply: FastifyReply, scope: Scope, place: Place, hearing: Hearing): void;
  /** Tells a listener that what it has followed was undone by a restore, and ends: it comes back in the new epoch. */
  rewind(reply: FastifyReply, epoch: string, last: number): undefined;
  /** New leaves stand; every listener reads on from its own position. */
  wake(): void;
  /** How many are listening. */
  listeners(): number;
  close(): void;
}

/** Whether a listener may still be told, and what. */
interface Hearing {
  /** Whether the session goes on in the post whose scope this is, or the link still holds. */
  readonly mayHear: () => Promise<boolean>;
  /** Told that something has changed, and not what. */
  readonly silent?: true;
}

/** A position in the order of the ledger counts within an epoch only. */
interface Place {
  readonly epoch: string;
  readonly after: number;
}

interface Listener extends Hearing {
  readonly reply: FastifyReply;
  readonly scope: Scope;
  readonly epoch: string;
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
    join(reply, scope, { epoch, after }, hearing) {
      if (listeners.size >= limits.streamConnections) throw new HttpProblem("too-many-streams");
      const listener = { ...hearing, reply, scope, epoch, after, reading: false, again: false };
      startEvents(reply);
      writeEvent(reply, "joined", { epoch, after }, { epoch, last: after });
      listeners.add(listener);
      reply.raw.on("close", () => listeners.delete(listener));
      wakeOne(listener);
    },
    rewind(reply, epoch, last) {
      startEvents(reply);
      writeEvent(reply, "rewound", { epoch, after: last }, { epoch, last });
      reply.raw.end();
    },
    wake() {
      for (const listener of listeners) wakeOne(listener);
    },
    listeners: () => listeners.size,
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

/** Whoever comes back says the id of the last event, so that carries the epoch too. */
function writeEvent({ raw }: FastifyReply, name: string, { epoch, after }: Place, data: unknown): void {
  raw.write(`id: ${after}@${epoch}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`);
}

type Leave = (listener: Listener) => void;

/** Waits for a listener that reads more slowly than it is told, so that what it has not read is not kept here. */
async function drained({ raw }: FastifyReply): Promise<void> {
  if (!raw.writableNeedDrain || raw.destroyed) return;
  await Promise.race([once(raw, "drain"), once(raw, "close")]).catch(() => undefined);
}

/** A session that has ended, or acts in another post, must not go on being told. */
async function keepAlive(listener: Listener, leave: Leave): Promise<void> {
  const mayHear = await listener.mayHear().catch(() => false);
  if (mayHear) listener.reply.raw.write(": still here\n\n");
  else leave(listener);
}

function tell({ reply, epoch, silent }: Listener, changes: readonly Change[]): void {
  const last = changes.at(-1);
  if (silent && last !== undefined) writeEvent(reply, "changed", { epoch, after: last.position }, {});
  else for (const change of changes) writeEvent(reply, "change", { epoch, after: change.position }, change);
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
      if (changes.length > 0 && !(await listener.mayHear())) return leave(listener);
      if (last - listener.after >= batch) listener.again = true;
      listener.after = last;
      tell(listener, changes);
      await drained(listener.reply);
    }
  } finally {
    listener.reading = false;
  }
}
