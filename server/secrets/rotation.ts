import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { dayInShanghai, monthOf } from "../../core/calendar/day.ts";
import type { SealedValue } from "../../core/ledger/line.ts";
import { isEncrypted } from "../../core/register/personal.ts";
import { addDataKey, readDataKeys, rewrapDataKey, type WrappedKey } from "../store/data-keys.ts";
import { inTransaction, type Pool } from "../store/database.ts";
import type { HashAlgorithm } from "../store/digests.ts";
import { writeWhole } from "../store/embedded/record.ts";
import {
  countByKey,
  exchangeEnvelopes,
  type PlaceOfValue,
  valuesNotUnder,
} from "../store/personal-values.ts";
import { countSecretsByKey, exchangeSecret, secretsNotUnder } from "../store/second-factors.ts";
import { cipherOf } from "./cipher.ts";
import { drawMasterKey, type MasterKey, readMasterKeys, removeMasterKey } from "./master-keys.ts";
import { sealedSecret } from "./second-factor.ts";
import {
  drawDataKey,
  type Encrypting,
  encryptingBy,
  type Opening,
  openingBy,
  unwrap,
  wrap,
} from "./vault.ts";

/** Where keys are exchanged: a database with the owner's rights, and the folder of keys beside it. */
export interface KeyPlace {
  readonly owner: Pool;
  readonly keysFolder: string;
  readonly algorithm: HashAlgorithm;
}

/** How it stands with the keys. */
export interface KeyState {
  /** The newest first. */
  readonly masters: readonly MasterKey[];
  readonly dataKeys: readonly (WrappedKey & { readonly values: number; readonly readable: boolean })[];
}

export async function readKeyState({ owner, keysFolder }: Omit<KeyPlace, "algorithm">): Promise<KeyState> {
  const masters = await readMasterKeys(keysFolder);
  const [counts, secrets] = [await countByKey(owner), await countSecretsByKey(owner)];
  const dataKeys = (await readDataKeys(owner)).map((key) => ({
    ...key,
    values: (counts.get(key.id) ?? 0) + (secrets.get(key.id) ?? 0),
    readable: unwrap(masters, key) !== undefined,
  }));
  return { masters, dataKeys };
}

/** What was exchanged, and how much no master key opens, which was left as it is. */
export interface Exchanged {
  readonly done: number;
  readonly unreadable: number;
}

/**
 * Draws a master key and puts every data key under it, while the product runs. Killed, it is taken up again: as long as a data key is
 * under an older one that is at hand, no other is drawn.
 */
export async function rotateMasterKey({ owner, keysFolder, algorithm }: KeyPlace): Promise<Exchanged> {
  const before = await readMasterKeys(keysFolder);
  const keys = await readDataKeys(owner);
  // In the wrong folder, or with the file of a key lost, a new key would only make it worse.
  if (keys.length > 0 && keys.every((key) => unwrap(before, key) === undefined))
    return { done: 0, unreadable: keys.length };
  const isUnfinished =
    before.length > 1 && keys.some((key) => key.master !== before[0]?.id && unwrap(before, key));
  const master = isUnfinished ? before[0] : await drawMasterKey(keysFolder, cipherOf(algorithm));
  if (master === undefined) throw new Error("No master key was drawn");
  // Read anew: who draws a data key after this finds the new master key first.
  let [done, unreadable] = [0, 0];
  for (const key of await readDataKeys(owner)) {
    if (key.master === master.id) continue;
    const bytes = unwrap(before, key);
    if (bytes === undefined) unreadable += 1;
    else {
      await rewrapDataKey(owner, key, { ...key, ...wrap(master, key.id, bytes) });
      done += 1;
    }
  }
  return { done, unreadable };
}

const valuesAtOnce = 500;

/**
 * Encrypts every value anew under a data key that is drawn for it, a few at a time, while the product runs. Killed, it goes on where it
 * was: which data key it is about stands in a file of the folder of keys until it is done.
 */
