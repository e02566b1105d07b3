import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { bring, doAct, highland } from "./people.ts";
import { actButton, password, setStage, signIn, tabTo } from "./stage.ts";
import { textsOf } from "./survey.ts";

const { address, stranger, visitor } = setStage();

const submit = (page: Page) => page.getByRole("button", { name: "提交", exact: true });

test("a session that ends in the middle of a form loses nothing, and the form is sent after signing in again", async () => {
  const page = await visitor(highland.safety, "/registers/hazard/new/find");
  await page.getByLabel("隐患名称").fill("酒库防爆灯罩破损");
  await page.getByLabel("具体位置").fill("二号酒库北墙");
  await page.context().clearCookies();
  await submit(page).click();
  const again = page.getByRole("dialog", { name: "登录已失效" });
  await again.waitFor();
  await signIn(page, highland.safety);
  await again.waitFor({ state: "detached" });
  expect(await page.getByLabel("隐患名称").inputValue()).toBe("酒库防爆灯罩破损");

  await page.reload();
  await page.getByText("填写但未提交的内容").waitFor();
  expect(await page.getByLabel("具体位置").inputValue()).toBe("二号酒库北墙");
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "酒库防爆灯罩破损" }).waitFor();
});

test("who signs in again goes on in the post in which the page was opened", async () => {
  const page = await visitor("deputy", "/registers/hazard");
  const posts = page.getByRole("banner").getByLabel("当前岗位");
  const office = "安委办工作人员 · 迪庆州安全生产委员会办公室";
  await posts.selectOption({ label: office });
  const lists = page.getByRole("main").getByText("青稞酒业（虚构）").first();
  await lists.waitFor();
  await page.getByLabel("关键词").fill("酒库");
  await page.context().clearCookies();
  // Whatever else the page asks may be refused first, and its dialog then stands over the button.
  await page.getByRole("button", { name: "查询" }).dispatchEvent("click");
  await page.getByRole("dialog", { name: "登录已失效" }).waitFor();
  await signIn(page, "deputy");
  await page.getByRole("dialog", { name: "登录已失效" }).waitFor({ state: "detached" });
  await lists.waitFor();
  expect(await posts.locator("option:checked").textContent()).toBe(office);
});

test("after signing in again over the page, news comes by itself as before", async () => {
  const { id, path } = await bring(highland, "灌装间地漏堵塞", "plan");
  const page = await visitor(highland.safety, path);
  await page.getByText("方案已制定").first().waitFor();
  await page.evaluate("fetch('/api/session', { method: 'DELETE' })");
  const again = page.getByRole("dialog", { name: "登录已失效" });
  await again.waitFor();
  await signIn(page, highland.safety);
  await again.waitFor({ state: "detached" });
  await doAct(highland.principal, id, "start");
  await page.getByRole("region", { name: "全过程记录" }).getByText("开始整改").waitFor();
});

test("without a network the page says so, keeps what is entered, and goes on once it is back", async () => {
  const page = await visitor(highland.safety, "/registers/hazard/new/find");
  const banner = page.getByText("网络已断开");
  await page.context().setOffline(true);
  await banner.waitFor();
  await page.getByLabel("隐患名称").fill("调酒间通风机停用");
  await submit(page).click();
  await page.getByText("网络中断，未收到结果").waitFor();
  await page.context().setOffline(false);
  await banner.waitFor({ state: "detached" });
  await submit(page).click();
  await page.getByRole("heading", { level: 1, name: "调酒间通风机停用" }).waitFor();
});

test("signing in and an act need no mouse", async () => {
  const { id, path } = await bring(highland, "充电区排风扇停转");
  await doAct(highland.safety, id, "proposeGeneral", { judgementReason: "未达到判定标准" });
  const page = await stranger();
  await page.goto(`${address}${path}`);
  await tabTo(page, page.locator("input[autocomplete=username]"));
  await page.keyboard.type(highland.principal);
  await page.keyboard.press("Tab");
  await page.keyboard.type(password);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("link", { name: "跳到正文" }));
  await page.keyboard.press("Enter");
  await tabTo(page, actButton(page, "退回重新判定"));
  await page.keyboard.press("Enter");
  const form = page.getByRole("dialog", { name: "退回重新判定" });
  await tabTo(page, form.getByLabel("理由"));
  await page.keyboard.type("请补充现场照片");
  await tabTo(page, form.locator("button[type=submit]"));
  await page.keyboard.press("Enter");
  await page.getByText("已完成：退回重新判定").waitFor();
});

/** Texts of the API's answers in every language but Chinese: names and free texts that people gave, and English words. */
function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => (key === "zh" ? [] : textsIn(member)));
}

/** Notes all that the server tells the page, and finds what is Chinese on it without having been told so. */
function untranslated(page: Page): () => Promise<readonly string[]> {
  const answers: Promise<readonly string[]>[] = [];
  page.on("response", (response) => {
    if (!response.url().includes("/api/") || response.url().includes("/api/stream")) return;
    answers.push(response.json().then(textsIn, () => []));
  });
  return async () => {
    const told = (await Promise.all(answers)).flat().sort((one, other) => other.length - one.length);
    const rest = (text: string) => told.reduce((left, known) => left.replaceAll(known, ""), text);
    const texts = (await textsOf(page)).filter((text) => text !== "中文");
    return texts.filter((text) => /\p{Script=Han}/u.test(text) && /\p{Script=Han}/u.test(rest(text)));
  };
}

test("in English every word of every page is English, and stays so", async () => {
  const { path } = await bring(highland, "灌装线联锁被旁路", "review");
  const page = await visitor(highland.safety);
  const chinese = untranslated(page);
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "您好" }).waitFor();
  expect(await chinese()).toEqual(expect.arrayContaining(["待办", "主菜单", "首页 · 治本"]));
  await page.getByRole("button", { name: "English" }).click();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Hello" }).waitFor();
  expect(await page.locator("html").getAttribute("lang")).toBe("en");
  await page
    .getByRole("banner")
    .getByRole("button", { name: /^Notices/ })
    .click();
  await page.getByRole("dialog", { name: "Notices" }).getByRole("listitem").first().waitFor();
  expect(await chinese(), "home and notices").toEqual([]);

  const look = async (where: string, there: Locator) => {
    await page.goto(`${address}${where}`);
    await there.first().waitFor();
    expect(await chinese(), where).toEqual([]);
  };
  await look("/registers/hazard", page.getByText(/^\d+ entries$/));
  await look("/registers/hazard?q=没有&todo=mine&due=soon", page.getByText("No entry fits these filters"));
  await look("/registers/enterprise", page.getByText("1 entry"));
  await look(path, page.getByText("Chain whole, every line verified"));
  await look("/registers/hazard/new/find", page.getByRole("button", { name: "Submit" }));
  await look(
    "/registers/hazard/entries/0190a000-0000-7000-8000-000000000001",
    page.getByText("Does not exist"),
  );
  expect(z.string().parse(await page.evaluate("navigator.language"))).toBe("zh-CN");
});
