import { describe, expect, test } from "vitest";
import { campaign } from "../../test/support/builders.ts";
import type { Register } from "../register/register.ts";
import { enterprise } from "../registers/enterprise.ts";
import { hazard } from "../registers/hazard.ts";
import { riskPoint } from "../registers/risk-point.ts";
import { selfCheck } from "../registers/self-check.ts";
import type { Lists } from "./places.ts";
import { readRow, rowReader } from "./read-row.ts";
import type { Cell } from "./table.ts";

const lists: Lists = {
  ...campaign.pack,
  criteria: new Set(campaign.pack.items.map(({ standard, item }) => `${standard}/${item}`)),
};

/** What one cell of a column gives: the value, the name to look up, what it only shows, or the code of what is wrong. */
function cellRead(register: Register, field: string, cell: Cell, { from1904 = false, heading = "" } = {}) {
  const read = rowReader(register, [field], lists, { from1904, headings: [heading] });
  const { entered, problems } = read({ number: 1, cells: [cell] });
  const found = entered.get(field);
  if (found === undefined) return problems[0]?.code;
  if ("value" in found) return found.value;
  return "named" in found ? { named: found.named } : { shown: found.shown };
}

describe("a day", () => {
  test.each<readonly [Cell, unknown]>([
    [{ day: "2024-03-05" }, "2024-03-05"],
    ["2024年3月5日", "2024-03-05"],
    ["２０２４年３月５日", "2024-03-05"],
    ["2024 年 3 月 5 日", "2024-03-05"],
    ["2024年3月5号", "2024-03-05"],
    ["2024.3.5", "2024-03-05"],
    ["2024/3/5", "2024-03-05"],
    ["2024-3-5", "2024-03-05"],
    ["2024-03-05", "2024-03-05"],
    ["20240305", "2024-03-05"],
    [20240305, "2024-03-05"],
    [45356, "2024-03-05"],
    [45356.75, "2024-03-05"],
    ["45356", "2024-03-05"],
    ["2024-03-05 14:30", "2024-03-05"],
    ["2024-03-05T14:30:00Z", "2024-03-05"],
    ["2024年3月5日9时", "2024-03-05"],
    ["2024/3/5（星期二）", "2024-03-05"],
    ["24.3.5", "cell-day-ambiguous"],
    ["3/5/2024", "cell-day-ambiguous"],
    ["5-3-24", "cell-day-ambiguous"],
    ["3月5日", "cell-day-without-year"],
    ["3.5", "cell-day-without-year"],
    ["2024年3月", "cell-day-without-year"],
    ["2024.3", "cell-day-without-year"],
    ["2024", "cell-day-without-year"],
    [2024, "cell-no-day"],
    [3.5, "cell-no-day"],
    [-1, "cell-no-day"],
    [1e12, "cell-no-day"],
    ["2023-02-29", "cell-no-day"],
    ["20241305", "cell-no-day"],
    ["立即整改", "cell-no-day"],
    [true, "cell-no-day"],
    [{ error: "#VALUE!" }, "cell-has-error"],
    ["0001-01-01", "not-a-day"],
    ["", null],
    [null, null],
    ["—", null],
    ["/", null],
    ["无", null],
  ])("%j gives %j", (cell, gives) => {
    expect(cellRead(hazard, "foundOn", cell)).toEqual(gives);
  });

  test("is counted from 1904 on where the workbook does", () => {
    expect(cellRead(hazard, "foundOn", 43894, { from1904: true })).toBe("2024-03-05");
    expect(cellRead(hazard, "foundOn", "43894", { from1904: true })).toBe("2024-03-05");
  });
});

