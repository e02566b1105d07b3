import type { AskedKey, CreatedKey, KeyAnswer, OfferedKey } from "../../api/security-key-types.ts";

/** Why a key gave no answer, as far as a browser tells. */
export type KeyTroubleKind = "cancelled" | "known" | "unsupported" | "failed";

export class KeyTrouble extends Error {
  readonly kind: KeyTroubleKind;

  constructor(kind: KeyTroubleKind) {
    super(kind);
    this.name = "KeyTrouble";
    this.kind = kind;
  }
}

// Written out, since browsers that are in use in offices know no better way: `toJSON` of keys came with Chromium 129.
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0));
}

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");

const transportNames = ["usb", "nfc", "ble", "hybrid", "internal"] as const;

const named = (keys: AskedKey["allowCredentials"]): PublicKeyCredentialDescriptor[] =>
  keys.map(({ type, id, transports }) => ({
    type,
    id: bytesOf(id),
    transports: transportNames.filter((name) => transports.includes(name)),
  }));

export const knowsKeys = (): boolean => "PublicKeyCredential" in window && "credentials" in navigator;

/** Has a key made by whatever the browser offers. */
export async function createKey(offered: OfferedKey, signal: AbortSignal): Promise<CreatedKey> {
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...offered,
    challenge: bytesOf(offered.challenge),
    user: { ...offered.user, id: bytesOf(offered.user.id) },
    pubKeyCredParams: [...offered.pubKeyCredParams],
    excludeCredentials: named(offered.excludeCredentials),
  };
  const made = await answered(() => navigator.credentials.create({ publicKey, signal }));
  const { response } = made;
  if (!(response instanceof AuthenticatorAttestationResponse)) throw new KeyTrouble("failed");
  return {
    id: made.id,
    clientDataJSON: textOf(response.clientDataJSON),
    attestationObject: textOf(response.attestationObject),
    // Older browsers do not tell.
    transports: response.getTransports?.() ?? [],
  };
}

/** Has one of the person's keys answer. */
export async function answerByKey(asked: AskedKey, signal: AbortSignal): Promise<KeyAnswer> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    ...asked,
    challenge: bytesOf(asked.challenge),
    allowCredentials: named(asked.allowCredentials),
  };
  const given = await answered(() => navigator.credentials.get({ publicKey, signal }));
  const { response } = given;
  if (!(response instanceof AuthenticatorAssertionResponse)) throw new KeyTrouble("failed");
  return {
    id: given.id,
    clientDataJSON: textOf(response.clientDataJSON),
    authenticatorData: textOf(response.authenticatorData),
    signature: textOf(response.signature),
  };
}

async function answered(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!knowsKeys()) throw new KeyTrouble("unsupported");
  const given = await ask().catch((error: unknown) => {
    throw new KeyTrouble(kindOf(error));
  });
  if (!(given instanceof PublicKeyCredential)) throw new KeyTrouble("failed");
  return given;
}

/** What an error of a browser means. Web Authentication, 5.1.3 and 5.1.4. */
function kindOf(error: unknown): KeyTroubleKind {
  const name = error instanceof DOMException ? error.name : "";
  if (name === "NotAllowedError" || name === "AbortError") return "cancelled";
  if (name === "InvalidStateError") return "known";
  return name === "NotSupportedError" ? "unsupported" : "failed";
}
