import { randomBytes } from "node:crypto";
import { type KeyPlace, keyAlgorithms, securityKeys } from "../../core/sign-in/security-key.ts";

/** What a new key answered, in base 64 for URLs as browsers give it. */
export interface CreatedKey {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly attestationObject: string;
  readonly transports: readonly string[];
}

/** What a key answered that was asked. */
export interface KeyAnswer {
  readonly id: string;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

export const drawChallenge = (): string => randomBytes(securityKeys.challengeBytes).toString("base64url");

/** Which keys a browser is to ask for, or to leave alone. */
const named = (keys: readonly { readonly credential: string; readonly transports: readonly string[] }[]) =>
  keys.map(({ credential, transports }) => ({
    type: "public-key" as const,
    id: credential,
    transports: [...transports],
  }));

const timeout = securityKeys.challengeMinutes * 60_000;

type Known = Parameters<typeof named>[0];

/** What a browser is told to have a key made. Which model it is nobody asks (attestation `none`): any may be used. */
export const creationOptions = (
  challenge: string,
  { host }: KeyPlace,
  person: { readonly id: string; readonly username: string; readonly name: string },
  known: Known,
) => ({
  challenge,
  rp: { id: host, name: "治本 Zhiben" },
  user: {
    id: Buffer.from(person.id).toString("base64url"),
    name: person.username,
    displayName: person.name,
  },
  pubKeyCredParams: keyAlgorithms.map((alg) => ({ type: "public-key" as const, alg })),
  timeout,
  excludeCredentials: named(known),
  authenticatorSelection: { residentKey: "preferred" as const, userVerification: "preferred" as const },
  attestation: "none" as const,
});

/** What a browser is told to have a key answer. */
export const requestOptions = (challenge: string, { host }: KeyPlace, keys: Known) => ({
  challenge,
  rpId: host,
  timeout,
  allowCredentials: named(keys),
  userVerification: "preferred" as const,
});

// It takes half a second and 26 MB to load, which only those pay who use keys.
const library = () => import("@simplewebauthn/server");

/**
 * Whether a key says nothing of its model, or vouches for itself, which browsers leave as it is though nobody asked (Web Authentication
 * Level 2, 5.1.3). Any other statement brings certificates, which the library would look up at the addresses that they name.
 */
async function isPlain(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject } = await import("@simplewebauthn/server/helpers");
  const decoded = decodeAttestationObject(new Uint8Array(Buffer.from(attestationObject, "base64url")));
  const format = decoded.get("fmt");
  return format === "none" || (format === "packed" && decoded.get("attStmt").get("x5c") === undefined);
}

/** The key itself, where the answer is one to this challenge, from a page of this place; else undefined. */
export async function verifyCreated(
  { id, clientDataJSON, attestationObject, transports }: CreatedKey,
  challenge: string,
  { host, origin }: KeyPlace,
): Promise<{ readonly publicKey: Uint8Array; readonly counter: number } | undefined> {
  if (!(await isPlain(attestationObject).catch(refused))) return undefined;
  const { verifyRegistrationResponse } = await library();
  const response = { clientDataJSON, attestationObject, transports: [...transports] };
  const verified = await verifyRegistrationResponse({
    response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
    supportedAlgorithmIDs: [...keyAlgorithms],
  }).catch(refused);
  if (!verified?.verified || verified.registrationInfo.credential.id !== id) return undefined;
  const { publicKey, counter } = verified.registrationInfo.credential;
  return { publicKey, counter };
}

/** How often the key says it was used, where it signed this challenge for a page of this place; else undefined. */
export async function verifyAnswer(
  { id, clientDataJSON, authenticatorData, signature }: KeyAnswer,
  challenge: string,
  { host, origin }: KeyPlace,
  publicKey: Uint8Array,
): Promise<number | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const response = { clientDataJSON, authenticatorData, signature };
  const verified = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: "public-key", clientExtensionResults: {}, response },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: host,
    requireUserVerification: false,
    // The count is held against the last one by a rule of ours, so that a copy is told from a false signature.
    credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
  }).catch(refused);
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

/** Whatever the library finds fault with, it throws as a plain Error; which fault it was is nobody's business outside. */
function refused(error: unknown): undefined {
  if (!(error instanceof Error)) throw error;
  return undefined;
}
