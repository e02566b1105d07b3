import type { Readable } from "node:stream";
import { z } from "zod";
import { chartNames } from "../../core/campaign/analysis.ts";
import { orders } from "../../core/campaign/pivot.ts";
import { figureLines, filterOf } from "../exchange/write/figure-head.ts";
import { demonstrationMark } from "../exchange/write/list-heading.ts";
import { pivotTableOut } from "../exchange/write/pivot-table.ts";
import { xlsxOf } from "../exchange/write/xlsx.ts";
import { bare, ok, route, type SignedInVisit } from "../http/route.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { attachment } from "./exports.ts";
import { pivotTable, readPivot } from "./pivot.ts";
import { pivotAnswer, pivotQuery } from "./pivot-shapes.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "campaign";
const readyView = z.object({
  id: z.string(),
  name: shapes.words,
  says: shapes.words,
  indicator: z.string(),
  rows: z.string(),
  columns: z.string().optional(),
  order: z.enum(orders).optional(),
  only: z.literal("nothing").optional(),
  chart: z.enum(chartNames),
});

export const readAnalysis = route(
  "GET /api/analysis",
  {
    right: "figures",
    ...bare,
    query: pivotQuery,
    tag,
    words: { zh: "分析：指标按行和列", en: "An indicator by rows and columns" },
    answers: pivotAnswer,
  },
  async (visit) => {
    const table = pivotTable(visit, visit.query);
    const { services, scope } = visit;
    return ok(await inTransaction(services.pool, scope, (tx) => readPivot(tx, visit, table)));
  },
);

export const listReadyViews = route(
  "GET /api/analysis/views",
  {
    right: "figures",
    ...bare,
    tag,
    words: { zh: "分析：现成的视图", en: "The tables of the analysis that are ready" },
    /** With the day on which periods are chosen. */
    answers: z.object({ views: z.array(readyView), today: z.iso.date() }),
  },
  async ({ services, today }) => ok({ views: services.campaign.pack.analysis.views, today }),
);

export const exportAnalysis = route(
  "GET /api/analysis.xlsx",
  {
    right: "figures",
    ...bare,
    query: pivotQuery,
    tag,
    words: { zh: "导出分析表（xlsx）", en: "An indicator by rows and columns, as a workbook" },
    answers: "bytes",
  },
  async (visit) => {
    const table = pivotTable(visit, visit.query);
    const { services, scope, actor, now } = visit;
    const file = await inTransaction(services.pool, scope, async (tx) => {
      const answer = await readPivot(tx, visit, table);
      const { from, to, asOf } = answer;
      const places = answer.cut.map(({ words }) => words.zh);
      const title = `分析-${answer.indicator.name.zh}`;
      const { demonstration } = services;
      const head = { title, from, to, asOf, places, actor, now, demonstration };
      const { lines, name } = await figureLines(tx, services.campaign, head);
      return {
        ...{ title, name: `${name}.xlsx`, rows: answer.rows.length },
        filter: filterOf(head),
        table: pivotTableOut(answer, lines, demonstration ? demonstrationMark : undefined),
      };
    });
    await recordTaken(visit, { ...file, format: "xlsx" });
    await sendFile(visit, file.name, xlsxOf(file.table), workbookType);
    return undefined;
  },
);

export const workbookType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface Taken {
  readonly title: string;
  readonly filter: string;
  readonly rows: number;
  readonly format: string;
}

type Visit = SignedInVisit<unknown, unknown, unknown>;

/** Before the first byte leaves: what is not logged is not taken out. */
export const recordTaken = (visit: Visit, { title, filter, rows, format }: Taken): Promise<void> =>
  inTransaction(visit.services.pool, undefined, (tx: Transaction) =>
    recordVisit(tx, visit, { event: "figuresExported", facts: { what: title, filter, rows, format } }),
  );

export async function sendFile({ reply }: Visit, name: string, bytes: Readable, type: string): Promise<void> {
  reply.header("content-disposition", attachment(name)).header("cache-control", "no-store").type(type);
  await reply.send(bytes);
}
