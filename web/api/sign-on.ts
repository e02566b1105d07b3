import { queryOptions } from "@tanstack/react-query";
import type { SignInAnswer } from "./account.ts";
import { call } from "./client.ts";
import type { Proof } from "./security-key-types.ts";

/** What the provider sends along with whoever comes back. */
export interface CameBack {
  readonly state: string;
  readonly code?: string;
  readonly iss?: string;
  readonly error?: string;
}

interface Address {
  readonly address: string;
}

export const beginSignOn = (goOn: string): Promise<Address> => call("POST", "sign-on", { body: { goOn } });

export const comeBack = (back: CameBack): Promise<{ readonly signIn: SignInAnswer; readonly goOn: string }> =>
  call("POST", "sign-on/return", { body: back });

/** Whether the own account is bound. */
export interface BindingView {
  readonly since: string | null;
  readonly byPerson: boolean;
}

export const binding = queryOptions({
  queryKey: ["sign-on-binding"],
  queryFn: ({ signal }) => call<BindingView>("GET", "sign-on/binding", { signal }),
});

export const beginBinding = (proof: Proof | { readonly password: string }): Promise<Address> =>
  call("POST", "sign-on/binding", { body: proof });

export const comeBackBinding = (back: CameBack): Promise<{ readonly goOn: string }> =>
  call("POST", "sign-on/binding/return", { body: back });

export const unbind = (): Promise<null> => call("DELETE", "sign-on/binding");

/** Where one signs out at the provider; null where it offers that nowhere. */
export const endAddress = queryOptions({
  queryKey: ["sign-on-end"],
  queryFn: async ({ signal }) =>
    (await call<{ readonly address: string | null }>("GET", "sign-on/end", { signal })).address,
  retry: false,
});
