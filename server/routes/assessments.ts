import { z } from "zod";
import { isMet, pointsOf } from "../../core/campaign/assessment.ts";
import {
  type AssessmentScheme,
  indicatorsIn,
  type itemsOf,
  ruleWords,
  schemeFor,
} from "../../core/campaign/assessment-scheme.ts";
import { boardUnits } from "../../core/campaign/board-units.ts";
import { type Indicator, indicatorUnits } from "../../core/campaign/indicator.ts";
import { shareInSight } from "../../core/campaign/share.ts";
import { textValue } from "../../core/register/entry.ts";
import { type FrozenFigure, figuresIn, frozen } from "../../core/register/figures.ts";
import { valuesLeft } from "../../core/register/left-out.ts";
import { type Score, scoresIn } from "../../core/register/scores.ts";
import { assessment } from "../../core/registers/assessment.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { publishedAssessments } from "../store/assessments.ts";
import { type Campaign, organisationFact, organisationId } from "../store/campaign.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { countFigures } from "../store/figures.ts";
import { opensOf } from "./indicators.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const figure = z.object({
  value: z.number().nullable(),
  counted: z.number(),
  of: z.number().optional(),
  opens: z.string(),
  opensOf: z.string().optional(),
  rest: z.literal(true).optional(),
  unit: z.enum(indicatorUnits),
});

const row = z.object({
  id: z.string(),
  name: shapes.words,
  weight: z.number(),
  /** Which indicator it goes by and how, in words; absent of what is judged. */
  by: z.object({ name: shapes.words, rule: shapes.words, figure }).optional(),
  /** What must be shown; absent of what facts give. */
  judged: shapes.words.optional(),
  self: z.object({ points: z.number().optional(), reason: z.string().optional() }).optional(),
  verified: z.object({ points: z.number().optional(), reason: z.string().optional() }).optional(),
  /** As it was fixed, else what facts give today; null where nobody has judged yet. */
  points: z.number().nullable(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
});

const veto = z.object({
  id: z.string(),
  name: shapes.words,
  byFigure: z.boolean(),
  isMet: z.boolean(),
  reason: z.string().optional(),
  gradeAtMost: shapes.words,
  source: z.string(),
});

const schemeView = {
  version: z.string(),
  scheme: shapes.words,
  from: z.iso.date(),
  source: z.string(),
  grades: z.array(z.object({ id: z.string(), name: shapes.words, from: z.number() })),
};

const sheet = z.object({
  ...schemeView,
  year: z.string(),
  /** Whether points, figures and grade are fixed, or what they would be today. */
  isFixed: z.boolean(),
  /** The end of which day the figures are known by; absent where they are today's. */
  asOf: z.iso.date().optional(),
  groups: z.array(z.object({ name: shapes.words, items: z.array(row) })),
  vetoes: z.array(veto),
  score: z.number().nullable(),
  grade: shapes.words.nullable(),
});
export type ScoreSheetAnswer = z.output<typeof sheet>;

/** The score sheet: every item with its figure, its rule in words and its points, as they were fixed or would be today. */
export const readAssessment = route(
  "GET /api/assessments/:id",
  {
    right: "figures",
    ...bare,
    params: z.strictObject({ id: shapes.id }),
    tag: "campaign",
    words: { zh: "考核评分表：各项指标、计分规则和得分", en: "The score sheet of an assessment" },
    answers: sheet,
  },
  async ({ services: { campaign, pool }, scope, actor, params }) => {
    const register = registerFor(assessment.name, actor);
    const read = await inTransaction(pool, scope, async (tx) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      const values = valuesLeft(register, entry.values, actor.token);
      const [unit, year] = [textValue(entry.values, "unit") ?? "", textValue(entry.values, "year") ?? ""];
      const scheme = campaign.pack.schemes.find(
        ({ version }) => version === textValue(entry.values, "scheme"),
      );
      // A version is never taken out of a pack: entries are read by it for ever.
      if (scheme === undefined)
        throw new Error(`The pack has no scheme ${textValue(entry.values, "scheme")}`);
      const kept = figuresIn(values.figures);
      const isFixed = values.score !== undefined;
      const figures = isFixed ? kept : await figuresOfToday(tx, campaign, scheme, unit, year);
      return { values, year, scheme, figures, isFixed };
    });
    return ok(sheetOf(campaign, read));
  },
);

