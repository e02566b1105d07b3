import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { bring, doAct, highland, send } from "./people.ts";
import { desk, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, become } = setStage();

const comments = (page: Page) => page.getByRole("region", { name: "评论", exact: true });
const box = (page: Page) => comments(page).getByLabel("写评论");
const said = (page: Page, text: string) => comments(page).getByRole("listitem").filter({ hasText: text });
const since = (page: Page) => page.locator("details").filter({ hasText: "自您上次查看" });

const session = z.object({ person: z.object({ name: z.string() }) });

/** Types an @ and the first signs of a name, and takes the first who is offered. */
async function name(page: Page, signs: string, full: string) {
  await box(page).pressSequentially(`@${signs}`);
  const option = page.getByRole("listbox", { name: "可提到的人" }).getByRole("option", { name: full });
  await option.waitFor();
  expect(await box(page).getAttribute("aria-activedescendant")).toBe(await option.first().getAttribute("id"));
  await box(page).press("Enter");
}

test("an enterprise and its supervisor talk on an entry, by keyboard alone, and hear of it", async () => {
  const { path, number } = await bring(highland, "包装间除尘管脱落", "start");
  const official = await visitor(highland.inspector, path);
  const firm = await visitor(highland.safety, path);
  const { person } = session.parse(await firm.evaluate(async () => (await fetch("/api/session")).json()));
  const called = person.name;

  await box(official).focus();
  await box(official).pressSequentially("请 ");
  await name(official, called.slice(0, 1), called);
  await box(official).pressSequentially("补拍接口");
  expect(await box(official).inputValue()).toBe(`请 @${called} 补拍接口`);
  // What was begun outlives a reload.
  await official.reload();
  await comments(official).getByText("未发表的内容").waitFor();
  expect(await box(official).inputValue()).toBe(`请 @${called} 补拍接口`);
  await comments(official).getByRole("button", { name: "发表评论" }).press("Enter");
  await comments(official).getByText("评论已发表").waitFor();
  expect(await box(official).inputValue()).toBe("");

  await said(firm, "补拍接口").waitFor();
  await firm
    .getByRole("banner")
    .getByRole("button", { name: /消息提醒/ })
    .press("Enter");
  const notice = firm
    .getByRole("dialog", { name: "消息提醒" })
    .getByRole("listitem")
    .filter({ hasText: number });
  await notice.getByText("在评论中提到您").waitFor();
});

test("what the supervising side says among itself is not shown to the enterprise", async () => {
  const { path } = await bring(highland, "原料库货架倾斜", "start");
  const page = await visitor(highland.inspector, path);
  await comments(page).getByRole("radio", { name: "仅监管部门" }).check();
  await box(page).fill("拟安排突击复查");
  await comments(page).getByRole("button", { name: "发表（仅监管部门可见）" }).click();
  await said(page, "拟安排突击复查").getByText("仅监管部门可见").waitFor();

  await become(page, highland.safety, path);
  await comments(page).getByText("还没有评论").waitFor();
  expect(await comments(page).getByRole("radio").count()).toBe(0);
  const line = page.getByRole("region", { name: "全过程记录" }).getByRole("listitem").first();
  await line.getByText("变更 2 项").click();
  await line.getByText("仅监管部门可见").first().waitFor();
  expect(await page.content()).not.toContain("突击");
});

test("a comment in the meantime does not disturb who fills in a form", async () => {
  const { id, path } = await bring(highland, "车间安全出口上锁", "start");
  const page = await visitor(highland.safety, path);
  const form = await openForm(page, "填报整改进展");
  await form.getByLabel("整改进展").fill("锁具已拆除");
  await doAct(highland.inspector, id, "comment", { comment: "何时完成？", audience: "everyone" });
  await said(page, "何时完成？").waitFor();
  expect(await form.getByText("该条目已由他人更新").count()).toBe(0);
  await form.locator("button[type=submit]").click();
  await page.getByText("已完成：填报整改进展").waitFor();
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, one is told what changed since the last look, before and after", async ({ size }) => {
  const title = `配电间堆放杂物（${size.width}）`;
  const { id, path } = await bring(highland, title, "plan");
  const page = await visitor(highland.inspector, path, size);
  await comments(page).waitFor();
  expect(await since(page).count()).toBe(0);
  // The page notes by itself that they were here, a moment after it stands.
  const looked = () => send(highland.inspector, "GET", `registers/hazard/entries/${id}/looked`);
  await expect.poll(looked, { timeout: 30_000 }).toMatchObject({ look: { version: expect.any(Number) } });
  // Somebody who looks at something else is not there to see what happens.
  await page.goto(new URL("/plan", page.url()).href);
  await doAct(highland.principal, id, "start");
  await doAct(highland.safety, id, "comment", { comment: "今日开始清理", audience: "everyone" });
  await page.goto(new URL(path, page.url()).href);
  await since(page).getByText("有 2 项变化").click();
  await since(page).getByText("开始整改").waitFor();
  await since(page).getByText("今日开始清理").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  // A glance is no reading: it stays until one says so.
  await page.reload();
  await since(page).getByText("有 2 项变化").waitFor();
  await page.getByRole("button", { name: "已阅" }).click();
  await since(page).waitFor({ state: "detached" });
  await page.reload();
  await comments(page).waitFor();
  await said(page, "今日开始清理").waitFor();
  expect(await since(page).count()).toBe(0);
});
