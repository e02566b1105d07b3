import { randomBytes } from "node:crypto";
import { hashRaw } from "@node-rs/argon2";
import { plainCode } from "../../core/sign-in/code.ts";
import { argon } from "../argon.ts";

/** A recovery code as it is kept. The codes of one drawing share a salt, so that what is typed is hashed once and not ten times. */
export interface KeptRecoveryCode {
  readonly salt: string;
  readonly hash: string;
}

const saltBytes = 16;

/** What is kept of recovery codes. */
export async function keepRecoveryCodes(drawn: readonly string[]): Promise<readonly KeptRecoveryCode[]> {
  const salt = randomBytes(saltBytes).toString("hex");
  return Promise.all(drawn.map(async (code) => ({ salt, hash: await hashRecoveryCode(code, salt) })));
}

/** Slow, as of a password: a code has too few bits for a quick one. ASVS 5.0, 6.5.2. */
export async function hashRecoveryCode(typed: string, salt: string): Promise<string> {
  const hash = await hashRaw(plainCode(typed), { ...argon, salt: Buffer.from(salt, "hex") });
  return hash.toString("hex");
}
