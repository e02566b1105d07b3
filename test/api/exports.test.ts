import { buffer } from "node:stream/consumers";
import { beforeAll, describe, expect, test } from "vitest";
import { exportColumns, fieldOfColumn } from "../../core/exchange/columns.ts";
import { guessTable } from "../../core/exchange/headings.ts";
import { isMarked } from "../../core/exchange/marks.ts";
import { isFooter } from "../../core/exchange/rows.ts";
import type { Register } from "../../core/register/register.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { registers } from "../../core/registers/index.ts";
import { openExport } from "../../server/exchange/write/list-export.ts";
import type { ReadLine } from "../../server/store/audit-log.ts";
import { readAudit, verifyAudit } from "../../server/store/audit-log.ts";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import { opens } from "../support/office.ts";
import { cellsOf, csvRows, unzipped } from "../support/workbook.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const state of ["found", "majorProposed", "rectifying", "closed"] as const)
    await world.hazardBroughtTo(state);
  for (const title of [
    '=HYPERLINK("http://x","点我")',
    "-1+1",
    "+861",
    "@SUM(A1)",
    "'=引用",
    "设备“带病”,运行",
  ])
    await world.hazardFound({ title });
  await world.as("yu").open("hazard", {
    input: {
      title: "外县隐患",
      organisation: enterpriseId("timber"),
      source: "inspection",
      foundOn: "2026-03-02",
    },
  });
});

const path = (format: string, query: Readonly<Record<string, string>>) =>
  `/api/registers/hazard/entries.${format}?${new URLSearchParams(query)}`;

async function workbookOf(name: PersonName, query: Readonly<Record<string, string>> = {}) {
  const answer = mustDo(await world.as(name).get(path("xlsx", query)));
  const cells = cellsOf(answer.bytes);
  const at = cells.findIndex(([first]) => first === "编号");
  return { answer, above: cells.slice(0, at).flat(), heading: cells[at] ?? [], rows: cells.slice(at + 1) };
}

async function csvOf(name: PersonName, query: Readonly<Record<string, string>> = {}) {
  const rows = csvRows(mustDo(await world.as(name).get(path("csv", query))).bytes.toString("utf8"));
  return { heading: rows[0] ?? [], rows: rows.slice(1, -1), last: rows.at(-1)?.[0] ?? "" };
}

describe("a file has the rows of the list, in its order, and says how many", () => {
  test.each<[string, Record<string, string>]>([
    ["everything", {}],
    ["one state", { state: "found" }],
    ["two states", { state: "found,closed" }],
    ["a level", { level: "major" }],
    ["a region", { region: "5334" }],
    ["a span of days", { "foundOn.from": "2026-03-01", "foundOn.to": "2026-03-31" }],
    ["a search", { q: "设备" }],
    ["a search for one sign", { q: "1" }],
    ["what is due", { due: "within30" }],
    ["what waits for the person", { todo: "mine" }],
    ["nothing", { q: "没有这样的条目" }],
    ["the order of another day", { sort: "dueOn" }],
    ["a page, which a file does not know", { limit: "1" }],
  ])("of %s", async (_, query) => {
    for (const name of ["lin", "su", "zhang"] as const) {
      const { limit: _limit, ...whole } = query;
      const list = await world.as(name).list("hazard", { ...whole, limit: "200", count: "exact" });
      const { rows, above, answer } = await workbookOf(name, { ...query, fields: "list" });
      const numbers = list.entries.map(({ number }) => number);
      expect(rows.map(([number]) => number)).toEqual(numbers);
      expect(answer.headers["x-total-count"]).toBe(String(list.total));
      expect(above.join()).toContain(`共 ${list.total} 条`);
      const csv = await csvOf(name, { ...query, fields: "list" });
      expect(csv.rows.map(([number]) => number)).toEqual(numbers);
      expect(csv.last).toContain(`共 ${list.total} 条`);
    }
  });
});

test("the columns are those that the list shows, the number first and the step after the title; without choice, all of them", async () => {
  expect((await workbookOf("lin", { fields: "source,title,number" })).heading).toEqual([
    "编号",
    "隐患来源",
    "隐患名称",
    "办理环节",
  ]);
  const all = (await workbookOf("lin")).heading;
  expect(all.length).toBeGreaterThan(40);
  expect(all).toContain("办理环节");
});

test("the file says what it is, by what it was narrowed, by whom and when it was taken out", async () => {
  const { above, answer } = await workbookOf("lin", {
    state: "found",
    region: "533401",
    "foundOn.from": "2026-01-01",
    organisation: enterpriseId("copper"),
    due: "within30",
    q: "设备",
  });
  expect(above).toEqual([
    "事故隐患台账",
    "筛选条件：办理环节：已发现待判定；所在地区：香格里拉市；企业：云岭铜业选冶厂（虚构）；发现日期不早于 2026-01-01；关键词：设备；30日内到期",
    "共 1 条；导出人：林执行（香格里拉市应急管理局，行政执法人员）；导出时间：2026-03-10 09:00",
  ]);
  expect(answer.headers["content-disposition"]).toContain(encodeURIComponent("事故隐患台账-2026-03-10.xlsx"));
  expect(answer.headers["content-type"]).toContain("spreadsheetml");
});

