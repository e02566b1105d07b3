import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, highland, timber } from "./people.ts";
import { desk, openForm, phone, setStage, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const questionMark = (page: Page): Locator =>
  page.getByRole("banner").getByRole("link", { name: "本页帮助" });
const offer = (page: Page): Locator => page.getByRole("complementary", { name: "第一次用这个岗位？" });
const heading = (page: Page, name: string): Locator => page.getByRole("heading", { level: 1, name });

test("from any screen the question mark opens the page that explains it", async () => {
  const { path } = await bring(highland, "尾气风机轴温偏高");
  const page = await visitor(highland.safety);
  for (const [screen, title] of [
    ["/", "首页"],
    ["/registers/hazard", "台账列表"],
    ["/registers/self-check", "自查自改"],
    ["/registers/hazard/new/find", "填表（登记与办理）"],
    [path, "条目页"],
    ["/plan", "方案"],
    ["/criteria", "判定标准库"],
    ["/organisations", "组织机构"],
  ] as const) {
    await page.goto(`${address}${screen}`);
    await page.locator("#main h1").waitFor();
    await questionMark(page).click();
    await heading(page, title).waitFor();
  }
});

test("the help is searched by what one would say, and leads on to the page and to the terms", async () => {
  const page = await visitor(highland.safety, "/help");
  const box = page.getByRole("searchbox", { name: "在帮助中查找" });
  await box.fill("重新登录");
  await page.getByText(/^找到 \d+ 篇/).waitFor();
  await page.getByRole("link", { name: "登录", exact: true }).click();
  await heading(page, "登录").waitFor();

  await page.getByRole("link", { name: "返回帮助首页" }).click();
  await box.fill("没有这样的词");
  await page.getByText("没有找到，换个说法再试").waitFor();
  await box.fill("三管三必须");
  await page.getByText("管行业必须管安全、管业务必须管安全").waitFor();

  await page.goto(`${address}/help/glossary`);
  await page.getByRole("searchbox", { name: "查术语" }).fill("contingency");
  await page.getByText("1 条", { exact: true }).waitFor();
  await page.getByText("整改须逐项落实责任、措施、资金、时限、预案").waitFor();

  await page.goto(`${address}/help/nowhere`);
  await page.getByText("不存在，或不在您的数据范围内").waitFor();
});

/** Where the page stands but for how far it was scrolled. */
async function sizeOfMain(page: Page) {
  const box = await page.locator("#main").boundingBox();
  return { ...box, y: 0 };
}

test("a post's first look is offered the tour, which the keyboard takes, and is not asked twice", async () => {
  const page = await visitor(highland.safety);
  await offer(page).waitFor();
  const before = await sizeOfMain(page);
  await tabTo(page, offer(page).getByRole("button", { name: "看一看" }));
  await page.keyboard.press("Enter");
  const card = page.getByRole("dialog");
  await card.getByText("第 1 步，共 5 步").waitFor();
  for (const title of ["新登记", "菜单", "铃铛", "帮助"]) {
    await page.keyboard.press("Enter");
    await card.getByRole("heading", { name: title }).waitFor();
  }
  // The page may have been scrolled to what is spoken of, and nothing in it has moved.
  expect(await sizeOfMain(page)).toEqual(before);
  await page.keyboard.press("Enter");
  await card.waitFor({ state: "detached" });

  await page.reload();
  await page.getByRole("region", { name: "待办" }).waitFor();
  expect(await offer(page).count()).toBe(0);

  await page.goto(`${address}/help`);
  await page.getByRole("link", { name: "再看一遍导览" }).click();
  await card.getByText("第 1 步，共 5 步").waitFor();
  await page.keyboard.press("Escape");
  await card.waitFor({ state: "detached" });
});

test("who does not want the tour is left alone, and another post is asked by itself", async () => {
  const page = await visitor("deputy");
  await offer(page).getByRole("button", { name: "不用了" }).click();
  await offer(page).waitFor({ state: "detached" });
  const posts = page.getByRole("banner").getByRole("combobox");
  const [, other = ""] = await posts.locator("option").allTextContents();
  await posts.selectOption({ label: other });
  await offer(page).waitFor();
});

test("a word of the law explains itself under the pointer and the keyboard, and closing it closes no form", async () => {
  const { path } = await bring(highland, "转运平台护栏松动", "confirmMajor");
  const page = await visitor(highland.safety, path);
  const form = await openForm(page, "双报告");
  const meaning = page.getByRole("tooltip");
  const word = form.locator("dfn", { hasText: "双报告" }).first();
  await word.hover();
  await meaning.getByText("向职工大会、职工代表大会或公示栏报告").waitFor();
  await page.keyboard.press("Escape");
  await meaning.waitFor({ state: "detached" });
  await form.waitFor();

  await page.mouse.move(0, 0);
  await word.focus();
  await meaning.waitFor();
  expect(await word.getAttribute("aria-describedby")).toBe(await meaning.getAttribute("id"));
  expect(await findingsOn(page)).toEqual([]);
  await page.keyboard.press("Tab");
  await meaning.waitFor({ state: "detached" });
  await form.waitFor();
});

test("a finger that taps a word in a label reads its meaning and does not fall into the field", async () => {
  const { path } = await bring(highland, "吊具防脱钩缺失", "confirmMajor");
  const page = await visitor(highland.safety, path, phone);
  const form = await openForm(page, "双报告");
  await form.locator("dfn").first().click();
  await page.getByRole("tooltip").waitFor();
  expect(await page.evaluate("document.activeElement.localName")).toBe("dfn");
});

test.each([
  { how: "on a desk", size: desk, scheme: "light" },
  { how: "on a phone", size: phone, scheme: "light" },
  { how: "dark on a phone", size: phone, scheme: "dark" },
] as const)("$how, the help and the tour can be used by everybody and nothing is cut off", async (look) => {
  const page = await visitor(timber.principal, "/", look.size);
  await page.emulateMedia({ colorScheme: look.scheme });
  await offer(page).waitFor();
  expect(await findingsOn(page), "the offer").toEqual([]);
  await offer(page).getByRole("button", { name: "看一看" }).click();
  await page.getByText("第 1 步，共 5 步").waitFor();
  expect(await findingsOn(page), "the tour").toEqual([]);
  for (const path of ["/help", "/help/entry", "/help/principal", "/help/administration", "/help/glossary"]) {
    await page.goto(`${address}${path}`);
    await page.locator("#main h1").waitFor();
    expect(await findingsOn(page), path).toEqual([]);
  }
  await page.goto(`${address}/help`);
  await page.getByRole("searchbox").fill("隐患");
  await page.getByText(/^找到 \d+ 篇/).waitFor();
  expect(await findingsOn(page), "a search").toEqual([]);
});
