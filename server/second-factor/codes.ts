import { Secret, TOTP } from "otpauth";
import { codes } from "../../core/sign-in/code.ts";

const timed = (secret: string, label = "", issuer = ""): TOTP =>
  new TOTP({
    secret: Secret.fromBase32(secret),
    algorithm: "SHA1",
    digits: codes.digits,
    period: codes.stepSeconds,
    label,
    issuer,
  });

/** A secret of 160 bits as RFC 4226, 4, recommends it, in base 32. */
export const drawSecret = (): string => new Secret({ size: codes.secretBytes }).base32;

/** What an authenticator reads from the picture: `otpauth://totp/…`. SHA-1, since most apps know nothing else; RFC 6238, 1.2. */
export const addressOfSecret = (secret: string, username: string, issuer: string): string =>
  timed(secret, username, issuer).toString();

/** The step, counted from 1970, whose code it is, among the present one and its neighbours; undefined where it is none of theirs. */
export function stepOfCode(secret: string, code: string, now: Date): number | undefined {
  const timestamp = now.getTime();
  const delta = timed(secret).validate({ token: code, timestamp, window: codes.toleranceSteps });
  return delta === null ? undefined : Math.floor(timestamp / 1000 / codes.stepSeconds) + delta;
}
