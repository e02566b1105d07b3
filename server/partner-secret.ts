import { randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/** By this a secret is known wherever it turns up, so that one that leaked can be looked for in mail, code and logs. */
const prefix = "zhpartner_";
const shape = new RegExp(`^(${prefix}[\\w-]{43})([0-9a-f]{8})$`);

const checksumOf = (text: string): string => crc32(text).toString(16).padStart(8, "0");

/** A partner's secret: the prefix, 256 bits drawn at random, and a CRC-32 by which one that was cut or mistyped is told at once. */
export function drawPartnerSecret(): string {
  const drawn = `${prefix}${randomBytes(32).toString("base64url")}`;
  return `${drawn}${checksumOf(drawn)}`;
}

/** Whether a bearer token is a partner's secret, and not the token of a session. */
export const isPartnerSecret = (token: string): boolean => token.startsWith(prefix);

/** Whether a secret is whole, as far as it alone can tell; only then is it worth looking for. */
export function isWholeSecret(token: string): boolean {
  const [, drawn, checksum] = shape.exec(token) ?? [];
  return drawn !== undefined && checksum === checksumOf(drawn);
}
