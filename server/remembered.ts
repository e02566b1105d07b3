import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { readCheckpoint } from "../core/ledger/checkpoint.ts";
import { readNote, readVerifierKey, type VerifierKey, verifierKeyText } from "../core/ledger/note.ts";
import { openSigner, sha256, signatureKind } from "./signing.ts";
import { writeWhole } from "./store/embedded/record.ts";
import type { Installation } from "./store/found.ts";
import type { OutsideNote } from "./store/verify/verifying.ts";

/**
 * The last checkpoint that this installation signed, kept outside the database, beside the key: whoever exchanges the database, for one
 * that was rewritten or for an older one, is told by it.
 */
export interface RememberedCheckpoint {
  /** The signed note; undefined where nothing was signed yet. */
  read(): Promise<string | undefined>;
  /** Keeps a note, once its transaction has been committed. One that covers less than the one that is kept is passed over. */
  keep(note: string): Promise<void>;
  /** Puts another note in its place, or none: for a deliberate restore of an older backup alone, which the ledger tells of. */
  replace(note: string | undefined): Promise<void>;
}

export function rememberedIn(keysFolder: string): RememberedCheckpoint {
  const file = join(keysFolder, "last-checkpoint");
  let writing: Promise<unknown> = Promise.resolve();
  // One after the other: two requests may sign at once, and the later checkpoint must stay.
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = writing.then(work);
    writing = done.catch(() => undefined);
    return done;
  };
  const read = async () => (await textIn(file)) || undefined;
  return {
    read,
    keep: (note) =>
      inTurn(async () => {
        if (sizeOf(note) > sizeOf(await read())) await writeWhole(file, note);
      }),
    replace: (note) => inTurn(() => writeWhole(file, note ?? "")),
  };
}

function sizeOf(note: string | undefined): number {
  const text = note === undefined ? undefined : readNote(note)?.text;
  return (text === undefined ? undefined : readCheckpoint(text)?.size) ?? -1;
}

/**
 * After a deliberate restore: the archive's public keys are vouched for from now on, and its last checkpoint is the one that is
 * remembered, however much more had been signed elsewhere. Whoever restores answers for where the archive comes from, is told the keys,
 * and compares them with those that were published; the restore itself stands in the ledger.
 */
export async function trustRestored(
  keysFolder: string,
  keys: readonly VerifierKey[],
  note: string | undefined,
): Promise<void> {
  const lines = [...(await knownKeysIn(keysFolder)), ...keys].map((key) => verifierKeyText(key, sha256));
  await writeWhole(join(keysFolder, knownKeysFile), `${[...new Set(lines)].join("\n")}\n`);
  await rememberedIn(keysFolder).replace(note);
}

const knownKeysFile = "known-keys";

/**
 * Keys that the operator vouches for beside the installation's own, a line each in the file `known-keys`: those of its other servers,
 * and those that it signed with before.
 */
async function knownKeysIn(keysFolder: string): Promise<readonly VerifierKey[]> {
  const lines = ((await textIn(join(keysFolder, knownKeysFile))) ?? "").split("\n");
  return lines.flatMap((line) => readVerifierKey(line, sha256) ?? []);
}

/** What the data folder knows of the ledger: the own key, those that the operator vouches for, and the last signed checkpoint. */
export async function knownOutside(
  keysFolder: string,
  { id, algorithm }: Pick<Installation, "id" | "algorithm">,
): Promise<{
  readonly own: VerifierKey | undefined;
  readonly keys: readonly VerifierKey[];
  readonly outside: readonly OutsideNote[];
}> {
  const remembered = await rememberedIn(keysFolder).read();
  const outside = remembered === undefined ? [] : [{ from: "last-checkpoint", note: remembered }];
  const file = join(keysFolder, "checkpoint-key");
  // Where the key lies on another machine, nothing is known of it here; none is drawn by a command that only looks.
  const vouched = await knownKeysIn(keysFolder);
  if (!existsSync(file)) return { own: undefined, keys: vouched, outside };
  const { key } = await openSigner(file, `zhiben/${id}`, signatureKind(algorithm));
  return { own: key, keys: [key, ...vouched], outside };
}

async function textIn(file: string): Promise<string | undefined> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}