/** What the scheme's indicators come to for the unit by what is known now. */
async function figuresOfToday(
  tx: Transaction,
  campaign: Campaign,
  scheme: AssessmentScheme,
  unit: string,
  year: string,
): Promise<readonly FrozenFigure[]> {
  const answering = organisationFact(campaign, unit);
  if (answering === undefined) return [];
  const place = { cut: shareInSight(answering), from: `${year}-01-01`, to: `${year}-12-31` };
  const wanted = indicatorsIn(scheme).flatMap((name) => {
    const indicator = indicatorNamed(campaign, name);
    return indicator ? [{ ...place, indicator, formula: indicator }] : [];
  });
  const counted = await countFigures(tx, wanted);
  return wanted.flatMap(({ indicator }, at) => {
    const found = counted[at];
    return found ? [frozen(indicator, place, place.to, found)] : [];
  });
}

const indicatorNamed = ({ pack }: Campaign, name: string): Indicator | undefined =>
  pack.indicators.find(({ id }) => id === name);

interface Read {
  readonly values: Readonly<Record<string, unknown>>;
  readonly year: string;
  readonly scheme: AssessmentScheme;
  readonly figures: readonly FrozenFigure[];
  readonly isFixed: boolean;
}

function sheetOf(campaign: Campaign, read: Read): ScoreSheetAnswer {
  const { values, scheme, year, figures, isFixed } = read;
  const by = (field: string) => new Map(scoresIn(values[field]).map((score) => [score.item, score]));
  const known = {
    ...read,
    by: new Map(figures.map((one) => [one.indicator, one])),
    self: by("selfScores"),
    verified: by("verifiedScores"),
    result: by("result"),
  };
  const found = by("vetoes");
  const met = by("vetoesMet");
  const grade = scheme.grades.find(({ id }) => id === values.gradeId);
  const [first] = figures;
  return {
    version: scheme.version,
    scheme: scheme.name,
    from: scheme.from,
    source: scheme.source,
    grades: [...scheme.grades],
    year,
    isFixed,
    ...(isFixed && first ? { asOf: first.asOf } : {}),
    groups: scheme.groups.map(({ name, items }) => ({
      name,
      items: items.map((item) => rowOf(campaign, item, known)),
    })),
    vetoes: scheme.vetoes.map((one) => ({
      id: one.id,
      name: one.name,
      byFigure: one.indicator !== undefined,
      isMet: isFixed ? met.has(one.id) : isMet(one, known.by.get(one.indicator ?? "")),
      ...reasonOf(found.get(one.id)),
      gradeAtMost: scheme.grades.find(({ id }) => id === one.gradeAtMost)?.name ?? { zh: "", en: "" },
      source: one.source,
    })),
    score: typeof values.score === "number" ? values.score : null,
    grade: grade?.name ?? null,
  };
}

interface Known extends Read {
  readonly by: ReadonlyMap<string, FrozenFigure>;
  readonly self: ReadonlyMap<string, Score>;
  readonly verified: ReadonlyMap<string, Score>;
  readonly result: ReadonlyMap<string, Score>;
}

function rowOf(campaign: Campaign, item: ReturnType<typeof itemsOf>[number], known: Known) {
  const { id, name, weight, judged, source, toBeConfirmed } = item;
  const indicator = indicatorNamed(campaign, item.indicator ?? "");
  const figure = known.by.get(item.indicator ?? "");
  const own = known.self.get(id);
  const other = known.verified.get(id);
  const points = known.result.get(id)?.points ?? (figure && pointsOf(item, figure)) ?? null;
  return {
    id,
    name,
    weight,
    ...(indicator && figure
      ? {
          by: {
            name: indicator.name,
            rule: ruleWords(item, indicator.unit),
            figure: viewFigure(figure, known.isFixed),
          },
        }
      : {}),
    ...(judged ? { judged } : {}),
    ...(own ? { self: pointsAndReason(own) } : {}),
    ...(other ? { verified: pointsAndReason(other) } : {}),
    points,
    source,
    toBeConfirmed,
  };
}

