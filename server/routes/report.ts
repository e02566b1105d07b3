import type { ReportSection } from "../../core/campaign/analysis.ts";
import { comparedWith, type Period } from "../../core/campaign/compared.ts";
import type { CubeRow, Dimension } from "../../core/campaign/cube.ts";
import { isFew, type Untold, untoldParts } from "../../core/campaign/few.ts";
import { type Cut, type Figure, figureOf, type Indicator } from "../../core/campaign/indicator.ts";
import { timesIn } from "../../core/campaign/pivot.ts";
import { registerNamed } from "../../core/registers/index.ts";
import { mostCharted, type ReportColumn, type ReportPart } from "../exchange/write/report-out.ts";
import type { OutCell } from "../exchange/write/table-out.ts";
import { readCube } from "../store/cubes.ts";
import { inOrder, type Transaction } from "../store/database.ts";
import { fewBelowFor, untoldWords } from "./few-told.ts";
import { viewIndicator } from "./indicators.ts";
import { levelBelow, type PivotVisit } from "./pivot.ts";
import { codeWords, dimensionWords, isTime, timeWords } from "./pivot-words.ts";

/** A report that can be made: for which days, as known when, and where. */
export interface ReportAsked extends Period {
  readonly asOf?: string | undefined;
  readonly cut: Cut;
  /** The region that was asked for, by its official code. */
  readonly region?: string | undefined;
}

const unitWords = { item: "项", percent: "%", yuan: "元", day: "天" } as const;
const nameWidth = 26;
const figureWidth = 12;

/** The parts of the report as the pack has them, each with its figures; at the end what each figure counts. */
export async function reportParts(
  tx: Transaction,
  visit: PivotVisit,
  asked: ReportAsked,
): Promise<readonly ReportPart[]> {
  const {
    analysis: { report },
    indicators,
  } = visit.services.campaign.pack;
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const ownOf = ({ indicators: ids }: ReportSection) => ids.flatMap((id) => known.get(id) ?? []);
  const parts: ReportPart[] = [];
  for (const section of report.sections) {
    const own = ownOf(section);
    const { by } = section;
    parts.push(
      by === "whole"
        ? await wholePart(tx, visit, asked, { section, indicators: own })
        : await partBy(tx, visit, asked, { section, indicators: own, by: dimensionOf(by, visit, asked) }),
    );
  }
  const used = new Set(report.sections.flatMap(({ indicators: ids }) => ids));
  return [
    ...parts,
    sourcesPart(
      asked,
      report.note.zh,
      indicators.filter(({ id }) => used.has(id)),
    ),
  ];
}

const dimensionOf = (
  by: Exclude<ReportSection["by"], "whole">,
  { scope }: PivotVisit,
  { region }: ReportAsked,
): Dimension => (by === "region" ? levelBelow(region, scope) : by);

interface Part {
  readonly section: ReportSection;
  readonly indicators: readonly Indicator[];
}

/** Each indicator altogether, with the period before and the same a year before. */
async function wholePart(
  tx: Transaction,
  visit: PivotVisit,
  asked: ReportAsked,
  { section, indicators }: Part,
): Promise<ReportPart> {
  const periods = comparedWith(asked);
  const { cut, asOf, from, to } = asked;
  const rows: OutCell[][] = [];
  for (const indicator of indicators) {
    const over = (period: Period) => readCube(tx, visit.scope, { indicator, cut, asOf, by: [], ...period });
    const [now, before, yearBefore] = await inOrder([
      over({ from, to }),
      over(periods.before),
      over(periods.yearBefore),
    ]);
    const fewBelow = fewBelowFor(visit, indicator, []);
    const told = (figure: Figure | undefined) => toldAs(figure, fewBelow, untoldAlone(figure, fewBelow));
    const isTold = untoldAlone(now?.whole, fewBelow) === undefined;
    rows.push([
      indicator.name.zh,
      unitWords[indicator.unit],
      told(now?.whole),
      told(before?.whole),
      told(yearBefore?.whole),
      ...(isTold ? partsOf(indicator, now?.whole) : [null, null]),
      indicator.id,
    ]);
  }
  const columns: ReportColumn[] = [
    { heading: "指标", width: nameWidth },
    { heading: "单位", width: 6 },
    { heading: "本期", width: figureWidth },
    { heading: "上一时段", width: figureWidth },
    { heading: "上年同期", width: figureWidth },
    { heading: "分子", width: figureWidth, detail: true },
    { heading: "分母", width: figureWidth, detail: true },
    { heading: "指标编号", width: 22, detail: true },
  ];
  const beside = `上一时段：${periods.before.from} 至 ${periods.before.to}；上年同期：${periods.yearBefore.from} 至 ${periods.yearBefore.to}。`;
  return { heading: section.title.zh, paragraphs: [beside], columns, rows };
}

const untoldAlone = (figure: Figure | undefined, fewBelow: number | undefined): Untold | undefined =>
  fewBelow !== undefined && isFew(figure?.counted ?? 0, fewBelow) ? "few" : undefined;

