import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import * as shapes from "../../server/routes/criteria-shapes.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { beginning } from "../support/cast.ts";
import { type Answer, entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const library = z.object({
  standards: z.array(shapes.standard),
  sectors: z.array(shapes.sectorCoverage),
  mayImport: z.boolean(),
});
const oneStandard = z.object({
  standard: shapes.standard,
  items: z.array(shapes.itemWithText),
  topics: z.array(shapes.topic),
  mayImport: z.boolean(),
});
const found = z.object({
  items: z.array(shapes.foundItem),
  total: z.int(),
  topics: z.array(shapes.foundTopic),
  standards: z.array(shapes.citedStandard),
});

const search = async (query: Readonly<Record<string, string>>) =>
  found.parse(mustDo(await world.as("su").get(`/api/criteria?${new URLSearchParams(query)}`)).body);
const idsOf = async (query: Readonly<Record<string, string>>) =>
  (await search(query)).items.map(({ id }) => id);
const standards = async (query = "") =>
  library.parse(mustDo(await world.as("su").get(`/api/criteria/standards${query}`)).body);
const standard = async (code: string) =>
  oneStandard.parse(
    mustDo(await world.as("su").get(`/api/criteria/standards/${encodeURIComponent(code)}`)).body,
  );

describe("a search", () => {
  test("for 液氨 finds the items of 令10号 art. 12 with their source", async () => {
    const { items, topics } = await search({ q: "液氨" });
    expect(items.map(({ id, article, source }) => [id, article, source])).toEqual([
      ["GM/12-1", "第十二条第（一）项", "应急管理部令第10号第十二条"],
      ["GM/12-2", "第十二条第（二）项", "应急管理部令第10号第十二条"],
    ]);
    expect(topics).toEqual([]);
  });

  test.each(["令10号 第十二条", "GM/12", "应急管理部令第10号 第12条"])("for %s finds them too", async (q) => {
    expect(await idsOf({ q })).toEqual(["GM/12-1", "GM/12-2"]);
  });

  test("is narrowed to a standard, to a sector, to a day, and says how many there are", async () => {
    expect(await idsOf({ standard: "AM" })).toEqual(["AM/1", "AM/2", "AM/3", "AM/4", "AM/5", "AM/6"]);
    expect(await idsOf({ q: "特种作业", sector: "S11", on: "2026-07-01" })).toEqual(["PW/13-1"]);
    expect(await idsOf({ standard: "PW", on: "2026-06-30" })).toEqual([]);
    const { items, total } = await search({ standard: "GM", limit: "3" });
    expect([items.length, total]).toEqual([3, 65]);
  });

  test("shows what is known by its heading alone as a topic and never as an item", async () => {
    const { items, topics } = await search({ q: "客运索道" });
    expect([items, topics.map(({ id, heading }) => [id, heading])]).toEqual([[], [["SE/4.8", "4.8"]]]);
    const water = await search({ q: "水库", sector: "S10" });
    expect(water.topics.map(({ id }) => id)).toEqual(["WT/running"]);
  });
});

test("a search finds a standard by its name or document, also where none of its items is loaded", async () => {
  const codes = async (q: string, on = "2026-11-25") =>
    (await search({ q, on })).standards.map(({ code }) => code);
  expect(await codes("民用爆炸物品")).toEqual(["CE"]);
  expect(await codes("安监总管三〔2017〕121号")).toEqual(["FW"]);
  expect(await codes("安监总管三[2017]121号", "2026-09-29")).toEqual(["HC17", "FW"]);
  expect(await codes("液氨")).toEqual([]);
});

describe("the library", () => {
  test("tells of every standard where it stands on the day and how much of it is loaded", async () => {
    const shown = (await standards("?on=2026-09-29")).standards.map(
      ({ code, state, loadedItems, topics, officialItems }) => [
        code,
        state,
        loadedItems,
        topics,
        officialItems,
      ],
    );
    expect(shown).toHaveLength(30);
    expect(shown.filter(([code]) => ["GM", "HC17", "HC26", "RP", "CM"].includes(String(code)))).toEqual([
      ["GM", "inForce", 64, 0, 64],
      ["HC17", "inForce", 20, 0, 20],
      ["HC26", "coming", 0, 7, 53],
      ["CM", "inForce", 0, 0, null],
      ["RP", "unconfirmed", 0, 0, null],
    ]);
    const later = (await standards("?on=2026-09-30&sector=S02")).standards;
    expect(later.map(({ code, state }) => [code, state])).toEqual([
      ["HC17", "ended"],
      ["HC26", "inForce"],
    ]);
  });

  test("says of each sector by what it is judged, and plainly where nothing is loaded", async () => {
    const { sectors } = await standards("?on=2026-11-25");
    expect(sectors).toHaveLength(23);
    const of = (code: string) => sectors.find((one) => one.code === code);
    expect(of("S05")).toMatchObject({ criteria: ["GM"], keyCheckItems: [] });
    expect(of("S05")?.citableItems).toBeGreaterThan(40);
    expect(of("S02")).toMatchObject({ criteria: ["HC26"], citableItems: 0 });
    expect(of("S10")).toMatchObject({ criteria: ["WT"], citableItems: 0 });
    expect(of("S17")).toMatchObject({ criteria: [], keyCheckItems: [], citableItems: 0 });
  });

  test("opens a standard with its items, its topics and who answers for it", async () => {
    const { standard: se, items, topics } = await standard("SE");
    expect(se).toMatchObject({
      document: "GB 45067-2024",
      department: { name: { zh: "迪庆藏族自治州市场监督管理局" } },
    });
    expect([items.length, topics.map(({ topic }) => topic)]).toEqual([30, ["4.4", "4.8", "4.9", "4.10"]]);
    expect((await standard("GS")).standard.scope).toMatchObject({ zh: "适用于燃气经营者，不适用于所有用户" });
    expect((await standard("NM+")).standard).toMatchObject({ state: "unconfirmed", loadedItems: 0 });
    expect((await world.as("su").get("/api/criteria/standards/XX")).status).toBe(404);
  });
});

const proposed = (criteriaItem: string) => ({ criteriaItem, judgementReason: "符合该条款" });

/** Finds a hazard on a day and proposes it to be major by an item; the answer of the proposal. */
async function judged(
  foundOn: string,
  criteriaItem: string,
): Promise<{ readonly id: string; readonly answer: Answer }> {
  const su = world.as("su");
  const { id } = entryIn(mustDo(await su.open("hazard", { input: aHazard({ foundOn }) })));
  return {
    id,
    answer: await su.act("hazard", id, "proposeMajor", { version: 1, input: proposed(criteriaItem) }),
  };
}

test("a hazard judged under the 2017 hazchem list keeps it after the 2026 list comes into force", async () => {
  world.clock.now = new Date("2026-09-29T09:00:00+08:00");
  const { id, answer } = await judged("2026-09-29", "HC17/5");
  mustDo(answer);
  mustDo(await world.as("mei").act("hazard", id, "confirmMajor", { version: 2, input: {} }));
  world.clock.now = new Date("2026-11-25T09:00:00+08:00");
  const { entry } = await world.as("mei").entry("hazard", id);
  expect(entry.values).toMatchObject({ criteriaItem: "HC17/5", criteriaFrom: "2017-11-13" });
  expect(entry.labels.criteriaItem).toMatchObject({ zh: expect.stringContaining("独立的安全仪表系统") });
});

test("the list by which a hazard is judged is that of the day on which it was found", async () => {
  world.clock.now = new Date("2026-10-08T09:00:00+08:00");
  mustDo((await judged("2026-09-29", "HC17/5")).answer);
  const late = (await judged("2026-09-30", "HC17/5")).answer;
  expect([late.status, late.body.code]).toEqual([422, "criteria-item-not-in-force"]);
});

test.each(["HC26/5.1", "SE/4.8", "WT/running"])(
  "the topic %s is no item: nothing is judged by it",
  async (topic) => {
    world.clock.now = new Date("2026-10-08T09:00:00+08:00");
    const { answer } = await judged("2026-10-08", topic);
    expect([answer.status, answer.body.code]).toEqual([422, "input-invalid"]);
    expect(answer.body.problems).toMatchObject([{ field: "criteriaItem", code: "not-found" }]);
  },
);

const heading = "standard,item,text,source\n";
const art12 = `${heading}GM,12-1,官方原文甲,应急管理部公报\nGM,12-2,"官方原文，\n乙",应急管理部公报\n`;

function sending(
  name: "zhang" | "gesang" | "luo" | "mei",
  payload: string | Buffer,
  query = "",
): Promise<Answer> {
  return world.as(name).raw({
    method: "POST",
    url: `/api/criteria/imports?file=${encodeURIComponent("原文.csv")}&format=csv${query}`,
    headers: { "content-type": "application/octet-stream" },
    payload,
  });
}

const kept = async () => {
  const { rows } = await world.owner.query<{ imports: number; texts: number }>(
    `select (select count(*)::integer from criteria_import) as imports,
      (select count(*)::integer from criteria_text) as texts`,
  );
  return rows[0];
};
const textsOf = async (code: string) =>
  (await standard(code)).items.flatMap(({ item, official }) => (official ? [[item, official.text]] : []));
const verified = async () => (await verifyLedger(world.owner, "sha256", () => undefined)).faults;

test.each(["gesang", "luo", "mei"] as const)("%s may not import official texts, nor try to", async (name) => {
  for (const query of ["", "&dryRun=1"]) {
    const { status, body } = await sending(name, art12, query);
    expect([status, body.code]).toEqual([403, "role-may-not"]);
  }
  expect((await standard("GM")).mayImport).toBe(false);
});

test("official texts are tried, imported, shown beside our words and superseded, and the earlier ones stay", async () => {
  const tried = mustDo(await sending("zhang", art12, "&dryRun=1"));
  expect(tried.body).toMatchObject({ rows: 2, encoding: "utf-8", problems: [], imported: null });
  expect(await kept()).toEqual({ imports: 0, texts: 0 });

  const { body } = mustDo(await sending("zhang", art12));
  expect(body).toMatchObject({ imported: { texts: 2 }, texts: [{ change: "new" }, { change: "new" }] });
  expect(await textsOf("GM")).toEqual([
    ["12-1", "官方原文甲"],
    ["12-2", "官方原文，\n乙"],
  ]);
  const shown = (await standard("GM")).items.find(({ item }) => item === "12-1");
  expect(shown?.text.zh).toContain("液氨");
  expect(shown?.official).toMatchObject({
    source: "应急管理部公报",
    file: "原文.csv",
    person: { name: "张州安" },
    organisation: { name: { zh: "迪庆州安全生产委员会办公室" } },
  });

  world.clock.now = new Date(beginning.getTime() + 60_000);
  const second = `${heading}GM,12-1,官方原文甲（更正）,应急管理部公报\nGM,12-2,"官方原文，\n乙",应急管理部公报\n`;
  expect(mustDo(await sending("zhang", second)).body).toMatchObject({
    imported: { texts: 1 },
    texts: [{ change: "supersedes" }, { change: "unchanged" }],
  });
  expect((await textsOf("GM"))[0]).toEqual(["12-1", "官方原文甲（更正）"]);
  const { body: history } = await world.as("su").get("/api/criteria/standards/GM/items/12-1/texts");
  expect(
    z
      .object({ texts: z.array(shapes.officialText) })
      .parse(history)
      .texts.map(({ text }) => text),
  ).toEqual(["官方原文甲（更正）", "官方原文甲"]);
  const { body: imports } = await world.as("su").get("/api/criteria/imports");
  expect(
    z
      .object({ imports: z.array(shapes.textImport) })
      .parse(imports)
      .imports.map(({ texts }) => texts),
  ).toEqual([1, 2]);
  expect((await world.as("su").get("/api/criteria/standards/GM/items/99/texts")).status).toBe(404);

  // Sent once more after an answer that was lost, it changes nothing.
  expect(mustDo(await sending("zhang", second)).body).toMatchObject({ imported: null });
  expect(await kept()).toEqual({ imports: 2, texts: 3 });
});

test("an import is a line of the installation's own chain, and the ledger holds", async () => {
  mustDo(await sending("zhang", `${heading}GS,8,加臭,建设部公报\n`));
  const { rows } = await world.owner.query<{ text: string }>(
    "select text from ledger where act = 'importCriteriaTexts' order by version desc limit 1",
  );
  const line = z.object({ actor: z.string(), role: z.string(), changes: z.looseObject({ texts: z.int() }) });
  expect(line.parse(JSON.parse(rows[0]?.text ?? ""))).toMatchObject({
    role: "committeeOffice",
    changes: { texts: 1 },
  });
  await world.sequenced();
  expect(await verified()).toEqual([]);
});

test("two imports at the same moment are two lines of one chain", async () => {
  const both = ["甲", "乙"].map((text) => sending("zhang", `${heading}GS,4-1,${text},公报\n`));
  expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
  await world.sequenced();
  expect(await verified()).toEqual([]);
});

test("a file with one wrong row imports nothing and tells row and column, tried or not", async () => {
  const before = await kept();
  const wrong = `${heading}BD,4-1,原文,公报\nBD,9,原文,公报\n`;
  const problems = [{ row: 3, column: "item", code: "topic-no-item", words: expect.anything() }];
  const tried = mustDo(await sending("zhang", wrong, "&dryRun=1"));
  expect(tried.body).toMatchObject({ rows: 2, problems, imported: null, texts: [] });
  const { status, body } = await sending("zhang", wrong);
  expect([status, body.code, body.rows]).toEqual([422, "texts-invalid", problems]);
  expect(await kept()).toEqual(before);
});

test("a file of an office program in GB18030 is read, and the answer says so", async () => {
  // 原文 in GB18030.
  const payload = Buffer.concat([
    Buffer.from(`${heading}GS,6-1,`),
    Buffer.from("d4adcec4", "hex"),
    Buffer.from(",x\n"),
  ]);
  const { body } = mustDo(await sending("zhang", payload, "&dryRun=1"));
  expect(body).toMatchObject({ encoding: "gb18030", texts: [{ text: "原文" }] });
});

test("a file in JSON is read as one in CSV is", async () => {
  const json = (payload: string) =>
    world.as("zhang").raw({
      method: "POST",
      url: "/api/criteria/imports?file=a.json&format=json&dryRun=1",
      headers: { "content-type": "application/octet-stream" },
      payload,
    });
  const row = { standard: "GS", item: "4-2", text: "原文", source: "公报" };
  expect(mustDo(await json(JSON.stringify([row]))).body).toMatchObject({
    texts: [{ ...row, change: "new" }],
  });
  expect(mustDo(await json('[\n{"standard": }]')).body).toMatchObject({
    problems: [{ row: 2, code: "not-json" }],
  });
});

test("a mark of the byte order is no part of the first heading", async () => {
  expect(mustDo(await sending("zhang", `\ufeff${art12}`, "&dryRun=1")).body).toMatchObject({ problems: [] });
});

test("a file beyond the limit is refused", async () => {
  const { status } = await sending("zhang", Buffer.alloc(limits.criteriaFileBytes + 1, 0x61));
  expect(status).toBe(413);
});

test("an imported text changes nothing of what a hazard cited", async () => {
  const { id, answer } = await judged("2026-03-10", "GM/12-1");
  mustDo(answer);
  const before = (await world.as("su").entry("hazard", id)).entry;
  mustDo(await sending("zhang", `${heading}GM,12-1,又一次更正,公报\n`));
  expect((await world.as("su").entry("hazard", id)).entry).toEqual(before);
});
