import { read, utils, write } from "@e965/xlsx";
import { beforeAll, expect, test } from "vitest";
import { enterprises, type PersonName } from "../support/cast.ts";
import { bringer } from "../support/imports.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const copper = enterprises.copper.name;

interface Form {
  readonly register: string;
  readonly mode: "open" | "record";
  readonly by: PersonName;
  /** What is typed, by heading. */
  readonly row: Readonly<Record<string, string | number>>;
  /** The step in which the entry then stands. */
  readonly state: string;
}

const forms: readonly Form[] = [
  {
    register: "hazard",
    mode: "open",
    by: "lin",
    row: {
      隐患名称: "模板登记的隐患",
      企业: copper,
      隐患来源: "部门检查",
      发现日期: "2026-03-05",
      须立即停产或撤人: "否",
    },
    state: "found",
  },
  {
    register: "hazard",
    mode: "record",
    by: "luo",
    row: {
      隐患名称: "模板补录的隐患",
      企业: copper,
      隐患来源: "部门检查",
      发现日期: "2024-05-06",
      隐患等级: "一般",
      "监管（销号）单位": "香格里拉市应急管理局",
      登记日期: "2024-05-06",
      进入当前环节: "2024-06-06",
      办结日期: "2024-06-06",
      办理环节: "已销号",
    },
    state: "closed",
  },
  {
    register: "risk-point",
    mode: "open",
    by: "su",
    row: { 风险点名称: "模板登记的风险点", 企业: copper, 可能导致的事故类型: "机械伤害" },
    state: "identified",
  },
  {
    register: "risk-point",
    mode: "record",
    by: "su",
    row: {
      风险点名称: "模板补录的风险点",
      企业: copper,
      可能导致的事故类型: "机械伤害",
      登记日期: "2025-01-02",
      进入当前环节: "2025-01-02",
      办理环节: "已辨识待评估",
    },
    state: "identified",
  },
  {
    register: "enterprise",
    mode: "open",
    by: "luo",
    row: {
      企业名称: "模板登记的企业（虚构）",
      统一社会信用代码: "91999999MA3000001X",
      所在地区: "香格里拉市/建塘镇",
      行业领域: "S04",
    },
    state: "operating",
  },
  {
    register: "enterprise",
    mode: "record",
    by: "luo",
    row: {
      企业名称: "模板补录的企业（虚构）",
      统一社会信用代码: "91999999MA3000002X",
      所在地区: "香格里拉市/建塘镇",
      行业领域: "S04",
      登记日期: "2020-01-02",
      进入当前环节: "2023-03-04",
      办理环节: "停产停业（自行）",
    },
    state: "stopped",
  },
  {
    register: "site",
    mode: "open",
    by: "luo",
    row: {
      "场所（项目）名称": "模板登记的场所",
      场所类型: "仓库",
      企业: copper,
      所在地区: "香格里拉市/建塘镇",
      行业领域: "S04",
    },
    state: "inUse",
  },
  {
    register: "site",
    mode: "record",
    by: "luo",
    row: {
      "场所（项目）名称": "模板补录的场所",
      场所类型: "仓库",
      企业: copper,
      所在地区: "香格里拉市/建塘镇",
      行业领域: "S04",
      登记日期: "2019-08-08",
      进入当前环节: "2022-02-02",
      办理环节: "停用",
    },
    state: "suspended",
  },
  {
    register: "self-check",
    mode: "record",
    by: "luo",
    row: {
      企业: enterprises.foundry.name,
      自查期: "2025-11",
      自查依据: "规模以上工矿商贸企业",
      检查日期: "2025-11-20",
      检查区域: "全厂",
      参加人员: "张三、李四",
      未发现隐患: "是",
      登记日期: "2025-11-01",
      进入当前环节: "2025-11-20",
      办结日期: "2025-11-20",
      办理环节: "已完成",
    },
    state: "confirmed",
  },
];

/** The form with one row typed below its sample, as another program saves it. */
function filled(template: Buffer, row: Form["row"]): Buffer {
  const book = read(template);
  const [name = ""] = book.SheetNames;
  const sheet = book.Sheets[name];
  if (sheet === undefined) throw new Error("The form has no sheet");
  const rows = utils.sheet_to_json<readonly string[]>(sheet, { header: 1, defval: "" });
  const at = rows.findIndex((cells) => cells.some((cell) => String(cell).startsWith("示例")));
  const headings = (rows[at - 1] ?? []).map((heading) => String(heading).replace("*", "").trim());
  const unknown = Object.keys(row).filter((heading) => !headings.includes(heading));
  expect(unknown).toEqual([]);
  utils.sheet_add_aoa(sheet, [headings.map((heading) => row[heading] ?? null)], {
    origin: { r: at + 1, c: 0 },
  });
  return Buffer.from(write(book, { type: "buffer", bookType: "xlsx" }));
}

test.each(forms)(
  "the form of $register to $mode, filled in and brought back, opens one entry",
  async (form) => {
    const { register, mode, by, row, state } = form;
    const client = world.as(by);
    const template = mustDo(await client.get(`/api/registers/${register}/template.xlsx?mode=${mode}`)).bytes;
    const person = bringer(client);
    const one = await person.brought(register, "填好的模板.xlsx", filled(template, row));
    expect(one.plan?.mode).toBe(mode);
    const tried = await person.tried(one);
    const refused = await person.rows(one.id, "refuse");
    expect(tried.counts, JSON.stringify(refused)).toEqual({ add: 1, change: 0, skip: 0, refuse: 0 });
    await person.run(one.id, "all");
    const [added] = await person.rows(one.id, "add");
    expect((await client.entry(register, added?.entry ?? "")).entry.state).toBe(state);
  },
);
