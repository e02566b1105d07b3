import {
  type AnalysisPlan,
  type BriefingPlan,
  chartNames,
  type RankingRow,
  type ReadyView,
  type ReportPlan,
  type ReportSection,
  sectionCharts,
  sectionsBy,
} from "../campaign/analysis.ts";
import { orders } from "../campaign/pivot.ts";
import { firstPlaces } from "../register/figures.ts";
import type { Words } from "../words.ts";
import { flag, listOf, oneOf, optional, record, text } from "./shape.ts";

const words = record<Words>({ zh: text(), en: text() });
const slug = text(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const dimension = text(/^[a-z]+$/);

/** `analysis.json`. */
export const analysisFile = record<{ readonly analysis: AnalysisPlan }>({
  analysis: record<AnalysisPlan>({
    views: listOf(
      record<ReadyView>({
        id: slug,
        name: words,
        says: words,
        indicator: slug,
        rows: dimension,
        columns: optional(dimension),
        order: optional(oneOf(orders)),
        only: optional(oneOf(["nothing"])),
        chart: oneOf(chartNames),
      }),
    ),
    report: record<ReportPlan>({
      title: words,
      note: words,
      sections: listOf(
        record<ReportSection>({
          title: words,
          by: oneOf(sectionsBy),
          indicators: listOf(slug),
          chart: oneOf(sectionCharts),
        }),
      ),
    }),
    briefing: record<BriefingPlan>({
      rankings: listOf(record<RankingRow>({ indicator: slug, first: oneOf(firstPlaces) })),
      source: text(),
      toBeConfirmed: flag,
    }),
  }),
});
