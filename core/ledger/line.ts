import { type Day, isDay } from "../calendar/day.ts";
import { canonical, isCanonical, isJsonObject, type Json, type JsonObject } from "./canonical.ts";

/** Lower-case hex of SM3 or SHA-256, as the installation is configured, over the UTF-8 bytes of a text. */
export type Digest = (text: string) => string;

/** Stands in a line for a personal or free-text value, which is kept beside the ledger and may be erased. */
export interface Commitment {
  readonly commitment: string;
}

/** What one act left behind: everything that a fold needs. */
export interface LineBody {
  readonly entry: string;
  /** 1 for the opening act, then one more with each act. */
  readonly version: number;
  readonly register: string;
  readonly act: string;
  /** The state after the act. */
  readonly state: string;
  readonly actor: string;
  /** The post in which the actor acted. */
  readonly role: string;
  readonly organisation: string;
  /** The server's clock, UTC, ISO 8601. */
  readonly at: string;
  /** The legal day on which the act takes effect. */
  readonly day: Day;
  /** Where an effective day comes from that is not the day of `at`: work done offline, or an imported file. */
  readonly daySource?: string;
  /** Field name → its value after the act, `null` where it was cleared; a commitment where the field is sealed. */
  readonly changes: Readonly<Record<string, Json>>;
  readonly reason?: Commitment;
}

export interface Line {
  readonly body: LineBody;
  /** The canonical text that is stored and hashed. */
  readonly text: string;
  /** Hash of the entry's line before; `genesis` for its first. */
  readonly prev: string;
  readonly hash: string;
}

/** A value that a line only commits to. The reason of an act has the field name `reason`, which no field may have. */
export interface SealedValue {
  readonly entry: string;
  readonly version: number;
  readonly field: string;
  readonly salt: string;
  readonly value: Json;
}

/** What stands before the first line of an entry. */
export const genesis = "0".repeat(64);

/** Finds the sealed value of a field in a version; each is looked for among the few of its version. */
export function sealedAmong(
  values: readonly SealedValue[],
): (version: number, field: string) => SealedValue | undefined {
  const byVersion = Map.groupBy(values, ({ version }) => version);
  return (version, field) => byVersion.get(version)?.find((value) => value.field === field);
}

/** A text is not that of a ledger line: no JSON, or a member that is unknown, missing or not of its kind. */
export class MalformedLine extends Error {
  constructor(what: string) {
    super(`Not a ledger line: ${what}`);
    this.name = "MalformedLine";
  }
}

/**
 * The commitment to a value. The salt must be drawn anew for each value and be too long to guess, or short values could be
 * found by trying. The hashed text is a list and that of a line an object, so a commitment can never pass for a line's hash.
 */
export const seal = (value: Json, salt: string, digest: Digest): string =>
  digest(
    // What most values are: the engine writes two texts at once as the canonical form has them, unless a surrogate is alone.
    typeof value === "string" && value.isWellFormed() && salt.isWellFormed()
      ? JSON.stringify([salt, value])
      : canonical([salt, value]),
  );

/** Whether the commitment was made to this value with this salt. */
export const opens = (commitment: string, value: Json, salt: string, digest: Digest): boolean =>
  seal(value, salt, digest) === commitment;

/**
 * The canonical text of a line, with the hash of the line before. Throws a MalformedLine on what `readLine` would not read
 * again, so that no such line is ever written.
 */
export function lineText({ daySource, reason, ...always }: LineBody, prev: string): string {
  const members: JsonObject = {
    ...always,
    prev,
    ...(daySource === undefined ? {} : { daySource }),
    ...(reason === undefined ? {} : { reason: { ...reason } }),
  };
  bodyOf(members);
  return canonical(members);
}

export function chainLine(body: LineBody, prev: string, digest: Digest): Line {
  const text = lineText(body, prev);
  return { body, text, prev, hash: digest(text) };
}

/** Reads the stored text of a line. Strict: throws a MalformedLine on a member that is unknown, missing or not of its kind. */
export function readLine(text: string): { body: LineBody; prev: string } {
  const members = parsed(text);
  if (!isJsonObject(members)) throw new MalformedLine("no JSON object");
  return { body: bodyOf(members), prev: hashOf(members, "prev") };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    throw new MalformedLine("no JSON");
  }
}

function bodyOf(members: JsonObject): LineBody {
  for (const name of Object.keys(members))
    if (!memberNames.has(name)) throw new MalformedLine(`unknown member ${name}`);
  hashOf(members, "prev");
  const { version, changes, daySource, reason } = members;
  if (typeof version !== "number" || !Number.isSafeInteger(version) || version < 1)
    throw new MalformedLine("version");
  if (!isJsonObject(changes)) throw new MalformedLine("changes");
  return {
    entry: textOf(members, "entry"),
    version,
    register: textOf(members, "register"),
    act: textOf(members, "act"),
    state: textOf(members, "state"),
    actor: textOf(members, "actor"),
    role: textOf(members, "role"),
    organisation: textOf(members, "organisation"),
    at: textOf(members, "at", (text) => utc.test(text) && Number.isFinite(Date.parse(text))),
    day: textOf(members, "day", isDay),
    ...(daySource === undefined ? {} : { daySource: textOf(members, "daySource") }),
    changes,
    ...(reason === undefined ? {} : { reason: commitmentOf(reason) }),
  };
}

const memberNames: ReadonlySet<string> = new Set<keyof LineBody | "prev">([
  "entry",
  "version",
  "register",
  "act",
  "state",
  "actor",
  "role",
  "organisation",
  "at",
  "day",
  "daySource",
  "changes",
  "reason",
  "prev",
]);

