import { Readable } from "node:stream";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { textFormats, textProblems } from "../../core/pack/criteria-file.ts";
import { importRefusal, isUnchanged, type OfficialText, readTexts } from "../../core/pack/criteria-texts.ts";
import { withdrawalRefusal } from "../../core/pack/criteria-withdrawal.ts";
import { importWarnings } from "../../core/pack/import-warnings.ts";
import type { Library } from "../../core/pack/library.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { readBytes } from "../http/read-text.ts";
import { bare, none, ok, route } from "../http/route.ts";
import { topOffices } from "../store/campaign.ts";
import {
  currentTexts,
  type ImportedText,
  keepImport,
  listImports,
  oneImportAtATime,
  readImport,
  textsOf,
} from "../store/criteria-texts.ts";
import { keepWithdrawal, withdrawalsOf } from "../store/criteria-withdrawals.ts";
import { inTransaction } from "../store/database.ts";
import { currentLibrary } from "../store/imported-criteria.ts";
import { namesOf } from "../store/people.ts";
import * as shapes from "./criteria-shapes.ts";
import { importView, textView } from "./criteria-views.ts";
import { id } from "./shapes.ts";

const tag = "criteria";
const code = z.string().max(6);

export const listItemTexts = route(
  "GET /api/criteria/standards/:code/items/:item/texts",
  {
    right: "reference",
    ...bare,
    params: z.strictObject({ code, item: z.string().max(24) }),
    tag,
    words: { zh: "一个条款导入过的官方原文", en: "All official texts that were imported for an item" },
    answers: z.object({ texts: z.array(shapes.officialText) }),
  },
  async ({ services, params, scope }) => {
    const { campaign, pool } = services;
    return inTransaction(pool, scope, async (tx) => {
      const { criteria, withdrawn } = await currentLibrary(tx, campaign);
      const id = `${params.code}/${params.item}`;
      if (!criteria.has(id) && !withdrawn.has(id)) throw new HttpProblem("not-found");
      const texts = await textsOf(tx, params.code, params.item);
      const withdrawals = await withdrawalsOf(
        tx,
        texts.map((text) => text.import),
      );
      const people = await namesOf(tx, peopleOf(texts, withdrawals));
      return ok({
        texts: texts.map((text) => textView(campaign, text, withdrawals.get(text.import), people)),
      });
    });
  },
);

export const listCriteriaImports = route(
  "GET /api/criteria/imports",
  {
    right: "reference",
    ...bare,
    tag,
    words: { zh: "官方原文导入记录", en: "Imports of official texts" },
    answers: z.object({ imports: z.array(shapes.textImport) }),
  },
  async ({ services, scope }) => {
    const { campaign, pool } = services;
    return inTransaction(pool, scope, async (tx) => {
      const imports = await listImports(tx, limits.pageSizeRows);
      const withdrawals = await withdrawalsOf(
        tx,
        imports.map(({ id }) => id),
      );
      const people = await namesOf(tx, peopleOf(imports, withdrawals));
      return ok({
        imports: imports.map((one) => importView(campaign, one, withdrawals.get(one.id), people)),
      });
    });
  },
);

interface Named {
  readonly person: string;
}

/** Everybody who brought or withdrew something. */
const peopleOf = (brought: readonly Named[], withdrawals: ReadonlyMap<string, Named>): readonly string[] => [
  ...new Set([...brought, ...withdrawals.values()].map(({ person }) => person)),
];

export const withdrawCriteriaImport = route(
  "POST /api/criteria/imports/:id/withdrawal",
  {
    right: "libraryUpkeep",
    params: z.strictObject({ id }),
    query: none,
    body: z.strictObject({
      reason: z.string().trim().min(1).max(limits.withdrawalReasonLengthCharacters),
    }),
    tag,
    words: { zh: "撤回一次错误的导入", en: "Withdraw an import that was made by mistake" },
    answers: shapes.textImport,
  },
  async ({ services, actor, params, body, scope, now }) => {
    const { campaign, pool, algorithm } = services;
    return inTransaction(pool, scope, async (tx) => {
      // Locked before deciding: an import goes by what stands, and two people may withdraw at the same moment.
      await oneImportAtATime(tx);
      const one = await readImport(tx, params.id);
      const before = (await withdrawalsOf(tx, [params.id])).get(params.id);
      const refused = withdrawalRefusal(actor, topOffices(campaign), before);
      if (refused) throw new Refused(refused);
      if (one === undefined) throw new HttpProblem("not-found");
      const people = await namesOf(tx, [one.person, actor.id]);
      const withdrawal = await keepWithdrawal(tx, algorithm, actor, { id: one.id, ...body }, now);
      return ok(importView(campaign, one, withdrawal, people));
    });
  },
);

