import { expect, test } from "vitest";
import { isMarked } from "./marks.ts";

test.each([
  ["a template's sample", ["示例：电源线破损", "2008-08-08"], true],
  ["what an export says of itself", ["# 事故隐患台账 | 共 3 条"], true],
  ["the same in a table with more columns", ["# 共 3 条", null, ""], true],
  ["a matter", ["电源线破损", "示例"], false],
  ["a matter whose name begins with a number's sign", ["#3 锅炉压力表失效", "2008-08-08"], false],
  ["a number", [3, "示例"], false],
  ["an empty row", [], false],
])("a row with a mark: %s", (_, cells, is) => {
  expect(isMarked({ cells })).toBe(is);
});
