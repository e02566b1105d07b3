import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { fileTypeFromBuffer } from "file-type";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, created, none, route } from "../http/route.ts";
import { takenOf } from "../picture.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { filesOf } from "../store/facts.ts";
import { newId } from "../store/ids.ts";
import { keepUpload } from "../store/uploads.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const tag = "files";
const file = z.object({
  id: shapes.id,
  name: z.string(),
  type: z.string(),
  sizeBytes: z.int(),
  hash: z.string(),
  taken: z
    .object({
      at: z.string().optional(),
      longitude: z.number().optional(),
      latitude: z.number().optional(),
    })
    .optional(),
});

/** What may be attached, by the ending of its name: the type as which it is served, and what its bytes must say. */
const kinds: Readonly<Record<string, { readonly type: string; readonly content: readonly string[] }>> = {
  jpg: { type: "image/jpeg", content: ["image/jpeg"] },
  jpeg: { type: "image/jpeg", content: ["image/jpeg"] },
  png: { type: "image/png", content: ["image/png"] },
  webp: { type: "image/webp", content: ["image/webp"] },
  heic: { type: "image/heic", content: ["image/heic", "image/heif"] },
  mp4: { type: "video/mp4", content: ["video/mp4", "video/x-m4v", "video/quicktime"] },
  pdf: { type: "application/pdf", content: ["application/pdf"] },
  docx: {
    type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    content: ["application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/zip"],
  },
  xlsx: {
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    content: ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "application/zip"],
  },
  doc: { type: "application/msword", content: ["application/x-cfb"] },
  xls: { type: "application/vnd.ms-excel", content: ["application/x-cfb"] },
};

export const uploadFile = route(
  "POST /api/files",
  {
    right: "registers",
    ...bare,
    body: z.unknown(),
    takes: "bytes",
    tag,
    words: { zh: "上传附件", en: "Upload a file" },
    answers: z.object({ file }),
  },
  async ({ services, actor, request, scope, now, body }) => {
    const name = nameOf(request.headers["x-file-name"]);
    const kind = kinds[name.split(".").at(-1)?.toLowerCase() ?? ""];
    if (kind === undefined) throw new HttpProblem("file-type-not-allowed");
    if (Number(request.headers["content-length"] ?? 0) > limits.fileSizeBytes)
      throw new HttpProblem("body-too-large");
    const bytes = body instanceof Readable ? body : Readable.from([]);
    const kept = await services.files.keep(bytes, limits.fileSizeBytes);
    if (kept === undefined) throw new HttpProblem("body-too-large");
    if (kept.sizeBytes === 0) throw new HttpProblem("file-empty");
    const content = await fileTypeFromBuffer(kept.head);
    if (content === undefined || !kind.content.includes(content.mime))
      throw new HttpProblem("content-differs-from-name");
    const taken = kind.type.startsWith("image/")
      ? await takenOf(await buffer(services.files.read(kept.hash)))
      : undefined;
    const stored = {
      id: newId(),
      hash: kept.hash,
      name,
      type: kind.type,
      sizeBytes: kept.sizeBytes,
      ...(taken === undefined ? {} : { taken }),
    };
    const noted = await inTransaction(services.pool, scope, (tx) =>
      keepUpload(tx, services.files, stored, actor.id, now),
    );
    if (!noted) throw new HttpProblem("upload-again");
    return created({ file: stored });
  },
);

/** The name of a file that is sent, from the header `X-File-Name`, which is percent-encoded. */
export function nameOf(header: unknown): string {
  const wrong = new HttpProblem("malformed-request", [{ field: "x-file-name", code: "bad-pattern" }]);
  if (typeof header !== "string") throw wrong;
  let name: string;
  try {
    name = decodeURIComponent(header).normalize("NFC").trim();
  } catch {
    throw wrong;
  }
  // A name is for people to read; it is never a path.
  const usable =
    name !== "" && name.length <= limits.fileNameLengthCharacters && !/[\p{Cc}\p{Cf}/\\]/u.test(name);
  if (!usable) throw wrong;
  return name;
}

export const readFile = route(
  "GET /api/registers/:register/entries/:id/files/:file",
  {
    right: "registers",
    params: z.strictObject({ register: z.string(), id: shapes.id, file: shapes.id }),
    query: z.strictObject({ download: z.literal("1").optional() }),
    body: none,
    tag,
    words: { zh: "查看附件", en: "Fetch a file through its entry" },
    answers: "bytes",
  },
  async ({ services, scope, actor, params, query, request, reply }) => {
    const register = registerFor(params.register, actor);
    const entry = await inTransaction(services.pool, scope, (tx) =>
      readEntry(tx, scope, register, params.id),
    );
    const found = entry && filesOf(entry).find(({ id }) => id === params.file);
    if (found === undefined) throw new HttpProblem("not-found");
    // Only pictures are shown in place; whatever else a browser might run or render is saved.
    const inline = found.type.startsWith("image/") && query.download === undefined;
    reply.header(
      "content-disposition",
      `${inline ? "inline" : "attachment"}; filename*=UTF-8''${encodeURIComponent(found.name)}`,
    );
    reply.header("content-length", found.sizeBytes);
    // Asked for anew each time, with the person's scope: a browser on a shared desk must not show it to who comes next.
    reply.header("cache-control", "private, no-cache").header("etag", `"${found.hash}"`);
    if (request.headers["if-none-match"] === `"${found.hash}"`) {
      await reply.status(304).removeHeader("content-length").send();
      return undefined;
    }
    reply.type(found.type);
    await reply.send(services.files.read(found.hash));
    return undefined;
  },
);
