import { describe, expect, test } from "vitest";
import type { Register } from "../register/register.ts";
import { enterprise } from "../registers/enterprise.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import { riskPoint } from "../registers/risk-point.ts";
import { selfCheck } from "../registers/self-check.ts";
import { site } from "../registers/site.ts";
import { exportColumns } from "./columns.ts";
import { guessTable } from "./headings.ts";
import { formsOf, matchesOf } from "./match-headings.ts";
import type { Cell, MergedRange, SheetRow } from "./table.ts";

type Line = readonly Cell[];

const rowsOf = (lines: readonly Line[], from = 1): readonly SheetRow[] =>
  lines.map((cells, at) => ({ number: from + at, cells }));

const over = (row: number, fromColumn: number, toColumn: number, toRow = row): MergedRange => ({
  fromRow: row,
  toRow,
  fromColumn,
  toColumn,
});

/** The fields for which the columns are taken, `-` for none; how each was guessed in brackets where it is not by its own words. */
function guessed(register: Register, lines: readonly Line[], merged: readonly MergedRange[] = []) {
  const table = guessTable(register, rowsOf(lines), { merged });
  if (table === undefined) return undefined;
  const { from, to } = table.headerRows;
  const columns = table.columns
    .map(({ field, isRowNumber }) => (isRowNumber ? "#" : (field ?? "-")))
    .join(" ");
  return {
    header: from === to ? `${from}` : `${from}-${to}`,
    first: table.firstRow,
    columns,
    mode: table.mode,
  };
}

interface Ledger {
  readonly story: string;
  readonly register: Register;
  readonly lines: readonly Line[];
  readonly merged?: readonly MergedRange[];
  readonly header?: string;
  readonly first?: number;
  readonly columns: string;
  readonly mode?: "open" | "record";
}

