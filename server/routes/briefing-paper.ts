import { ranksOf } from "../../core/campaign/ranking.ts";
import type { Values } from "../../core/register/field.ts";
import { type FrozenFigure, unitWords as unitsOf, withheldWords } from "../../core/register/figures.ts";
import { briefingFields } from "../../core/registers/briefing-fields.ts";
import {
  mostCharted,
  type ReportChart,
  type ReportColumn,
  type ReportPart,
} from "../exchange/write/report-out.ts";
import type { OutCell } from "../exchange/write/table-out.ts";
import type { Campaign } from "../store/campaign.ts";

const nameWidth = 26;
const figureWidth = 12;

/**
 * The parts of a briefing's paper, of the figures that it keeps and of nothing else: altogether, by region, by sector where it was asked,
 * a ranking for each indicator that ranks, what it says, and what each figure counts.
 */
export function briefingParts(
  campaign: Campaign,
  values: Values,
  figures: readonly FrozenFigure[],
): readonly ReportPart[] {
  const outer = Math.min(...figures.map(({ cut }) => cut.region.length));
  const sectors = figures.filter(({ cut }) => cut.sectors !== undefined);
  const [whole, regions] = [true, false].map((isWhole) =>
    figures.filter(({ cut }) => cut.sectors === undefined && (cut.region.length === outer) === isWhole),
  );
  return [
    saidPart(campaign, values),
    wholePart(whole ?? []),
    ...tablePart("各地区情况", "地区", regions ?? []),
    ...tablePart("各行业领域情况", "行业领域", sectors),
    ...rankingParts(figures),
    sourcesPart(campaign, whole ?? []),
  ];
}

const texts = ["praise", "praisedUnits", "problems", "criticisedUnits", "demands", "addressedTo"] as const;

/** What it praises, finds wanting and demands, and whom it names. */
function saidPart({ organisations }: Campaign, values: Values): ReportPart {
  const rows = texts.flatMap((name): OutCell[][] => {
    const value = values[name];
    if (value === undefined) return [];
    const said = Array.isArray(value)
      ? value.map((id) => organisations.get(String(id))?.name.zh ?? String(id)).join("、")
      : String(value);
    return [[briefingFields[name].words.zh, said]];
  });
  const columns: ReportColumn[] = [
    { heading: "事项", width: 14 },
    { heading: "内容", width: 60 },
  ];
  return { heading: "通报内容", paragraphs: [], columns, rows };
}

const toldAs = ({ value, few, fewBelow, withheld }: FrozenFigure): OutCell => {
  if (few) return `<${fewBelow}`;
  return withheld ? withheldWords.zh : value;
};

const named = ({ name, formula }: FrozenFigure): string => `${name.zh}（${unitsOf[formula.unit].zh}）`;

function wholePart(figures: readonly FrozenFigure[]): ReportPart {
  const columns: ReportColumn[] = [
    { heading: "指标", width: nameWidth },
    { heading: "单位", width: 6 },
    { heading: "数值", width: figureWidth },
    { heading: "分子", width: figureWidth, detail: true },
    { heading: "分母", width: figureWidth, detail: true },
    { heading: "指标编号", width: 22, detail: true },
  ];
  const rows = figures.map((figure): OutCell[] => [
    figure.name.zh,
    unitsOf[figure.formula.unit].zh,
    toldAs(figure),
    ...(figure.of === undefined || figure.few || figure.withheld
      ? [null, null]
      : [figure.counted, figure.of]),
    figure.indicator,
  ]);
  return { heading: "总体情况", paragraphs: [], columns, rows };
}

/** Indicators side by side, place by place; bars of the first. Nothing where it keeps none of such places. */
function tablePart(heading: string, of: string, figures: readonly FrozenFigure[]): readonly ReportPart[] {
  const byIndicator = [...Map.groupBy(figures, ({ indicator }) => indicator).values()];
  const places = [...new Set(figures.map(({ place }) => place?.zh ?? ""))];
  if (places.length === 0) return [];
  const columns: ReportColumn[] = [
    { heading: of, width: nameWidth },
    ...byIndicator.flatMap(([first]) => (first ? [{ heading: named(first), width: figureWidth }] : [])),
  ];
  const rows = places.map((place): OutCell[] => [
    place,
    ...byIndicator.map((own) => {
      const figure = own.find((one) => one.place?.zh === place);
      return figure === undefined ? null : toldAs(figure);
    }),
  ]);
  const cut = rows.length > mostCharted ? `，前 ${mostCharted} 行` : "";
  const title = `${heading}：${columns[1]?.heading ?? ""}${cut}`;
  return [{ heading, paragraphs: [], columns, rows, ...charted(title, rows, 0, 1) }];
}

/** Of a single place there is nothing to draw. */
const charted = (
  title: string,
  rows: readonly unknown[],
  along: number,
  column: number,
): { readonly chart?: ReportChart } =>
  rows.length < 2 ? {} : { chart: { kind: "bar", title, along, series: [column] } };

const ends = { most: "由高到低", least: "由低到高" } as const;

/** Places by rank; whoever has the same shares one, and where there is nothing to rank stands last without. */
function rankingParts(figures: readonly FrozenFigure[]): readonly ReportPart[] {
  const ranked = figures.filter(({ ranks }) => ranks !== undefined);
  const byIndicator = [...Map.groupBy(ranked, ({ indicator }) => indicator).values()];
  return byIndicator.flatMap((own) => {
    const [first] = own;
    if (first?.ranks === undefined) return [];
    const ranks = ranksOf(own);
    const last = own.length + 1;
    const order = own
      .map((figure, at) => ({ figure, rank: ranks[at] }))
      .sort((one, other) => (one.rank ?? last) - (other.rank ?? last));
    const rows = order.map(({ figure, rank }): OutCell[] => [
      figure.place?.zh ?? "",
      rank ?? null,
      toldAs(figure),
    ]);
    const heading = `${first.name.zh}排名`;
    const columns: ReportColumn[] = [
      { heading: "地区", width: nameWidth },
      { heading: "名次", width: 8 },
      { heading: named(first), width: figureWidth },
    ];
    const says = `按结果${ends[first.ranks]}排名，数值相同的名次相同；不按登录、点击等使用情况排名。`;
    return [{ heading, paragraphs: [says], columns, rows, ...charted(heading, rows, 0, 2) }];
  });
}

/** Of every indicator what it counts, over which days and as known when, and where that stands. */
function sourcesPart({ pack }: Campaign, figures: readonly FrozenFigure[]): ReportPart {
  const columns: ReportColumn[] = [
    { heading: "指标", width: 18 },
    { heading: "算法", width: 36 },
    { heading: "时段", width: 24 },
    { heading: "依据", width: 30 },
    { heading: "指标编号", width: 22, detail: true },
    { heading: "按哪天所知", width: 14, detail: true },
  ];
  const known = new Map(pack.indicators.map((indicator) => [indicator.id, indicator]));
  const rows = figures.map(({ indicator, name, formula, from, to, asOf }): OutCell[] => {
    const found = known.get(indicator);
    return [
      name.zh,
      found?.says.zh ?? "",
      formula.counts.over === "day" ? `${to} 当日` : `${from} 至 ${to}`,
      found === undefined ? "" : `${found.source}${found.toBeConfirmed ? "（待核实）" : ""}`,
      indicator,
      asOf,
    ];
  });
  return { heading: "口径和来源", paragraphs: [pack.analysis.briefing.source], columns, rows };
}
