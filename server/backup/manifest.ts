import { z } from "zod";
import { hashAlgorithms } from "../store/digests.ts";
import { sealedKeysShape } from "./sealed-keys.ts";

/** Raised whenever a program that knows the former number could not restore the archive. */
export const formatVersion = 1;
export const format = "zhiben-backup";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const count = z.int().min(0);
const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** What any version of the format says of itself. */
export const formatShape = z.object({ format: z.literal(format), formatVersion: z.int() });

/** The first part of an archive: what it is of, and what must fit before a row is loaded. */
export const headerShape = z.strictObject({
  format: z.literal(format),
  formatVersion: z.literal(formatVersion),
  product: z.string(),
  takenAt: z.iso.datetime(),
  installation: z.strictObject({
    id: z.uuid(),
    epoch: z.uuid(),
    kind: z.enum(["demonstration", "real"]),
    pack: z.string(),
    hashAlgorithm: z.enum(hashAlgorithms),
  }),
  schema: z.strictObject({ version: count, hash }),
  /** In the order in which they follow, and can be loaded. */
  tables: z.array(
    z.strictObject({
      name,
      columns: z.array(name),
      partitioned: z.boolean(),
      partitions: z.array(z.strictObject({ name, bound: z.string() })),
    }),
  ),
  keys: sealedKeysShape.optional(),
});

/** The last part: what went before it, counted and hashed. */
export const manifestShape = z.strictObject({
  tables: z.array(z.strictObject({ name, rows: count, bytes: count, sha256: hash })),
  sequences: z.array(z.strictObject({ name, last: z.string().regex(/^-?\d{1,19}$/), called: z.boolean() })),
  attachments: z.strictObject({
    count,
    bytes: count,
    /** Over their hashes in order, each with a line feed; each is named by the SHA-256 of its bytes. */
    sha256: hash,
    /** Named by the database, and missing or damaged in the place that was backed up. */
    lost: z.array(hash),
  }),
  ledger: z.strictObject({ lastPosition: z.int().min(-1), lastHash: hash.nullable() }),
});

export type Header = z.output<typeof headerShape>;
export type Manifest = z.output<typeof manifestShape>;
export type TableSummary = Manifest["tables"][number];

/** Names of the parts. Nothing else may stand in an archive, and none of them is ever used as a path. */
export const headerName = "zhiben.json";
export const manifestName = "manifest.json";
export const tablePart = (table: string, number: number): string =>
  `tables/${table}/${String(number).padStart(8, "0")}`;
export const attachmentPart = (sha256: string): string => `files/${sha256}`;

/** Far above what header and manifest need, with every lost attachment named. */
export const descriptionBytes = 64 * 1024 * 1024;

/** Undefined for what is no JSON, which no shape takes. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
