import { z } from "zod";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { exportFaults, isExportFault } from "../../core/exchange/export-faults.ts";
import { limits } from "../../core/limits.ts";
import { exportTypes } from "../exchange/write/list-export.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, noContent, ok, route, type SignedInVisit } from "../http/route.ts";
import { exportParameters, listQueryOf } from "../list-query.ts";
import { inTransaction } from "../store/database.ts";
import {
  addExport,
  listExports as exportsOf,
  readExport as readStored,
  removeExport,
  type StoredExport,
} from "../store/exports.ts";
import { newId } from "../store/ids.ts";
import { countEntries } from "../store/lists.ts";
import { attachment } from "./exports.ts";
import { rangeOf } from "./range.ts";
import { recordVisit } from "./recorded.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const tag = "exports";
const ofExport = z.strictObject({ id: shapes.id });
const shape = z.object({
  id: shapes.id,
  register: z.string(),
  format: z.enum(["xlsx", "csv"]),
  query: z.record(z.string(), z.string()),
  state: z.enum(["waiting", "running", "done", "failed"]),
  at: z.string(),
  /** How many rows it will have; once it is done, how many it has. */
  total: z.int(),
  rows: z.int(),
  name: z.string().nullable(),
  sizeBytes: z.int().nullable(),
  why: z.object({ code: z.string(), words: shapes.words }).nullable(),
});

function view(stored: StoredExport): z.output<typeof shape> {
  const { id, register, format, asked, state, at, total, rows, name, sizeBytes, why } = stored;
  const words = exportFaults[why !== null && isExportFault(why) ? why : "broken"];
  return {
    id,
    register,
    format,
    query: { ...asked },
    state,
    at: at.toISOString(),
    total,
    rows,
    name,
    sizeBytes,
    why: why === null ? null : { code: why, words },
  };
}

type Visit = SignedInVisit<unknown, unknown, unknown>;
const ownerOf = ({ actor, post }: Visit) => ({ person: actor.id, post: post.id });

export const startExport = route(
  "POST /api/registers/:register/exports",
  {
    right: "registers",
    ...bare,
    params: z.strictObject({ register: z.string() }),
    /** `query`: the address of the list, as for `entries.xlsx`. */
    body: z.strictObject({
      query: z.record(z.string(), z.string().max(limits.listColumnsLengthCharacters)),
      format: z.enum(["xlsx", "csv"]),
      id: shapes.id.optional(),
    }),
    tag,
    words: { zh: "后台导出", en: "Export a list in the background" },
    answers: z.object({ export: shape }),
  },
  async (visit) => {
    const { services, scope, actor, now, params, body } = visit;
    const register = registerFor(params.register, actor);
    const parsed = exportParameters.safeParse(body.query);
    if (!parsed.success)
      throw new HttpProblem("malformed-request", [{ field: "query", code: "bad-pattern" }]);
    // Their files lie in the data folder for days: numbers go out in one that is kept nowhere.
    if (parsed.data.personal !== undefined)
      throw new HttpProblem("malformed-request", [{ field: "personal", code: "unknown" }]);
    const { form: _form, ...asked } = parsed.data;
    const query = listQueryOf(register, asked, {
      actor,
      today: dayInShanghai(now),
      campaign: services.campaign,
    });
    const owner = ownerOf(visit);
    const id = body.id ?? newId(now.getTime());
    const stored = await inTransaction(services.pool, scope, async (tx) => {
      // Asked again by who did not hear the answer, it is the same export.
      const present = await readStored(tx, owner, id);
      if (present !== undefined) return present;
      const total = await countEntries(tx, scope, register, query);
      const wanted = {
        id,
        ...owner,
        register: register.name,
        format: body.format,
        asked: body.query,
        at: now,
        total,
      };
      if (!(await addExport(tx, wanted, limits.exportsKept))) throw new HttpProblem("too-many-files-kept");
      return readStored(tx, owner, id);
    });
    if (stored === undefined) throw new HttpProblem("not-found");
    services.exports.wake();
    return created({ export: view(stored) });
  },
);

export const listExports = route(
  "GET /api/exports",
  {
    right: "registers",
    ...bare,
    tag,
    words: { zh: "本人的后台导出", en: "One's exports in the background" },
    answers: z.object({ exports: z.array(shape) }),
  },
  async (visit) => {
    const { services, scope } = visit;
    const stored = await inTransaction(services.pool, scope, (tx) => exportsOf(tx, ownerOf(visit)));
    return ok({ exports: stored.map(view) });
  },
);

async function readOwn(visit: Visit, id: string): Promise<StoredExport> {
  const { services, scope } = visit;
  const stored = await inTransaction(services.pool, scope, (tx) => readStored(tx, ownerOf(visit), id));
  if (stored === undefined) throw new HttpProblem("not-found");
  return stored;
}

export const readExport = route(
  "GET /api/exports/:id",
  {
    right: "registers",
    ...bare,
    params: ofExport,
    tag,
    words: { zh: "后台导出的进度", en: "How far an export is" },
    answers: z.object({ export: shape }),
  },
  async (visit) => ok({ export: view(await readOwn(visit, visit.params.id)) }),
);

export const dropExport = route(
  "DELETE /api/exports/:id",
  {
    right: "registers",
    ...bare,
    params: ofExport,
    tag,
    words: { zh: "取消或删除后台导出", en: "Cancel an export, or remove its file" },
    answers: "nothing",
  },
  async (visit) => {
    const { services, scope, params } = visit;
    const owner = ownerOf(visit);
    if (!(await inTransaction(services.pool, scope, (tx) => removeExport(tx, owner, params.id))))
      throw new HttpProblem("not-found");
    await services.exports.files.remove(params.id);
    return noContent;
  },
);

export const fetchExport = route(
  "GET /api/exports/:id/file",
  {
    right: "registers",
    ...bare,
    params: ofExport,
    tag,
    words: { zh: "下载后台导出的文件", en: "Fetch the file of an export, or a part of it" },
    answers: "bytes",
  },
  async (visit) => {
    const { services, request, reply, params } = visit;
    const { name, sizeBytes, hash, format } = await readOwn(visit, params.id);
    const { files } = services.exports;
    if (name === null || sizeBytes === null || !(await files.has(params.id)))
      throw new HttpProblem("not-found");
    const etag = `"${hash}"`;
    reply.header("etag", etag).header("accept-ranges", "bytes").header("cache-control", "private, no-cache");
    if (request.headers["if-none-match"] === etag) {
      await reply.status(304).send();
      return undefined;
    }
    const isSame = [undefined, etag].includes(request.headers["if-range"]?.toString());
    const range = isSame ? rangeOf(request.headers.range, sizeBytes) : undefined;
    if (range === "outside") {
      reply.header("content-range", `bytes */${sizeBytes}`);
      throw new HttpProblem("range-not-satisfiable");
    }
    const { first, last } = range ?? { first: 0, last: sizeBytes - 1 };
    // What is fetched on is no other fetching.
    if (first === 0) await recordFetched(visit, params.id);
    if (range !== undefined) reply.status(206).header("content-range", `bytes ${first}-${last}/${sizeBytes}`);
    reply.header("content-disposition", attachment(name)).header("content-length", last - first + 1);
    await reply.type(exportTypes[format]).send(files.read(params.id, first, last));
    return undefined;
  },
);

async function recordFetched(visit: Visit, id: string): Promise<void> {
  const { register } = await readOwn(visit, id);
  const happened = { event: "exportFetched", facts: { register, export: id } } as const;
  await inTransaction(visit.services.pool, undefined, (tx) => recordVisit(tx, visit, happened));
}
