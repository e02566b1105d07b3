import { base64, hex, utf8 } from "@scure/base";

/**
 * Signed notes (C2SP signed-note): a text, an empty line, and a line for each key that signed the text. The same form that
 * public transparency logs and their witnesses speak, so that a witness need not be of our making.
 */
export interface SignedNote {
  /** Ends with a line break; this is what is signed. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

export interface NoteSignature {
  readonly name: string;
  /** Names the key together with its name: hex of 4 bytes. No proof of anything, many keys share one. */
  readonly keyId: string;
  readonly signature: Uint8Array;
}

/**
 * How a key signs: Ed25519 (RFC 8032) or SM2 with SM3 (GB/T 32918.2), plainly or, as a witness does, with the time
 * (C2SP tlog-cosignature). The numbers of the form itself; SM2 has none, and takes the one for forms with a name of their own.
 */
const kinds = {
  ed25519: [0x01],
  "ed25519-cosignature": [0x04],
  sm2: [0xff, ...utf8.decode("zhiben/sm2")],
  "sm2-cosignature": [0xff, ...utf8.decode("zhiben/sm2-cosignature")],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type KeyKind = keyof typeof kinds;
export const keyKinds: readonly KeyKind[] = ["ed25519", "ed25519-cosignature", "sm2", "sm2-cosignature"];

/** Bytes of a public key: Ed25519 as RFC 8032 encodes it, SM2 as both coordinates. */
const publicKeyBytes: Readonly<Record<KeyKind, number>> = {
  ed25519: 32,
  "ed25519-cosignature": 32,
  sm2: 64,
  "sm2-cosignature": 64,
};

/** A public key that signs notes, and the name that it signs under. */
export interface VerifierKey {
  readonly name: string;
  readonly kind: KeyKind;
  readonly publicKey: Uint8Array;
}

/** SHA-256 over bytes, whatever hash the installation uses: the form prescribes it for the ids of keys. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

/** Whether a key made this signature over this message; by a library for the kind of key, never thrown. */
export type CheckSignature = (key: VerifierKey, message: Uint8Array, signature: Uint8Array) => boolean;

export function keyIdOf({ name, kind, publicKey }: VerifierKey, sha256: Sha256): string {
  const hashed = sha256(Uint8Array.from([...utf8.decode(`${name}\n`), ...kinds[kind], ...publicKey]));
  return hex.encode(hashed.subarray(0, 4));
}

/** A public key as one line to hand on: name, key id and key, joined by `+`. */
export function verifierKeyText(key: VerifierKey, sha256: Sha256): string {
  const material = base64.encode(Uint8Array.from([...kinds[key.kind], ...key.publicKey]));
  return `${key.name}+${keyIdOf(key, sha256)}+${material}`;
}

/** Reads what `verifierKeyText` wrote; undefined for whatever is none, or names another id than its key has. */
export function readVerifierKey(text: string, sha256: Sha256): VerifierKey | undefined {
  const [, name = "", keyId, encoded = ""] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const material = bytesOf(encoded);
  const kind = material && keyKinds.find((known) => isOfKind(material, known));
  if (kind === undefined || material === undefined) return undefined;
  const key = { name, kind, publicKey: material.subarray(kinds[kind].length) };
  return keyIdOf(key, sha256) === keyId ? key : undefined;
}

function isOfKind(material: Uint8Array, kind: KeyKind): boolean {
  const prefix: readonly number[] = kinds[kind];
  return (
    material.length === prefix.length + publicKeyBytes[kind] &&
    prefix.every((byte, at) => material[at] === byte)
  );
}

/** Lines that a note can hold: no control characters, which could pass for the end of the text. */
const isPrintable = (text: string): boolean => /^[^\p{Cc}]+$/u.test(text) && text.isWellFormed();

const isKeyName = (name: string): boolean => isPrintable(name) && !/[\s+]/u.test(name);

/** The form in which a note travels. Throws a RangeError on a text or a name that could not be read again. */
export function noteText({ text, signatures }: SignedNote): string {
  if (!isNoteText(text)) throw new RangeError("Not the text of a note");
  return `${text}\n${signatures.map(signatureLine).join("")}`;
}

export function signatureLine({ name, keyId, signature }: NoteSignature): string {
  if (!isKeyName(name)) throw new RangeError(`Not the name of a key: ${name}`);
  return `— ${name} ${base64.encode(Uint8Array.from([...hex.decode(keyId), ...signature]))}\n`;
}

const mostSignatures = 64;
const mostCharacters = 100_000;

/** Reads a note. Undefined for whatever is none. Says nothing about whether a signature holds: see `signersOf`. */
export function readNote(note: string): SignedNote | undefined {
  const end = note.lastIndexOf("\n\n");
  if (end < 0 || note.length > mostCharacters) return undefined;
  const text = note.slice(0, end + 1);
  const signatures = readSignatureLines(note.slice(end + 2));
  return isNoteText(text) && signatures !== undefined && signatures.length > 0
    ? { text, signatures }
    : undefined;
}

/** Reads one or more signature lines, as a witness answers them. Undefined when one of them is none. */
export function readSignatureLines(lines: string): readonly NoteSignature[] | undefined {
  if (!lines.endsWith("\n")) return undefined;
  const read = lines
    .slice(0, -1)
    .split("\n", mostSignatures + 1)
    .map(readSignature);
  const whole = read.filter((signature) => signature !== undefined);
  return whole.length === read.length && read.length <= mostSignatures ? whole : undefined;
}

function readSignature(line: string): NoteSignature | undefined {
  const [, name = "", encoded = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = bytesOf(encoded);
  if (!isKeyName(name) || bytes === undefined || bytes.length <= 4) return undefined;
  return { name, keyId: hex.encode(bytes.subarray(0, 4)), signature: bytes.subarray(4) };
}

const isNoteText = (text: string): boolean =>
  text.endsWith("\n") &&
  text
    .slice(0, -1)
    .split("\n")
    .every((line) => line === "" || isPrintable(line));

function bytesOf(encoded: string): Uint8Array | undefined {
  try {
    return base64.decode(encoded);
  } catch {
    return undefined;
  }
}

/** A key that signed a note, with the time that it vouches for where it signed as a witness, in seconds since 1970. */
export interface Signer {
  readonly key: VerifierKey;
  readonly seconds?: number;
}

/**
 * Which of the known keys signed a note. Signatures of unknown keys say nothing and are passed over; `broken` are known keys under
 * whose name stands a signature that does not hold.
 */
export function signersOf(
  note: SignedNote,
  known: readonly VerifierKey[],
  checks: { readonly sha256: Sha256; readonly checkSignature: CheckSignature },
): { readonly signers: readonly Signer[]; readonly broken: readonly VerifierKey[] } {
  const found = note.signatures.flatMap(({ name, keyId, signature }) =>
    known
      .filter((key) => key.name === name && keyIdOf(key, checks.sha256) === keyId)
      .map((key) => ({ key, ...heldBy(key, note.text, signature, checks.checkSignature) })),
  );
  return {
    signers: found
      .filter(({ holds }) => holds)
      .map(({ key, seconds }) => (seconds === undefined ? { key } : { key, seconds })),
    broken: found.filter(({ holds }) => !holds).map(({ key }) => key),
  };
}

function heldBy(
  key: VerifierKey,
  text: string,
  signature: Uint8Array,
  check: CheckSignature,
): { readonly holds: boolean; readonly seconds?: number } {
  if (!isCosignature(key.kind)) return { holds: check(key, utf8.decode(text), signature) };
  if (signature.length <= timeBytes) return { holds: false };
  const seconds = signature.subarray(0, timeBytes).reduce((number, byte) => number * 256 + byte, 0);
  const message = cosignedMessage(text, seconds);
  return { holds: check(key, message, signature.subarray(timeBytes)), seconds };
}

export const isCosignature = (kind: KeyKind): boolean => kind.endsWith("-cosignature");

const timeBytes = 8;

/** What a witness signs: that it saw this checkpoint at this time, in whole seconds since 1970. */
export const cosignedMessage = (text: string, seconds: number): Uint8Array =>
  utf8.decode(`cosignature/v1\ntime ${seconds}\n${text}`);

/** The signature of a witness as its line holds it: the time, big-endian in 8 bytes, and the signature over `cosignedMessage`. */
export function timedSignature(seconds: number, signature: Uint8Array): Uint8Array {
  const time = Array.from(
    { length: timeBytes },
    (_, at) => Math.floor(seconds / 256 ** (timeBytes - 1 - at)) % 256,
  );
  return Uint8Array.from([...time, ...signature]);
}

/** The bytes of a text, as they are signed. */
export const bytesOfText = (text: string): Uint8Array => utf8.decode(text);
