import { z } from "zod";
import { isDay } from "../../core/calendar/day.ts";
import { auditEventNames } from "../../core/ledger/audit.ts";
import { faultWords } from "../../core/ledger/faults.ts";
import { limits } from "../../core/limits.ts";
import { viewAuditLines } from "../exchange/audit-lines.ts";
import { auditFilterWords, openAuditExport } from "../exchange/write/audit-export.ts";
import { exportTypes } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, none, ok, type Route, route } from "../http/route.ts";
import { claimAuditVerification, type LineProof, proveAuditLine, toldDrops } from "../store/audit-check.ts";
import { auditMonths } from "../store/audit-drop.ts";
import { verifyAudit } from "../store/audit-log.ts";
import {
  type AuditPlace,
  countAuditLines,
  findAuditLines,
  placeOf,
  readAuditLine,
} from "../store/audit-search.ts";
import { becomeAuditor, inTransaction, openSnapshot } from "../store/database.ts";
import { attachment } from "./exports.ts";
import { recordVisit } from "./recorded.ts";
import * as shapes from "./shapes.ts";

const tag = "audit";
const right = "auditLog" as const;

const day = z.string().refine(isDay);
const term = z.string().min(1).max(limits.searchLengthCharacters);
const search = {
  account: z.string().min(1).max(limits.usernameLengthCharacters).optional(),
  event: z.enum(auditEventNames).optional(),
  from: day.optional(),
  to: day.optional(),
  address: term.optional(),
  number: term.optional(),
};

const line = z.object({
  entry: shapes.id,
  version: z.int(),
  at: z.iso.datetime(),
  event: z.string(),
  eventWords: shapes.words,
  says: shapes.words,
  person: z.object({ name: z.string(), username: z.string() }).nullable(),
  roleWords: shapes.words,
  organisation: shapes.words.nullable(),
  address: z.string().nullable(),
  device: shapes.words.nullable(),
  facts: z.array(z.object({ name: z.string(), words: shapes.words, value: shapes.words })),
  hash: z.string(),
});

export const listAudit = route(
  "GET /api/audit",
  {
    right,
    ...bare,
    query: z.strictObject({
      ...search,
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).default(limits.pageSizeDefaultRows),
      count: z.enum(["exact"]).optional(),
    }),
    tag,
    words: { zh: "查询审计日志", en: "Search the audit log" },
    answers: z.object({ lines: z.array(line), next: z.string().nullable(), total: z.int().optional() }),
  },
  async ({ services, scope, query }) => {
    const { cursor, limit, count, ...asked } = query;
    const after = cursor === undefined ? undefined : readPlace(cursor);
    return inTransaction(services.pool, scope, async (tx) => {
      await becomeAuditor(tx);
      // One more tells whether there is a page after this one.
      const found = await findAuditLines(tx, asked, after, limit + 1);
      const total = count === undefined ? {} : { total: await countAuditLines(tx, asked) };
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const next = last !== undefined && found.length > limit ? placeText(placeOf(last)) : null;
      return ok({ lines: await viewAuditLines(tx, services.campaign, page), next, ...total });
    });
  },
);

const placeShape = z.tuple([z.iso.datetime(), shapes.id, z.int().min(1)]);

const placeText = ({ at, entry, version }: AuditPlace): string =>
  Buffer.from(JSON.stringify([at, entry, version])).toString("base64url");

function readPlace(cursor: string): AuditPlace {
  try {
    const [at, entry, version] = placeShape.parse(
      JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")),
    );
    return { at, entry, version };
  } catch {
    throw new HttpProblem("bad-cursor");
  }
}

const checkpoint = z.object({ size: z.int(), at: z.iso.datetime() });
const proof = z.discriminatedUnion("status", [
  z.object({ status: z.literal("broken"), fault: z.string(), faultWords: shapes.words }),
  z.object({ status: z.literal("pending"), lines: z.int() }),
  z.object({ status: z.literal("verified"), lines: z.int(), position: z.int(), checkpoint }),
]);

export const readAuditEvent = route(
  "GET /api/audit/lines/:entry/:version",
  {
    right,
    ...bare,
    params: z.strictObject({
      entry: shapes.id,
      version: z.coerce
        .number()
        .int()
        .min(1)
        .max(2 ** 31 - 1),
    }),
    tag,
    words: { zh: "审计日志的一条及其核验结果", en: "One line of the audit log, with what its check found" },
    answers: z.object({ line, proof }),
  },
  async ({ services, scope, params }) =>
    inTransaction(services.pool, scope, async (tx) => {
      await becomeAuditor(tx);
      const found = await readAuditLine(tx, params.entry, params.version);
      const proven = found && (await proveAuditLine(tx, services.algorithm, params.entry, params.version));
      if (found === undefined || proven === undefined) throw new HttpProblem("not-found");
      const [viewed] = await viewAuditLines(tx, services.campaign, [found]);
      return ok({ line: viewed, proof: viewProof(proven) });
    }),
);