// As clerks head them: titles over the width, units in brackets, numbers, stars, line breaks, two rows, none of them the same twice.
const ledgers: readonly Ledger[] = [
  {
    story: "one that was given back with why its rows were not taken",
    register: hazard,
    lines: [["隐患名称", "企业名称", "发现日期", "导入结果"]],
    columns: "title organisation foundOn #",
  },
  {
    story: "a plain one under a title and the line of who filled it in",
    register: hazard,
    lines: [
      ["××县企业安全隐患排查治理台账", null, null, null, null],
      ["填报单位：应急局", null, null, "填报日期：2008年8月8日", null],
      ["序号", "企业名称", "隐患内容", "检查日期", "整改期限"],
      [1, "甲矿", "无接地", "2008.8.8", "2008.9.8"],
    ],
    merged: [over(1, 0, 4), over(2, 0, 2), over(2, 3, 4)],
    header: "3",
    first: 4,
    columns: "# organisation title foundOn rectifyBy",
  },
  {
    story: "two rows of headings, the groups merged",
    register: hazard,
    lines: [
      ["序号", "单位名称", "隐患情况", null, "整改情况", null, null, "备注"],
      [null, null, "隐患描述", "隐患级别", "整改措施", "整改责任人", "整改时限", null],
      [1, "乙矿", "通道堵塞", "一般隐患", "清理", "张三", "2008-09-01", ""],
    ],
    merged: [over(1, 0, 0, 2), over(1, 1, 1, 2), over(1, 2, 3), over(1, 4, 6), over(1, 7, 7, 2)],
    header: "1-2",
    first: 3,
    columns: "# organisation title level planMeasures planResponsible rectifyBy -",
  },
  {
    story: "two rows in a file that keeps no merged cells",
    register: hazard,
    lines: [
      ["序号", "受检单位", "照片", "", "检查时间"],
      ["", "", "整改前", "整改后", ""],
      ["1", "乙矿", "", "", "20080808"],
    ],
    header: "1-2",
    first: 3,
    columns: "# organisation photos afterPhotos foundOn",
  },
  {
    story: "stars, numbers, brackets and broken lines in the headings",
    register: hazard,
    lines: [
      ["（一）*隐 患\n名 称", "2、责任单位（盖章）", "整改资金\n（万元）", "＊发现日期 "],
      ["漏电", "丙厂", 2, "2008/8/8"],
    ],
    header: "1",
    first: 2,
    columns: "title organisation planFunds foundOn",
  },
  {
    story: "a filled state makes it a history",
    register: hazard,
    lines: [
      ["被检查单位", "存在问题", "排查时间", "是否整改"],
      ["丁厂", "无护栏", 39668, "已整改"],
    ],
    header: "1",
    first: 2,
    columns: "organisation title foundOn state",
    mode: "record",
  },
  {
    story: "an empty state makes it none",
    register: hazard,
    lines: [
      ["被检查单位", "存在问题", "排查时间", "整改状态"],
      ["丁厂", "无护栏", 39668, "—"],
    ],
    columns: "organisation title foundOn state",
  },
  {
    story: "a day of closing makes it a history",
    register: hazard,
    lines: [
      ["单位", "问题", "检查时间", "销号时间"],
      ["丁厂", "无护栏", 39668, 39700],
    ],
    columns: "organisation title foundOn closedOn",
    mode: "record",
  },
  {
    story: "the row that numbers the columns is none of the data",
    register: hazard,
    lines: [
      ["企业名称", "安全隐患", "所属县（市）", "发现时间"],
      [1, 2, 3, 4],
      ["甲", "乙", "丙", "丁"],
    ],
    first: 3,
    columns: "organisation title region foundOn",
  },
  {
    story: "two columns that are the same field: one has it",
    register: hazard,
    lines: [
      ["企业名称", "责任单位", "隐患名称", "隐患内容"],
      ["a", "b", "c", "d"],
    ],
    columns: "organisation - title -",
  },
  {
    story: "a heading that could be two fields has the one that is free",
    register: hazard,
    lines: [
      ["隐患名称", "企业名称", "整改责任单位", "监管责任单位"],
      ["a", "b", "c", "d"],
    ],
    columns: "title organisation - owningOrganisation",
  },
  {
    story: "a quarterly report of a department",
    register: hazard,
    lines: [
      [
        "序号",
        "县市",
        "行业领域",
        "企业名称",
        "重大事故隐患内容",
        "判定依据",
        "整改责任人",
        "督办单位",
        "计划完成时间",
      ],
      [1, "a", "b", "c", "d", "e", "f", "g", "h"],
    ],
    columns: "# region sector organisation title criteriaItem planResponsible owningOrganisation rectifyBy",
  },
  {
    story: "words in between are no hindrance",
    register: hazard,
    lines: [
      ["检查发现的主要问题", "被检查单位全称", "要求整改完成的时间"],
      ["a", "b", "c"],
    ],
    columns: "title organisation rectifyBy",
  },
  {
    story: "enterprises, as a bureau keeps them",
    register: enterprise,
    lines: [
      ["附件1", null, null, null, null, null, null],
      ["全州工贸企业基本情况统计表", null, null, null, null, null, null],
      [
        "序号",
        "县（市）",
        "企业名称",
        "统一社会信用代码（组织机构代码）",
        "法人代表",
        "联系电话",
        "从业人员数（人）",
      ],
      [1, "a", "b", "c", "d", "e", 12],
    ],
    merged: [over(2, 0, 6)],
    header: "3",
    first: 4,
    columns: "# region name creditCode legalRepresentative phone staffCount",
  },
  {
    story: "enterprises in English",
    register: enterprise,
    lines: [
      ["No.", "Name", "Unified social credit code", "Region", "Sector"],
      [1, "a", "b", "c", "d"],
    ],
    columns: "# name creditCode region sector",
  },
  {
    story: "enterprises by whether they are of a kind",
    register: enterprise,
    lines: [
      ["单位名称", "所属行业", "是否规上", "是否高危行业", "标准化等级", "生产状态"],
      ["a", "b", "是", "否", "三级", "在产"],
    ],
    columns: "name sector aboveScale highRisk standardisation state",
    mode: "record",
  },
  {
    story: "enterprises with a point on the map",
    register: enterprise,
    lines: [
      ["企业", "地址", "坐标", null, "坐标系"],
      [null, null, "经度", "纬度", null],
      ["a", "b", 99.7, 27.8, "WGS84"],
    ],
    merged: [over(1, 0, 0, 2), over(1, 1, 1, 2), over(1, 2, 3), over(1, 4, 4, 2)],
    header: "1-2",
    columns: "name address longitude latitude coordinateSystem",
  },
  {
    story: "sites of mines",
    register: site,
    lines: [
      ["尾矿库名称", "所属企业", "场所类型", "所在乡镇", "行业", "现场负责人", "手机号"],
      ["a", "b", "c", "d", "e", "f", "g"],
    ],
    columns: "name organisation kind region sector responsiblePerson phone",
  },
  {
    story: "risks with their four lists",
    register: riskPoint,
    lines: [
      ["安全风险分级管控清单", null, null, null, null, null, null, null],
      ["风险点", "单位名称", "可能导致的事故类型", "风险等级", "管控措施", null, null, "责任人"],
      [null, null, null, null, "工程技术", "管理措施", "个体防护", null],
      ["a", "b", "触电", "红", "c", "d", "e", "f"],
    ],
    merged: [over(1, 0, 7), ...[0, 1, 2, 3, 7].map((column) => over(2, column, column, 3)), over(2, 4, 6)],
    header: "2-3",
    first: 4,
    columns:
      "name organisation accidentType level engineeringControls managementControls protectiveControls responsiblePerson",
  },
  {
    story: "risks by the letters of LEC",
    register: riskPoint,
    lines: [
      ["风险点名称", "企业名称", "L", "E", "C", "D", "风险级别"],
      ["a", "b", 1, 6, 15, 90, "一般"],
    ],
    columns: "name organisation likelihood exposure consequence score level",
  },
  {
    story: "self-checks of a quarter",
    register: selfCheck,
    lines: [
      ["自查单位", "自查期", "自查日期", "检查区域", "参加人员", "自查状态"],
      ["a", "b", "c", "d", "e", "已自查"],
    ],
    columns: "organisation period checkedOn areas participants state",
    mode: "record",
  },
  {
    story: "headings of full width, with a colon",
    register: hazard,
    lines: [
      ["隐患名称：", "企业名称：", "发现日期：", "Ｎｏ．"],
      ["a", "b", "c", 1],
    ],
    columns: "title organisation foundOn #",
  },
  {
    story: "a table that begins in the third column",
    register: hazard,
    lines: [[], [null, null, "受检企业", "隐患描述", "检查时间"], [null, null, "a", "b", "c"]],
    header: "2",
    first: 3,
    columns: "organisation title foundOn",
  },
];

