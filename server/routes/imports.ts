import { PassThrough, Readable } from "node:stream";
import { z } from "zod";
import { mayBringIn } from "../../core/exchange/columns.ts";
import { limits } from "../../core/limits.ts";
import { refusal } from "../../core/refusals.ts";
import type { Register } from "../../core/register/register.ts";
import { findTable } from "../exchange/find-table.ts";
import { planShape } from "../exchange/import/plan.ts";
import { type Reading, readHead } from "../exchange/import/reading.ts";
import { annotate } from "../exchange/read/annotate.ts";
import { FileRefused } from "../exchange/read/file-refused.ts";
import { HttpProblem, Refused } from "../http/problems.ts";
import { bare, created, ok, route, type SignedInVisit } from "../http/route.ts";
import { inTransaction, type Transaction } from "../store/database.ts";
import { newId } from "../store/ids.ts";
import {
  askStop,
  type Import,
  keepNewImport,
  listImports,
  planImport,
  readImport,
  readRows,
  setResumed,
  setRunning,
} from "../store/imports.ts";
import { attachment } from "./exports.ts";
import { nameOf } from "./files.ts";
import {
  annotatedTable,
  importShape,
  importView,
  planProblems,
  reasonText,
  registerOf,
  rowShape,
  rowView,
} from "./import-views.ts";
import { recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";
import { id } from "./shapes.ts";

const tag = "imports";
const ofImport = z.strictObject({ id });
const inRegister = z.strictObject({ register: z.string().max(64) });
const answers = z.object({ import: importShape });

type Visit = SignedInVisit<{ id: string }, unknown, unknown>;

/** The import that is asked for, which is the person's own in this post, or a 404. */
async function own(tx: Transaction, { actor, post, params }: Visit): Promise<Import> {
  const found = await readImport(tx, { id: params.id, person: actor.id, post: post.id });
  if (found === undefined) throw new HttpProblem("not-found");
  return found;
}

/** Does something with the person's own import and answers how it stands then. */
function withOwn(visit: Visit, work: (tx: Transaction, one: Import) => Promise<unknown>) {
  return inTransaction(visit.services.pool, visit.scope, async (tx) => {
    await work(tx, await own(tx, visit));
    return ok({ import: importView(await own(tx, visit)) });
  });
}

/** Reads the beginning of a file, of the sheet that is named or else found, and says in words why it cannot be taken. */
async function headOf(
  register: Register,
  file: { path: string; name: string },
  sheet?: string,
): Promise<Reading> {
  try {
    return await (sheet === undefined ? findTable(register, file) : readHead(register, file, sheet));
  } catch (error) {
    throw error instanceof FileRefused ? new Refused(error.refusal) : error;
  }
}

export const bringFile = route(
  "POST /api/registers/:register/imports",
  {
    right: "registers",
    ...bare,
    params: inRegister,
    body: z.unknown(),
    takes: "bytes",
    tag,
    words: { zh: "上传要导入的表格", en: "Bring a file of rows" },
    answers,
  },
  async ({ services, actor, post, scope, request, params, body, now }) => {
    const register = registerFor(params.register, actor);
    if (!mayBringIn(register, actor.role)) throw new Refused(refusal("role-may-not"));
    const file = nameOf(request.headers["x-file-name"]);
    if (Number(request.headers["content-length"] ?? 0) > limits.importFileBytes)
      throw new HttpProblem("body-too-large");
    const { files } = services.imports;
    const kept = await files.keep(
      body instanceof Readable ? body : Readable.from([]),
      limits.importFileBytes,
    );
    if (kept === undefined) throw new HttpProblem("body-too-large");
    if (kept.sizeBytes === 0) throw new HttpProblem("file-empty");
    const { hash, sizeBytes } = kept;
    const reading = await headOf(register, { path: files.path(hash), name: file });
    const made = {
      id: newId(now.getTime()),
      person: actor.id,
      post: post.id,
      register: register.name,
      file,
      hash,
      sizeBytes,
    };
    const one = await inTransaction(services.pool, scope, (tx) =>
      keepNewImport(tx, { ...made, at: now, reading, rows: reading.rows }),
    );
    return created({ import: importView(one) });
  },
);

export const listOwnImports = route(
  "GET /api/registers/:register/imports",
  {
    right: "registers",
    ...bare,
    params: inRegister,
    tag,
    words: { zh: "本人的导入", en: "One's own imports" },
    answers: z.object({ imports: z.array(importShape) }),
  },
  async ({ services, actor, post, scope, params }) => {
    const { name } = registerFor(params.register, actor);
    const found = await inTransaction(services.pool, scope, (tx) =>
      listImports(tx, { person: actor.id, post: post.id, register: name }, limits.importsListed),
    );
    return ok({ imports: found.map(importView) });
  },
);

export const readOwnImport = route(
  "GET /api/imports/:id",
  { right: "registers", ...bare, params: ofImport, tag, words: { zh: "一次导入", en: "An import" }, answers },
  (visit) => withOwn(visit, async () => undefined),
);

export const chooseSheet = route(
  "POST /api/imports/:id/sheet",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    body: z.strictObject({ sheet: z.string().max(limits.shortTextLengthCharacters) }),
    tag,
    words: { zh: "换一张工作表", en: "Look at another sheet" },
    answers,
  },
  async (visit) => {
    const { services, scope } = visit;
    const one = await inTransaction(services.pool, scope, (tx) => own(tx, visit));
    const file = { path: services.imports.files.path(one.hash), name: one.file };
    const reading = await headOf(registerOf(one.register), file, visit.body.sheet);
    return ok({ import: importView({ ...one, state: "read", reading, plan: null, rows: reading.rows }) });
  },
);