function viewProof(proven: LineProof): z.output<typeof proof> {
  if (proven.status === "broken") return { ...proven, faultWords: faultWords[proven.fault] };
  if (proven.status === "pending") return proven;
  const { size, at } = proven.checkpoint;
  return { ...proven, checkpoint: { size, at: at.toISOString() } };
}

const exportRoute = (format: "xlsx" | "csv", words: { zh: string; en: string }): Route =>
  route(
    `GET /api/audit.${format}`,
    { right, ...bare, query: z.strictObject(search), tag, words, answers: "bytes" },
    async (visit) => {
      const { services, query, now, reply } = visit;
      const over = services.exports.takePlace();
      if (over === undefined) throw new HttpProblem("too-many-exports");
      const file = await openAuditExport(services, query, format, now).catch((error: unknown) => {
        over();
        throw error;
      });
      file.bytes.once("close", over);
      const facts = { filter: auditFilterWords(query), rows: file.total, format };
      try {
        // Before the first byte leaves: what is not logged is not taken out.
        await inTransaction(services.pool, undefined, (tx) =>
          recordVisit(tx, visit, { event: "auditExported", facts }),
        );
      } catch (error) {
        await file.end();
        throw error;
      }
      reply.header("content-disposition", attachment(file.name)).header("cache-control", "no-store");
      reply.header("x-total-count", file.total).type(exportTypes[format]);
      await reply.send(file.bytes);
      return undefined;
    },
  );

export const exportAuditXlsx = exportRoute("xlsx", {
  zh: "导出审计日志（xlsx）",
  en: "What is found of the audit log as a workbook",
});
export const exportAuditCsv = exportRoute("csv", {
  zh: "导出审计日志（CSV）",
  en: "What is found of the audit log as CSV",
});

const keepParameter = "audit.keep.for";
const retention = z.object({
  keepDays: z.number(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
  /** The months that stand, the oldest first: 2026-05. */
  months: z.array(z.string()),
  drops: z.array(
    z.object({
      at: z.iso.datetime(),
      before: z.string(),
      months: z.array(z.string()),
      lines: z.int(),
      checkpoint: checkpoint.extend({ root: z.string() }).nullable(),
    }),
  ),
});

export const readAuditRetention = route(
  "GET /api/audit/retention",
  {
    right,
    ...bare,
    tag,
    words: { zh: "审计日志的留存期与清理情况", en: "How long the audit log is kept, and what was dropped" },
    answers: retention,
  },
  async ({ services, scope, today }) => {
    const { pack } = services.campaign;
    const kept = pack.parameters.find(
      ({ name, from, to }) => name === keepParameter && from <= today && (to === undefined || today <= to),
    );
    if (kept === undefined) throw new Error("The pack does not say how long the audit log is kept");
    const { value: keepDays, source, toBeConfirmed } = kept;
    return inTransaction(services.pool, scope, async (tx) => {
      await becomeAuditor(tx);
      const months = (await auditMonths(tx)).map(({ name }) => name);
      const drops = (await toldDrops(tx)).map(({ checkpoint: last, ...drop }) => ({
        ...drop,
        checkpoint: last === undefined ? null : { ...last, at: last.at.toISOString() },
      }));
      return ok({ keepDays, source, toBeConfirmed, months, drops });
    });
  },
);

export const verifyAuditLog = route(
  "POST /api/audit/verifications",
  {
    right,
    ...bare,
    body: none,
    tag,
    words: { zh: "核验全部审计日志", en: "Verify the whole audit log" },
    answers: z.object({
      at: z.iso.datetime(),
      lines: z.int(),
      faults: z.array(
        z.object({ entry: shapes.id, version: z.int(), fault: z.string(), faultWords: shapes.words }),
      ),
    }),
  },
  async (visit) => {
    const { services, scope, now } = visit;
    const snapshot = await openSnapshot(services.pool, scope);
    try {
      await becomeAuditor(snapshot.tx);
      if (!(await claimAuditVerification(snapshot.tx))) throw new HttpProblem("audit-verification-at-work");
      const { lines, faults } = await verifyAudit(snapshot.tx, services.algorithm);
      await inTransaction(services.pool, undefined, (tx) =>
        recordVisit(tx, visit, { event: "auditVerified", facts: { lines, faults: faults.length } }),
      );
      return ok({
        at: now.toISOString(),
        lines,
        faults: faults.map(({ entry, version, fault }) => ({
          entry,
          version,
          fault,
          faultWords: faultWords[fault],
        })),
      });
    } finally {
      await snapshot.end();
    }
  },
);
