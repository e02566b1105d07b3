import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { timber } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const headings = async (page: Page) =>
  (await page.getByRole("columnheader").allTextContents()).map((text) => text.replace(/[↑↓↕]/, ""));

async function openColumns(page: Page) {
  await page.getByRole("button", { name: "列设置" }).click();
  return page.getByRole("dialog", { name: "列设置" });
}

test("the columns of a list are chosen, ordered and kept, and the usual ones come back", async () => {
  const page = await visitor(timber.inspector, "/registers/hazard");
  await page.getByText(/^共 \d+ 条$/).waitFor();
  const usual = await headings(page);
  expect(usual).toContain("所在地区");
  expect(usual).not.toContain("隐患来源");

  const dialog = await openColumns(page);
  expect(await dialog.getByRole("button", { name: "不显示“隐患名称”" }).isDisabled()).toBe(true);
  await dialog.getByRole("button", { name: "不显示“所在地区”" }).click();
  await dialog.getByRole("combobox", { name: "添加一列" }).fill("来源");
  await dialog.getByText("隐患来源", { exact: true }).click();
  await dialog.getByRole("button", { name: "“隐患来源”前移" }).click();
  await dialog.getByRole("button", { name: "保存" }).click();

  const source = page.getByRole("columnheader", { name: "隐患来源" });
  await source.waitFor();
  const chosen = await headings(page);
  expect(chosen).not.toContain("所在地区");
  expect(chosen.indexOf("隐患来源")).toBe(chosen.length - 2);
  expect(await page.getByRole("cell", { name: "部门检查" }).count()).toBeGreaterThan(0);

  await page.reload();
  await source.waitFor();
  const again = await openColumns(page);
  await again.getByRole("button", { name: "恢复默认" }).click();
  await page.getByRole("columnheader", { name: "所在地区" }).waitFor();
  expect(await headings(page)).toEqual(usual);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, the choice of columns can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await visitor(timber.safety, "/registers/enterprise", size);
  await page.goto(`${address}/registers/enterprise`);
  await page.getByText(/^共 \d+ 条$/).waitFor();
  await openColumns(page);
  expect(await findingsOn(page)).toEqual([]);
});
