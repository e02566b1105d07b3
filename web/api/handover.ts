import { queryOptions } from "@tanstack/react-query";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

/** What waits for a post. Without entries where whoever asks is told only how much it is. */
export interface HandoverView {
  readonly held: boolean;
  readonly last: boolean;
  readonly others: readonly string[];
  readonly total: number;
  readonly unseen: number;
  readonly registers: readonly {
    readonly register: string;
    readonly words: Words;
    readonly total: number;
    readonly entries?: readonly {
      readonly id: string;
      readonly number: string;
      readonly title: string;
      readonly dueOn: string | null;
    }[];
  }[];
}

export const handoverOf = (post: string) =>
  queryOptions({
    queryKey: ["handover", post],
    queryFn: ({ signal }): Promise<HandoverView> => call("GET", `posts/${post}/handover`, { signal }),
  });

/** A post of somebody who leaves, as it was seen, and who succeeds; null where it ends. */
export interface Passing {
  readonly id: string;
  readonly version: number;
  readonly successor: string | null;
}

/** Hands over every post of an account at once, or none. */
export const handOverAll = (
  account: string,
  body: {
    readonly endsFrom?: string | undefined;
    readonly reason: string;
    readonly posts: readonly Passing[];
  },
): Promise<{ readonly handedOver: number }> => call("POST", `accounts/${account}/handover`, { body });
