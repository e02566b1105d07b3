import { beforeAll, describe, expect, test } from "vitest";
import { enterprises } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const copper = enterprises.copper.name;

/** A ledger as somebody else keeps it: a title, headings of their own, a foot. */
const ledger = (...rows: readonly (readonly string[])[]) =>
  csvOf([
    ["香格里拉市安全生产检查隐患台账", "", "", "", "", ""],
    ["序号", "存在问题", "被检查单位", "检查日期", "隐患来源", "受威胁人数"],
    ...rows,
    ["填表人：洛桑", "", "", "审核人：", "", ""],
  ]);

const good = (at: number, title: string) => [String(at), title, copper, "2026年3月5日", "部门检查", "３"];

describe("a ledger in somebody else's headings", () => {
  test("is tried without writing anything, and each bad row is explained where it stands", async () => {
    const lin = bringer(world.as("lin"));
    const before = (await world.as("lin").list("hazard", { count: "exact" })).total;
    const one = await lin.brought(
      "hazard",
      "隐患台账.csv",
      ledger(
        good(1, "配电箱未接地"),
        ["2", "通道堵塞", "没有这家企业", "2026.3.4", "部门检查", ""],
        ["3", "无照明", copper, "3月5日", "部门检查", "五人"],
        good(4, "护栏缺失"),
      ),
    );
    expect(one.plan).toMatchObject({
      headerRows: { from: 2, to: 2 },
      firstRow: 3,
      columns: [null, "title", "organisation", "foundOn", "source", "exposedPeople"],
      mode: "open",
    });
    const tried = await lin.tried(one);
    expect(tried).toMatchObject({ state: "checked", counts: { add: 2, change: 0, skip: 1, refuse: 2 } });
    const refused = await lin.rows(one.id, "refuse");
    expect(
      refused.map(({ row, problems }) => [row, problems.map(({ column, code }) => [column, code])]),
    ).toEqual([
      [4, [["C", "name-unknown"]]],
      [
        5,
        [
          ["D", "cell-day-without-year"],
          ["F", "cell-no-number"],
        ],
      ],
    ]);
    expect((await world.as("lin").list("hazard", { count: "exact" })).total).toBe(before);
    const back = await world.as("lin").get(`/api/imports/${one.id}/file`);
    expect(back.headers["content-disposition"]).toContain(encodeURIComponent("隐患台账（导入结果）.csv"));
    const lines = back.bytes.toString("utf8").split("\n");
    expect(lines[1]).toContain("导入结果");
    expect(lines[2]).toContain("配电箱未接地");
    expect(lines[3]).toContain("没有这个名称");
    expect(lines[4]).toContain("D 列 发现日期：");
  });

  test("comes in by its good rows, each with a line of its own, and the same file again adds nothing", async () => {
    const lin = bringer(world.as("lin"));
    const file = ledger(
      good(1, "一号梁裂缝"),
      ["2", "二号", "没有", "2026.3.4", "部门检查", ""],
      good(3, "三号梁裂缝"),
    );
    const one = await lin.brought("hazard", "甲.csv", file);
    await lin.tried(one);
    expect(await lin.run(one.id, "good")).toMatchObject({ state: "done", counts: { add: 2, refuse: 1 } });
    const added = await lin.rows(one.id, "add");
    expect(added.map(({ number }) => number !== null)).toEqual([true, true]);
    const entry = added[0]?.entry ?? "";
    const { lines, verified } = await world.as("lin").ledger("hazard", entry);
    expect({ acts: lines.map(({ act }) => act), verified }).toEqual({ acts: ["find"], verified: true });
    expect((await world.as("lin").entry("hazard", entry)).entry.values).toMatchObject({
      title: "一号梁裂缝",
      foundOn: "2026-03-05",
      exposedPeople: 3,
    });
    const again = await lin.brought("hazard", "甲（2）.csv", file);
    expect(await lin.tried(again)).toMatchObject({ counts: { add: 0, skip: 3, refuse: 1 } });
    expect((await lin.post(again.id, "run", { choice: "good" })).body.code).toBe("import-brings-nothing");
  });
});

