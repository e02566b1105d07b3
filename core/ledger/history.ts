import { canonical, isJsonObject, type Json } from "./canonical.ts";
import {
  type ChainFault,
  type Digest,
  genesis,
  type LineBody,
  opens,
  readHeldLine,
  type SealedValue,
  sealedAmong,
} from "./line.ts";

/** A line as the store holds it. */
export interface HeldLine {
  readonly text: string;
  readonly hash: string;
  /** The columns beside the text, as `columnsText` writes them. */
  readonly columns: string;
}

export type HistoryFault = {
  readonly version: number;
  readonly fault: ChainFault["fault"] | "value-missing" | "value-unreadable";
  /** The field, where a value is at fault. */
  readonly what?: string;
};

export interface History {
  /** Empty where the chain is broken: what stands after the break proves nothing. */
  readonly bodies: readonly LineBody[];
  readonly faults: readonly HistoryFault[];
}

/** The columns that repeat what a line's text says, as one text, so that they are compared at once; `at` to the microsecond. */
export function columnsText(body: LineBody, prev: string): string {
  const { entry, version, register, act, actor, day } = body;
  return [entry, version, register, act, actor, microseconds(body.at), day, prev].join("\n");
}

function microseconds(at: string): string {
  const millis = at.length === 24 ? at : new Date(at).toISOString();
  return `${millis.slice(0, 23)}000`;
}

/**
 * Holds all that is stored of one entry's lines together, reading each text once: the chain as `verifyChain` does, the columns as
 * `verifyColumns`, and the sealed values as `verifyValues`, but here a value that is gone is a fault, unless `mayBeGone` says that a
 * recorded act erased it. Lines and values in the order of their versions.
 */
export function verifyHistory(
  lines: readonly HeldLine[],
  values: readonly SealedValue[],
  mayBeGone: (bodies: readonly LineBody[], version: number, field: string) => boolean,
  digest: Digest,
  open: OpenSealed = asItIs,
): History {
  const bodies: LineBody[] = [];
  const faults: HistoryFault[] = [];
  let prev = genesis;
  for (const [at, line] of lines.entries()) {
    const version = at + 1;
    const read = digest(line.text) === line.hash ? readHeldLine(line.text) : undefined;
    if (read === undefined) {
      const fault = digest(line.text) === line.hash ? "text-malformed" : "hash-differs";
      return { bodies: [], faults: [...faults, { version, fault }] };
    }
    const fault = linkFault(read, { version, prev, entry: bodies[0]?.entry });
    if (fault !== undefined) return { bodies: [], faults: [...faults, { version, fault }] };
    if (columnsText(read.body, read.prev) !== line.columns) faults.push({ version, fault: "columns-differ" });
    bodies.push(read.body);
    prev = line.hash;
  }
  return { bodies, faults: [...faults, ...valueFaults(bodies, values, mayBeGone, digest, open)] };
}

function linkFault(
  { body, prev, isCanonical }: NonNullable<ReturnType<typeof readHeldLine>>,
  expected: { readonly version: number; readonly prev: string; readonly entry: string | undefined },
): ChainFault["fault"] | undefined {
  if (!isCanonical) return "text-not-canonical";
  if (expected.entry !== undefined && body.entry !== expected.entry) return "other-entry";
  if (body.version !== expected.version) return "version-gap";
  return prev === expected.prev ? undefined : "previous-hash-differs";
}

/**
 * How an encrypted value is read to be held against its commitment: undefined where it should open and does not; `unread` where
 * nobody has the key at hand, and the commitment is left aside.
 */
export type OpenSealed = (value: SealedValue) => SealedValue | "unread" | undefined;

const asItIs: OpenSealed = (value) => value;

/** The sealed values of lines that are known to hold, each against its commitment; one that is gone unless `mayBeGone` is a fault. */
export function valueFaults(
  bodies: readonly LineBody[],
  values: readonly SealedValue[],
  mayBeGone: (bodies: readonly LineBody[], version: number, field: string) => boolean,
  digest: Digest,
  open: OpenSealed = asItIs,
): readonly HistoryFault[] {
  const sealedIn = sealedAmong(values);
  const committed = new Set<SealedValue>();
  const faults: HistoryFault[] = [];
  for (const body of bodies) {
    const { version } = body;
    for (const [field, commitment] of commitmentsOf(body)) {
      const value = sealedIn(version, field);
      if (value === undefined) {
        if (!mayBeGone(bodies, version, field)) faults.push({ version, fault: "value-missing", what: field });
        continue;
      }
      committed.add(value);
      const opened = open(value);
      if (opened === undefined) faults.push({ version, fault: "value-unreadable", what: field });
      else if (opened !== "unread" && !opens(commitment, opened.value, opened.salt, digest))
        faults.push({ version, fault: "commitment-differs", what: field });
    }
  }
  if (committed.size === values.length) return faults;
  const strangers = values.filter((value) => !committed.has(value));
  return [
    ...faults,
    ...strangers.map(
      ({ version, field }): HistoryFault => ({ version, fault: "value-without-commitment", what: field }),
    ),
  ];
}

/** Field by field what a line only commits to; its reason under the name `reason`. No value of a field is an object. */
function commitmentsOf({ changes, reason }: LineBody): readonly (readonly [string, string])[] {
  const sealed: [string, string][] = [];
  for (const [field, value] of Object.entries(changes))
    if (isJsonObject(value)) sealed.push([field, commitmentIn(value)]);
  if (reason !== undefined) sealed.push(["reason", reason.commitment]);
  return sealed;
}

const commitmentIn = (value: { readonly [name: string]: Json }): string =>
  typeof value.commitment === "string" ? value.commitment : canonical(value);
