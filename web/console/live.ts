import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import * as queries from "../api/queries.ts";
import type { Change, EntryWithActs } from "../api/types.ts";

// Many acts at once make one reading of the lists, not many.
const gatherMs = 400;

/**
 * Refreshes what is on the screen as it changes. A tab that nobody looks at holds no connection, since a browser allows only
 * six to one server; on coming back it reads everything anew. Once the session has ended there is nothing to follow, until
 * somebody signs in again over the page.
 */
export function useLiveChanges(post: string, ended: boolean): void {
  const queryClient = useQueryClient();
  const wasEnded = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another post sees other changes.
  useEffect(() => {
    if (ended) {
      wasEnded.current = true;
      return;
    }
    let source: EventSource | undefined;
    const gathered = gatherer(queryClient);
    const open = () => {
      source = new EventSource("/api/stream");
      // What happened after the page was read anew and before this was open, nobody tells it.
      if (wasEnded.current) source.addEventListener("open", () => gathered.everything(), { once: true });
      wasEnded.current = false;
      source.addEventListener("change", ({ data }) => gathered.take(JSON.parse(data)));
      // Restored from a backup: of what stands on the screen, nobody knows what was undone.
      source.addEventListener("rewound", () => gathered.everything());
      source.addEventListener("error", () => {
        // Closed for good means refused, not interrupted: the session may have ended.
        if (source?.readyState === EventSource.CLOSED) askSession(queryClient);
      });
    };
    const follow = () => {
      source?.close();
      source = undefined;
      if (document.visibilityState !== "visible") return;
      open();
      gathered.everything();
    };
    if (document.visibilityState === "visible") open();
    document.addEventListener("visibilitychange", follow);
    return () => {
      document.removeEventListener("visibilitychange", follow);
      source?.close();
      gathered.stop();
    };
  }, [queryClient, post, ended]);
}

function askSession(queryClient: QueryClient): void {
  // The cache of queries tells the shell when nobody is signed in any more.
  void queryClient.prefetchQuery({ ...queries.session, staleTime: 0 });
}

function gatherer(queryClient: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const refreshLists = () => {
    timer = undefined;
    for (const kind of ["home", "waiting", "entries", "notices", "board", "points", "figures", "screen"])
      void queryClient.invalidateQueries({ queryKey: [kind] });
  };
  return {
    take({ register, entry, version }: Change) {
      timer ??= setTimeout(refreshLists, gatherMs);
      const { queryKey } = queries.entry(register, entry);
      const known = queryClient.getQueryData<EntryWithActs>(queryKey);
      if (known === undefined || known.entry.version >= version) return;
      void queryClient.invalidateQueries({ queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.ledger(register, entry).queryKey });
      void queryClient.invalidateQueries({ queryKey: queries.comments(register, entry).queryKey });
    },
    everything() {
      const kinds = [
        "session",
        "home",
        "waiting",
        "entries",
        "notices",
        "board",
        "points",
        "figures",
        "screen",
        "entry",
        "ledger",
        "comments",
      ];
      for (const kind of kinds) void queryClient.invalidateQueries({ queryKey: [kind] });
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