export const tryImport = route(
  "PUT /api/imports/:id/plan",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    body: planShape,
    tag,
    words: { zh: "确定各列含义并试导入", en: "Say what the columns are, and try the import" },
    answers,
  },
  async (visit) => {
    const { services, scope, body: plan } = visit;
    const one = await inTransaction(services.pool, scope, (tx) => own(tx, visit));
    const register = registerOf(one.register);
    const problems = planProblems(register, plan);
    if (problems.length > 0) throw new HttpProblem("malformed-request", problems);
    const file = { path: services.imports.files.path(one.hash), name: one.file };
    const reading = await headOf(register, file, plan.sheet);
    const answer = await withOwn(visit, async (tx) => {
      if (!(await planImport(tx, one.id, { plan, reading, rows: reading.rows })))
        throw new HttpProblem("import-at-work");
    });
    services.imports.ring();
    return answer;
  },
);

export const runImport = route(
  "POST /api/imports/:id/run",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    /** All rows or none of them; or the good ones, and the others stay out. */
    body: z.strictObject({ choice: z.enum(["all", "good"]) }),
    tag,
    words: { zh: "正式导入", en: "Bring the rows in" },
    answers,
  },
  async (visit) => {
    const { services, body } = visit;
    const answer = await withOwn(visit, async (tx, one) => {
      if (body.choice === "all" && one.refuses > 0) throw new HttpProblem("import-has-refused");
      if (one.adds + one.changes === 0) throw new HttpProblem("import-brings-nothing");
      if (!(await setRunning(tx, one.id, body.choice))) throw new HttpProblem("import-at-work");
      const facts = {
        register: one.register,
        import: one.id,
        hash: one.hash,
        choice: body.choice,
        rows: one.adds + one.changes,
      };
      await recordVisit(tx, visit, { event: "rowsBroughtIn", facts });
    });
    services.imports.ring();
    return answer;
  },
);

export const stopImport = route(
  "POST /api/imports/:id/stop",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    tag,
    words: { zh: "停止导入", en: "Stop an import" },
    answers,
  },
  (visit) =>
    withOwn(visit, async (tx, { id: stopped }) => {
      if (!(await askStop(tx, stopped))) throw new HttpProblem("import-not-at-work");
    }),
);

export const resumeImport = route(
  "POST /api/imports/:id/resume",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    tag,
    words: { zh: "继续导入", en: "Go on with a stopped import" },
    answers,
  },
  async (visit) => {
    const answer = await withOwn(visit, async (tx, { id: resumed }) => {
      if (!(await setResumed(tx, resumed))) throw new HttpProblem("import-not-stopped");
    });
    visit.services.imports.ring();
    return answer;
  },
);

export const listImportRows = route(
  "GET /api/imports/:id/rows",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    query: z.strictObject({
      verdict: z.enum(["add", "change", "skip", "refuse"]).optional(),
      after: z.coerce.number().int().min(0).optional(),
      limit: z.coerce.number().int().min(1).max(limits.pageSizeRows).optional(),
    }),
    tag,
    words: { zh: "逐行结果", en: "What becomes of each row" },
    answers: z.object({ rows: z.array(rowShape), next: z.int().nullable() }),
  },
  async (visit) => {
    const { services, scope, query } = visit;
    const { verdict, after = 0, limit = limits.pageSizeDefaultRows } = query;
    return inTransaction(services.pool, scope, async (tx) => {
      const one = await own(tx, visit);
      const verdicts = verdict === undefined ? (["add", "change", "skip", "refuse"] as const) : [verdict];
      const rows = await readRows(tx, one.id, verdicts, after, limit + 1);
      const page = rows.slice(0, limit);
      const next = rows.length > limit ? (page.at(-1)?.row ?? null) : null;
      return ok({ rows: page.map((row) => rowView(registerOf(one.register), row)), next });
    });
  },
);

const kinds = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;

export const readReasons = route(
  "GET /api/imports/:id/file",
  {
    right: "registers",
    ...bare,
    params: ofImport,
    tag,
    words: { zh: "取回带原因的原文件", en: "One's own file, with the reasons of the rows that are refused" },
    answers: "bytes",
  },
  async (visit) => {
    const { services, scope, reply } = visit;
    const one = await inTransaction(services.pool, scope, (tx) => own(tx, visit));
    const register = registerOf(one.register);
    const table = annotatedTable(one);
    // Of an older workbook the values come back, as a workbook of the present kind.
    const extension = table.format === "csv" ? "csv" : "xlsx";
    const name = `${one.file.replace(/\.\w+$/u, "")}（导入结果）.${extension}`;
    const out = new PassThrough();
    annotate(services.imports.files.path(one.hash), table, reasonsOf(visit, register, one), out).then(
      () => out.end(),
      (error: unknown) => out.destroy(error instanceof Error ? error : new Error(String(error))),
    );
    reply.header("content-disposition", attachment(name)).header("cache-control", "no-store");
    await reply.type(kinds[extension]).send(out);
    return undefined;
  },
);

/** Why rows are refused, as the last column of the file says it; read page by page while the file is written. */
async function* reasonsOf({ services, scope }: Visit, register: Register, { id: of }: Import) {
  for (let after = 0; ; ) {
    const rows = await inTransaction(services.pool, scope, (tx) =>
      readRows(tx, of, ["refuse"], after, limits.pageSizeRows),
    );
    for (const row of rows) yield { row: row.row, text: reasonText(rowView(register, row)) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < limits.pageSizeRows) return;
    after = last.row;
  }
}
