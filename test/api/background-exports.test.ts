import { existsSync } from "node:fs";
import { readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { makeExport, tendExports } from "../../server/jobs/exports.ts";
import { readAudit, verifyAudit } from "../../server/store/audit-log.ts";
import { listExports, type StoredExport } from "../../server/store/exports.ts";
import { newId } from "../../server/store/ids.ts";
import { beginning, type PersonName } from "../support/cast.ts";
import { cellsOf, csvRows } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("rectifying");
  for (let count = 0; count < 5; count += 1) await world.hazardFound({ title: `隐患 ${count}` });
});

const shape = z.object({
  id: z.string(),
  state: z.string(),
  total: z.number(),
  rows: z.number(),
  name: z.string().nullable(),
  sizeBytes: z.number().nullable(),
  why: z.object({ code: z.string() }).nullable(),
});
const answer = z.object({ export: shape });
type Export = z.output<typeof shape>;

const ask = (name: PersonName, query: Record<string, string> = {}, own: Record<string, unknown> = {}) =>
  world.as(name).send("POST", "/api/registers/hazard/exports", { query, format: "xlsx", ...own });
const exportOf = async (name: PersonName, id: string) =>
  answer.parse(mustDo(await world.as(name).get(`/api/exports/${id}`)).body).export;
const fileOf = (name: PersonName, id: string, headers: Record<string, string> = {}) =>
  world.as(name).get(`/api/exports/${id}/file`, headers);

/** Asks for an export and waits until it is made. */
async function made(
  name: PersonName,
  query?: Record<string, string>,
  own?: Record<string, unknown>,
): Promise<Export> {
  const { id } = answer.parse(mustDo(await ask(name, query, own)).body).export;
  return ended(name, id);
}

/** Puts an export in line that this world's own line does not take up. */
async function inLine(
  own: Partial<{ state: string; lease: string; asked: unknown; post: string; ended: Date }> = {},
): Promise<string> {
  const id = newId();
  const { state = "running", lease = "1 hour", asked = {}, ended = null } = own;
  const { rows } = await world.owner.query<{ person: string; post: string }>(
    "select p.id as person, o.id as post from person p join post o on o.person = p.id where username = 'lin'",
  );
  await world.owner.query(
    `insert into export (id, person, post, register, format, asked, state, at, total, leased_until, ended_at)
      values ($1, $2, $3, 'hazard', 'csv', $4, $5, $6, 0, now() + $7::interval, $8)`,
    [id, rows[0]?.person, own.post ?? rows[0]?.post, JSON.stringify(asked), state, beginning, lease, ended],
  );
  return id;
}

/** An export that this server is to make, as it holds it. */
async function held(own: Parameters<typeof inLine>[0] = {}): Promise<StoredExport> {
  const id = await inLine(own);
  const { rows } = await world.owner.query<{ person: string; post: string }>(
    "select person, post from export where id = $1",
    [id],
  );
  const [owner = { person: "", post: "" }] = rows;
  const found = (await listExports(world.owner, owner)).find((stored) => stored.id === id);
  if (found === undefined) throw new Error("It is not in line");
  return found;
}

/** Waits until an export is made, or cannot be. */
const ended = (name: PersonName, id: string): Promise<Export> =>
  vi.waitFor(
    async () => {
      const found = await exportOf(name, id);
      expect(found.state).not.toMatch(/waiting|running/);
      return found;
    },
    { timeout: 30_000, interval: 50 },
  );

const isFile = (id: string) => existsSync(join(world.dataDir, "exports", id));

test("an export is made beside one's work, with the rows of the list and its number in it", async () => {
  const done = await made("lin", { state: "found", fields: "title" });
  expect(done).toMatchObject({ state: "done", total: 5, rows: 5, why: null });
  const file = mustDo(await fileOf("lin", done.id));
  expect(file.bytes).toHaveLength(done.sizeBytes ?? 0);
  expect(file.headers["content-disposition"]).toContain(encodeURIComponent(done.name ?? ""));
  const cells = cellsOf(file.bytes);
  const listed = (await world.as("lin").list("hazard", { state: "found" })).entries;
  expect(cells.slice(-5).map(([, title]) => title)).toEqual(listed.map(({ title }) => title));
  expect(cells.flat().join()).toContain("共 5 条");
  const list = z.object({ exports: z.array(shape) }).parse((await world.as("lin").get("/api/exports")).body);
  expect(list.exports).toContainEqual(done);
});