describe("a number", () => {
  test.each<readonly [Cell, unknown]>([
    [12000.5, 12000.5],
    ["12,000.50", 12000.5],
    ["１２，０００", 12000],
    ["1.2万元", 12000],
    ["3万", 30000],
    ["2千元", 2000],
    ["0.5亿", 50_000_000],
    ["5000元", 5000],
    ["￥5000", 5000],
    ["人民币5000元整", 5000],
    ["0", 0],
    ["1.234", "wrong-type"],
    ["-5", "too-small"],
    ["1,2", "cell-no-number"],
    ["约2万", "cell-no-number"],
    ["无", null],
    ["-", null],
    [{ error: "#DIV/0!" }, "cell-has-error"],
  ])("of money: %j gives %j", (cell, gives) => {
    expect(cellRead(hazard, "planFunds", cell)).toEqual(gives);
  });

  test.each<readonly [string, Cell, unknown]>([
    ["整改资金（万元）", 1.1, 11000],
    ["整改资金\n(万元)", "2.5", 25000],
    ["资金（单位：万元）", "2.5", 25000],
    ["整改资金（万元）", "5000元", 5000],
    ["整改资金（元）", 5000, 5000],
  ])("under the heading %j: %j gives %j", (heading, cell, gives) => {
    expect(cellRead(hazard, "planFunds", cell, { heading })).toEqual(gives);
  });

  test.each<readonly [Cell, unknown]>([
    ["120人", 120],
    ["12名", 12],
    [12.5, "wrong-type"],
    ["二十", "cell-no-number"],
    [2_000_000, "too-large"],
  ])("of people: %j gives %j", (cell, gives) => {
    expect(cellRead(enterprise, "staffCount", cell)).toEqual(gives);
  });

  test("in percent is so many hundredths", () => {
    expect(cellRead(riskPoint, "likelihood", "50%")).toBe(0.5);
  });
});

describe("yes or no", () => {
  test.each<readonly [Cell, unknown]>([
    ...(["是", "Y", "yes", "1", 1, "√", "有", true, "TRUE", "Ｙ"] as const).map(
      (cell) => [cell, true] as const,
    ),
    ...(["否", "N", "no", "0", 0, "×", "无", false, "false"] as const).map((cell) => [cell, false] as const),
    ["也许", "cell-no-flag"],
    ["-", null],
  ])("%j gives %j", (cell, gives) => {
    expect(cellRead(enterprise, "aboveScale", cell)).toEqual(gives);
  });
});

describe("a place", () => {
  test.each<readonly [Cell, unknown]>([
    ["香格里拉市", "533401"],
    ["香格里拉", "533401"],
    ["维西县", "533423"],
    ["维西", "533423"],
    ["维西傈僳族自治县", "533423"],
    ["迪庆州", "5334"],
    ["迪庆", "5334"],
    ["迪庆州/香格里拉市/建塘镇", "533401101"],
    ["香格里拉市/建塘镇", "533401101"],
    ["香格里拉市建塘镇", "533401101"],
    ["云南省迪庆藏族自治州香格里拉市建塘镇", "533401101"],
    ["云南省 迪庆州 香格里拉 建塘", "533401101"],
    ["德钦县-拖顶乡", "533422204"],
    ["三坝乡", "533401202"],
    ["建塘镇", "533401101"],
    ["533401", "533401"],
    [533401101, "533401101"],
    ["533400", "5334"],
    ["533421", "533401"],
    ["Shangri-La City", "533401"],
    ["香格里拉县", "cell-no-region"],
    ["德钦县/建塘镇", "cell-no-region"],
    ["大理市", "cell-no-region"],
    ["县", "cell-no-region"],
    ["-", null],
  ])("%j gives %j", (cell, gives) => {
    expect(cellRead(hazard, "region", cell)).toEqual(gives);
  });

  test("that two counties have is named with both", () => {
    const name = { zh: "同名镇", en: "Twin Town" };
    const twins = ["533401999", "533422999"].map((code) => ({
      code,
      gb: code,
      name,
      level: "township" as const,
    }));
    const doubled = { ...lists, regions: [...lists.regions, ...twins] };
    const read = (text: string) => readRow(hazard, ["region"], { number: 1, cells: [text] }, doubled, false);
    expect(read("同名镇").problems).toEqual([
      {
        column: 0,
        field: "region",
        code: "cell-region-ambiguous",
        given: "同名镇",
        says: {
          zh: "有几个地区都叫这个名称，请写明县（市）。可能是：香格里拉市/同名镇、德钦县/同名镇",
          en: "Several regions are called so; name the county too. It may be one of: 香格里拉市/同名镇, 德钦县/同名镇",
        },
      },
    ]);
    expect(read("德钦县/同名镇").entered.get("region")).toEqual({ value: "533422999" });
  });
});

