import { describe, expect, test } from "vitest";
import { isBlank, isColumnNumbering, isFooter } from "./rows.ts";
import type { Cell } from "./table.ts";

type Line = readonly Cell[];

describe("a row", () => {
  test.each<readonly [string, Line, boolean]>([
    ["of nothing", [], true],
    ["of blanks", [null, "  ", "\u200b", ""], true],
    ["with a nought", [null, 0], false],
    ["with an error", [{ error: "#N/A" }], false],
  ])("%s is blank: %s", (_, cells, gives) => {
    expect(isBlank({ cells })).toBe(gives);
  });

  test.each<readonly [string, Line, boolean]>([
    ["totals", ["合计", null, null, 12], true],
    ["totals with blanks", ["合 计", 3], true],
    ["signatures", ["填表人：张三", null, "审核人：李四", null, "填表日期：2008.8.8"], true],
    ["a signature with its name beside it", ["制表人：", "张三"], true],
    ["a seal", ["单位负责人（签字）：", null, "联系电话："], true],
    ["a note", ["注：本表每季度报送一次", null], true],
    ["notes with a number", ["备注：1.按季度填报；2.不得漏报"], true],
    ["blank below", ["以下空白"], true],
    ["a hazard", [1, "甲矿", "注意事项未上墙", "2008.8.8"], false],
    ["a hazard whose title begins so", ["备注栏未填写的记录", "甲矿", "2008-08-08"], false],
    ["an enterprise", ["合计建材厂", "a", "b"], false],
    ["a day in the first column", ["2008-08-08 10:30", "甲矿", "漏电"], false],
    ["nothing", [null], false],
  ])("that tells %s is a footer: %s", (_, cells, gives) => {
    expect(isFooter({ cells })).toBe(gives);
  });

  test.each<readonly [Line, boolean]>([
    [[1, 2, 3, 4], true],
    [["甲", "乙", "1", "2"], true],
    [["(1)", "(2)", "(3)", "(4)"], true],
    [[1, "甲矿", 3, 4], false],
    [[1, 2], false],
  ])("of %j numbers the columns: %s", (cells, gives) => {
    expect(isColumnNumbering({ cells })).toBe(gives);
  });
});
