import { z } from "zod";
import { type Day, isDay, monthsLater } from "../../core/calendar/day.ts";
import { comparedWith } from "../../core/campaign/compared.ts";
import { writeCounted } from "../../core/campaign/counted.ts";
import { type CubeRow, type Dimension, dimensions, timeOf } from "../../core/campaign/cube.ts";
import { isFew, untoldParts } from "../../core/campaign/few.ts";
import {
  bucketSizes,
  type Cut,
  type Indicator,
  indicatorUnits,
  type Term,
  windowOf,
} from "../../core/campaign/indicator.ts";
import { rowsOffered } from "../../core/campaign/pivot-offer.ts";
import { limits } from "../../core/limits.ts";
import type { Problem } from "../../core/refusals.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { officialCode, pathCode } from "../../core/scope/region.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import { readCube } from "../store/cubes.ts";
import { inOrder, inTransaction, type Transaction } from "../store/database.ts";
import { fewBelowFor, without } from "./few-told.ts";
import { dimensionWords } from "./pivot-words.ts";
import * as shapes from "./shapes.ts";

const tag = "campaign";
const day = z.string().refine(isDay);
const months = 12;

/** What an indicator is, for whoever reads one of its figures. */
export const indicatorShape = z.object({
  id: z.string(),
  name: shapes.words,
  says: shapes.words,
  unit: z.enum(indicatorUnits),
  better: z.enum(["more", "less", "neither"]),
  formula: shapes.words,
  registers: z.array(z.string()),
  source: z.string(),
  toBeConfirmed: z.boolean(),
  /** Of a share that it is what is left to the whole. */
  rest: z.literal(true).optional(),
});

export const figure = {
  /** Null where there is nothing to divide by, or where it is not told. */
  value: z.number().nullable(),
  /** Of a figure over people, to whoever may not open them: that it is below `fewBelow`, or would give away one that is. */
  untold: z.enum(["few", "withheld"]).optional(),
  counted: z.number(),
  of: z.number().optional(),
  opens: z.string(),
  opensOf: z.string().optional(),
};

export const listIndicators = route(
  "GET /api/indicators",
  {
    right: "figures",
    ...bare,
    tag,
    words: { zh: "指标目录", en: "The indicators" },
    answers: z.object({
      indicators: z.array(
        indicatorShape.extend({ rows: z.array(z.object({ name: z.string(), words: shapes.words })) }),
      ),
    }),
  },
  async ({ services }) =>
    ok({
      indicators: services.campaign.pack.indicators.map((indicator) => ({
        ...viewIndicator(indicator),
        rows: rowsTold(indicator),
      })),
    }),
);

/** By what an indicator can be told in rows, in the words of its register. */
function rowsTold(indicator: Indicator) {
  const register = registerNamed(indicator.counts.count.split(".")[0] ?? "");
  if (register === undefined) return [];
  return rowsOffered(indicator, register).map((name) => ({ name, words: dimensionWords(register, name) }));
}

/** The indicator, with its formula in the words of the counts that it is made of. */
export function viewIndicator({
  id,
  name,
  says,
  unit,
  better,
  source,
  toBeConfirmed,
  ...formula
}: Indicator) {
  const terms = [formula.counts, ...(formula.of === undefined ? [] : [formula.of])];
  const said = (language: "zh" | "en") => {
    const named = terms.map((term) => termWords(term)[language]).join(" ÷ ");
    return formula.rest ? `1 − ${named}` : named;
  };
  return {
    id,
    name,
    says,
    unit,
    better,
    formula: { zh: said("zh"), en: said("en") },
    registers: [...new Set(terms.map(({ count }) => count.split(".")[0] ?? ""))],
    source,
    toBeConfirmed,
    ...(formula.rest ? { rest: true as const } : {}),
  };
}

/** A term in the words of its register: the count, and the levels and kinds to which it is narrowed. */
function termWords({ count, levels = [], kinds = [], until }: Term) {
  const [name = "", counted = ""] = count.split(".");
  const register = registerNamed(name);
  const words = register?.counts[counted]?.words ?? { zh: count, en: count };
  const options = (field: string | undefined, values: readonly string[]) => {
    const declared = field === undefined ? undefined : register?.allFields[field];
    const named = declared && "options" in declared ? declared.options : {};
    return values.map((value) => named[value] ?? { zh: value, en: value });
  };
  const narrowed = [...options("level", levels), ...options(register?.countedBy, kinds)];
  const told = (language: "zh" | "en") => [
    ...narrowed.map((one) => one[language]),
    ...(until === undefined ? [] : [`≤ ${until}`]),
  ];
  const say = (language: "zh" | "en", open: string, close: string) =>
    told(language).length === 0
      ? words[language]
      : `${words[language]}${open}${told(language).join(language === "zh" ? "、" : ", ")}${close}`;
  return { zh: say("zh", "（", "）"), en: say("en", " (", ")") };
}

const sectorCodes = z
  .string()
  .max(400)
  .transform((text) => text.split(","));

