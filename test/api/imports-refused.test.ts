import { beforeAll, expect, test } from "vitest";
import { enterpriseId, enterprises, firstDay } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

const copper = enterprises.copper.name;
const head = ["编号", "隐患名称", "企业名称", "发现日期", "隐患来源", "场所", "隐患等级", "整改前照片"];
const fields = ["number", "title", "organisation", "foundOn", "source", "site", "level", "photos"];

let world: World;
let number: string;
let judged: string;
beforeAll(async () => {
  world = await newWorld();
  number = entryIn(await world.as("lin").open("hazard", { input: hazardInput("已登记的隐患") })).number;
  judged = (await world.as("lin").entry("hazard", await world.hazardBroughtTo("rectifying"))).entry.number;
  const luo = world.as("luo");
  for (const region of ["533401103", "533401205"]) {
    const input = { name: "同名企业（虚构）", region, sector: "S04", noCodeReason: "applying" };
    expect((await luo.open("enterprise", { input })).status).toBe(201);
  }
});

const hazardInput = (title: string) => ({
  title,
  organisation: enterpriseId("copper"),
  source: "inspection",
  foundOn: firstDay,
});

const row = (own: Readonly<Record<string, string | undefined>>) =>
  fields.map(
    (field) =>
      ({ title: "一处隐患", organisation: copper, foundOn: "2026-03-02", source: "部门检查", ...own })[
        field
      ] ?? "",
  );

test.each([
  { code: "name-unknown", column: "C", own: { organisation: "没有这家企业" } },
  { code: "name-ambiguous", column: "C", own: { organisation: "同名企业（虚构）" } },
  { code: "number-unknown", column: "A", own: { number: "YH533401-2020-99999" } },
  { code: "column-not-taken", column: "G", own: { level: "重大" } },
  { code: "column-shown-only", column: "H", own: { photos: "现场.jpg" } },
])("a row is refused with $code in its column", async ({ code, column, own }) => {
  const lin = bringer(world.as("lin"));
  const one = await lin.brought("hazard", `${code}.csv`, csvOf([head, row(own)]));
  await lin.tried(one, { columns: fields, mode: "open" });
  const [refused] = await lin.rows(one.id, "refuse");
  expect(refused?.problems.map((problem) => [problem.code, problem.column])).toEqual([[code, column]]);
});

test("a change that no act makes is refused in the column of the change: what was judged is not retold by a table", async () => {
  const lin = bringer(world.as("lin"));
  const file = csvOf([
    ["编号", "隐患名称"],
    [judged, "另一个名称"],
  ]);
  const one = await lin.brought("hazard", "改名.csv", file);
  await lin.tried(one, { columns: ["number", "title"], mode: "open" });
  expect((await lin.rows(one.id, "refuse"))[0]?.problems.map(({ code, column }) => [code, column])).toEqual([
    ["no-act-changes-this", "B"],
  ]);
});

test("a second row of one entry is refused, and says which row came first", async () => {
  const lin = bringer(world.as("lin"));
  const file = csvOf([
    ["编号", "具体位置"],
    [number, "东侧"],
    [number, "西侧"],
  ]);
  const one = await lin.brought("hazard", "两次.csv", file);
  await lin.tried(one, { columns: ["number", "place"], mode: "open" });
  expect((await lin.rows(one.id, "change")).map(({ row: at }) => at)).toEqual([2]);
  expect((await lin.rows(one.id, "refuse"))[0]?.problems).toMatchObject([
    { code: "entry-twice", given: "2" },
  ]);
});

test.each([
  { story: "a field that the register does not have", plan: { columns: ["nothing"] }, field: "columns.0" },
  { story: "one field for two columns", plan: { columns: ["title", "title"] }, field: "columns.1" },
  { story: "no column at all", plan: { columns: [null, null] }, field: "columns" },
])("a plan with $story is refused before anything is tried", async ({ plan, field }) => {
  const lin = bringer(world.as("lin"));
  const one = await lin.brought(
    "hazard",
    "计划.csv",
    csvOf([
      ["隐患名称", "企业名称"],
      ["一处", copper],
    ]),
  );
  const answer = await world.as("lin").send("PUT", `/api/imports/${one.id}/plan`, { ...one.plan, ...plan });
  expect(answer.status).toBe(400);
  expect(answer.body.problems).toMatchObject([{ field }]);
});
