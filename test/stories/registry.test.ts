import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { foundry, timber } from "./people.ts";
import { desk, phone, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();
const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

/** Fills in what every enterprise is registered with; its name is that of the timber works. */
async function fillIn(page: Page, code: string): Promise<void> {
  await page.getByLabel(/^企业名称/).fill("保和木制品厂（虚构）");
  await page
    .getByLabel(/^统一社会信用代码/)
    .first()
    .fill(code);
  await page.getByLabel(/^所在地区/).fill("永春乡");
  await choose(page.locator(".ant-select-tree-title", { hasText: "永春乡" }).first());
  await page.getByLabel(/^行业领域/).fill("其他工贸");
  await choose(page.locator(".ant-select-item-option", { hasText: "其他工贸" }).first());
  await page.getByRole("button", { name: "提交" }).click();
}

/** What was chosen goes with its list; a list that stays open was missed by the click. */
async function choose(option: Locator): Promise<void> {
  await option.click();
  await option.waitFor({ state: "hidden" });
}

test("what looks wrong is pointed out before and after, with the entry that is known, and done all the same", async () => {
  const page = await visitor(timber.inspector, "/registers/enterprise/new/register");
  await fillIn(page, "91999999MA0000001X");
  const warning = page.getByRole("alert").filter({ hasText: "请再看一眼" });
  await warning.getByText("校验位不符").waitFor();
  expect(await warning.getByRole("link").allInnerTexts()).toEqual([
    expect.stringMatching(/^QY533423-\d+ 保和木制品厂（虚构）$/),
  ]);
  // A change asks again; nothing is sent in between.
  await page.getByLabel(/^联系电话/).fill("0887-0000009");
  await warning.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("button", { name: "确认无误，仍然提交" }).click();
  await page.getByText("已完成：登记企业").waitFor();
  await page.getByRole("alert").filter({ hasText: "已提交，另有提醒" }).waitFor();
  expect(await shown(page, "信用代码校验位存疑").textContent()).toBe("是");
});

test("a code that is taken is refused with the entry that has it", async () => {
  const page = await visitor(timber.inspector, "/registers/enterprise/new/register", phone);
  await fillIn(page, "91999999MA00000066");
  const refused = page.getByRole("alert").filter({ hasText: "该统一社会信用代码已登记" });
  await refused.getByRole("link", { name: /保和木制品厂/ }).waitFor();
  await page.getByText("已有条目使用").waitFor();
});

test.each(sizes)("on $on, forms and pages of the registry can be used by everybody", async ({ size }) => {
  const page = await visitor(timber.inspector, "/registers/enterprise/new/register", size);
  await page.getByRole("group", { name: "监管单位" }).waitFor();
  expect(await findingsOn(page), "registering an enterprise").toEqual([]);
  const own = await visitor(foundry.safety, "/registers/risk-point", size);
  await own.getByRole("link", { name: "铁水吊运（虚构）" }).first().click();
  await own.getByRole("heading", { name: "一、基础信息" }).waitFor();
  expect(await findingsOn(own), "a risk point").toEqual([]);
  await own.getByRole("button", { name: "编制四个清单" }).click();
  await own.getByRole("group", { name: "三、防控措施" }).waitFor();
  expect(await findingsOn(own), "the four lists").toEqual([]);
});