export const figureQuery = z.strictObject({
  by: z.string().max(100).optional(),
  from: day.optional(),
  to: day.optional(),
  asOf: day.optional(),
  region: z
    .string()
    .regex(/^[0-9]{4,9}$/)
    .optional(),
  sector: sectorCodes.optional(),
  park: shapes.id.optional(),
  organisation: shapes.id.optional(),
});

type Query = z.output<typeof figureQuery>;

export const readIndicator = route(
  "GET /api/indicators/:name",
  {
    right: "figures",
    ...bare,
    params: z.strictObject({ name: z.string() }),
    query: figureQuery,
    tag,
    words: {
      zh: "指标数值：按地区、行业、等级、来源、单位和时段，可追溯至任一日",
      en: "Figures of an indicator, by place and time, as of any day",
    },
    answers: z.object({
      indicator: indicatorShape,
      from: z.iso.date(),
      to: z.iso.date(),
      asOf: z.iso.date().nullable(),
      /** Whether the period still runs, so that its figures still change. */
      running: z.boolean(),
      /** Below how many people a figure of these is not told; absent where all are. */
      fewBelow: z.number().optional(),
      unit: z.enum(indicatorUnits),
      ...figure,
      /** Of one figure alone: the period before of the same length (环比), and the same one a year before (同比). */
      before: z.object({ from: z.iso.date(), to: z.iso.date(), ...figure }).optional(),
      yearBefore: z.object({ from: z.iso.date(), to: z.iso.date(), ...figure }).optional(),
      rows: z.array(z.object({ at: z.record(z.string(), z.string()), ...figure })),
    }),
  },
  async (visit) => {
    const { services, scope, query, today } = visit;
    const indicator = services.campaign.pack.indicators.find(({ id }) => id === visit.params.name);
    if (indicator === undefined) throw new HttpProblem("not-found");
    const asked = { ...periodOf(query, today), by: dimensionsOf(query, scope), cut: cutOf(query) };
    if (query.asOf !== undefined && query.asOf > today)
      throw new HttpProblem("malformed-request", [{ field: "asOf", code: "not-an-option" }]);
    const read = (tx: Transaction) => readFigures(tx, visit, indicator, { ...asked, asOf: query.asOf });
    const told = await inTransaction(services.pool, scope, read);
    const { from, to } = asked;
    return ok({
      indicator: viewIndicator(indicator),
      from,
      to,
      asOf: query.asOf ?? null,
      running: to >= today,
      unit: indicator.unit,
      ...maskedFor(visit, indicator, asked, told),
    });
  },
);

interface Asked {
  readonly by: readonly Dimension[];
  readonly from: Day;
  readonly to: Day;
  readonly cut: Cut;
  readonly asOf?: Day | undefined;
}

async function readFigures(
  tx: Transaction,
  { scope }: Pick<SignedInVisit<unknown, unknown, unknown>, "scope">,
  indicator: Indicator,
  asked: Asked,
) {
  const { before, yearBefore } = comparedWith(asked);
  const isAlone = asked.by.length === 0;
  const over = (period: { from: Day; to: Day }) => readCube(tx, scope, { ...asked, ...period, indicator });
  const [own, ...others] = await inOrder([over(asked), ...(isAlone ? [before, yearBefore].map(over) : [])]);
  const view = viewing(indicator, asked);
  const [earlier, lastYear] = others;
  return {
    whole: view(own?.whole, asked),
    ...(earlier && { before: { ...before, ...view(earlier.whole, before) } }),
    ...(lastYear && { yearBefore: { ...yearBefore, ...view(lastYear.whole, yearBefore) } }),
    rows: (own?.rows ?? []).map((row) => ({ at: officialAt(row.at), ...view(row, row.period, row.at) })),
  };
}

type Told = Awaited<ReturnType<typeof readFigures>>;

/** Figures as the asker may know them: over people, few are not told to whoever may not open them one by one. */
function maskedFor(
  visit: Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "actor" | "today">,
  indicator: Indicator,
  { by }: Pick<Asked, "by">,
  { whole, rows, before, yearBefore }: Told,
) {
  const fewBelow = fewBelowFor(visit, indicator, by);
  if (fewBelow === undefined)
    return { ...whole, ...(before && { before }), ...(yearBefore && { yearBefore }), rows };
  const untold = untoldParts(
    rows.map(({ counted }) => counted),
    fewBelow,
  );
  const single = <F extends Told["whole"]>(one: F) =>
    without(one, isFew(one.counted, fewBelow) ? "few" : undefined);
  return {
    // With rows beside it the whole is their total; alone it is a figure like any other.
    ...(rows.length === 0 ? single(whole) : without(whole, untold.total)),
    ...(before && { before: single(before) }),
    ...(yearBefore && { yearBefore: single(yearBefore) }),
    fewBelow,
    rows: rows.map((row, at) => without(row, untold.parts[at])),
  };
}

