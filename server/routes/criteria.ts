import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import {
  holds,
  isFound,
  isInForce,
  itemHaystack,
  sectorCoverage,
  sectorsOf,
  standardHaystack,
  topicHaystack,
} from "../../core/pack/criteria.ts";
import { importRefusal } from "../../core/pack/criteria-texts.ts";
import { isJudged, openTopics } from "../../core/pack/library.ts";
import type { CriteriaStandard } from "../../core/pack/pack.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, none, ok, route } from "../http/route.ts";
import { topOffices } from "../store/campaign.ts";
import { currentTexts } from "../store/criteria-texts.ts";
import { inOrder, inTransaction } from "../store/database.ts";
import { currentLibrary } from "../store/imported-criteria.ts";
import { namesOf } from "../store/people.ts";
import * as shapes from "./criteria-shapes.ts";
import { citedStandard, itemView, standardView, textView } from "./criteria-views.ts";

const tag = "criteria";
const onDay = { on: z.string().refine(isDay).optional() };
const sector = z.string().max(8).optional();
const code = z.string().max(6);

export const listCriteria = route(
  "GET /api/criteria",
  {
    right: "reference",
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
  async ({ services, query, today, scope }) => {
    const library = await inTransaction(services.pool, scope, (tx) => currentLibrary(tx, services.campaign));
    const { q, sector: about, standard: own, on = today, limit = limits.pageSizeDefaultRows } = query;
    const applies = (standard: CriteriaStandard, sectors: readonly string[]) =>
      (about === undefined || sectors.includes(about)) && (own === undefined || standard.code === own);
    const items = [...library.criteria.values()].filter(
      ({ item, standard, standsBehind = [] }) =>
        isInForce(standard, on) &&
        applies(standard, sectorsOf(item, standard)) &&
        // A key check item could not be cited beside the criteria of the sector that is asked for.
        !isJudged(standsBehind, about, on) &&
        (q === undefined || isFound(itemHaystack(item, standard), q)),
    );
    const topics = openTopics(library).flatMap((topic) => {
      const standard = library.standards.find(({ code: known }) => known === topic.standard);
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
      standards: library.standards
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

export const listCriteriaStandards = route(
  "GET /api/criteria/standards",
  {
    right: "reference",
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
    const [texts, library] = await inTransaction(services.pool, scope, (tx) =>
      inOrder([currentTexts(tx), currentLibrary(tx, campaign)]),
    );
    const standards = library.standards.filter(
      ({ sectors }) => about === undefined || sectors.includes(about),
    );
    return ok({
      on,
      standards: standards.map((standard) => standardView(campaign, library, standard, on, texts)),
      sectors: campaign.pack.sectors
        .filter(({ code: known }) => about === undefined || known === about)
        .map(({ code: known, name }) => ({ code: known, name, ...sectorCoverage(library, known, on) })),
      mayImport: importRefusal(actor, topOffices(campaign)) === undefined,
    });
  },
);

export const readCriteriaStandard = route(
  "GET /api/criteria/standards/:code",
  {
    right: "reference",
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
      isWithdrawn: z.boolean(),
      withdrawnItems: z.array(shapes.withdrawnItem),
      topics: z.array(shapes.topic),
      mayImport: z.boolean(),
    }),
  },
  async ({ services, params, query, today, actor, scope }) => {
    const { campaign, pool } = services;
    const { on = today } = query;
    const [library, texts, people] = await inTransaction(pool, scope, async (tx) => {
      const [known, found] = await inOrder([currentLibrary(tx, campaign), currentTexts(tx, params.code)]);
      return [known, found, await namesOf(tx, [...new Set(found.map(({ person }) => person))])] as const;
    });
    const withdrawn = [...library.withdrawn.values()].filter(({ item }) => item.standard === params.code);
    // A list whose import was withdrawn is still shown to whoever comes from an entry that names an item of it.
    const known = library.standards.find((one) => one.code === params.code);
    const standard = known ?? withdrawn[0]?.standard;
    if (standard === undefined) throw new HttpProblem("not-found");
    const official = new Map(texts.map((text) => [text.item, textView(campaign, text, undefined, people)]));
    return ok({
      on,
      standard: standardView(campaign, library, standard, on, texts),
      items: library.items
        .filter((item) => item.standard === standard.code)
        .map((item) => ({
          ...itemView(item),
          sectors: sectorsOf(item, standard),
          official: official.get(item.item) ?? null,
        })),
      isWithdrawn: known === undefined,
      withdrawnItems: withdrawn.map(({ item, withdrawnOn }) => ({ ...itemView(item), withdrawnOn })),
      topics: openTopics(library).filter((topic) => topic.standard === standard.code),
      mayImport: importRefusal(actor, topOffices(campaign)) === undefined,
    });
  },
);