const reasonOf = ({ reason }: Partial<Score> = {}) => (reason === undefined ? {} : { reason });

const pointsAndReason = ({ points, reason }: Score) => ({
  ...(points === undefined ? {} : { points }),
  ...reasonOf({ reason }),
});

/** With the lists that it counts: of a fixed one as they were known then. */
function viewFigure({ formula, cut, from, to, asOf, value, counted, of }: FrozenFigure, isFixed: boolean) {
  const known = isFixed ? { asOf } : {};
  return {
    value,
    counted,
    ...(of === undefined ? {} : { of }),
    opens: opensOf(formula.counts, cut, { from, to }, known),
    ...(formula.of === undefined ? {} : { opensOf: opensOf(formula.of, cut, { from, to }, known) }),
    ...(formula.rest === true ? { rest: true as const } : {}),
    unit: formula.unit,
  };
}

const ranked = z.object({
  /** Units of the same scheme alone are compared; those with the same score share a place. */
  place: z.int(),
  id: z.string(),
  number: z.string(),
  unit: shapes.words,
  score: z.number(),
  grade: shapes.words,
});

const ranking = z.object({
  /** Years of which there are published results, the last first. */
  years: z.array(z.string()),
  year: z.string().nullable(),
  schemes: z.array(z.object({ ...schemeView, kinds: z.array(z.string()), rows: z.array(ranked) })),
});
export type RankingAnswer = z.output<typeof ranking>;

/** The published results of a year, the best first, by scheme: results alone, and none of who is still at work. */
export const listAssessments = route(
  "GET /api/assessments",
  {
    right: "figures",
    ...bare,
    query: z.strictObject({
      year: z
        .string()
        .regex(/^20[0-9]{2}$/)
        .optional(),
    }),
    tag: "campaign",
    words: { zh: "考核结果：按年度、按方案排名", en: "Results of assessments, ranked by scheme" },
    answers: ranking,
  },
  async ({ services: { campaign, pool }, scope, actor, query }) => {
    registerFor(assessment.name, actor);
    const found = await inTransaction(pool, scope, (tx) => publishedAssessments(tx, scope));
    const years = [...new Set(found.map(({ year }) => year))].sort().reverse();
    const year = query.year ?? years[0] ?? null;
    const own = found.filter((one) => one.year === year);
    const used = new Set(own.map(({ scheme }) => scheme));
    const schemes = campaign.pack.schemes.filter(
      ({ version, units }) =>
        used.has(version) ||
        (year !== null &&
          units.some((kind) => schemeFor(campaign.pack.schemes, kind, Number(year))?.version === version)),
    );
    return ok({
      years,
      year,
      schemes: schemes.map((scheme) => ({
        version: scheme.version,
        scheme: scheme.name,
        from: scheme.from,
        source: scheme.source,
        grades: [...scheme.grades],
        kinds: [...scheme.units],
        rows: rankedBy(
          campaign,
          scheme,
          own.filter((one) => one.scheme === scheme.version),
        ),
      })),
    });
  },
);

type Published = Awaited<ReturnType<typeof publishedAssessments>>[number];

function rankedBy(campaign: Campaign, scheme: AssessmentScheme, own: readonly Published[]) {
  const order = boardUnits(campaign.pack).map(({ id }) => organisationId(id));
  const sorted = own.toSorted(
    (one, other) => other.score - one.score || order.indexOf(one.unit) - order.indexOf(other.unit),
  );
  return sorted.map(({ id, number, unit, score, gradeId }) => ({
    place: 1 + sorted.findIndex((one) => one.score === score),
    id,
    number,
    unit: campaign.organisations.get(unit)?.name ?? { zh: unit, en: unit },
    score,
    grade: scheme.grades.find((grade) => grade.id === gradeId)?.name ?? { zh: gradeId, en: gradeId },
  }));
}