const officialAt = (at: CubeRow["at"]) =>
  Object.fromEntries(
    Object.entries(at).map(([name, code]) => [
      name,
      name === "county" || name === "township" ? officialCode(code) : code,
    ]),
  );

/** How figures are told: with the addresses of the lists that they count. */
export function viewing(indicator: Indicator, { cut, asOf }: Pick<Asked, "cut" | "asOf">) {
  return (
    row: Pick<CubeRow, "value" | "counted" | "of"> | undefined,
    period: { from: Day; to: Day },
    at: CubeRow["at"] = {},
  ) => {
    const opens = (term: Term) => opensOf(term, { ...cut, ...cutAt(at) }, period, { asOf, at });
    const none = indicator.of === undefined ? { value: 0, counted: 0 } : { value: null, counted: 0, of: 0 };
    const { value, counted, of } = { of: undefined, ...(row ?? none) };
    return {
      value,
      counted,
      ...(of === undefined ? {} : { of }),
      opens: opens(indicator.counts),
      ...(indicator.of === undefined ? {} : { opensOf: opens(indicator.of) }),
    };
  };
}

function cutAt({ county, township, sector, park, organisation }: CubeRow["at"]): Cut {
  return {
    ...regionAt(township, townshipDigits),
    ...(township === undefined ? regionAt(county, countyDigits) : {}),
    ...(sector === undefined ? {} : { sectors: [sector] }),
    ...(park === undefined ? {} : { park }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

/** What lies above the level by which figures are told apart counts by itself there, and not with all that lies below it. */
function regionAt(code: string | undefined, digits: number): Cut {
  if (code === undefined) return {};
  return code.length < digits ? { at: code } : { region: code };
}

/** The list that a term counts in a cut over a period: its address for programs, which the console's own follows. */
export function opensOf(
  term: Term,
  cut: Cut,
  period: { readonly from: Day; readonly to: Day },
  {
    asOf,
    since,
    at = {},
  }: { readonly asOf?: Day | undefined; readonly since?: Day | undefined; readonly at?: CubeRow["at"] } = {},
): string {
  const [register = "", count = ""] = term.count.split(".");
  const [levels, kinds] = [narrowed(term.levels, at.level), narrowed(term.kinds, at.kind)];
  const counted = writeCounted({
    count,
    window: windowOf(term, period),
    ...(asOf === undefined ? {} : { asOf }),
    ...(since === undefined ? {} : { since }),
    cut,
    ...(levels === undefined ? {} : { levels }),
    ...(kinds === undefined ? {} : { kinds }),
  });
  return `/api/registers/${register}/entries?counted=${counted}`;
}

const narrowed = (asked: readonly string[] | undefined, at: string | undefined) =>
  at === undefined ? asked : [at];

/** The year so far, where no days are asked for. No longer than `limits.figurePeriodYears`: what stands is told for each time of it. */
export function periodOf({ from, to }: Pick<Query, "from" | "to">, today: Day): { from: Day; to: Day } {
  const last = to ?? today;
  const first = from ?? `${last.slice(0, 4)}-01-01`;
  const isTooLong = first < monthsLater(last, -months * limits.figurePeriodYears);
  if (first > last || isTooLong)
    throw new HttpProblem("malformed-request", [{ field: "from", code: "not-an-option" }]);
  return { from: first, to: last };
}

export function cutOf({ region, sector, park, organisation }: Query): Cut {
  return {
    ...(region === undefined ? {} : { region: pathCode(region) }),
    ...(sector === undefined ? {} : { sectors: sector }),
    ...(park === undefined ? {} : { park }),
    ...(organisation === undefined ? {} : { organisation }),
  };
}

const countyDigits = 6;
const townshipDigits = 9;
// By enterprise and day there would be as many figures as entries.
const fineTimes: readonly string[] = ["day", "week"];
// The time, and one place.
const mostBesideFineTimes = 2;

/** The dimensions that are asked for; `region` is one level below where the figure is taken. */
function dimensionsOf({ by = "", region }: Query, scope: Scope): readonly Dimension[] {
  const digits = Math.max(
    region === undefined ? 0 : pathCode(region).length,
    scope.sees === "region" ? scope.region.length : 0,
  );
  const named = by === "" ? [] : by.split(",");
  const found = named.map((name) =>
    name === "region" ? (digits < countyDigits ? "county" : "township") : name,
  );
  const problems = found.flatMap((name): Problem[] =>
    dimensions.some((one) => one === name) ? [] : [{ field: "by", code: "not-an-option" }],
  );
  const known = dimensions.filter((one) => found.includes(one));
  const times = bucketSizes.filter((size) => known.includes(size));
  const isFine = fineTimes.includes(timeOf({ by: known }) ?? "");
  const isTooFine = isFine && (known.includes("organisation") || known.length > mostBesideFineTimes);
  if (problems.length > 0 || times.length > 1 || isTooFine)
    throw new HttpProblem(
      "malformed-request",
      problems[0] ? problems : [{ field: "by", code: "not-an-option" }],
    );
  return known;
}