export const importCriteriaTexts = route(
  "POST /api/criteria/imports",
  {
    right: "libraryUpkeep",
    ...bare,
    query: z.strictObject({
      file: z
        .string()
        .trim()
        .min(1)
        .max(limits.fileNameLengthCharacters)
        .regex(/^[^\p{Cc}\p{Cf}/\\]+$/u),
      format: z.enum(textFormats),
      dryRun: z.literal("1").optional(),
    }),
    body: z.unknown(),
    takes: "bytes",
    tag,
    words: { zh: "导入官方原文（可先试读）", en: "Import official texts of items, or try it first" },
    answers: shapes.importAnswer,
  },
  async ({ services, actor, query, body, scope, now }) => {
    const { campaign, pool, algorithm } = services;
    const refused = importRefusal(actor, topOffices(campaign));
    if (refused) throw new Refused(refused);
    const { text, encoding } = await readFile(body);
    const isTrial = query.dryRun !== undefined;
    return inTransaction(pool, scope, async (tx) => {
      if (!isTrial) await oneImportAtATime(tx);
      const library = await currentLibrary(tx, campaign);
      const sectors = campaign.pack.sectors.map((sector) => sector.code);
      const read = readTexts(library, sectors, query.format, text);
      if ("problems" in read) {
        const problems = read.problems.map((one) => ({ ...one, words: textProblems[one.code] }));
        if (!isTrial) throw new HttpProblem("texts-invalid", [], { rows: problems });
        const nothing = { blank: 0, lists: [], texts: [], warnings: [], imported: null };
        return ok({ rows: read.rows, encoding, problems, ...nothing });
      }
      const before = new Map((await currentTexts(tx)).map((one) => [idOf(one), one]));
      const { lists, blank } = read;
      const texts = read.texts.map((one) => ({ ...one, ...changeOf(library, one, before) }));
      const warnings = read.warnings.map((one) => ({ ...one, words: importWarnings[one.code] }));
      const shown = texts.map(({ sectors: narrowed = [], note = null, ...one }) => ({
        ...one,
        sectors: narrowed,
        note,
      }));
      const answer = { rows: texts.length, blank, encoding, problems: [], warnings, lists, texts: shown };
      const fresh = read.texts.filter((_, at) => texts[at]?.change !== "unchanged");
      if (isTrial || fresh.length === 0) return ok({ ...answer, imported: null });
      const id = await keepImport(tx, algorithm, actor, { file: query.file, texts: fresh, lists }, now);
      const created = texts.filter(({ change }) => change === "created").length;
      return ok({ ...answer, imported: { id, texts: fresh.length, items: created, lists: lists.length } });
    });
  },
);

/** Reads a file in UTF-8 or, as office programs in China still write it, GB18030. */
async function readFile(
  body: unknown,
): Promise<{ readonly text: string; readonly encoding: "utf-8" | "gb18030" }> {
  if (!(body instanceof Readable)) throw new HttpProblem("unsupported-media-type");
  const bytes = await readBytes(body, limits.criteriaFileBytes);
  for (const encoding of ["utf-8", "gb18030"] as const) {
    try {
      return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
    } catch {
      // The next one may read it.
    }
  }
  throw new HttpProblem("encoding-unknown");
}

const idOf = ({ standard, item }: Pick<OfficialText, "standard" | "item">) => `${standard}/${item}`;

/** What an imported text does to the library: it makes an item, brings its first text, or another one than is shown now. */
function changeOf({ criteria }: Library, one: OfficialText, before: ReadonlyMap<string, ImportedText>) {
  const id = idOf(one);
  const [item, known] = [criteria.get(id)?.item, before.get(id)];
  const article = one.article ?? (item?.importedOn === undefined ? item?.article : undefined) ?? one.item;
  if (item === undefined) return { article, change: "created" as const };
  if (known === undefined) return { article, change: "new" as const };
  return { article, change: isUnchanged(one, known) ? ("unchanged" as const) : ("supersedes" as const) };
}
