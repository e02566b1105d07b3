import { createHmac, hkdfSync, randomBytes } from "node:crypto";
import { dayInShanghai, monthOf } from "../../core/calendar/day.ts";
import type { Json } from "../../core/ledger/canonical.ts";
import type { SealedValue } from "../../core/ledger/line.ts";
import { type EncryptedValue, isEncrypted } from "../../core/register/personal.ts";
import { addDataKey, newestDataKey, readDataKeys, type WrappedKey } from "../store/data-keys.ts";
import type { Queryable } from "../store/database.ts";
import type { HashAlgorithm } from "../store/digests.ts";
import { newId } from "../store/ids.ts";
import { cipherOf, ciphers, keyBytes } from "./cipher.ts";
import { type MasterKey, readMasterKeys } from "./master-keys.ts";

/** A key is gone that is needed to read what was encrypted: the master key lies in no file of the folder, or in another one. */
export class KeyMissing extends Error {
  constructor(what: string) {
    super(`No master key opens ${what}`);
    this.name = "KeyMissing";
  }
}

/** Encrypts values, under one data key, each with the mask that stands for it. */
export type Encrypting = (sealed: SealedValue, mask: string) => SealedValue;

/** A sealed value as it was before it was encrypted; any other as it is. Undefined where it cannot be opened where it stands. */
export type Opening = (sealed: SealedValue) => SealedValue | undefined;

/**
 * The envelopes of personal values: each is encrypted under a data key of its month, the data keys lie in the database wrapped by a
 * master key, and the master key lies in a file beside it. Reads the files anew whenever it meets a master key that it does not know:
 * `zhiben keys rotate` exchanges them while the product runs.
 */
export interface Vault {
  /** Prepares to encrypt what is entered now, drawing the month's data key where there is none; in the transaction that writes. */
  encrypting(tx: Queryable, now: string): Promise<Encrypting>;
  /** Prepares to open whatever the database holds. */
  opening(db: Queryable): Promise<Opening>;
  /** A keyed hash, of what must be known again and must not be found by trying. */
  recognise(text: string): string;
}

interface VaultOptions {
  readonly keysFolder: string;
  readonly algorithm: HashAlgorithm;
}

/** Opens the vault on the master keys in a folder; without any it opens and encrypts nothing. */
export async function openVault({ keysFolder, algorithm }: VaultOptions): Promise<Vault> {
  let masters = await readMasterKeys(keysFolder);
  const opened = new Map<string, Buffer>();
  const dataKey = async (key: WrappedKey): Promise<Buffer | undefined> => {
    const known = opened.get(key.id);
    if (known !== undefined) return known;
    if (!masters.some(({ id }) => id === key.master)) masters = await readMasterKeys(keysFolder);
    const bytes = unwrap(masters, key);
    if (bytes !== undefined) opened.set(key.id, bytes);
    return bytes;
  };
  const first = masters.at(-1);
  // Drawn from the oldest, which stays the same over the life of a process; what it recognises is forgotten within days.
  const recognising = Buffer.from(hkdfSync("sha256", first?.bytes ?? "", "", "zhiben/recognise", 32));
  return {
    async encrypting(tx, now) {
      const month = monthOf(dayInShanghai(now));
      const present = await newestDataKey(tx, month);
      const bytes = present && (await dataKey(present));
      if (present !== undefined && bytes !== undefined) return encryptingBy(present.id, bytes, algorithm);
      // None yet this month; or one that a restore brought without the file that opens it.
      masters = await readMasterKeys(keysFolder);
      const drawn = drawDataKey(masters, month, new Date(now));
      await addDataKey(tx, drawn.key);
      opened.set(drawn.key.id, drawn.bytes);
      return encryptingBy(drawn.key.id, drawn.bytes, algorithm);
    },
    async opening(db) {
      const keys = new Map<string, Buffer>();
      for (const key of await readDataKeys(db)) {
        const bytes = await dataKey(key);
        if (bytes !== undefined) keys.set(key.id, bytes);
      }
      return openingBy(keys, algorithm);
    },
    recognise: (text) => createHmac("sha256", recognising).update(text).digest("hex"),
  };
}

/** A new data key for a month, wrapped by the newest master key. */
export function drawDataKey(
  masters: readonly MasterKey[],
  month: string,
  at: Date,
): { readonly key: WrappedKey; readonly bytes: Buffer } {
  const [master] = masters;
  if (master === undefined) throw new KeyMissing("a new data key");
  const bytes = randomBytes(keyBytes);
  const id = newId(at.getTime());
  return { key: { id, month, at, ...wrap(master, id, bytes) }, bytes };
}

/** A data key as the database may hold it. Bound to its id: one cannot stand in for another. */
export function wrap(master: MasterKey, id: string, bytes: Buffer): Pick<WrappedKey, "master" | "wrapped"> {
  const wrapped = ciphers[master.cipher].encrypt(master.bytes, bytes, `data-key ${id}`);
  return { master: master.id, wrapped: wrapped.toString("base64") };
}

/** The data key itself; undefined where none of the master keys opens it. */
export function unwrap(
  masters: readonly MasterKey[],
  { id, master, wrapped }: WrappedKey,
): Buffer | undefined {
  const wrapping = masters.find((one) => one.id === master);
  return (
    wrapping &&
    ciphers[wrapping.cipher].decrypt(wrapping.bytes, Buffer.from(wrapped, "base64"), `data-key ${id}`)
  );
}

const placeOf = (
  { entry, version, field }: SealedValue,
  { mask, key }: Pick<EncryptedValue, "mask" | "key">,
) => JSON.stringify([entry, version, field, mask, key]);

/** The value with its salt goes into the envelope: the commitment in the ledger and the salt beside it would give a phone number away. */
export function encryptingBy(key: string, bytes: Buffer, algorithm: HashAlgorithm): Encrypting {
  return (sealed, mask) => {
    const plain = Buffer.from(JSON.stringify([sealed.salt, sealed.value]), "utf8");
    const text = ciphers[cipherOf(algorithm)].encrypt(bytes, plain, placeOf(sealed, { mask, key }));
    return { ...sealed, salt: "", value: { mask, key, text: text.toString("base64") } };
  };
}

export function openingBy(keys: ReadonlyMap<string, Buffer>, algorithm: HashAlgorithm): Opening {
  return (sealed) => {
    const { value } = sealed;
    if (!isEncrypted(value)) return sealed;
    const key = keys.get(value.key);
    const about = placeOf(sealed, value);
    const plain = key && ciphers[cipherOf(algorithm)].decrypt(key, Buffer.from(value.text, "base64"), about);
    if (plain === undefined) return undefined;
    const [salt, opened]: Json[] = JSON.parse(plain.toString("utf8"));
    return { ...sealed, salt: String(salt), value: opened ?? null };
  };
}
