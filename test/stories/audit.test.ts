import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { cement } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

/** The page on which the audit log stands, after its menu. */
async function openLog(page: Page, size: typeof desk): Promise<void> {
  if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
  await page.getByRole("link", { name: "审计日志" }).filter({ visible: true }).click();
  await page.getByRole("heading", { level: 1, name: "审计日志" }).waitFor();
  await page.getByText(/^共 \d+ 条$/).waitFor();
}

test.each(sizes)(
  "on $on, the auditor finds who took a list out, by which filter and from where, and that the line holds",
  async ({ size }) => {
    const page = await visitor(cement.safety, "/registers/hazard", desk);
    await page.evaluate(async () => (await fetch("/api/registers/hazard/entries.csv?level=major")).text());
    const auditor = await visitor("auditor", "/", size);
    await openLog(auditor, size);
    const bar = auditor.getByRole("form", { name: "筛选条件" });
    if (size === phone) await bar.getByRole("button", { name: "展开" }).click();
    await bar.getByLabel("用户名").fill(cement.safety);
    await bar.getByLabel("事件").selectOption({ label: "导出台账" });
    await bar.getByRole("button", { name: "查询" }).click();
    await auditor.waitForURL(/\/audit\?account=cement-safety&event=listExported/);
    const found = auditor
      .getByRole(size === phone ? "listitem" : "row")
      .filter({ hasText: /导出“事故隐患” \d+ 行，筛选条件：隐患等级：重大/ })
      .first();
    await found.waitFor();
    for (const text of [cement.safety, "企业安全管理人员", "127.0.0.1"])
      expect(await found.textContent()).toContain(text);
    expect(await findingsOn(auditor)).toEqual([]);

    await found.getByRole("button", { name: /^查看详情/ }).click();
    const details = auditor.getByRole("dialog", { name: "导出台账" });
    await details.getByText(/核验通过/).waitFor();
    await details.getByText("筛选条件", { exact: true }).waitFor();
    expect(await findingsOn(auditor)).toEqual([]);
    await auditor.keyboard.press("Escape");

    await bar.getByRole("button", { name: "重置" }).click();
    await auditor.waitForURL(/\/audit$/);
    expect(await bar.getByLabel("用户名").inputValue()).toBe("");
  },
);

test("the whole log is checked, taken out, and tells of both; what fits nothing says so", async () => {
  const page = await visitor("auditor", "/audit", desk);
  await page.getByRole("button", { name: "核验全部日志" }).click();
  await page.getByText(/链条完整，没有发现异常/).waitFor();
  const saved = page.waitForEvent("download");
  await page.getByRole("button", { name: "导出 CSV" }).click();
  expect((await saved).suggestedFilename()).toMatch(/^审计日志 .*\.csv$/);
  await page.getByText(/^已下载：审计日志/).waitFor();
  await page
    .getByRole("cell", { name: /^导出审计日志 \d+ 条/ })
    .first()
    .waitFor();
  await page
    .getByRole("cell", { name: /^核验审计日志 \d+ 条，发现异常 0 处/ })
    .first()
    .waitFor();
  await page.goto(`${address}/audit?number=没有这个编号&event=flew`);
  await page.getByText("没有符合条件的日志").waitFor();
  expect(await page.getByLabel("条目编号").inputValue()).toBe("没有这个编号");
  expect(await page.getByRole("button", { name: "导出 CSV" }).isDisabled()).toBe(true);
});

test("a long log is read page by page, and back", async () => {
  const page = await visitor("auditor", "/", desk);
  // Each export of the log is a line of it.
  await page.evaluate(async () => {
    for (let times = 0; times < 60; times += 1) await (await fetch("/api/audit.csv?number=none")).text();
  });
  await page.goto(`${address}/audit?event=auditExported`);
  await page.getByText("第 1–50 条").waitFor();
  await page.getByRole("button", { name: "下一页" }).click();
  await page.getByText(/^第 51–\d+ 条$/).waitFor();
  await page.getByRole("button", { name: "上一页" }).click();
  await page.getByText("第 1–50 条").waitFor();
});

test.each(sizes)("on $on, nobody else is offered the log, or shown it by its address", async ({ size }) => {
  for (const username of ["sysadmin", "secadmin", cement.head]) {
    const page = await visitor(username, "/", size);
    if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
    await page.getByRole("link", { name: "组织机构" }).first().waitFor();
    expect(await page.getByRole("link", { name: "审计日志" }).count()).toBe(0);
    await page.goto(`${address}/audit`);
    await page.getByRole("heading", { name: "您的岗位无权查看" }).waitFor();
  }
});
