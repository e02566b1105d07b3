import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";

// Many acts at once make one reading, and the screen still changes within a second.
const gatherMs = 300;
const againMs = 3_000;
// The day changes without an act.
const anywayMs = 60_000;

/**
 * Reads the screen anew as something changes, by the session's stream or a link's; whether the connection stands. Read by hand,
 * since an EventSource can show no secret.
 */
export function useLiveScreen(secret: string | undefined): boolean {
  const queryClient = useQueryClient();
  const [connected, setConnected] = useState(true);
  useEffect(() => {
    const ended = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queryClient.invalidateQueries({ queryKey: ["screen", secret ?? ""] });
      }, gatherMs);
    };
    void follow(secret, ended.signal, { refresh, setConnected });
    const anyway = setInterval(refresh, anywayMs);
    return () => {
      ended.abort();
      clearTimeout(timer);
      clearInterval(anyway);
    };
  }, [queryClient, secret]);
  return connected;
}

interface Told {
  readonly refresh: () => void;
  readonly setConnected: (connected: boolean) => void;
}

async function follow(secret: string | undefined, signal: AbortSignal, { refresh, setConnected }: Told) {
  while (!signal.aborted) {
    try {
      const response = await fetch(secret === undefined ? "/api/stream" : "/api/shared-screen/stream", {
        signal,
        headers: secret === undefined ? {} : { authorization: `Bearer ${secret}` },
      });
      if (!response.ok || response.body === null) throw new Error(`Answered ${response.status}`);
      setConnected(true);
      // What happened before this was open, nobody tells it.
      refresh();
      await readEvents(response.body, refresh);
    } catch {
      if (signal.aborted) return;
    }
    setConnected(false);
    // Where it was refused for good, reading the figures says so.
    refresh();
    await new Promise((resolve) => setTimeout(resolve, againMs));
  }
}

async function readEvents(body: ReadableStream<Uint8Array>, refresh: () => void): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  for (let part = await reader.read(); !part.done; part = await reader.read())
    if (/^event: (change|rewound)/m.test(decoder.decode(part.value, { stream: true }))) refresh();
}
