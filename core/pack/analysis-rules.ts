import type { AnalysisPlan, RankingRow } from "../campaign/analysis.ts";
import { dimensions } from "../campaign/cube.ts";
import type { Indicator } from "../campaign/indicator.ts";
import { goTogether, rowsOffered } from "../campaign/pivot-offer.ts";
import { registerNamed } from "../registers/index.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

/** Whatever is ready can be shown: its indicator is there, and can be told by its rows and columns. */
export function analysisRules(
  { views, report, briefing }: AnalysisPlan,
  indicators: readonly Indicator[],
): readonly Located[] {
  const known = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const unknown = (at: string, id: string): readonly Located[] =>
    known.has(id) ? [] : [{ at, code: "unknown-indicator", about: id }];
  return [
    ...repeated("/analysis/views", views, "id", ({ id }) => id),
    ...views.flatMap(({ indicator, rows, columns }, index) => {
      const at = `/analysis/views/${index}`;
      const found = known.get(indicator);
      if (found === undefined) return unknown(`${at}/indicator`, indicator);
      return toldBy(at, found, rows, columns);
    }),
    ...report.sections.flatMap(({ indicators: own, by }, index) =>
      own.flatMap((id, place) => {
        const at = `/analysis/report/sections/${index}/indicators/${place}`;
        const found = known.get(id);
        if (found === undefined) return unknown(at, id);
        return by === "whole" || isOffered(found, by) ? [] : notToldBy(at, by);
      }),
    ),
    ...repeated("/analysis/briefing/rankings", briefing.rankings, "indicator", ({ indicator }) => indicator),
    ...briefing.rankings.flatMap((ranking, index) => {
      const at = `/analysis/briefing/rankings/${index}`;
      const found = known.get(ranking.indicator);
      return found === undefined ? unknown(`${at}/indicator`, ranking.indicator) : ranks(at, found, ranking);
    }),
  ];
}

/** The better comes first, and nobody is ranked by how many people told of something: that would make them tell less. */
function ranks(at: string, { better, people, id }: Indicator, { first }: RankingRow): readonly Located[] {
  if (better !== (first === "most" ? "more" : "less"))
    return [{ at: `${at}/first`, code: "ranks-against-direction", about: first }];
  return people ? [{ at: `${at}/indicator`, code: "ranks-by-people", about: id }] : [];
}

function toldBy(at: string, indicator: Indicator, rows: string, columns: string | undefined) {
  const [down, across] = [rows, columns].map((name) => dimensions.find((one) => one === plain(name)));
  if (!isOffered(indicator, rows)) return notToldBy(`${at}/rows`, rows);
  if (columns === undefined) return [];
  const fits = down !== undefined && across !== undefined && goTogether(down, across);
  return fits && isOffered(indicator, columns) ? [] : notToldBy(`${at}/columns`, columns);
}

const notToldBy = (at: string, about: string): readonly Located[] => [
  { at, code: "indicator-not-told-by", about },
];

const plain = (name: string | undefined) => (name === "region" ? "county" : name);

function isOffered(indicator: Indicator, name: string): boolean {
  const register = registerNamed(indicator.counts.count.split(".")[0] ?? "");
  // A formula over what is not there is told where it stands.
  return register === undefined || rowsOffered(indicator, register).some((one) => one === plain(name));
}
