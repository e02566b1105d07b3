import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { newHome, type RunningServer, startServer } from "../support/running-server.ts";
import { type Browser, openBrowser } from "./browser.ts";

const inTenDays = addDays(dayInShanghai(Date.now()), 10);

let home: Awaited<ReturnType<typeof newHome>>;
let server: RunningServer;
let browser: Browser;
let page: Page;
/** What the browser complained of: scripts that failed, content that the page's policy refused. */
let complaints: string[];

beforeAll(async () => {
  home = await newHome();
  server = await startServer(home.folder);
});

afterAll(async () => {
  await server?.stop();
  await home.remove();
});

beforeEach(async () => {
  browser = await openBrowser();
  page = await browser.context.newPage();
  complaints = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
  });
  return () => browser.close();
});

async function signIn(username: string, password = "zhiben-demo"): Promise<void> {
  await page.goto(server.address);
  await page.locator("input[autocomplete=username]").fill(username);
  await page.locator("input[autocomplete=current-password]").fill(password);
  await page.getByRole("button", { name: /^登\s*录$/ }).click();
}

test("a wrong password is said to be wrong, and what was typed stays", async () => {
  await signIn("safety", "wrong-password");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toMatch(/密码/);
  expect(await page.locator("input[autocomplete=username]").inputValue()).toBe("safety");
});

/** Does an act of the entry that is open: its button, its form, and the word that it is done. */
async function perform(act: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  await page
    .getByRole("region", { name: "可办理事项" })
    .getByRole("button", { name: act, exact: true })
    .click();
  await finish(act, fields);
}

async function finish(act: string, fields: Readonly<Record<string, string>> = {}): Promise<void> {
  const form = page.getByRole("dialog", { name: act });
  for (const [label, value] of Object.entries(fields)) await fill(form, label, value);
  await form.locator("button[type=submit]").click();
  await page.getByText(`已完成：${act}`).waitFor();
}

/** Writes into a field, or chooses from it; ticks the choice of that name where there is nothing to write. */
async function fill(form: Locator, label: string, value: string): Promise<void> {
  const field = form.getByLabel(label).first();
  if (value === "") return field.check();
  if ((await field.getAttribute("role")) !== "combobox") return field.fill(value);
  await field.fill(value);
  await page.locator(".ant-select-item-option").filter({ hasText: value }).first().click();
}

async function openAs(username: string, address: string): Promise<void> {
  await browser.context.clearCookies();
  await signIn(username);
  await page.getByRole("navigation").first().waitFor();
  await page.goto(address);
}

test("a major hazard goes from finding to close-out, through the screens of five people", async () => {
  await openAs("safety", `${server.address}/registers/hazard/new/find`);
  const submit = page.getByRole("button", { name: /^提\s*交$/ });
  await submit.click();
  expect(await page.locator("[aria-invalid=true]").count()).toBe(1);
  const title = "井下移动式变电站无接地<script>alert(1)</script>";
  await page.getByLabel("隐患名称").fill(title);
  await submit.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const address = page.url();

  await page.getByRole("button", { name: "拟判为重大隐患", exact: true }).click();
  await page.getByRole("button", { name: /判定标准条款/ }).click();
  await page
    .getByRole("dialog", { name: "选择判定标准条款" })
    .getByRole("button", { name: /第三条第（一）项/ })
    .click();
  await finish("拟判为重大隐患", { 判定理由: "承包单位未统一协调管理" });

  await openAs("principal", address);
  await perform("审定为重大隐患");
  await perform("双报告", { "监管（销号）单位": "应急管理局", 信息公示栏: "" });
  await openAs("safety", address);
  await perform("制定整改方案", {
    整改责任人: "李四",
    整改措施: "签订安全管理协议，统一协调",
    "整改资金（元）": "12000.50",
    整改期限: inTenDays,
    应急预案与安全措施: "停工并设专人监护",
  });
  await openAs("principal", address);
  await perform("开始整改");
  await openAs("safety", address);
  await perform("自验收", { 整改结果与自验收意见: "已落实", 验收人员: "张三、李四" });
  await openAs("inspector", address);
  await perform("复查合格（第一人）", { 复查意见: "整改到位" });
  await openAs("inspector2", address);
  await perform("复查会签（第二人）");
  await openAs("yingji", address);
  await perform("销号", { 销号意见: "同意销号" });
  await page.getByText("链条完整，逐行核验通过").waitFor();
  expect(
    await page.getByRole("region", { name: "全过程记录" }).getByRole("heading", { level: 3 }).count(),
  ).toBe(10);
  expect(await page.getByRole("main").textContent()).toContain("已销号");
  expect(complaints).toEqual([]);
});