describe("a trade", () => {
  test.each<readonly [Cell, unknown]>([
    ["S01", "S01"],
    ["s01", "S01"],
    ["非煤矿山、尾矿库", "S01"],
    ["非煤矿山", "S01"],
    ["危险化学品", "S02"],
    ["烟花爆竹行业", "S03"],
    ["交通运输", "S09"],
    ["电力", "S11"],
    ["电力行业领域", "S11"],
    ["矿山", "cell-no-sector"],
    ["—", null],
  ])("%j gives %j", (cell, gives) => {
    expect(cellRead(enterprise, "sector", cell)).toEqual(gives);
  });

  test.each<readonly [Cell, unknown]>([
    ["学校、医院", ["S18", "S17"]],
    ["学校，医院,学校", ["S18", "S17"]],
    ["非煤矿山、尾矿库；学校", ["S01", "S18"]],
    ["非煤矿山、尾矿库\n学校", ["S01", "S18"]],
    ["非煤矿山、尾矿库", ["S01"]],
    ["学校、不知", "cell-no-sector"],
    ["", null],
  ])("among several: %j gives %j", (cell, gives) => {
    expect(cellRead(enterprise, "otherSectors", cell)).toEqual(gives);
  });
});

describe("an option", () => {
  test.each<readonly [Register, string, Cell, unknown]>([
    [hazard, "source", "企业自查", "selfCheck"],
    [hazard, "source", "Inspection", "inspection"],
    [hazard, "source", "selfCheck", "selfCheck"],
    [hazard, "source", "执法检查", "inspection"],
    [hazard, "source", "巡视", "cell-no-option"],
    [hazard, "level", "重大隐患", "major"],
    [hazard, "stock", "存量", "stock"],
    [riskPoint, "level", "重大", "major"],
    [riskPoint, "level", "重大(红)", "major"],
    [riskPoint, "level", "红色", "major"],
    [enterprise, "grade", "A级", "A"],
    [enterprise, "grade", "Ａ", "A"],
    [enterprise, "scale", "小", "small"],
    [enterprise, "scale", "/", null],
    [hazard, "state", "已销号", "closed"],
    [hazard, "state", "已整改", "selfAccepted"],
    [hazard, "state", "整改中", "rectifying"],
    [selfCheck, "state", "已自查", "confirmed"],
    [hazard, "state", "不详", "cell-no-option"],
    [hazard, "controlMeasures", "撤离人员、设置警示标志", ["evacuate", "sign"]],
    [hazard, "controlMeasures", "撤离人员，跑", "cell-no-option"],
  ])("%# %s", (register, field, cell, gives) => {
    expect(cellRead(register, field, cell)).toEqual(gives);
  });

  test("that is none is told with the closest, or with what there is", () => {
    const says = (field: string, cell: Cell) => {
      const { problems } = readRow(enterprise, [field], { number: 1, cells: [cell] }, lists, false);
      return problems[0]?.says;
    };
    expect(says("ownership", "省属国企")).toEqual({
      zh: "不是可选项。最接近的是“省属”",
      en: 'This is none of the options. The closest is "省属" (Provincial)',
    });
    expect(says("scale", "巨")).toEqual({
      zh: "不是可选项。可选：大型、中型、小型、微型",
      en: "This is none of the options. Options: 大型, 中型, 小型, 微型",
    });
    expect(says("staffCount", -1)?.zh).toBe("数值过小。应在 0 到 1000000 之间");
    expect(says("name", "长".repeat(121))?.zh).toBe("最多 120 字，现有 121 字");
    expect(says("region", "香格里拉县")?.zh).toBe("没有这个地区。最接近的是“香格里拉市”");
  });
});