test("in the official form, or as CSV", async () => {
  const official = await made("lin", { form: "official", fields: "list" });
  expect(cellsOf((await fileOf("lin", official.id)).bytes)[0]).toEqual([
    "香格里拉市事故隐患台账（2026年度）",
  ]);
  const csv = await made("lin", { fields: "title" }, { format: "csv" });
  expect(csvRows((await fileOf("lin", csv.id)).bytes.toString("utf8")).length).toBe(csv.rows + 2);
});

test("a download that broke off goes on where it was, and gives the same bytes", async () => {
  const { id, sizeBytes } = await made("lin");
  const whole = await fileOf("lin", id);
  const etag = String(whole.headers.etag);
  const size = sizeBytes ?? 0;
  const [first, rest] = await Promise.all([
    fileOf("lin", id, { range: "bytes=0-999" }),
    fileOf("lin", id, { range: "bytes=1000-", "if-range": etag }),
  ]);
  expect([first.status, rest.status]).toEqual([206, 206]);
  expect(rest.headers["content-range"]).toBe(`bytes 1000-${size - 1}/${size}`);
  expect(Buffer.concat([first.bytes, rest.bytes]).equals(whole.bytes)).toBe(true);
  const other = await fileOf("lin", id, { range: "bytes=1000-", "if-range": '"another"' });
  expect([other.status, other.bytes.length]).toEqual([200, size]);
  const outside = await fileOf("lin", id, { range: `bytes=${size}-` });
  expect([outside.status, outside.body.code]).toEqual([416, "range-not-satisfiable"]);
  expect((await fileOf("lin", id, { "if-none-match": etag })).status).toBe(304);
});

test("only who asked for it, in the post in which they did, sees it, fetches it or removes it", async () => {
  const { id } = await made("lin");
  for (const name of ["wang", "zhang", "mei"] as const) {
    for (const path of [`/api/exports/${id}`, `/api/exports/${id}/file`])
      expect([(await world.as(name).get(path)).status]).toEqual([404]);
    expect((await world.as(name).send("DELETE", `/api/exports/${id}`)).status).toBe(404);
    expect((await world.as(name).get("/api/exports")).text).not.toContain(id);
  }
  expect((await world.nobody.get(`/api/exports/${id}/file`)).status).toBe(401);
  await world.owner.query("update export set post = $1 where id = $2", [newId(), id]);
  expect((await fileOf("lin", id)).status).toBe(404);
});

test("the export and each fetching are logged, who with what, and the log verifies", async () => {
  const { id, rows } = await made("duan", { level: "major" });
  await fileOf("duan", id);
  await fileOf("duan", id, { range: "bytes=10-" });
  const told: unknown[] = [];
  for await (const { body, facts, name } of readAudit(world.owner, {}))
    if (facts.export === id) told.push([body.act, name, facts.rows, facts.filter]);
  expect(told.toSorted()).toEqual([
    ["exportFetched", "段冶金", undefined, undefined],
    ["listExported", "段冶金", rows, "隐患等级：重大"],
  ]);
  await world.sequenced();
  expect((await verifyAudit(world.owner, "sha256")).faults).toEqual([]);
});

test("asked twice under one id, it is one export", async () => {
  const id = newId();
  mustDo(await ask("zhou", {}, { id }));
  mustDo(await ask("zhou", {}, { id }));
  const list = z.object({ exports: z.array(shape) }).parse((await world.as("zhou").get("/api/exports")).body);
  expect(list.exports).toHaveLength(1);
});

test("what a server left that died over it is made by another, anew", async () => {
  const id = await inLine({ lease: "-1 second" });
  await writeFile(join(world.dataDir, "exports", `${id}.part`), "half");
  world.services.exports.wake();
  expect(await ended("lin", id)).toMatchObject({ state: "done" });
  expect(csvRows((await fileOf("lin", id)).bytes.toString("utf8")).length).toBeGreaterThan(2);
});

test("what another server is making is left to it", async () => {
  const id = await inLine();
  await made("lin");
  expect((await exportOf("lin", id)).state).toBe("running");
});

test("an export that this server is stopped over goes back in line", async () => {
  const wanted = await held();
  expect(await makeExport(world.services, wanted, () => true)).toBe(false);
  expect((await exportOf("lin", wanted.id)).state).toBe("waiting");
  world.services.exports.wake();
  expect((await ended("lin", wanted.id)).state).toBe("done");
});