export async function rotateDataKeys(
  place: KeyPlace,
  now: Date,
  onProgress: (done: number, total: number) => void,
): Promise<Exchanged> {
  const { owner, keysFolder, algorithm } = place;
  const masters = await readMasterKeys(keysFolder);
  const target = await targetOf(place, masters, now);
  const bytes = unwrap(masters, target);
  if (bytes === undefined) throw new Error("The data key that was just drawn does not open");
  const keys = new Map(
    (await readDataKeys(owner)).flatMap((key) => {
      const opened = unwrap(masters, key);
      return opened === undefined ? [] : [[key.id, opened] as const];
    }),
  );
  const [open, encrypt] = [openingBy(keys, algorithm), encryptingBy(target.id, bytes, algorithm)];
  const total = [...(await countByKey(owner))].reduce(
    (sum, [id, count]) => sum + (id === target.id ? 0 : count),
    0,
  );
  let [done, unreadable] = [0, 0];
  for (let after: PlaceOfValue | undefined; ; ) {
    const batch = await inTransaction(owner, undefined, async (tx) => {
      const values = await valuesNotUnder(tx, target.id, after, valuesAtOnce);
      const exchanged = values.flatMap((value): SealedValue[] => {
        const opened = open(value);
        return opened !== undefined && isEncrypted(value.value) ? [encrypt(opened, value.value.mask)] : [];
      });
      await exchangeEnvelopes(tx, exchanged);
      return { values, exchanged: exchanged.length };
    });
    done += batch.exchanged;
    unreadable += batch.values.length - batch.exchanged;
    onProgress(done, total);
    after = batch.values.at(-1);
    if (after === undefined) break;
  }
  const secrets = await rotateSecrets(owner, target.id, open, encrypt);
  await rm(markIn(keysFolder), { force: true });
  return { done: done + secrets.done, unreadable: unreadable + secrets.unreadable };
}

/** The secrets of second factors in one go: they are as many as people. */
const rotateSecrets = (owner: Pool, key: string, open: Opening, encrypt: Encrypting): Promise<Exchanged> =>
  inTransaction(owner, undefined, async (tx) => {
    let [done, unreadable] = [0, 0];
    for (const { person, secret } of await secretsNotUnder(tx, key)) {
      const opened = open(sealedSecret(person, secret));
      if (opened === undefined) unreadable += 1;
      else {
        await exchangeSecret(tx, person, encrypt(opened, "").value);
        done += 1;
      }
    }
    return { done, unreadable };
  });

const markIn = (keysFolder: string): string => join(keysFolder, "rotating");

/** The data key that a rotation which was killed had drawn; else another one. */
async function targetOf(
  { owner, keysFolder }: KeyPlace,
  masters: readonly MasterKey[],
  now: Date,
): Promise<WrappedKey> {
  const marked = (await readFile(markIn(keysFolder), "utf8").catch(() => "")).trim();
  const begun = (await readDataKeys(owner)).find(({ id }) => id === marked);
  if (begun !== undefined && unwrap(masters, begun) !== undefined) return begun;
  const { key } = drawDataKey(masters, monthOf(dayInShanghai(now.toISOString())), now);
  await addDataKey(owner, key);
  await writeWhole(markIn(keysFolder), `${key.id}\n`);
  return key;
}

/** Removes the master keys under which no data key is any more; backups from before the rotation need them. Returns which files went. */
export async function forgetMasterKeys({
  owner,
  keysFolder,
}: Omit<KeyPlace, "algorithm">): Promise<readonly string[]> {
  const [, ...older] = await readMasterKeys(keysFolder);
  const used = new Set((await readDataKeys(owner)).map(({ master }) => master));
  const unused = older.filter(({ id }) => !used.has(id));
  for (const master of unused) await removeMasterKey(master);
  return unused.map(({ file }) => file);
}