const utc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const hex = /^[0-9a-f]{64}$/;

function textOf(members: JsonObject, name: string, passes = (text: string) => text !== ""): string {
  const value = members[name];
  if (typeof value !== "string" || !passes(value)) throw new MalformedLine(name);
  return value;
}

const hashOf = (members: JsonObject, name: string): string => textOf(members, name, (text) => hex.test(text));

function commitmentOf(value: Json | undefined): Commitment {
  if (!isJsonObject(value) || Object.keys(value).join() !== "commitment")
    throw new MalformedLine("a commitment");
  return { commitment: hashOf(value, "commitment") };
}

/** As `readOrUndefined`, and whether the text is the canonical one of what it says. */
export function readHeldLine(
  text: string,
): { readonly body: LineBody; readonly prev: string; readonly isCanonical: boolean } | undefined {
  try {
    const members = parsed(text);
    if (!isJsonObject(members)) return undefined;
    return { body: bodyOf(members), prev: hashOf(members, "prev"), isCanonical: isCanonical(text, members) };
  } catch (error) {
    if (error instanceof MalformedLine) return undefined;
    throw error;
  }
}

/** What is wrong with a chain, at the version that should stand there. */
export type ChainFault = {
  readonly version: number;
  readonly fault:
    | "hash-differs"
    | "text-not-canonical"
    | "text-malformed"
    | "other-entry"
    | "version-gap"
    | "previous-hash-differs"
    | "columns-differ"
    | "value-without-commitment"
    | "commitment-differs";
};

/**
 * The first fault in the lines of one entry, in the order of their versions; it hashes the texts as they are stored. Finds any
 * line that was changed, removed, moved, put in between or brought from another entry. Lines cut off at the end, or a whole
 * chain written anew, leave a chain that is sound in itself: against these stand the signed checkpoints of the Merkle tree.
 * `after` is the line that the first one continues, where the lines before it have lawfully gone.
 */
export function verifyChain(
  lines: readonly { readonly text: string; readonly hash: string }[],
  digest: Digest,
  after: { readonly version: number; readonly hash: string } = { version: 0, hash: genesis },
): ChainFault | undefined {
  let prev = after.hash;
  let entry: string | undefined;
  for (const [at, { text, hash }] of lines.entries()) {
    const version = after.version + at + 1;
    if (digest(text) !== hash) return { version, fault: "hash-differs" };
    const read = readOrUndefined(text);
    if (read === undefined) return { version, fault: "text-malformed" };
    if (lineText(read.body, read.prev) !== text) return { version, fault: "text-not-canonical" };
    if (entry !== undefined && read.body.entry !== entry) return { version, fault: "other-entry" };
    if (read.body.version !== version) return { version, fault: "version-gap" };
    if (read.prev !== prev) return { version, fault: "previous-hash-differs" };
    entry = read.body.entry;
    prev = hash;
  }
  return undefined;
}

/** As `readLine`, but undefined for text that is no line: a ledger that was tampered with is still shown, with its fault. */
export function readOrUndefined(text: string): { body: LineBody; prev: string } | undefined {
  try {
    return readLine(text);
  } catch (error) {
    if (error instanceof MalformedLine) return undefined;
    throw error;
  }
}

/** Columns that repeat what the text says, so that lines can be searched by them; `at` as an ISO 8601 instant. */
export type LineColumns = Pick<
  LineBody,
  "entry" | "version" | "register" | "act" | "actor" | "at" | "day"
> & {
  readonly prev: string;
};

/** The first line whose columns do not say what its text says: only the text is hashed, but queries believe the columns. */
export function verifyColumns(
  lines: readonly { readonly text: string; readonly columns: LineColumns }[],
): ChainFault | undefined {
  for (const [at, { text, columns }] of lines.entries()) {
    const read = readOrUndefined(text);
    if (read === undefined) return { version: at + 1, fault: "text-malformed" };
    const { body, prev } = read;
    const same =
      columns.entry === body.entry &&
      columns.version === body.version &&
      columns.register === body.register &&
      columns.act === body.act &&
      columns.actor === body.actor &&
      columns.day === body.day &&
      columns.prev === prev &&
      Date.parse(columns.at) === Date.parse(body.at);
    if (!same) return { version: at + 1, fault: "columns-differ" };
  }
  return undefined;
}

/**
 * The first sealed value that is not what its line committed to. A commitment without its value is no fault: values are erased
 * by a recorded act, and the chain stays whole.
 */
export function verifyValues(
  lines: readonly { readonly text: string }[],
  values: readonly SealedValue[],
  digest: Digest,
): ChainFault | undefined {
  const bodies = new Map<number, LineBody>();
  for (const [at, { text }] of lines.entries()) {
    const read = readOrUndefined(text);
    if (read === undefined) return { version: at + 1, fault: "text-malformed" };
    bodies.set(read.body.version, read.body);
  }
  const ordered = [...values].sort((one, other) => one.version - other.version);
  for (const { entry, version, field, salt, value } of ordered) {
    const body = bodies.get(version);
    if (body !== undefined && body.entry !== entry) return { version, fault: "other-entry" };
    const commitment = body && committed(body, field);
    if (commitment === undefined) return { version, fault: "value-without-commitment" };
    if (!opens(commitment, value, salt, digest)) return { version, fault: "commitment-differs" };
  }
  return undefined;
}

function committed({ changes, reason }: LineBody, field: string): string | undefined {
  if (field === "reason") return reason?.commitment;
  const change = changes[field];
  const commitment = isJsonObject(change) ? change.commitment : undefined;
  return typeof commitment === "string" ? commitment : undefined;
}
