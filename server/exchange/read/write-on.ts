import { once } from "node:events";
import type { Writable } from "node:stream";

/** Writes a piece and waits until there is room for more. Throws where the stream was closed, as when its reader has gone. */
export async function writeOn(out: Writable, chunk: Uint8Array): Promise<void> {
  if (out.destroyed) throw new Error("The stream was closed before its end");
  if (out.write(chunk)) return;
  const stop = new AbortController();
  try {
    await Promise.race([
      once(out, "drain", { signal: stop.signal }),
      once(out, "close", { signal: stop.signal }).then(() => {
        throw new Error("The stream was closed before its end");
      }),
    ]);
  } finally {
    stop.abort();
  }
}
