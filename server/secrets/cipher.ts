import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import type { HashAlgorithm } from "../store/digests.ts";

/**
 * Authenticated encryption. `about` is bound to the ciphertext and not kept in it: what was written about one thing opens as that
 * about no other. Every text is written under a nonce of its own, drawn at random.
 */
interface Cipher {
  encrypt(key: Uint8Array, plain: Uint8Array, about: string): Buffer;
  /** Undefined where key, text or `about` are not those with which it was written. */
  decrypt(key: Uint8Array, text: Uint8Array, about: string): Buffer | undefined;
}

export const ciphers = {
  "aes-256-gcm": { encrypt: encryptAes, decrypt: decryptAes },
  // GB/T 32907 in counter mode, then HMAC (GB/T 15852.2) with SM3 over all of it: Node gives no access to OpenSSL's SM4-GCM.
  "sm4-ctr-hmac-sm3": { encrypt: encryptSm4, decrypt: decryptSm4 },
} as const satisfies Readonly<Record<string, Cipher>>;

/** Of any of them: 256 bits. */
export const keyBytes = 32;

export type CipherName = keyof typeof ciphers;

export const isCipherName = (name: string): name is CipherName => Object.hasOwn(ciphers, name);

/** An installation with SM3 encrypts by SM4, as it signs by SM2; one with SHA-256 by AES. */
export const cipherOf = (algorithm: HashAlgorithm): CipherName =>
  algorithm === "sm3" ? "sm4-ctr-hmac-sm3" : "aes-256-gcm";

const gcmNonceBytes = 12;
const gcmTagBytes = 16;

function encryptAes(key: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(gcmNonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(about, "utf8"));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decryptAes(key: Uint8Array, text: Uint8Array, about: string): Buffer | undefined {
  if (text.length < gcmNonceBytes + gcmTagBytes) return undefined;
  const end = text.length - gcmTagBytes;
  const decipher = createDecipheriv("aes-256-gcm", key, text.subarray(0, gcmNonceBytes), {
    authTagLength: gcmTagBytes,
  });
  decipher.setAAD(Buffer.from(about, "utf8")).setAuthTag(text.subarray(end));
  const begun = decipher.update(text.subarray(gcmNonceBytes, end));
  try {
    return Buffer.concat([begun, decipher.final()]);
  } catch {
    return undefined;
  }
}

const sm4KeyBytes = 16;
/** A key for each of two purposes, of one: neither tells anything of the other. */
const sm4Key = (key: Uint8Array) =>
  createHmac("sm3", key).update("zhiben/sm4").digest().subarray(0, sm4KeyBytes);
const sm3Key = (key: Uint8Array) => createHmac("sm3", key).update("zhiben/hmac-sm3").digest();

const sm4NonceBytes = 16;
const sm3Bytes = 32;

function encryptSm4(key: Uint8Array, plain: Uint8Array, about: string): Buffer {
  const nonce = randomBytes(sm4NonceBytes);
  const cipher = createCipheriv("sm4-ctr", sm4Key(key), nonce);
  const text = Buffer.concat([nonce, cipher.update(plain), cipher.final()]);
  return Buffer.concat([text, sealOf(key, text, about)]);
}

function decryptSm4(key: Uint8Array, text: Uint8Array, about: string): Buffer | undefined {
  if (text.length < sm4NonceBytes + sm3Bytes) return undefined;
  const end = text.length - sm3Bytes;
  if (!timingSafeEqual(text.subarray(end), sealOf(key, text.subarray(0, end), about))) return undefined;
  const decipher = createDecipheriv("sm4-ctr", sm4Key(key), text.subarray(0, sm4NonceBytes));
  return Buffer.concat([decipher.update(text.subarray(sm4NonceBytes, end)), decipher.final()]);
}

/** Over what it is about, its length first, so that no byte can move from one into the other. */
function sealOf(key: Uint8Array, text: Uint8Array, about: string): Buffer {
  const named = Buffer.from(about, "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(named.length);
  return createHmac("sm3", sm3Key(key)).update(length).update(named).update(text).digest();
}
