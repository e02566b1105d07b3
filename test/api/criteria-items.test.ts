import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import * as shapes from "../../server/routes/criteria-shapes.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import { type Answer, entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

// What stands in these files was made up for the tests: no text of any standard.
const fileOf = (name: string) => readFile(new URL(`../criteria/${name}`, import.meta.url), "utf8");
const hazchem = await fileOf("hc26-fictional.csv");
const hospital = await fileOf("key-check-items-fictional.csv");

let world: World;
beforeEach(async () => {
  world = await newWorld();
  world.clock.now = new Date("2026-10-09T09:00:00+08:00");
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const sending = (payload: string, query = "", name: PersonName = "zhang"): Promise<Answer> =>
  world.as(name).raw({
    method: "POST",
    url: `/api/criteria/imports?file=${encodeURIComponent("虚构.csv")}&format=csv${query}`,
    headers: { "content-type": "application/octet-stream" },
    payload,
  });
const imported = async (payload: string, query = "") =>
  shapes.importAnswer.parse(mustDo(await sending(payload, query)).body);

const oneStandard = z.object({ standard: shapes.standard, items: z.array(shapes.itemWithText) });
const library = z.object({ standards: z.array(shapes.standard), sectors: z.array(shapes.sectorCoverage) });
const found = z.object({ items: z.array(shapes.foundItem), total: z.int() });
const checklist = z.object({ items: z.array(z.object({ id: z.string(), standard: z.looseObject({}) })) });

const get = async (path: string) => mustDo(await world.as("su").get(path)).body;
const standard = async (code: string) => oneStandard.parse(await get(`/api/criteria/standards/${code}`));
const coverage = async (sector: string, on = "2026-10-09") =>
  library.parse(await get(`/api/criteria/standards?sector=${sector}&on=${on}`)).sectors[0];
const search = async (q: string, on = "2026-10-09") =>
  found.parse(await get(`/api/criteria?q=${encodeURIComponent(q)}&on=${on}`)).items.map(({ id }) => id);
const checklistOn = async (on: string) =>
  checklist.parse(await get(`/api/checklist?organisation=${enterpriseId("copper")}&on=${on}`)).items;

const kept = async () => {
  const { rows } = await world.owner.query<Readonly<Record<string, number>>>(
    `select (select count(*)::integer from criteria_import) as imports, (select count(*)::integer from criteria_text) as texts,
      (select count(*)::integer from criteria_list) as lists`,
  );
  return rows[0];
};
const verified = async () => {
  await world.sequenced();
  return (await verifyLedger(world.owner, "sha256", () => undefined)).faults;
};

async function sectorOfCopper(sector: string): Promise<void> {
  const id = enterpriseId("copper");
  const { version } = (await world.as("lin").entry("enterprise", id)).entry;
  mustDo(await world.as("lin").act("enterprise", id, "amend", { version, input: { sector } }));
}

async function proposed(act: string, criteriaItem: string, foundOn = "2026-10-08") {
  const su = world.as("su");
  const { id } = entryIn(mustDo(await su.open("hazard", { input: aHazard({ foundOn }) })));
  const input = { criteriaItem, judgementReason: "符合该条款" };
  return { id, answer: await su.act("hazard", id, act, { version: 1, input }) };
}

describe("items of a standard of which only topics are known", () => {
  test("are tried first, and nothing is kept of that", async () => {
    const tried = await imported(hazchem, "&dryRun=1");
    expect(tried).toMatchObject({ rows: 3, problems: [], warnings: [], imported: null });
    expect(tried.texts.map(({ item, change }) => [item, change])).toEqual([
      ["5.1.1", "created"],
      ["5.1.2", "created"],
      ["5.7.10", "created"],
    ]);
    expect(await kept()).toEqual({ imports: 0, texts: 0, lists: 0 });
  });

  test("are made by an import, shown with who brought them, counted, found, and may be cited", async () => {
    expect((await imported(hazchem)).imported).toMatchObject({ texts: 3, items: 3, lists: 0 });
    const hc26 = await standard("HC26");
    expect(hc26.standard).toMatchObject({
      loadedItems: 3,
      importedItems: 3,
      officialItems: 53,
      officialTexts: 3,
    });
    expect(hc26.items.map(({ item }) => item)).toEqual(["5.1.1", "5.1.2", "5.7.10"]);
    expect(hc26.items[0]).toMatchObject({
      imported: true,
      article: "5.1.1",
      official: { file: "虚构.csv", note: "仅供测试", person: { name: "张州安" } },
    });
    expect((await standard("GM")).items[0]).toMatchObject({ imported: false, official: null });
    expect(await search("测试条款丙")).toEqual(["HC26/5.7.10"]);
    expect(await search("测试条款丙", "2026-09-29")).toEqual([]);
    expect(await coverage("S02")).toMatchObject({ criteria: ["HC26"], citableItems: 3 });
    expect(await verified()).toEqual([]);
  });

  test("are cited by a hazard found since its standard is in force, which keeps what they said", async () => {
    await imported(hazchem);
    const { id, answer } = await proposed("proposeMajor", "HC26/5.1.1");
    mustDo(answer);
    const early = (await proposed("proposeMajor", "HC26/5.1.1", "2026-09-29")).answer;
    expect([early.status, early.body.code]).toEqual([422, "criteria-item-not-in-force"]);
    const before = (await world.as("su").entry("hazard", id)).entry;
    expect(before.values).toMatchObject({
      criteriaItem: "HC26/5.1.1",
      criteriaFrom: "2026-09-30",
      criteriaText: "（虚构文本，非标准原文）测试条款甲",
    });
    expect(before.labels.criteriaItem).toMatchObject({ zh: expect.stringContaining("5.1.1：（虚构文本") });

    world.clock.now = new Date("2026-11-25T09:00:00+08:00");
    const changed = await imported(hazchem.replace("测试条款甲", "测试条款甲（更正）"));
    expect(changed).toMatchObject({
      imported: { texts: 1, items: 0 },
      texts: [{ change: "supersedes" }, {}, {}],
    });
    const after = (await world.as("su").entry("hazard", id)).entry;
    expect(after.values).toEqual(before.values);
    const texts = z.object({ texts: z.array(shapes.officialText) });
    const history = texts.parse(await get("/api/criteria/standards/HC26/items/5.1.1/texts")).texts;
    expect(history.map(({ text }) => text.slice(-4))).toEqual(["（更正）", "试条款甲"]);
    expect(await verified()).toEqual([]);
  });

  test("are asked in self-checks from the day after their import", async () => {
    await sectorOfCopper("S02");
    expect(await checklistOn("2026-10-09")).toEqual([]);
    await imported(hazchem);
    expect(await checklistOn("2026-10-09")).toEqual([]);
    expect((await checklistOn("2026-10-10")).map(({ id }) => id)).toEqual([
      "HC26/5.1.1",
      "HC26/5.1.2",
      "HC26/5.7.10",
    ]);
  });

  test("are known to another server on the same database at once", async () => {
    const other = await world.startAnother();
    await imported(hazchem);
    const { answer } = await proposed("proposeGeneral", "HC26/5.7.10");
    mustDo(answer);
    await other.stop();
  });
});

test("the same file once more changes nothing, also at the same moment", async () => {
  const both = await Promise.all([sending(hazchem), sending(hazchem)]);
  const made = both.map(({ body }) => shapes.importAnswer.parse(body).imported?.items ?? 0);
  expect(made.toSorted()).toEqual([0, 3]);
  expect((await imported(hazchem)).imported).toBeNull();
  expect(await kept()).toEqual({ imports: 1, texts: 3, lists: 0 });
  expect(await verified()).toEqual([]);
});

test("a file with one wrong row makes no item at all, and tells the row", async () => {
  const wrong = `${hazchem}HC26,AQ 3067-2025,HC26/5.2.1,（虚构）,（虚构）,\n`;
  const { status, body } = await sending(wrong);
  expect([status, body.code]).toEqual([422, "texts-invalid"]);
  expect(body.rows).toMatchObject([{ row: 5, column: "version", code: "version-differs" }]);
  expect(await kept()).toEqual({ imports: 0, texts: 0, lists: 0 });
  expect((await standard("HC26")).items).toEqual([]);
});

test("a number unlike the standard's or beyond its count is told and imported all the same", async () => {
  const odd = "standard,item,text,source\nGS,11,（虚构）,（虚构）\nHC26,9-9,（虚构）,（虚构）\n";
  const { warnings, imported: made } = await imported(odd);
  expect(warnings.map(({ row, code }) => [row, code])).toEqual([
    [2, "beyond-official-count"],
    [3, "number-unlike"],
  ]);
  expect(made).toMatchObject({ items: 2 });
});

test.each(["gesang", "luo", "mei"] as const)("%s makes no item, nor tries to", async (name) => {
  for (const query of ["", "&dryRun=1"]) {
    const { status, body } = await sending(hospital, query, name);
    expect([status, body.code]).toEqual([403, "role-may-not"]);
  }
  expect(await kept()).toEqual({ imports: 0, texts: 0, lists: 0 });
});

describe("a list of key check items", () => {
  test("comes with its items, and stands in for criteria where a sector has none", async () => {
    const answer = await imported(hospital);
    expect(answer).toMatchObject({ imported: { texts: 2, items: 2, lists: 1 }, lists: [{ code: "ZD17" }] });
    expect((await standard("ZD17")).standard).toMatchObject({
      kind: "keyCheckItems",
      name: { zh: "医院重点检查事项（虚构）" },
      document: "测试〔2026〕1号",
      issuer: { zh: "某州某委（虚构）" },
      issued: "2026-01-05",
      from: "2026-02-01",
      importedOn: "2026-10-09",
      importedItems: 2,
      sectors: ["S17"],
      state: "inForce",
    });
    expect(await coverage("S17")).toMatchObject({ criteria: [], keyCheckItems: ["ZD17"], citableItems: 2 });
    expect(await search("测试〔2026〕1号")).toEqual(["ZD17/1", "ZD17/2"]);
    expect((await imported(hospital)).imported).toBeNull();
    const { rows } = await world.owner.query<{ text: string }>(
      "select text from ledger where act = 'importCriteriaTexts' order by version desc limit 1",
    );
    expect(JSON.parse(rows[0]?.text ?? "")).toMatchObject({ changes: { texts: 2, lists: ["ZD17"] } });
    expect(await verified()).toEqual([]);
  });

  test("is offered for a sector only where that has no criteria in force", async () => {
    await imported(hospital.replace(",S17,医院", ",S17、S05,医院"));
    const offered = async (sector: string, on: string) =>
      found.parse(await get(`/api/criteria?q=ZD17&sector=${sector}&on=${on}`)).items.map(({ id }) => id);
    expect(await offered("S17", "2026-10-09")).toEqual(["ZD17/1", "ZD17/2"]);
    expect(await offered("S05", "2026-10-09")).toEqual([]);
    expect(await search("ZD17")).toEqual(["ZD17/1", "ZD17/2"]);
  });

  test.each(["proposeMajor", "proposeGeneral"])("is cited there by %s, as the person judges", async (act) => {
    await sectorOfCopper("S17");
    await imported(hospital);
    const { id, answer } = await proposed(act, "ZD17/1");
    mustDo(answer);
    expect((await world.as("su").entry("hazard", id)).entry.values).toMatchObject({
      criteriaItem: "ZD17/1",
      criteriaFrom: "2026-02-01",
      criteriaText: "（虚构文本）测试检查事项一",
    });
  });

  test("is not cited beside criteria in force, nor before its own first day", async () => {
    await imported(hospital);
    const beside = (await proposed("proposeGeneral", "ZD17/1")).answer;
    expect([beside.status, beside.body.code]).toEqual([422, "key-check-item-beside-criteria"]);
    await sectorOfCopper("S17");
    const early = (await proposed("proposeGeneral", "ZD17/1", "2026-01-31")).answer;
    expect([early.status, early.body.code]).toEqual([422, "criteria-item-not-in-force"]);
  });

  test("is asked in self-checks, and ends on the eve of the one that replaces it", async () => {
    await sectorOfCopper("S17");
    await imported(hospital);
    expect(await checklistOn("2026-10-10")).toMatchObject([
      { id: "ZD17/1", standard: { kind: "keyCheckItems", document: "测试〔2026〕1号" } },
      { id: "ZD17/2" },
    ]);
    const next = hospital
      .replaceAll("ZD17", "ZD18")
      .replace("施行日期", "施行日期,取代")
      .replace("2026-02-01", "2026-11-01,ZD17");
    await imported(next);
    expect((await standard("ZD17")).standard).toMatchObject({ to: "2026-10-31" });
    expect((await checklistOn("2026-11-01")).map(({ id }) => id)).toEqual(["ZD18/1", "ZD18/2"]);
    const again = await sending(next.replaceAll("ZD18", "ZD19"));
    expect(again.body.rows).toMatchObject([{ row: 2, column: "replaces", code: "replaces-unknown" }]);
    expect(await verified()).toEqual([]);
  });
});
