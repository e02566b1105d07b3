import { createHash } from "node:crypto";
import { once } from "node:events";
import http from "node:http";
import { beforeAll, describe, expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { inTransaction } from "../../server/store/database.ts";
import { newId } from "../../server/store/ids.ts";
import { keepUpload } from "../../server/store/uploads.ts";
import { password } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { jpegTaken } from "../support/jpeg.ts";
import { aHazard } from "../support/paths.ts";
import { fileIn, pdf, png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, signIn, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const hashOf = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

test("a photo goes onto a hazard and comes back byte by byte to whoever may see the hazard", async () => {
  const bytes = png();
  const file = fileIn(mustDo(await upload(world.as("su"), "井口 照片.png", bytes)));
  expect(file).toMatchObject({
    name: "井口 照片.png",
    type: "image/png",
    sizeBytes: bytes.length,
    hash: hashOf(bytes),
  });
  const { id, values } = entryIn(
    mustDo(await world.as("su").open("hazard", { input: aHazard({ photos: [file.id] }) })),
  );
  expect(values.photos).toEqual([file]);
  const url = `/api/registers/hazard/entries/${id}/files/${file.id}`;
  const cookie = await signIn(world.zhiben.app, "lin", password);
  const response = await world.zhiben.app.inject({ method: "GET", url, headers: { cookie } });
  expect(response.statusCode).toBe(200);
  expect(hashOf(response.rawPayload)).toBe(file.hash);
  expect(response.headers).toMatchObject({
    "content-type": "image/png",
    "x-content-type-options": "nosniff",
  });
  expect(response.headers["content-disposition"]).toMatch(/^inline/);
  for (const stranger of ["chen", "bai"] as const)
    expect((await world.as(stranger).get(url)).status).toBe(404);
});

test("a paper is saved, not shown in place", async () => {
  const file = fileIn(mustDo(await upload(world.as("su"), "报告.pdf", pdf())));
  const { id } = entryIn(
    mustDo(await world.as("su").open("hazard", { input: aHazard({ photos: [file.id] }) })),
  );
  const { headers } = await world.as("su").get(`/api/registers/hazard/entries/${id}/files/${file.id}`);
  expect(headers["content-disposition"]).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("报告.pdf")}`,
  );
});

test("a file is fetched through its entry, never by its hash or through another entry", async () => {
  const file = fileIn(mustDo(await upload(world.as("su"), "a.png", png("its own"))));
  const one = entryIn(
    mustDo(await world.as("su").open("hazard", { input: aHazard({ photos: [file.id] }) })),
  ).id;
  const other = await world.hazardFound();
  const of = (entry: string, id: string) => `/api/registers/hazard/entries/${entry}/files/${id}`;
  expect((await world.as("su").get(of(one, file.id))).status).toBe(200);
  expect((await world.as("su").get(of(other, file.id))).status).toBe(404);
  expect((await world.as("su").get(of(one, file.hash))).status).toBe(400);
  expect((await world.as("su").get(`/api/files/${file.id}`)).status).toBe(404);
});

test("nobody puts another's upload onto an entry", async () => {
  const file = fileIn(mustDo(await upload(world.as("su"), "a.png", png())));
  const answer = await world.as("mei").open("hazard", { input: aHazard({ photos: [file.id] }) });
  expect(answer.body).toMatchObject({
    code: "input-invalid",
    problems: [{ field: "photos", code: "not-found" }],
  });
});

describe("a file is refused", () => {
  test.each<[string, string, Buffer, number, string]>([
    ["of a kind that is not taken", "tool.exe", Buffer.from("MZ"), 415, "file-type-not-allowed"],
    ["without an ending", "photo", png(), 415, "file-type-not-allowed"],
    ["that is a page", "photo.png", Buffer.from("<html></html>"), 415, "content-differs-from-name"],
    ["that is another kind of picture", "photo.jpg", png(), 415, "content-differs-from-name"],
    ["that is a picture called a paper", "report.pdf", png(), 415, "content-differs-from-name"],
    [
      "that is a picture with script called an SVG",
      "a.svg",
      Buffer.from("<svg/>"),
      415,
      "file-type-not-allowed",
    ],
    ["with nothing in it", "photo.png", Buffer.alloc(0), 400, "file-empty"],
    ["with a path for a name", "../../etc/photo.png", png(), 400, "malformed-request"],
    ["with a name that hides its ending", "photo\u202egpj.exe.png", png(), 400, "malformed-request"],
    ["with a line break in its name", "a\r\nset-cookie: x.png", png(), 400, "malformed-request"],
    ["with a name too long", `${"长".repeat(200)}.png`, png(), 400, "malformed-request"],
  ])("%s", async (_, name, bytes, status, code) => {
    const answer = await upload(world.as("su"), name, bytes);
    expect(answer.status).toBe(status);
    expect(answer.body.code).toBe(code);
  });

  test("that says it is larger than allowed", async () => {
    const large = Buffer.concat([png(), Buffer.alloc(limits.fileSizeBytes)]);
    expect((await upload(world.as("su"), "photo.png", large)).body.code).toBe("body-too-large");
  });

  test("that turns out larger than allowed while it arrives, over a real connection", async () => {
    const address = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
    const request = http.request(`${address}/api/files`, {
      method: "POST",
      headers: { cookie: await signIn(world.zhiben.app, "su", password), "x-file-name": "photo.png" },
    });
    const answered = once(request, "response");
    request.write(png());
    for (let sent = 0; sent <= limits.fileSizeBytes; sent += 1_000_000)
      request.write(Buffer.alloc(1_000_000));
    request.end();
    const [response]: http.IncomingMessage[] = await answered;
    expect(response?.statusCode).toBe(413);
    response?.resume();
  });

  test("without a name, or with one that is no percent-encoding", async () => {
    for (const headers of [{}, { "x-file-name": "%E4%" }]) {
      const answer = await world.as("su").raw({
        method: "POST",
        url: "/api/files",
        headers: { "content-type": "image/png", ...headers },
        payload: png(),
      });
      expect(answer.body).toMatchObject({ code: "malformed-request", problems: [{ field: "x-file-name" }] });
    }
  });
});

test("a picture called JSON is no JSON", async () => {
  const answer = await upload(world.as("su"), "photo.png", png(), "application/json");
  expect(answer.status).toBe(400);
});

test("twenty files fit into a field, the twenty-first does not", async () => {
  const ids = await Promise.all(
    Array.from(
      { length: 21 },
      async (_, at) => fileIn(mustDo(await upload(world.as("su"), `${at}.png`, png(String(at))))).id,
    ),
  );
  const open = (photos: readonly string[]) => world.as("su").open("hazard", { input: aHazard({ photos }) });
  expect((await open(ids.slice(0, 20))).status).toBe(201);
  expect((await open(ids)).body).toMatchObject({ problems: [{ field: "photos", code: "too-many" }] });
});

test("bytes that were erased while they arrived are not named, and are asked for again", async () => {
  const { services } = world;
  const file = { id: newId(), hash: "0".repeat(64), name: "照片.png", type: "image/png", sizeBytes: 1 };
  const { id: person } = await world.actor("su");
  const named = await inTransaction(services.pool, undefined, (tx) =>
    keepUpload(tx, services.files, file, person, services.clock()),
  );
  expect(named).toBe(false);
  const { rowCount } = await world.owner.query("select from upload where id = $1", [file.id]);
  expect(rowCount).toBe(0);
});

test("a browser asks for a file anew each time, and is told when it has it already", async () => {
  const photo = fileIn(mustDo(await upload(world.as("su"), "现场.png", png("再看"))));
  const id = await world.hazardFound({ photos: [photo.id] });
  const path = `/api/registers/hazard/entries/${id}/files/${photo.id}`;
  const first = await world.as("su").get(path);
  expect(first.headers).toMatchObject({ "cache-control": "private, no-cache", etag: `"${photo.hash}"` });
  expect((await world.as("su").get(path, { "if-none-match": `"${photo.hash}"` })).status).toBe(304);
  expect((await world.as("yu").get(path, { "if-none-match": `"${photo.hash}"` })).status).toBe(404);
});

test("a photo brings the time and the place that its camera wrote, and the hazard says what is missing", async () => {
  const client = world.as("su");
  const taken = { at: "2026:03:10 09:12:33", longitude: 99.7087, latitude: 27.8258 };
  const sent = mustDo(await upload(client, "有时间.jpg", jpegTaken(taken), "image/jpeg"));
  expect(sent.body).toMatchObject({
    file: { taken: { ...taken, at: "2026-03-10T09:12:33" } },
  });
  const bare = fileIn(mustDo(await upload(client, "无时间.png", png("bare"), "image/png")));
  const find = async (photos: readonly string[]) => {
    const { id } = entryIn(mustDo(await client.open("hazard", { act: "find", input: aHazard({ photos }) })));
    return (await client.entry("hazard", id)).entry.values;
  };
  const whole = await find([fileIn(sent).id]);
  expect(whole.photos).toMatchObject([{ taken: { longitude: 99.7087 } }]);
  expect(whole).not.toHaveProperty("evidenceGaps");
  expect((await find([fileIn(sent).id, bare.id])).evidenceGaps).toEqual(["noTime", "noPlace"]);
});
