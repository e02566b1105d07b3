import { queryOptions } from "@tanstack/react-query";
import type { SignInWay } from "../../core/sign-in/sign-on.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";

interface Place {
  readonly address: string;
  readonly device: Words;
  readonly way: SignInWay;
}

/** One of the own sessions that go on. */
export interface OwnSession extends Place {
  readonly id: string;
  readonly began: string;
  readonly used: string;
  readonly current: boolean;
}

/** An attempt to sign in to the own account. */
export interface SignInTry extends Place {
  readonly at: string;
  readonly came: boolean;
}

interface SignIns {
  readonly sessions: readonly OwnSession[];
  readonly tries: readonly SignInTry[];
  readonly before: SignInTry | null;
  readonly sessionsAtMost: number | null;
}

export const signIns = queryOptions({
  queryKey: ["sign-ins"],
  queryFn: ({ signal }) => call<SignIns>("GET", "session/sign-ins", { signal }),
});

export const lockSession = (): Promise<null> => call("PUT", "session/lock");

export const tellUse = (): Promise<null> => call("PUT", "session/use");

export const endSession = (id: string): Promise<null> => call("DELETE", `session/others/${id}`);

export const endOtherSessions = (): Promise<{ readonly sessions: number }> =>
  call("DELETE", "session/others");

/** Signs somebody else's account out everywhere. */
export const endSessionsOf = (username: string): Promise<{ readonly sessions: number }> =>
  call("DELETE", `accounts/${encodeURIComponent(username)}/sessions`);
