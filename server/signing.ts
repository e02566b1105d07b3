import {
  createHash,
  createPrivateKey,
  createPublicKey,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { sm2 } from "sm-crypto-v2";
import {
  bytesOfText,
  type CheckSignature,
  cosignedMessage,
  isCosignature,
  type KeyKind,
  keyIdOf,
  type NoteSignature,
  type Sha256,
  timedSignature,
  type VerifierKey,
} from "../core/ledger/note.ts";
import type { HashAlgorithm } from "./store/digests.ts";
import { writeWhole } from "./store/embedded/record.ts";
import { StartProblem } from "./store/start-problem.ts";

/** A private key of this installation, with which it signs notes of its own or, as a witness, those of others. */
export interface NoteSigner {
  readonly key: VerifierKey;
  /** `seconds` since 1970 is what a witness vouches for; a plain signature has no time. */
  sign(text: string, seconds: number): NoteSignature;
}

export const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest();

/** An installation with SM3 signs by SM2, as Chinese cryptography wants it; one with SHA-256 by Ed25519. */
export const signatureKind = (algorithm: HashAlgorithm): KeyKind => (algorithm === "sm3" ? "sm2" : "ed25519");

/** As a witness of other logs an installation signs by the same curve, with another key and the time. */
export const cosignatureKind = (algorithm: HashAlgorithm): KeyKind =>
  algorithm === "sm3" ? "sm2-cosignature" : "ed25519-cosignature";

/** The private keys of an installation, in the folder of its keys. */
export const openCheckpointSigner = (keysFolder: string, { id, algorithm }: SigningInstallation) =>
  openSigner(join(keysFolder, "checkpoint-key"), `zhiben/${id}`, signatureKind(algorithm));

export const openWitnessSigner = (keysFolder: string, { id, algorithm }: SigningInstallation) =>
  openSigner(join(keysFolder, "witness-key"), `zhiben/${id}/witness`, cosignatureKind(algorithm));

interface SigningInstallation {
  readonly id: string;
  readonly algorithm: HashAlgorithm;
}

const secretBytes = 32;

/**
 * Opens the private key in a file, drawing it the first time. It lies outside the database on purpose: whoever can change every row
 * must not be able to sign what they made of it. Throws a StartProblem on a file that holds no key of that kind.
 */
export async function openSigner(file: string, name: string, kind: KeyKind): Promise<NoteSigner> {
  if (!existsSync(file)) {
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeWhole(file, `${kind} ${randomBytes(secretBytes).toString("hex")}\n`);
  }
  const [, written, secret = ""] = /^(\S+) ([0-9a-f]{64})\n$/.exec(await readFile(file, "utf8")) ?? [];
  if (written !== kind) {
    throw new StartProblem("bad-signing-key", {
      zh: `签名密钥文件无法使用：${file}`,
      en: `The signing key cannot be used: ${file}`,
    });
  }
  return signerWith(name, kind, secret);
}

/** The signer with a private key at hand, as 64 digits of hex. */
export function signerWith(name: string, kind: KeyKind, secret: string): NoteSigner {
  const { publicKey, signBytes } = isSm2(kind) ? sm2Key(secret) : ed25519Key(secret);
  const key = { name, kind, publicKey };
  const keyId = keyIdOf(key, sha256);
  return {
    key,
    sign: (text, seconds) => ({
      name,
      keyId,
      signature: isCosignature(kind)
        ? timedSignature(seconds, signBytes(cosignedMessage(text, seconds)))
        : signBytes(bytesOfText(text)),
    }),
  };
}

const isSm2 = (kind: KeyKind): boolean => kind.startsWith("sm2");

/** Whether a key made a signature: Ed25519 by OpenSSL, SM2 by its library. */
export const checkSignature: CheckSignature = ({ kind, publicKey }, message, signature) => {
  try {
    return isSm2(kind)
      ? sm2.doVerifySignature(message, hexOf(signature), `04${hexOf(publicKey)}`, sm2Options)
      : verify(null, message, ed25519Public(publicKey), signature);
  } catch {
    // What is no point of the curve, or no signature at all, is not signed.
    return false;
  }
};

// GB/T 32918.2 with the signer's id that GM/T 0009 sets where none is agreed; SM3 over Z and the message.
const sm2Options = { hash: true, der: false, userId: "1234567812345678" } as const;

function sm2Key(secret: string) {
  const point = sm2.getPublicKeyFromPrivateKey(secret);
  return {
    publicKey: Buffer.from(point.slice(2), "hex"),
    signBytes: (message: Uint8Array): Uint8Array =>
      Buffer.from(sm2.doSignature(message, secret, { ...sm2Options, publicKey: point }), "hex"),
  };
}

// RFC 8410: what stands before the 32 bytes of a key.
const ed25519PrivatePrefix = Buffer.from("302e020100300506032b657004220420", "hex");
const ed25519PublicPrefix = Buffer.from("302a300506032b6570032100", "hex");

function ed25519Key(secret: string) {
  const der = Buffer.concat([ed25519PrivatePrefix, Buffer.from(secret, "hex")]);
  const privateKey = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  const spki = createPublicKey(privateKey).export({ format: "der", type: "spki" });
  return {
    publicKey: spki.subarray(ed25519PublicPrefix.length),
    signBytes: (message: Uint8Array): Uint8Array => sign(null, message, privateKey),
  };
}

function ed25519Public(publicKey: Uint8Array): KeyObject {
  const der = Buffer.concat([ed25519PublicPrefix, publicKey]);
  return createPublicKey({ key: der, format: "der", type: "spki" });
}

const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
