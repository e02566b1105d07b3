import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { isNoAnswer, isSignedOut, whySignedOut } from "./problem.ts";

const retriesMost = 2;

/** Reads are tried again when no answer came; writes never are. A session that has ended is told to `onSignedOut`, with why where that is known. */
export function newQueryClient(onSignedOut: (why: string | undefined) => void): QueryClient {
  const onError = (error: unknown) => {
    if (isSignedOut(error)) onSignedOut(whySignedOut(error));
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => isNoAnswer(error) && failures < retriesMost,
        networkMode: "always",
      },
      mutations: { retry: false, networkMode: "always" },
    },
  });
}
