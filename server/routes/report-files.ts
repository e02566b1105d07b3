import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { periodNamed } from "../../core/calendar/period.ts";
import { docxOf } from "../exchange/write/docx.ts";
import { figureLines, filterOf } from "../exchange/write/figure-head.ts";
import { demonstrationMark } from "../exchange/write/list-heading.ts";
import { reportXlsxOf } from "../exchange/write/report-xlsx.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, type Route, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { recordTaken, sendFile, workbookType } from "./analysis.ts";
import { cutOf, figureQuery } from "./indicators.ts";
import { cutWordsOf } from "./pivot.ts";
import { type ReportAsked, reportParts } from "./report.ts";

const query = figureQuery
  .pick({ region: true, sector: true })
  .extend({ period: z.string().max(10), asOf: z.string().refine(isDay).optional() });

const formats = {
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", make: docxOf },
  xlsx: { type: workbookType, make: reportXlsxOf },
} as const;

/** The report of a month, a quarter or another period of the calendar (通报), by region and sector, as a file. */
const reportRoute = (format: keyof typeof formats, words: { zh: string; en: string }): Route =>
  route(
    `GET /api/analysis/report.${format}`,
    { right: "figures", ...bare, query, tag: "campaign", words, answers: "bytes" },
    async (visit) => {
      const { services, scope, actor, now, today, query: asked } = visit;
      const period = periodNamed(asked.period);
      if (period === undefined || period.from > today) throw refuse("period");
      if (asked.asOf !== undefined && asked.asOf > today) throw refuse("asOf");
      const { from, to, words: periodWords } = period;
      const report: ReportAsked = { from, to, asOf: asked.asOf, cut: cutOf(asked), region: asked.region };
      const made = await inTransaction(services.pool, scope, async (tx) => {
        const places = (await cutWordsOf(tx, visit, report.cut)).map((one) => one.zh);
        const { campaign, demonstration } = services;
        const place = places[0] ?? campaign.regionName(actor.region)?.zh ?? "";
        const title = campaign.pack.analysis.report.title.zh
          .replace("{place}", place)
          .replace("{period}", periodWords);
        const head = { title, from, to, asOf: asked.asOf ?? null, places, actor, now, demonstration };
        const { lines, name } = await figureLines(tx, campaign, head);
        const parts = await reportParts(tx, visit, report);
        const mark = demonstration ? { pageMark: demonstrationMark } : {};
        return { name, filter: filterOf(head), out: { title, lines, parts, ...mark } };
      });
      const rows = made.out.parts.reduce((total, part) => total + part.rows.length, 0);
      await recordTaken(visit, { title: made.out.title, filter: made.filter, rows, format });
      const { type, make } = formats[format];
      await sendFile(visit, `${made.name}.${format}`, make(made.out), type);
      return undefined;
    },
  );

const refuse = (field: string) => new HttpProblem("malformed-request", [{ field, code: "not-an-option" }]);

export const reportDocument = reportRoute("docx", {
  zh: "通报（Word）：一个时段的各项指标，含图",
  en: "The report of a period as a document with charts",
});
export const reportWorkbook = reportRoute("xlsx", {
  zh: "通报（Excel）：一个时段的各项指标，含图",
  en: "The report of a period as a workbook with charts",
});
