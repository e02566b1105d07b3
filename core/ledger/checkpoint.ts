import { base64 } from "@scure/base";

/** The head of the tree over the first `size` lines of an installation's whole ledger. */
export interface Checkpoint {
  /** Names the log; an installation signs under the same name. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
}

/**
 * The text of a checkpoint, to be signed as a note (C2SP tlog-checkpoint): origin, size and root, a line each. Throws a RangeError
 * on an origin that would not stay one line.
 */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  const text = `${origin}\n${size}\n${base64.encode(root)}\n`;
  if (readCheckpoint(text) === undefined) throw new RangeError("Not a checkpoint");
  return text;
}

/** Reads the text of a checkpoint; extension lines behind the three are allowed and passed over. Undefined for whatever is none. */
export function readCheckpoint(text: string): Checkpoint | undefined {
  const [origin = "", written = "", encoded = "", ...extensions] = text.split("\n");
  const size = /^(0|[1-9]\d{0,15})$/.test(written) ? Number(written) : Number.NaN;
  const root = rootOf(encoded);
  const ends = extensions.pop() === "" && extensions.every((line) => line !== "");
  if (origin === "" || !Number.isSafeInteger(size) || root === undefined || !ends) return undefined;
  return { origin, size, root };
}

const rootBytes = 32;

function rootOf(encoded: string): Uint8Array | undefined {
  try {
    const root = base64.decode(encoded);
    return root.length === rootBytes ? root : undefined;
  } catch {
    return undefined;
  }
}
