import { beforeAll, describe, expect, test } from "vitest";
import { cast, enterprises } from "../support/cast.ts";
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
    expect(refused.map(({ row, problems }) => [row, problems.map(({ column, code }) => [column, code])])).toEqual([
      [4, [["C", "name-unknown"]]],
      [5, [["D", "cell-day-without-year"], ["F", "cell-no-number"]]],
    ]);
    expect((await world.as("lin").list("hazard", { count: "exact" })).total).toBe(before);
  });

  test("comes in by its good rows, each with a line of its own, and the same file again adds nothing", async () => {
    const lin = bringer(world.as("lin"));
    const file = ledger(good(1, "一号梁裂缝"), ["2", "二号", "没有", "2026.3.4", "部门检查", ""], good(3, "三号梁裂缝"));
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
