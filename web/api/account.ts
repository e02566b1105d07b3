import { queryOptions } from "@tanstack/react-query";
import type { SecondWay, SignInStep } from "../../core/sign-in/next-step.ts";
import type { Words } from "../../core/words.ts";
import { call } from "./client.ts";
import type { Proof, SecurityKeyView } from "./security-key-types.ts";
import type { Session } from "./types.ts";

/** Signed in, or what is still to be done before. */
export type SignInAnswer = Session | { readonly next: SignInStep; readonly ways?: readonly SecondWay[] };

export const signIn = (username: string, password: string): Promise<SignInAnswer> =>
  call("POST", "session", { body: { username, password } });

export const changePassword = (old: string, password: string): Promise<SignInAnswer> =>
  call("PUT", "session/password", { body: { old, password } });

/** A code of the second factor, or a recovery code, after the password. */
export const enterCode = (code: string): Promise<SignInAnswer> =>
  call("POST", "session/code", { body: { code } });

/** How it stands with the own second factor. */
export interface SecondFactorView {
  /** Since when there is an authenticator. */
  readonly since: string | null;
  readonly keys: readonly SecurityKeyView[];
  readonly keysAtMost: number;
  /** Why no security key can be used at the address at which the page is open. */
  readonly keysFault: Words | null;
  readonly required: boolean;
  readonly recoveryCodesLeft: number;
  readonly hours: number | null;
  readonly reset: { readonly askedBy: string; readonly decidedBy: string; readonly at: string } | null;
}

export const secondFactor = queryOptions({
  queryKey: ["second-factor"],
  queryFn: ({ signal }): Promise<SecondFactorView> => call("GET", "session/second-factor", { signal }),
});

/** What an authenticator takes in: typed, or read from a picture of the address. */
export interface ShownSecret {
  readonly secret: string;
  readonly address: string;
}

/** Whoever has a second factor shows it, anybody else the password; nothing whoever has just come from the provider. */
export const showSecret = (proof: { readonly password?: string } | Proof) =>
  call<ShownSecret>("POST", "session/second-factor/secret", { body: proof });

export const setSecondFactor = (
  code: string,
): Promise<{ readonly recoveryCodes: readonly string[]; readonly signIn: SignInAnswer }> =>
  call("PUT", "session/second-factor", { body: { code } });

export const drawRecoveryCodes = (proof: Proof): Promise<{ readonly recoveryCodes: readonly string[] }> =>
  call("POST", "session/recovery-codes", { body: proof });

/** Gives up the authenticator; keys stay. */
export const giveUpSecondFactor = (proof: Proof): Promise<void> =>
  call("POST", "session/second-factor/removal", { body: proof });

/** An account as its administrators see it. */
export interface AccountView {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly disabled: boolean;
  readonly password: "none" | "issued" | "own";
  readonly until: string | null;
  readonly secondFactor: boolean;
  /** Whether it is bound to the identity provider. */
  readonly signOn: boolean;
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

export const askForReset = (username: string): Promise<void> =>
  call("POST", `accounts/${encodeURIComponent(username)}/second-factor-reset`);

/** A lost second factor that is to be removed. */
export interface AskedReset {
  readonly person: string;
  readonly username: string;
  readonly name: string;
  readonly askedByName: string;
  readonly askedAt: string;
  /** Whether it waits for whoever looks at it. */
  readonly mayDecide: boolean;
}

export const askedResets = queryOptions({
  queryKey: ["second-factor-resets"],
  queryFn: async ({ signal }): Promise<readonly AskedReset[]> =>
    (await call<{ resets: readonly AskedReset[] }>("GET", "second-factor-resets", { signal })).resets,
});

export const confirmReset = (person: string): Promise<void> =>
  call("POST", `second-factor-resets/${person}/confirmation`);

export const declineReset = (person: string): Promise<void> =>
  call("DELETE", `second-factor-resets/${person}`);
