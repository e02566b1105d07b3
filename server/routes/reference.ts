import { z } from "zod";
import { yearOf } from "../../core/calendar/day.ts";
import { limits } from "../../core/limits.ts";
import { dutyKinds, type Organisation, organisationKinds, organisationLevels } from "../../core/pack/pack.ts";
import { pathCode } from "../../core/scope/region.ts";
import { inRegion, inSectors } from "../../core/scope/scope.ts";
import { bare, ok, route } from "../http/route.ts";
import { organisationFact, organisationId } from "../store/campaign.ts";
import * as shapes from "./shapes.ts";

const tag = "campaign";
const regionCode = z.string().regex(/^[0-9]{4,9}$/);

export const listRegions = route(
  "GET /api/regions",
  {
    right: "reference",
    partners: true,
    ...bare,
    tag,
    words: { zh: "行政区划", en: "Regions" },
    answers: z.object({
      regions: z.array(z.object({ code: z.string(), gb: z.string(), name: shapes.words, level: z.string() })),
    }),
  },
  async ({ services }) =>
    ok({
      regions: services.campaign.pack.regions.map(({ code, gb, name, level }) => ({ code, gb, name, level })),
    }),
);

export const listSectors = route(
  "GET /api/sectors",
  {
    right: "reference",
    partners: true,
    ...bare,
    tag,
    words: { zh: "行业领域", en: "Sectors" },
    answers: z.object({
      sectors: z.array(z.object({ code: z.string(), name: shapes.words, highRisk: z.string() })),
    }),
  },
  async ({ services }) =>
    ok({
      sectors: services.campaign.pack.sectors.map(({ code, name, highRisk }) => ({ code, name, highRisk })),
    }),
);

const sourced = { source: z.string(), toBeConfirmed: z.boolean() };

const organisationShape = z.object({
  id: shapes.id,
  name: shapes.words,
  shortName: shapes.words,
  kind: z.enum(organisationKinds),
  level: z.enum(organisationLevels),
  region: z.string(),
  parent: shapes.id.nullable(),
  duties: z.array(
    z.object({
      as: z.enum(dutyKinds),
      sectors: z.union([z.literal("all"), z.array(z.string())]),
      ...sourced,
    }),
  ),
  ...sourced,
});

export const listOrganisations = route(
  "GET /api/organisations",
  {
    right: "reference",
    partners: true,
    ...bare,
    // Sectors by their codes, separated by commas: who supervises, or manages, any of them.
    query: z.strictObject({
      supervises: z.string().max(limits.shortTextLengthCharacters).optional(),
      manages: z.string().max(limits.shortTextLengthCharacters).optional(),
      kind: z.enum(organisationKinds).optional(),
      region: regionCode.optional(),
    }),
    tag,
    words: { zh: "单位", en: "Organisations" },
    answers: z.object({
      organisations: z.array(organisationShape),
    }),
  },
  async ({ services, query }) => {
    const { campaign } = services;
    const region = query.region === undefined ? undefined : pathCode(query.region);
    const [supervised, managed] = [query.supervises?.split(","), query.manages?.split(",")];
    const organisations = [...campaign.organisations].filter(([id, { kind }]) => {
      const fact = organisationFact(campaign, id);
      if (fact === undefined) return false;
      const here = region === undefined || inRegion(fact.region, region);
      return (
        here &&
        (query.kind === undefined || query.kind === kind) &&
        (supervised?.some((sector) => inSectors(fact.supervises, sector)) ?? true) &&
        (managed?.some((sector) => fact.manages?.includes(sector)) ?? true)
      );
    });
    return ok({ organisations: organisations.map(([id, organisation]) => viewOf(id, organisation)) });
  },
);

const viewOf = (id: string, { parent, ...said }: Organisation) => ({
  ...said,
  id,
  parent: parent === undefined ? null : organisationId(parent),
});

export const readCalendar = route(
  "GET /api/calendar",
  {
    right: "reference",
    partners: true,
    ...bare,
    tag,
    words: { zh: "工作日历", en: "The working-day calendar" },
    answers: z.object({
      today: z.iso.date(),
      years: z.array(z.object({ year: z.int(), provisional: z.boolean() })),
    }),
  },
  async ({ services, today }) => {
    const known = services.campaign.calendar.years.map(({ year }) => year);
    const years = [...new Set([...known, yearOf(today), yearOf(today) + 1])].sort();
    return ok({ today, years: years.map((year) => ({ year, provisional: !known.includes(year) })) });
  },
);
