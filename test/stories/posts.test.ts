import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { bring, doAct, foundry, meat } from "./people.ts";
import { desk, phone, setStage, shown, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const bell = (page: Page) => page.getByRole("banner").getByRole("button", { name: /消息提醒/ });
const unread = async (page: Page) =>
  Number((await bell(page).getAttribute("aria-label"))?.match(/\d+/)?.[0] ?? 0);

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])(
  "on $on, what comes to a post rings its bell at once, opens by the keyboard, and is then seen",
  async ({ size }) => {
    const page = await visitor(meat.principal, "/", size);
    // The bell stands before its number has come.
    const { unseen: before } = z
      .object({ unseen: z.int() })
      .parse(await page.evaluate(async () => (await fetch("/api/notices")).json()));
    await expect.poll(() => unread(page), { timeout: 60_000 }).toBe(before);
    const title = `冷库应急照明失效（${size.width}）`;
    const { id } = await bring(meat, title);
    await doAct(meat.safety, id, "proposeGeneral", { judgementReason: "未达到判定标准" });
    await page.getByRole("status").filter({ hasText: "条未读消息" }).waitFor({ state: "attached" });
    await expect.poll(() => unread(page), { timeout: 60_000 }).toBeGreaterThan(before);

    await bell(page).press("Enter");
    const list = page.getByRole("dialog", { name: "消息提醒" });
    // Reminders of the day may come meanwhile.
    const row = list.getByRole("listitem").filter({ hasText: title });
    await row.getByText("待您办理").waitFor();
    expect(await row.textContent()).toContain("未读");
    await tabTo(page, row.getByRole("link"));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: title }).waitFor();
    expect(await list.isVisible()).toBe(false);
    await bell(page).press("Enter");
    await row.filter({ hasNotText: "未读" }).waitFor();
  },
);

test("where nothing has come the bell says so, and Escape leads back to it", async () => {
  const page = await visitor("jijian");
  await bell(page).press("Enter");
  await page.getByRole("dialog", { name: "消息提醒" }).getByText("还没有消息").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog", { name: "消息提醒" }).waitFor({ state: "hidden" });
  await bell(page).and(page.locator(":focus")).waitFor();
});

test("who turns to another post sees its entries, and nothing of the post before in any tab", async () => {
  const title = "落砂机隔声罩脱落";
  const { path } = await bring(foundry, title);
  const page = await visitor("deputy", "/registers/hazard");
  const main = page.getByRole("main");
  const posts = page.getByRole("banner").getByLabel("当前岗位");
  await main.getByText("升平牦牛肉冷链加工厂（虚构）").first().waitFor();
  expect(await main.textContent()).not.toContain(title);

  await posts.selectOption({ label: "安委办工作人员 · 迪庆州安全生产委员会办公室" });
  await main.getByRole("link", { name: title }).waitFor();

  const other = await page.context().newPage();
  await other.goto(new URL(path, page.url()).href);
  expect(await shown(other, "企业").textContent()).toContain("雪域金属铸造厂");
  await page.bringToFront();
  const loaded = page.waitForEvent("load");
  await posts.selectOption({ label: "监管部门负责人 · 德钦县应急管理局" });
  await loaded;
  await main.getByText("升平牦牛肉冷链加工厂（虚构）").first().waitFor();
  expect(await page.content()).not.toContain(title);
  await other.getByRole("heading", { name: "不存在，或不在您的数据范围内" }).waitFor();
  expect(await other.content()).not.toContain(title);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, an administrator is told what the post is for, and a leader what it shows", async ({ size }) => {
  for (const [username, purpose] of [
    ["auditor", "审计管理员查看账号、任职的全过程和登录、导出等审计记录"],
    ["secadmin", "安全管理员授权岗位、办理卸任"],
    ["sysadmin", "系统管理员开通、停用账号，负责系统运行、备份和升级"],
  ] as const) {
    const page = await visitor(username, "/", size);
    await page.getByText(purpose).waitFor();
    const watched = page.getByRole("region", { name: "总体情况" });
    await watched.getByText("待确认任职").waitFor();
    expect(
      await page
        .getByRole("region")
        .filter({ has: page.getByRole("heading") })
        .count(),
    ).toBe(1);
    expect(await findingsOn(page)).toEqual([]);
  }
  const page = await visitor("leader", "/", size);
  await page.getByText("每个数字都可以点开到条目").waitFor();
  await page.getByRole("region", { name: "总体情况" }).waitFor();
  // Only what waits for a leader: posts of the own people to be confirmed.
  expect(await page.getByRole("tab").count()).toBe(1);
});