describe("an identifier", () => {
  test.each<readonly [string, Cell, unknown]>([
    ["creditCode", "91533401MA6K00000X", "91533401MA6K00000X"],
    ["creditCode", " 91533401ma6k0000 0x ", "91533401MA6K00000X"],
    ["creditCode", "９１５３３４０１ＭＡ６Ｋ０００００Ｘ", "91533401MA6K00000X"],
    ["creditCode", 915334010000000000, "cell-digits-lost"],
    ["creditCode", "9.15334E+17", "cell-digits-lost"],
    ["creditCode", "无", null],
    ["creditCode", "12345", "bad-pattern"],
    ["safetyLicence", "（云）FM安许证字〔2008〕1号", "（云）FM安许证字〔2008〕1号"],
    ["safetyLicence", 20080808, "20080808"],
    ["phone", 13888888888, "13888888888"],
  ])("%s %j gives %j", (field, cell, gives) => {
    expect(cellRead(enterprise, field, cell)).toEqual(gives);
  });

  test.each<readonly [Cell, unknown]>([
    ["2026年3月", "2026-03"],
    [{ day: "2026-03-01" }, "2026-03"],
    ["2026年二季度", "2026-Q2"],
    ["2026-q2", "2026-Q2"],
    // Self-checks have no windows of a year.
    ["2026年", "bad-pattern"],
    ["-", null],
  ])("of a period: %j gives %j", (cell, gives) => {
    expect(cellRead(selfCheck, "period", cell)).toEqual(gives);
  });

  test.each<readonly [Cell, unknown]>([
    ["GM/3-2", "GM/3-2"],
    ["gm/3-2", "GM/3-2"],
    ["GM/3-2 第三条第（二）项", "GM/3-2"],
    ["GM/99-99", "cell-no-criteria"],
    ["第三条", "cell-no-criteria"],
    ["-", null],
  ])("of a criteria item: %j gives %j", (cell, gives) => {
    expect(cellRead(hazard, "criteriaItem", cell)).toEqual(gives);
  });
});

describe("a text", () => {
  test.each<readonly [string, Cell, unknown]>([
    ["title", "  配电箱\n无接地 ", "配电箱 无接地"],
    ["description", "一\r\n二", "一\n二"],
    ["title", "ＡＢＣ（全角）", "ＡＢＣ（全角）"],
    ["title", 12, "12"],
    ["title", "无", "无"],
    ["title", "—", null],
    ["title", "\u200b", null],
    ["title", "a\u0007", "control-characters"],
    ["title", "长".repeat(121), "too-long"],
    ["title", { error: "#REF!" }, "cell-has-error"],
  ])("%s %j gives %j", (field, cell, gives) => {
    expect(cellRead(hazard, field, cell)).toEqual(gives);
  });
});

describe("what points at something", () => {
  const id = "01890000-0000-7000-8000-000000000001";
  test.each<readonly [string, Cell, unknown]>([
    ["organisation", "甲矿业有限公司", { named: "甲矿业有限公司" }],
    ["organisation", id, id],
    ["owningOrganisation", " 应急局 ", { named: "应急局" }],
    ["site", "无", null],
    ["photos", "3 张", { shown: "3 张" }],
    ["foundBy", "张三", { shown: "张三" }],
    ["photos", "", null],
  ])("%s %j gives %j", (field, cell, gives) => {
    expect(cellRead(hazard, field, cell)).toEqual(gives);
  });
});

test("a row gives every mapped column, and says where what is wrong stands", () => {
  const columns = ["title", null, "foundOn", "level", "place"];
  const row = { number: 7, cells: ["漏电", "多余", "3月5日", "重大"] };
  const { entered, problems } = readRow(hazard, columns, row, lists, false);
  expect(Object.fromEntries(entered)).toEqual({
    title: { value: "漏电" },
    level: { value: "major" },
    place: { value: null },
  });
  expect(problems).toEqual([
    {
      column: 2,
      field: "foundOn",
      code: "cell-day-without-year",
      given: "3月5日",
      says: {
        zh: "日期不完整，须写明年、月、日。如 2008-08-08",
        en: "The day is not whole: give year, month and day. As in 2008-08-08",
      },
    },
  ]);
});

test("a column of no field, and one that no screen shows, is read by nobody", () => {
  const { entered } = readRow(
    selfCheck,
    ["windowKey", "weather"],
    { number: 1, cells: ["a", "b"] },
    lists,
    false,
  );
  expect([...entered]).toEqual([]);
});