describe("the headings of somebody's table", () => {
  test.each(ledgers)("$story", ({ register, lines, merged, columns, header, first, mode = "open" }) => {
    const found = guessed(register, lines, merged);
    expect(found).toMatchObject({
      columns,
      mode,
      ...(header ? { header } : {}),
      ...(first ? { first } : {}),
    });
  });

  test("say how each was guessed, and stand as the table has them", () => {
    const table = guessTable(hazard, rowsOf([["隐患名称", "受检单位", "要求整改完成的时间", "天气"]]), {
      merged: [],
    });
    expect(table?.columns).toEqual([
      { column: 0, heading: "隐患名称", field: "title", how: "exact" },
      { column: 1, heading: "受检单位", field: "organisation", how: "synonym" },
      { column: 2, heading: "要求整改完成的时间", field: "rectifyBy", how: "similar" },
      { column: 3, heading: "天气", field: null, how: null },
    ]);
  });

  test.each<readonly [string, readonly Line[]]>([
    ["nothing at all", []],
    ["a title alone", [["企业安全隐患排查治理台账"]]],
    [
      "words of no field",
      [
        ["天气", "温度", "湿度"],
        ["晴", 20, 40],
      ],
    ],
    [
      "one word of a field among others",
      [
        ["天气", "备注", "隐患名称"],
        ["晴", "", "a"],
      ],
    ],
  ])("are not found in %s", (_, lines) => {
    expect(guessTable(hazard, rowsOf(lines), { merged: [] })).toBeUndefined();
  });

  test("below the rows that are looked at are none", () => {
    const blank: readonly Line[] = Array.from({ length: 50 }, () => [null]);
    expect(guessTable(hazard, rowsOf([...blank, ["隐患名称", "企业名称"]]), { merged: [] })).toBeUndefined();
    expect(
      guessTable(hazard, rowsOf([...blank.slice(1), ["隐患名称", "企业名称"]]), { merged: [] }),
    ).toBeDefined();
  });
});

test.each(registers.map((register) => [register.words.zh, register] as const))(
  "%s: an export's own headings are known again, every one",
  (_, register) => {
    const columns = exportColumns(register);
    for (const language of ["zh", "en"] as const) {
      const table = guessTable(register, rowsOf([columns.map(({ words }) => words[language])]), {
        merged: [],
      });
      const found = new Map(table?.columns.map(({ column, field }) => [column, field]));
      const missed = columns.filter(({ name }, at) => found.get(at) !== name).map(({ name }) => name);
      expect({ language, missed }).toEqual({ language, missed: [] });
    }
  },
);

test.each(registers.map((register) => [register.words.zh, register] as const))(
  "%s: every field that a row may enter has other words, and they are taken for that field or for another of theirs",
  (_, register) => {
    const headings = Object.entries(register.exchange.headings ?? {});
    expect(headings.length).toBeGreaterThan(5);
    const lost = headings.flatMap(([field, texts = []]) =>
      texts.filter((text) => !matchesOf(register, text).some((match) => match.field === field)),
    );
    // A field's own words go before another's: what is lost here is known as that one.
    expect(lost.filter((text) => matchesOf(register, text)[0]?.how !== "exact")).toEqual([]);
  },
);

test("a heading is compared without its signs, and also without what stands in brackets", () => {
  expect(formsOf(" （三）*整改资金\n（万元）：")).toEqual(["整改资金万元", "整改资金"]);
  expect(formsOf("＊")).toEqual([]);
});