const toldAs = (
  figure: Figure | undefined,
  fewBelow: number | undefined,
  untold: Untold | undefined,
): OutCell => (untold === undefined ? (figure?.value ?? null) : untoldWords(untold, fewBelow));

/** What is counted and by what it is divided, of a share or a mean alone. */
const partsOf = ({ of }: Indicator, figure: Figure | undefined): OutCell[] =>
  of === undefined ? [null, null] : [figure?.counted ?? null, figure?.of ?? null];

/** Indicators side by side, told apart by place or time. */
async function partBy(
  tx: Transaction,
  visit: PivotVisit,
  asked: ReportAsked,
  { section, indicators, by }: Part & { readonly by: Dimension },
): Promise<ReportPart> {
  const { cut, asOf, from, to } = asked;
  const told: ReadonlyMap<string, CubeRow>[] = [];
  for (const indicator of indicators) {
    const { rows } = await readCube(tx, visit.scope, { indicator, cut, asOf, from, to, by: [by] });
    told.push(new Map(rows.map((row) => [row.at[by] ?? "", row])));
  }
  const codes = isTime(by)
    ? timesIn({ from, to }, by)
    : [...new Set(told.flatMap((one) => [...one.keys()]))].sort();
  const [register] = indicators.flatMap(
    ({ counts }) => registerNamed(counts.count.split(".")[0] ?? "") ?? [],
  );
  if (register === undefined) throw new Error(`${section.title.zh} tells of no indicator`);
  const say = isTime(by)
    ? (code: string) => timeWords(code, by)
    : await codeWords(tx, visit.services.campaign, register, { name: by, codes });
  const known = indicators.map((indicator, at) => {
    const figures = codes.map((code) => told[at]?.get(code) ?? figureOf(indicator, 0, 0));
    const fewBelow = fewBelowFor(visit, indicator, [by]);
    const counts = figures.map(({ counted }) => counted);
    const untold = fewBelow === undefined ? [] : untoldParts(counts, fewBelow).parts;
    return figures.map((figure, row): OutCell[] => {
      const value = toldAs(figure, fewBelow, untold[row]);
      if (indicator.of === undefined) return [value];
      return [value, ...(untold[row] === undefined ? partsOf(indicator, figure) : [null, null])];
    });
  });
  const rows = codes.map((code, row): OutCell[] => [
    say(code).zh,
    ...known.flatMap((cells) => cells[row] ?? []),
  ]);
  const columns = [
    { heading: dimensionWords(register, by).zh, width: nameWidth },
    ...indicators.flatMap(columnsOf),
  ];
  return {
    heading: section.title.zh,
    paragraphs: [],
    columns,
    rows,
    ...chartOf(section, columns, rows.length),
  };
}

function columnsOf({ name, unit, of }: Indicator): ReportColumn[] {
  const heading = `${name.zh}（${unitWords[unit]}）`;
  if (of === undefined) return [{ heading, width: figureWidth }];
  return [
    { heading, width: figureWidth },
    { heading: `${name.zh} 分子`, width: figureWidth, detail: true },
    { heading: `${name.zh} 分母`, width: figureWidth, detail: true },
  ];
}

/** Lines of all that is counted in one unit, or bars of the first indicator; of a single place there is nothing to draw. */
function chartOf(
  { chart, title }: ReportSection,
  columns: readonly ReportColumn[],
  rows: number,
): Pick<ReportPart, "chart"> {
  if (chart === "none" || rows < 2) return {};
  const sameUnit = columns.flatMap(({ heading }, at) => (at > 0 && heading.endsWith("（项）") ? [at] : []));
  const series = chart === "line" ? sameUnit : [1];
  const cut = rows > mostCharted ? `，前 ${mostCharted} 行` : "";
  const what = chart === "line" ? "" : `：${columns[1]?.heading ?? ""}`;
  return { chart: { kind: chart, title: `${title.zh}${what}${cut}`, along: 0, series } };
}

/** Of every indicator of the report what it counts, over which days, as known when, and where that stands. */
function sourcesPart(
  { from, to, asOf }: ReportAsked,
  note: string,
  indicators: readonly Indicator[],
): ReportPart {
  const columns: ReportColumn[] = [
    { heading: "指标", width: 18 },
    { heading: "算法", width: 36 },
    { heading: "时段", width: 24 },
    { heading: "依据", width: 30 },
    { heading: "指标编号", width: 22, detail: true },
    { heading: "按哪天所知", width: 14, detail: true },
  ];
  const rows = indicators.map((indicator): OutCell[] => {
    const stands = indicator.counts.over === "day";
    return [
      indicator.name.zh,
      `${indicator.says.zh}。${viewIndicator(indicator).formula.zh}`,
      stands ? `${to} 当日` : `${from} 至 ${to}`,
      `${indicator.source}${indicator.toBeConfirmed ? "（待核实）" : ""}`,
      indicator.id,
      asOf ?? "生成时",
    ];
  });
  return { heading: "口径和来源", paragraphs: [note], columns, rows };
}
