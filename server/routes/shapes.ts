import { z } from "zod";
import { limits } from "../../core/limits.ts";

/** Shapes that several routes take or answer, as the OpenAPI document names them. */

export const id = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
/** An instant with its zone, of the years 1900 to 2199 as every day that is entered: others have no legal day to count from. */
export const instant = z.iso.datetime({ offset: true }).refine((text) => /^(?:19|20|21)/.test(text));
/** The own password of whoever asks, for an act that wants to be confirmed with it. Never logged, never stored. */
export const password = z
  .string()
  .min(1)
  .max(limits.passwordLengthBytes)
  // Half a character of UTF-16 is no text, and nothing can hash it.
  .regex(/^\P{Cs}*$/u);
/** What was entered in an act; core checks it against the act's own fields. */
export const input = z.record(z.string().max(64), z.unknown());

export const words = z.object({ zh: z.string(), en: z.string() });
const label = z.union([words, z.string()]);
const refusal = z.object({
  code: z.string(),
  words,
  problems: z.array(z.object({ field: z.string(), code: z.string() })).optional(),
});

const mention = z.object({ register: z.string(), id, number: z.string(), title: z.string() });

/** What an act points out without being refused. */
export const warning = z.object({
  code: z.string(),
  words,
  fields: z.array(z.string()).optional(),
  entries: z.array(mention).optional(),
});

export const entry = z.object({
  id,
  register: z.string(),
  number: z.string(),
  state: z.string(),
  version: z.int(),
  title: z.string(),
  values: z.record(z.string(), z.unknown()),
  labels: z.record(z.string(), label),
  due: z
    .object({
      on: z.iso.date(),
      state: z.enum(["none", "later", "soon", "today", "overdue", "veryOverdue"]),
      workingDays: z.int(),
      provisional: z.boolean(),
    })
    .nullable(),
});

export const offeredAct = z.object({
  name: z.string(),
  refusal: refusal.optional(),
  suggested: z.record(z.string(), z.unknown()).optional(),
});

export const entryWithActs = z.object({ entry, acts: z.array(offeredAct) });

/** The answer to an act: `warnings` where it points something out, `secret` where one was drawn, which is told this once. */
export const entryActedOn = entryWithActs.extend({
  warnings: z.array(warning).optional(),
  secret: z.string().optional(),
});

export const registerSummary = z.object({
  name: z.string(),
  plural: z.string(),
  words,
  measures: z.array(z.int()),
});

export const register = registerSummary.extend({
  law: z.array(words),
  title: z.string(),
  list: z.array(z.string()),
  filters: z.array(z.string()),
  fields: z.array(
    z.looseObject({ name: z.string(), kind: z.string(), words, derived: z.boolean(), sealed: z.boolean() }),
  ),
  states: z.array(z.object({ name: z.string(), words, final: z.boolean() })),
  acts: z.array(
    z.object({
      name: z.string(),
      words,
      law: z.array(words),
      opening: z.boolean(),
      personalData: z.boolean(),
      remarks: z.boolean(),
      confirms: z.literal("password").optional(),
      from: z.array(z.string()),
      to: z.string(),
      by: z.array(z.string()),
      needs: z.array(z.string()),
      takes: z.array(z.string()),
      neededNext: z.array(z.string()),
      leavesOut: z.record(z.string(), z.array(z.string())).optional(),
      warns: z.boolean(),
      input: z.record(z.string(), z.unknown()),
    }),
  ),
  opening: z.array(offeredAct),
  pointedAtBy: z.array(z.object({ register: z.string(), field: z.string(), words })),
  mayImport: z.boolean(),
  importModes: z.array(z.enum(["open", "record"])),
});

export const ledger = z.object({
  lines: z.array(
    z.object({
      version: z.int(),
      act: z.string(),
      actWords: words,
      state: z.string(),
      stateWords: words,
      actor: z.object({ id, name: z.string() }),
      role: z.string(),
      roleWords: words,
      organisation: z.object({ id: z.string(), name: label }),
      at: z.string(),
      day: z.string(),
      daySource: z.string().optional(),
      changes: z.array(
        z.object({
          field: z.string(),
          words,
          value: z.unknown(),
          label: label.optional(),
          sealed: z.boolean(),
          erasedOn: z.iso.date().optional(),
          withheld: z.literal(true).optional(),
        }),
      ),
      reason: z.string().nullable().optional(),
      reasonErasedOn: z.iso.date().optional(),
      reasonWithheld: z.literal(true).optional(),
      hash: z.string(),
      prev: z.string(),
      position: z.int().nullable(),
    }),
  ),
  verified: z.union([z.literal(true), z.object({ version: z.int(), fault: z.string() })]),
});