test("an export that is cancelled while it is made leaves nothing", async () => {
  const wanted = await held();
  mustDo(await world.as("lin").send("DELETE", `/api/exports/${wanted.id}`));
  expect(await makeExport(world.services, wanted)).toBe(true);
  expect(isFile(wanted.id)).toBe(false);
});

test("an export that was cancelled has no file, whether it waited, was being made or was done", async () => {
  const done = await made("lin");
  expect(isFile(done.id)).toBe(true);
  const running = await inLine();
  for (const id of [done.id, running]) {
    expect((await world.as("lin").send("DELETE", `/api/exports/${id}`)).status).toBe(204);
    expect((await fileOf("lin", id)).status).toBe(404);
    expect(isFile(id)).toBe(false);
  }
});

describe("what cannot be made says why", () => {
  test("the post has ended", async () => {
    const wanted = await held({ post: newId() });
    expect(await makeExport(world.services, wanted)).toBe(true);
    const { rows } = await world.owner.query("select state, why from export where id = $1", [wanted.id]);
    expect(rows).toEqual([{ state: "failed", why: "post-ended" }]);
  });

  test.each([{ colour: "red" }, { due: "someday" }])("the list is no longer known: %j", async (asked) => {
    const wanted = await held({ asked });
    expect(await makeExport(world.services, wanted)).toBe(true);
    expect((await exportOf("lin", wanted.id)).why).toMatchObject({ code: "list-unknown" });
  });

  test("the disk is full", async () => {
    const wanted = await held();
    const { exports } = world.services;
    const full = {
      ...world.services,
      exports: { ...exports, files: { ...exports.files, hasRoom: async () => false } },
    };
    expect(await makeExport(full, wanted)).toBe(true);
    expect((await exportOf("lin", wanted.id)).why).toMatchObject({ code: "disk-full" });
  });

  test("an error of ours, which the operator is told of", async () => {
    const wanted = await held();
    await world.owner.query(
      "alter table audit add constraint full_disk check (act <> 'listExported') not valid",
    );
    await expect(makeExport(world.services, wanted)).rejects.toThrow("full_disk");
    await world.owner.query("alter table audit drop constraint full_disk");
    expect((await exportOf("lin", wanted.id)).why).toMatchObject({ code: "broken" });
    expect(isFile(wanted.id)).toBe(false);
  });
});

test("what is older than the pack's time goes, with whatever belongs to nothing; the rest stays", async () => {
  const kept = await made("lin");
  const old = await inLine({ state: "done", ended: new Date("2026-03-02T23:59:00+08:00") });
  const young = await inLine({ state: "done", ended: new Date("2026-03-03T00:00:00+08:00") });
  for (const name of [old, young, "stray"]) await writeFile(join(world.dataDir, "exports", name), "x");
  await tendExports(world.services);
  const left = await readdir(join(world.dataDir, "exports"));
  expect(left).toEqual(expect.arrayContaining([kept.id, young]));
  expect(left).not.toContain(old);
  expect(left).not.toContain("stray");
});

test("nobody keeps more than so many", async () => {
  const { rows } = await world.owner.query<{ count: number }>(
    "select count(*)::integer as count from export e join person p on p.id = e.person where username = 'gesang'",
  );
  for (let count = rows[0]?.count ?? 0; count < limits.exportsKept; count += 1)
    mustDo(await ask("gesang", { q: "无" }));
  const refused = await ask("gesang", { q: "无" });
  expect([refused.status, refused.body]).toMatchObject([409, { code: "too-many-files-kept" }]);
});

test.each<[string, string, unknown, number, string]>([
  ["of a register that is none", "weather", { query: {}, format: "csv" }, 404, "not-found"],
  [
    "by a filter that is none",
    "hazard",
    { query: { colour: "red" }, format: "csv" },
    400,
    "malformed-request",
  ],
  ["in a format that is none", "hazard", { query: {}, format: "pdf" }, 400, "malformed-request"],
  [
    "of a span that is none",
    "hazard",
    { query: { "foundOn.from": "heute" }, format: "csv" },
    400,
    "malformed-request",
  ],
])("an export %s is refused before it waits", async (_, register, body, status, code) => {
  const refused = await world.as("lin").send("POST", `/api/registers/${register}/exports`, body);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

test("a file that is gone from the disk is not found", async () => {
  const { id } = await made("lin");
  await rm(join(world.dataDir, "exports", id));
  expect((await fileOf("lin", id)).status).toBe(404);
});