test("words for codes, days as days, identifiers as text", async () => {
  const { answer, heading, rows } = await workbookOf("zhang", {
    q: "外县",
    fields: "title,organisation,region,foundOn,source",
  });
  expect(heading).toEqual(["编号", "隐患名称", "办理环节", "企业", "所在地区", "发现日期", "隐患来源"]);
  expect(rows[0]?.slice(1, 5)).toEqual([
    "外县隐患",
    "已发现待判定",
    "保和木制品厂（虚构）",
    "维西傈僳族自治县/保和镇",
  ]);
  expect(rows[0]?.[5]).toBe(46083);
  const xml = unzipped(answer.bytes).get("xl/worksheets/sheet1.xml") ?? "";
  expect(xml).toMatch(/<c r="A5" s="4" t="inlineStr">/);
  expect(xml).toMatch(/<c r="F5" s="6"><v>/);
});

test("whoever does not see an entry has it in no file", async () => {
  const queries: readonly Readonly<Record<string, string>>[] = [
    {},
    { q: "外县" },
    { region: "533423" },
    { organisation: enterpriseId("timber") },
  ];
  for (const query of queries)
    expect((await csvOf("lin", query)).rows.flat().join()).not.toContain("外县隐患");
  expect((await csvOf("chen")).rows.map((row) => row.join())).toHaveLength(1);
  expect((await csvOf("bai")).rows).toEqual([]);
});

test("no text is run as a formula: in a workbook it is text, in CSV an apostrophe goes before it", async () => {
  const titles = ['=HYPERLINK("http://x","点我")', "-1+1", "+861", "@SUM(A1)", "'=引用"];
  const query = { fields: "title", state: "found" };
  const held = (await workbookOf("lin", query)).rows.map(([, title]) => title);
  const kept = (await world.as("lin").list("hazard", { ...query, limit: "200" })).entries.map(
    ({ title }) => title,
  );
  expect(held).toEqual(kept);
  expect(
    unzipped((await workbookOf("lin", query)).answer.bytes).get("xl/worksheets/sheet1.xml"),
  ).not.toContain("<f");
  const csv = (await csvOf("lin", query)).rows.map(([, title]) => title ?? "");
  for (const title of titles) if (kept.includes(title)) expect(csv).toContain(`'${title}`);
  for (const title of csv) expect(title).not.toMatch(/^[=+\-@\t\r]/);
});

test("the official ledger has place, year, unit, day and a line for signatures, and is for print", async () => {
  const { above, answer } = await workbookOf("lin", { form: "official", fields: "list" });
  expect(above[0]).toBe("香格里拉市事故隐患台账（2026年度）");
  expect(above[1]).toMatch(/^填报单位：香格里拉市应急管理局　+填报日期：2026年3月10日　+共 \d+ 条$/);
  const cells = cellsOf(answer.bytes);
  expect(cells.at(-1)?.[0]).toMatch(/^填表人：　+审核人：　+负责人：　+（签字）$/);
  expect(unzipped(answer.bytes).get("xl/worksheets/sheet1.xml")).toContain('orientation="landscape"');
  expect(unzipped(answer.bytes).get("xl/workbook.xml")).toContain("_xlnm.Print_Titles");
});

/** The columns of a list as it shows them, with the step after the title. */
function shownOf({ list, title }: Register): readonly string[] {
  const others = list.filter((name) => name !== "number");
  const at = others.indexOf(title) + 1;
  return [...others.slice(0, at), "state", ...others.slice(at)];
}

const fieldWords = (register: Register, name: string): string =>
  fieldOfColumn(register, name)?.words.zh ?? name;

const exportLines = async (): Promise<readonly ReadLine[]> => {
  const lines: ReadLine[] = [];
  for await (const line of readAudit(world.owner, {})) if (line.body.act === "listExported") lines.push(line);
  return lines;
};

test("every file that is taken out is logged: who, which register, by which filter, which columns, how many rows, in which format", async () => {
  const before = (await exportLines()).length;
  const { rows } = await csvOf("duan", { level: "major", fields: "title" });
  const lines = await exportLines();
  expect(lines).toHaveLength(before + 1);
  expect(lines.find(({ name }) => name === "段冶金")?.facts).toEqual({
    register: "hazard",
    filter: "隐患等级：重大",
    columns: "number,title,state",
    rows: rows.length,
    format: "csv",
    address: "127.0.0.1",
    device: "other",
  });
  await world.sequenced();
  const { rows: texts } = await world.owner.query<{ text: string }>(
    "select text from audit where act = 'listExported'",
  );
  for (const { text } of texts) expect(text).not.toContain("隐患等级");
  const { faults } = await verifyAudit(world.owner, "sha256");
  expect(faults).toEqual([]);
});