describe("all or nothing", () => {
  const file = (...rows: readonly (readonly string[])[]) =>
    csvOf([["隐患名称", "企业名称", "发现日期", "隐患来源"], ...rows]);
  const row = (title: string, of: string = copper) => [title, of, "2026-03-02", "部门检查"];

  test("is not begun while a row is refused", async () => {
    const lin = bringer(world.as("lin"));
    const one = await lin.brought("hazard", "乙.csv", file(row("甲一"), row("甲二", "没有")));
    await lin.tried(one);
    expect((await lin.post(one.id, "run", { choice: "all" })).body.code).toBe("import-has-refused");
  });

  test("brings in every row", async () => {
    const lin = bringer(world.as("lin"));
    const one = await lin.brought(
      "hazard",
      "丙.csv",
      file(...Array.from({ length: 1_200 }, (_, at) => row(`丙 ${at}`))),
    );
    await lin.tried(one);
    expect(await lin.run(one.id, "all")).toMatchObject({ state: "done", counts: { add: 1_200, refuse: 0 } });
    expect((await world.as("lin").list("hazard", { q: "丙 1199", count: "exact" })).total).toBe(1);
  });

  test("brings in none where a row that was good is refused in the end", async () => {
    const [luo, lin] = [world.as("luo"), bringer(world.as("lin"))];
    const input = {
      name: "将要关闭的企业（虚构）",
      region: "533401103",
      sector: "S04",
      creditCode: codeOf(1),
    };
    const closing = entryIn(await luo.open("enterprise", { input }));
    const rows = Array.from({ length: 700 }, (_, at) => row(`丁 ${at}`, at === 650 ? input.name : copper));
    const one = await lin.brought("hazard", "丁.csv", file(...rows));
    expect(await lin.tried(one)).toMatchObject({ counts: { add: 700, refuse: 0 } });
    const closed = await luo.act("enterprise", closing.id, "closeDown", {
      version: 1,
      input: { reason: "停产关闭" },
    });
    expect(closed.status, closed.text).toBe(200);
    const before = (await luo.list("hazard", { count: "exact" })).total;
    const done = await lin.run(one.id, "all");
    expect(done).toMatchObject({
      state: "checked",
      stopped: { code: "row-refused" },
      counts: { add: 699, refuse: 1 },
    });
    expect((await lin.rows(one.id, "refuse")).map(({ row: at }) => at)).toEqual([652]);
    expect((await luo.list("hazard", { count: "exact" })).total).toBe(before);
    // Its good rows may still come in.
    expect(await lin.run(one.id, "good")).toMatchObject({ state: "done", counts: { add: 699, refuse: 1 } });
  });
});

/** Fictional credit codes, without a fitting check digit. */
const codeOf = (at: number): string => `91999999MA1${String(at).padStart(6, "0")}X`;

describe("a list that went out and comes back", () => {
  test("changes exactly the cells that differ, by an act that may, and refuses what no act changes", async () => {
    const luo = world.as("luo");
    const name = "要改的企业（虚构）";
    const opened = await luo.open("enterprise", {
      input: { name, region: "533401103", sector: "S04", creditCode: codeOf(900) },
    });
    const { id, number } = (opened.body.entry ?? {}) as { id: string; number: string };
    const head = ["编号", "企业名称", "状态", "行业领域", "统一社会信用代码", "地址"];
    const same = [number, name, "", "S04", codeOf(900), ""];
    const bring = bringer(luo);
    const unchanged = await bring.brought("enterprise", "出.csv", csvOf([head, same]));
    expect(unchanged.plan?.columns[0]).toBe("number");
    const tried = await bring.tried(unchanged, {
      columns: ["number", "name", null, "sector", "creditCode", "address"],
    });
    expect(tried, JSON.stringify(await bring.rows(tried.id))).toMatchObject({ counts: { skip: 1 } });
    const moved = await bring.brought(
      "enterprise",
      "回.csv",
      csvOf([head, [number, name, "", "S04", codeOf(900), "建塘镇一号"]]),
    );
    await bring.tried(moved, { columns: ["number", "name", null, "sector", "creditCode", "address"] });
    expect(await bring.rows(moved.id, "change")).toMatchObject([
      { changes: [{ field: "address", from: "", to: "建塘镇一号" }] },
    ]);
    await bring.run(moved.id, "good");
    expect((await luo.entry("enterprise", id)).entry).toMatchObject({
      version: 2,
      values: { address: "建塘镇一号" },
    });
    expect((await luo.ledger("enterprise", id)).lines.map(({ act }) => act)).toEqual(["register", "amend"]);
  });
});
