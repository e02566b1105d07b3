import type { SignInAnswer } from "./account.ts";
import { call } from "./client.ts";
import type { AskedKey, CreatedKey, KeyAnswer, OfferedKey, Proof } from "./security-key-types.ts";

export const askKey = (): Promise<AskedKey> => call("POST", "session/security-key-challenge");

/** A key after the password. */
export const showKey = (answer: KeyAnswer): Promise<SignInAnswer> =>
  call("POST", "session/security-key", { body: answer });

export const offerKey = (proof: Proof | { readonly password?: string }): Promise<OfferedKey> =>
  call("POST", "session/security-keys/offer", { body: proof });

export const addKey = (
  name: string,
  created: CreatedKey,
): Promise<{ readonly recoveryCodes: readonly string[]; readonly signIn: SignInAnswer }> =>
  call("POST", "session/security-keys", { body: { name, ...created } });

export const renameKey = (id: string, name: string): Promise<void> =>
  call("PUT", `session/security-keys/${id}`, { body: { name } });

export const removeKey = (id: string, proof: Proof): Promise<void> =>
  call("POST", `session/security-keys/${id}/removal`, { body: proof });
