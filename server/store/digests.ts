import { createHash } from "node:crypto";
import type { Digest } from "../../core/ledger/line.ts";

export const hashAlgorithms = ["sha256", "sm3"] as const;
export type HashAlgorithm = (typeof hashAlgorithms)[number];

export function isHashAlgorithm(name: string): name is HashAlgorithm {
  return hashAlgorithms.some((known) => known === name);
}

/** The installation's hash over the UTF-8 bytes of a text, as lower-case hex. */
export function digestOf(algorithm: HashAlgorithm): Digest {
  return (text) => createHash(algorithm).update(text, "utf8").digest("hex");
}
