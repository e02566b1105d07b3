import { Readable } from "node:stream";
import { z } from "zod";
import { type Day, isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import {
  holds,
  isFound,
  isInForce,
  itemHaystack,
  loadedItems,
  sectorCoverage,
  sectorsOf,
  standardHaystack,
  standardState,
  topicHaystack,
} from "../../core/pack/criteria.ts";
import {
  importRefusal,
  type OfficialText,
  readTexts,
  textFormats,
  textProblems,
} from "../../core/pack/criteria-texts.ts";
import type { CriteriaItem, CriteriaStandard } from "../../core/pack/pack.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { readBytes } from "../http/read-text.ts";
import { bare, none, ok, route } from "../http/route.ts";
import type { Services } from "../services.ts";
import { type Campaign, organisationId, topOffices } from "../store/campaign.ts";
import {
  currentTexts,
  type ImportedText,
  keepImport,
  listImports,
  textsOf,
} from "../store/criteria-texts.ts";
import { inTransaction } from "../store/database.ts";
import { namesOf } from "../store/people.ts";
import * as shapes from "./criteria-shapes.ts";

const tag = "criteria";
const onDay = { on: z.string().refine(isDay).optional() };
const sector = z.string().max(8).optional();
const code = z.string().max(6);

export const listCriteria = route(
  "GET /api/criteria",
  {
    ...bare,
    query: z.strictObject({
      q: z.string().trim().min(1).max(limits.searchLengthCharacters).optional(),
      sector,
      standard: code.optional(),
      ...onDay,
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    }),
    tag,
    words: {
      zh: "查找重大事故隐患判定标准条款",
      en: "Find items of the criteria standards, in force on a day",
    },
    answers: z.object({
      items: z.array(shapes.foundItem),
      total: z.int(),
      topics: z.array(shapes.foundTopic),
      standards: z.array(shapes.citedStandard),
    }),
  },
  async ({ services, query, today }) => {
    const { campaign } = services;
    const { q, sector: about, standard: own, on = today, limit = limits.pageSizeDefaultRows } = query;
    const applies = (standard: CriteriaStandard, sectors: readonly string[]) =>
      (about === undefined || sectors.includes(about)) && (own === undefined || standard.code === own);
    const items = [...campaign.criteria.values()].filter(
      ({ item, standard }) =>
        isInForce(standard, on) &&
        applies(standard, sectorsOf(item, standard)) &&
        (q === undefined || isFound(itemHaystack(item, standard), q)),
    );
    const topics = campaign.pack.topics.flatMap((topic) => {
      const standard = campaign.pack.standards.find(({ code: known }) => known === topic.standard);
      if (standard === undefined || !holds(standard, on) || !applies(standard, standard.sectors)) return [];
      if (q !== undefined && !isFound(topicHaystack(topic, standard), q)) return [];
      return [{ ...topic, id: `${topic.standard}/${topic.topic}`, standard: citedStandard(standard) }];
    });
    return ok({
      items: items.slice(0, limit).map(({ item, standard }) => ({
        ...itemView(item),
        standard: citedStandard(standard),
      })),
      total: items.length,
      topics: topics.slice(0, limit),
      standards: campaign.pack.standards
        .filter(
          (standard) =>
            holds(standard, on) &&
            applies(standard, standard.sectors) &&
            (q === undefined || isFound(standardHaystack(standard), q)),
        )
        .map(citedStandard),
    });
  },
);

const itemView = ({ standard, item, article, text, source, toBeConfirmed, catchAll }: CriteriaItem) => ({
  id: `${standard}/${item}`,
  item,
  article,
  text,
  source,
  toBeConfirmed,
  catchAll: catchAll === true,
});

const citedStandard = ({ code: known, kind, name, document, from, to }: CriteriaStandard) => ({
  code: known,
  kind,
  name,
  document,
  from,
  to,
});

export const listCriteriaStandards = route(
  "GET /api/criteria/standards",
  {
    ...bare,
    query: z.strictObject({ sector, ...onDay }),
    tag,
    words: { zh: "重大事故隐患判定标准库", en: "The library of criteria standards" },
    answers: z.object({
      on: z.iso.date(),
      standards: z.array(shapes.standard),
      sectors: z.array(shapes.sectorCoverage),
      mayImport: z.boolean(),
    }),
  },
  async ({ services, query, today, actor, scope }) => {
    const { campaign } = services;
    const { on = today, sector: about } = query;
    const texts = await inTransaction(services.pool, scope, (tx) => currentTexts(tx));
    const standards = campaign.pack.standards.filter(
      ({ sectors }) => about === undefined || sectors.includes(about),
    );
    return ok({
      on,
      standards: standards.map((standard) => standardView(campaign, standard, on, texts)),
      sectors: campaign.pack.sectors
        .filter(({ code: known }) => about === undefined || known === about)
        .map(({ code: known, name }) => ({ code: known, name, ...sectorCoverage(campaign.pack, known, on) })),
      mayImport: importRefusal(actor, topOffices(campaign)) === undefined,
    });
  },
);

function standardView(
  campaign: Campaign,
  standard: CriteriaStandard,
  on: Day,
  texts: readonly ImportedText[],
) {
  const { pack } = campaign;
  const { department, to, replaces, ...rest } = standard;
  const items = pack.items.filter((item) => item.standard === standard.code);
  const responsible = pack.organisations.find(({ id }) => id === department);
  return {
    ...rest,
    to: to ?? null,
    replaces: replaces ?? null,
    lineage: rest.lineage ?? null,
    scope: rest.scope ?? null,
    department: responsible ? { id: organisationId(responsible.id), name: responsible.name } : null,
    state: standardState(standard, on),
    loadedItems: loadedItems(items),
    itemsToBeConfirmed: items.filter(({ toBeConfirmed }) => toBeConfirmed).length,
    topics: pack.topics.filter((topic) => topic.standard === standard.code).length,
    officialTexts: texts.filter((text) => text.standard === standard.code).length,
  };
}

export const readCriteriaStandard = route(
  "GET /api/criteria/standards/:code",
  {
    params: z.strictObject({ code }),
    query: z.strictObject(onDay),
    body: none,
    tag,
    words: {
      zh: "一项判定标准的条款、主题和官方原文",
      en: "One standard: its items, topics and official texts",
    },
    answers: z.object({
      on: z.iso.date(),
      standard: shapes.standard,
      items: z.array(shapes.itemWithText),
      topics: z.array(shapes.topic),
      mayImport: z.boolean(),
    }),
  },
  async ({ services, params, query, today, actor, scope }) => {
    const { campaign, pool } = services;
    const { on = today } = query;
    const { pack } = campaign;
    const standard = pack.standards.find(({ code: known }) => known === params.code);
    if (standard === undefined) throw new HttpProblem("not-found");
    const [texts, people] = await inTransaction(pool, scope, async (tx) => {
      const found = await currentTexts(tx, standard.code);
      return [found, await namesOf(tx, [...new Set(found.map(({ person }) => person))])] as const;
    });
    const official = new Map(texts.map((text) => [text.item, textView(campaign, text, people)]));
    return ok({
      on,
      standard: standardView(campaign, standard, on, texts),
      items: pack.items
        .filter((item) => item.standard === standard.code)
        .map((item) => ({
          ...itemView(item),
          sectors: sectorsOf(item, standard),
          official: official.get(item.item) ?? null,
        })),
      topics: pack.topics.filter((topic) => topic.standard === standard.code),
      mayImport: importRefusal(actor, topOffices(campaign)) === undefined,
    });
  },
);

interface Brought {
  readonly at: Date;
  readonly person: string;
  readonly organisation: string;
  readonly file: string;
}

const broughtView = (
  campaign: Campaign,
  { at, person, organisation, file }: Brought,
  people: ReadonlyMap<string, string>,
) => ({
  at: at.toISOString(),
  person: { id: person, name: people.get(person) ?? person },
  organisation: { id: organisation, name: campaign.organisations.get(organisation)?.name ?? organisation },
  file,
});

const textView = (campaign: Campaign, text: ImportedText, people: ReadonlyMap<string, string>) => ({
  text: text.text,
  source: text.source,
  import: text.import,
  ...broughtView(campaign, text, people),
});

export const listItemTexts = route(
  "GET /api/criteria/standards/:code/items/:item/texts",
  {
    ...bare,
    params: z.strictObject({ code, item: z.string().max(24) }),
    tag,
    words: { zh: "一个条款导入过的官方原文", en: "All official texts that were imported for an item" },
    answers: z.object({ texts: z.array(shapes.officialText) }),
  },
  async ({ services, params, scope }) => {
    const { campaign, pool } = services;
    if (!campaign.criteria.has(`${params.code}/${params.item}`)) throw new HttpProblem("not-found");
    return inTransaction(pool, scope, async (tx) => {
      const texts = await textsOf(tx, params.code, params.item);
      const people = await namesOf(tx, [...new Set(texts.map(({ person }) => person))]);
      return ok({ texts: texts.map((text) => textView(campaign, text, people)) });
    });
  },
);

export const listCriteriaImports = route(
  "GET /api/criteria/imports",
  {
    ...bare,
    tag,
    words: { zh: "官方原文导入记录", en: "Imports of official texts" },
    answers: z.object({ imports: z.array(shapes.textImport) }),
  },
  async ({ services, scope }) => {
    const { campaign, pool } = services;
    return inTransaction(pool, scope, async (tx) => {
      const imports = await listImports(tx, limits.pageSizeRows);
      const people = await namesOf(tx, [...new Set(imports.map(({ person }) => person))]);
      return ok({
        imports: imports.map((one) => ({
          id: one.id,
          texts: one.texts,
          ...broughtView(campaign, one, people),
        })),
      });
    });
  },
);

export const importCriteriaTexts = route(
  "POST /api/criteria/imports",
  {
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
    const read = readTexts(campaign.pack, query.format, text);
    if ("problems" in read) {
      const problems = read.problems.map((problem) => ({ ...problem, words: textProblems[problem.code] }));
      if (query.dryRun === undefined) throw new HttpProblem("texts-invalid", [], { rows: problems });
      return ok({ rows: read.rows, blank: 0, encoding, problems, texts: [], imported: null });
    }
    return inTransaction(pool, scope, async (tx) => {
      const before = new Map((await currentTexts(tx)).map((one) => [`${one.standard}/${one.item}`, one]));
      const texts = read.texts.map((one) => ({ ...one, ...changeOf(services, one, before) }));
      const fresh = read.texts.filter((_, at) => texts[at]?.change !== "unchanged");
      const answer = { rows: read.texts.length, blank: read.blank, encoding, problems: [], texts };
      if (query.dryRun !== undefined || fresh.length === 0) return ok({ ...answer, imported: null });
      const id = await keepImport(tx, algorithm, actor, query.file, fresh, now);
      return ok({ ...answer, imported: { id, texts: fresh.length } });
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

/** What an imported text does to the one that is shown now. */
function changeOf({ campaign }: Services, one: OfficialText, before: ReadonlyMap<string, ImportedText>) {
  const id = `${one.standard}/${one.item}`;
  const known = before.get(id);
  const article = campaign.criteria.get(id)?.item.article ?? one.item;
  if (known === undefined) return { article, change: "new" as const };
  const same = known.text === one.text && known.source === one.source;
  return { article, change: same ? ("unchanged" as const) : ("supersedes" as const) };
}
