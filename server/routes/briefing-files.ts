import { z } from "zod";

import { type Entry, textValue } from "../../core/register/entry.ts";
import { figuresAsShown, figuresIn } from "../../core/register/figures.ts";
import { valuesLeft } from "../../core/register/left-out.ts";
import { briefing } from "../../core/registers/briefing.ts";
import { isIssued } from "../../core/registers/briefing-states.ts";
import { docxOf } from "../exchange/write/docx.ts";
import { demonstrationMark, timeInShanghai, unitOf } from "../exchange/write/list-heading.ts";
import type { ReportOut } from "../exchange/write/report-out.ts";
import { reportXlsxOf } from "../exchange/write/report-xlsx.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, type Route, route, type SignedInVisit } from "../http/route.ts";
import type { Campaign } from "../store/campaign.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { recordTaken, sendFile, workbookType } from "./analysis.ts";
import { briefingParts } from "./briefing-paper.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const formats = {
  docx: { type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document", make: docxOf },
  xlsx: { type: workbookType, make: reportXlsxOf },
} as const;

/** A briefing (通报) as a paper: exactly the figures that it keeps, whatever they have become since. */
const paperRoute = (format: keyof typeof formats, words: { zh: string; en: string }): Route =>
  route(
    `GET /api/briefings/:id/paper.${format}`,
    {
      right: "figures",
      ...bare,
      params: z.strictObject({ id: shapes.id }),
      tag: "campaign",
      words,
      answers: "bytes",
    },
    async (visit) => {
      const { services, scope, actor, params } = visit;
      const register = registerFor(briefing.name, actor);
      const made = await inTransaction(services.pool, scope, async (tx) => {
        const entry = await readEntry(tx, scope, register, params.id);
        if (entry === undefined) throw new HttpProblem("not-found");
        const left = { ...entry, values: valuesLeft(register, entry.values, actor.token) };
        return paperOf(visit, left, await unitOf(tx, services.campaign, actor));
      });
      const rows = made.out.parts.reduce((total, part) => total + part.rows.length, 0);
      await recordTaken(visit, { title: made.name, filter: made.out.lines.join("；"), rows, format });
      const { type, make } = formats[format];
      await sendFile(visit, `${made.name}.${format}`, make(made.out), type);
      return undefined;
    },
  );

type Visit = Pick<SignedInVisit<unknown, unknown, unknown>, "services" | "actor" | "now">;

/** What the paper says: the words of the briefing, its table and its rankings, and above them by whom and as known when. */
function paperOf({ services, actor, now }: Visit, { state, values }: Entry, unit: string) {
  const { campaign, demonstration } = services;
  const figures = figuresAsShown(figuresIn(values.figures));
  const number = textValue(values, "issueNumber");
  const title = textValue(values, "title") ?? briefing.words.zh;
  const issued = [organisationName(campaign, values.issuer), number, textValue(values, "issuedOn")];
  // What was not issued, or is not in force any more, says so: nobody takes a draft for the paper itself.
  const stands = isIssued(state) ? [] : [briefing.states[state]?.words.zh];
  const [first] = figures;
  const out: ReportOut = {
    title,
    lines: [
      ...(demonstration ? [demonstrationMark] : []),
      [...issued, ...stands].filter((one) => one !== undefined).join("　"),
      ...(first
        ? [`统计期：${first.from} 至 ${first.to}；数字截至 ${first.asOf} 24时，拟稿时固定，此后不变`]
        : []),
      `下载人：${actor.name}（${unit}）；下载时间：${timeInShanghai(now)}`,
    ],
    parts: briefingParts(campaign, values, figures),
    ...(demonstration ? { pageMark: demonstrationMark } : {}),
  };
  const mark = demonstration ? `${demonstrationMark.replace(" ", "-")}-` : "";
  return { name: `${mark}${title}${number === undefined ? "" : `-${number}`}`, out };
}

const organisationName = ({ organisations }: Campaign, id: unknown): string | undefined =>
  typeof id === "string" ? organisations.get(id)?.name.zh : undefined;

export const briefingDocument = paperRoute("docx", {
  zh: "通报（Word）：拟稿时固定的指标、排名和图",
  en: "A briefing as a document: the figures that it keeps, ranked and drawn",
});
export const briefingWorkbook = paperRoute("xlsx", {
  zh: "通报（Excel）：拟稿时固定的指标、排名和图",
  en: "A briefing as a workbook: the figures that it keeps, ranked and drawn",
});