test("a file that cannot be logged is not handed out", async () => {
  await world.owner.query(
    "alter table audit add constraint full_disk check (act <> 'listExported') not valid",
  );
  const refused = await world.as("lin").get(path("csv", {}));
  await world.owner.query("alter table audit drop constraint full_disk");
  expect([refused.status, refused.body.code]).toEqual([500, "internal-error"]);
  expect(refused.text).not.toContain("隐患名称");
});

test.each<[string, string, number, string]>([
  ["of a register that is none", "/api/registers/weather/entries.xlsx", 404, "not-found"],
  ["by a filter that is none", "/api/registers/hazard/entries.csv?colour=red", 400, "malformed-request"],
  ["of columns that are none", "/api/registers/hazard/entries.xlsx?fields=colour", 400, "malformed-request"],
  ["in a form that is none", "/api/registers/hazard/entries.xlsx?form=pretty", 400, "malformed-request"],
])("a file %s is refused", async (_, url, status, code) => {
  const refused = await world.as("lin").get(url);
  expect([refused.status, refused.body.code]).toEqual([status, code]);
});

test("more files at once than the server can send are refused in words, and there is room again after", async () => {
  const { exports } = world.services;
  const places = Array.from({ length: 6 }, () => exports.takePlace());
  const refused = await world.as("lin").get(path("csv", {}));
  expect([refused.status, refused.body]).toMatchObject([429, { code: "too-many-exports" }]);
  for (const free of places) free?.();
  for (let times = 0; times < 8; times += 1) mustDo(await world.as("lin").get(path("csv", {})));
});

test("a file is of one moment: what changes while it is read is not in it, and the number stays true", async () => {
  const own = await newWorld();
  for (let count = 0; count < 3; count += 1) await own.hazardFound({ title: `隐患 ${count}` });
  const actor = await own.actor("lin");
  const opened = await openExport(own.services, {
    register: hazard,
    format: "csv",
    form: "plain",
    asked: {},
    actor,
    now: own.clock.now,
  });
  await own.hazardFound({ title: "后来的" });
  const text = (await buffer(opened.bytes)).toString("utf8");
  expect(text).toContain("共 3 条");
  expect(text).not.toContain("后来的");
  expect(csvRows(text)).toHaveLength(5);
  await own.stop();
});

test.skipIf(!opens)("LibreOffice reads the cells of an exported list as they are", async () => {
  const { answer, rows } = await workbookOf("zhang", {
    fields: "title,organisation,region,source",
    sort: "openedOn",
  });
  const shown = (await opens?.(answer.bytes)) ?? [];
  expect(shown.slice(4)).toEqual(rows);
  expect(rows.length).toBeGreaterThan(5);
});

test("a file that is given up half way gives back its connection", async () => {
  const { pool } = world.services;
  const actor = await world.actor("zhang");
  for (const chunks of [0, 1]) {
    const opened = await openExport(world.services, {
      register: hazard,
      format: "xlsx",
      form: "plain",
      asked: {},
      actor,
      now: world.clock.now,
    });
    const over = new Promise((resolve) => opened.bytes.once("close", resolve));
    if (chunks > 0) await new Promise((resolve) => opened.bytes.once("readable", resolve));
    opened.bytes.destroy();
    await over;
    await opened.end();
  }
  // It is given back once the database has heard that nobody reads on.
  await expect.poll(() => pool.idleCount).toBe(pool.totalCount);
});

describe.each(registers)("of $name", (register) => {
  test.each<Record<string, string>>([{}, { fields: "list" }, { fields: "list", form: "official" }])(
    "%j, the headings are taken for what they are when the file comes back",
    async (query) => {
      const address = `/api/registers/${register.name}/entries.xlsx?${new URLSearchParams(query)}`;
      const cells = cellsOf(mustDo(await world.as("zhang").get(address)).bytes);
      const at = cells.findIndex(([first]) => first === "编号");
      const last = (cells[at]?.length ?? 0) - 1;
      const merged = cells.slice(0, at).map((_, row) => ({
        fromRow: row + 1,
        toRow: row + 1,
        fromColumn: 0,
        toColumn: last,
      }));
      const rows = cells.map((row, index) => ({ number: index + 1, cells: row }));
      const guessed = guessTable(register, rows, { merged });
      expect(guessed?.headerRows.to).toBe(at + 1);
      const names = "fields" in query ? ["number", ...shownOf(register)] : undefined;
      // Personal numbers stay behind unless they are asked for.
      const columns = exportColumns(register, names).filter(({ field }) => !field.personal);
      const unlike = columns.filter(({ name }, place) => guessed?.columns[place]?.field !== name);
      // A heading that two fields share is told by what people can enter.
      const shared = (words: string) => columns.filter((column) => column.words.zh === words).length > 1;
      expect(unlike.map(({ name }) => name).filter((name) => !shared(fieldWords(register, name)))).toEqual(
        [],
      );
    },
  );
});

test("what a file says of itself below its rows is none of the data", async () => {
  const ledger = cellsOf((await workbookOf("lin", { form: "official" })).answer.bytes);
  const below = ledger.at(-1) ?? [];
  expect(isFooter({ cells: below })).toBe(true);
  expect(isMarked({ cells: [(await csvOf("lin")).last] })).toBe(true);
});
