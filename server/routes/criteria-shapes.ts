import { z } from "zod";
import { standardKinds, standardNatures } from "../../core/pack/pack.ts";
import { id, words } from "./shapes.ts";

/** Shapes of the criteria library, as the OpenAPI document names them. */

const sourced = { source: z.string(), toBeConfirmed: z.boolean() };
const kind = z.enum(standardKinds);

export const citedStandard = z.object({
  code: z.string(),
  kind,
  name: words,
  document: z.string().nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().optional(),
});

const item = z.object({
  id: z.string(),
  item: z.string(),
  article: z.string(),
  text: words,
  catchAll: z.boolean(),
  dividedFrom: z.string().nullable(),
  imported: z.boolean(),
  ...sourced,
});

export const foundItem = item.extend({ standard: citedStandard });

export const topic = z.object({
  standard: z.string(),
  topic: z.string(),
  heading: z.string(),
  text: words,
  officialItems: z.int().nullable(),
  ...sourced,
});

export const foundTopic = topic.extend({ id: z.string(), standard: citedStandard });

export const standard = z.object({
  code: z.string(),
  kind,
  name: words,
  document: z.string().nullable(),
  issuer: words.nullable(),
  nature: z.enum(standardNatures).nullable(),
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  replaces: z.string().nullable(),
  lineage: z.string().nullable(),
  department: z.object({ id, name: words }).nullable(),
  officialItems: z.int().nullable(),
  sectors: z.array(z.string()),
  scope: words.nullable(),
  issued: z.iso.date().nullable(),
  importedOn: z.iso.date().nullable(),
  state: z.enum(["inForce", "coming", "ended", "unconfirmed"]),
  loadedItems: z.int(),
  importedItems: z.int(),
  itemsToBeConfirmed: z.int(),
  topics: z.int(),
  officialTexts: z.int(),
  ...sourced,
});

export const sectorCoverage = z.object({
  code: z.string(),
  name: words,
  criteria: z.array(z.string()),
  keyCheckItems: z.array(z.string()),
  citableItems: z.int(),
});

const done = {
  at: z.string(),
  person: z.object({ id, name: z.string() }),
  organisation: z.object({ id, name: z.union([words, z.string()]) }),
};

const brought = {
  ...done,
  file: z.string(),
  withdrawn: z.object({ ...done, reason: z.string() }).nullable(),
};

export const officialText = z.object({
  text: z.string(),
  source: z.string(),
  note: z.string().nullable(),
  import: id,
  ...brought,
});

/** An item whose import was withdrawn, with the day of that. */
export const withdrawnItem = item.extend({ withdrawnOn: z.iso.date() });

export const itemWithText = item.extend({ sectors: z.array(z.string()), official: officialText.nullable() });

export const textImport = z.object({ id, texts: z.int(), lists: z.int(), ...brought });

const located = z.object({ row: z.int(), column: z.string().nullable(), code: z.string(), words });

export const importAnswer = z.object({
  rows: z.int(),
  blank: z.int(),
  encoding: z.enum(["utf-8", "gb18030"]),
  problems: z.array(located),
  warnings: z.array(located),
  lists: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      document: z.string().optional(),
      issuer: z.string(),
      issued: z.iso.date(),
      from: z.iso.date(),
      sectors: z.array(z.string()),
      replaces: z.string().optional(),
    }),
  ),
  texts: z.array(
    z.object({
      standard: z.string(),
      item: z.string(),
      article: z.string(),
      text: z.string(),
      source: z.string(),
      sectors: z.array(z.string()),
      note: z.string().nullable(),
      change: z.enum(["created", "new", "supersedes", "unchanged"]),
    }),
  ),
  imported: z.object({ id, texts: z.int(), items: z.int(), lists: z.int() }).nullable(),
});
