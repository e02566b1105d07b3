import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

/** A call by a partner's token, as the audit log tells it. */
export interface PartnerCall {
  readonly entry: string;
  readonly version: number;
  readonly at: string;
  readonly address: string | null;
  readonly facts: readonly { readonly name: string; readonly value: Words }[];
}

interface Page {
  readonly lines: readonly PartnerCall[];
  readonly next: string | null;
}

/** The calls of the token with that number, or of all, the newest first. */
export const partnerCalls = (number: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["partner-calls", number ?? "all"],
    queryFn: ({ pageParam, signal }) => {
      const asked = {
        event: "partnerCalled",
        ...(number === undefined ? {} : { number }),
        ...(pageParam === "" ? {} : { cursor: pageParam }),
      };
      return call<Page>("GET", `audit?${new URLSearchParams(asked)}`, { signal });
    },
    initialPageParam: "",
    getNextPageParam: ({ next }) => next ?? undefined,
  });
