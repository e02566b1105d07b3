import { queryOptions } from "@tanstack/react-query";
import type { SignInStep } from "../../core/sign-in/next-step.ts";
import { call } from "./client.ts";
import type { Session } from "./types.ts";

/** Signed in, or what is still to be done before. */
export type SignInAnswer = Session | { readonly next: SignInStep };

export const signIn = (username: string, password: string): Promise<SignInAnswer> =>
  call("POST", "session", { body: { username, password } });

export const changePassword = (old: string, password: string): Promise<SignInAnswer> =>
  call("PUT", "session/password", { body: { old, password } });

/** An account as its administrators see it. */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly password: "none" | "issued" | "own";
  readonly until: string | null;
}

/** Accounts whose user name or name holds these signs; none are asked for before something is typed. */
export const accounts = (q: string) =>
  queryOptions({
    queryKey: ["accounts", q],
    queryFn: async ({ signal }): Promise<readonly AccountView[]> => {
      if (q === "") return [];
      const path = `accounts?${new URLSearchParams({ q })}`;
      return (await call<{ accounts: readonly AccountView[] }>("GET", path, { signal })).accounts;
    },
  });

export interface IssuedPassword {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  readonly until: string;
}

export const issuePassword = (username: string): Promise<IssuedPassword> =>
  call("POST", `accounts/${encodeURIComponent(username)}/one-time-password`);
