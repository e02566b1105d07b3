import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { homeAnswer } from "../../server/routes/home.ts";
import { bring, cement, send } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

/** The number that a link says it opens. */
const numberOf = async (link: Locator): Promise<number> =>
  Number(/ (\d+) 条/.exec((await link.getAttribute("aria-label")) ?? (await link.textContent()) ?? "")?.[1]);

/**
 * Presses a number and finds as many rows counted there; then comes back. Other stories act beside this one, so a list may have grown
 * on the way: then the number has too, and is pressed again.
 */
async function opensAsMany(page: Page, link: Locator): Promise<number> {
  for (let tries = 0; tries < 5; tries += 1) {
    await link.waitFor();
    const total = await numberOf(link);
    await link.click();
    const counted = await page.getByText(/^共 \d+ 条$/).textContent();
    await page.goto(`${address}/`);
    await page.locator("#main h1").waitFor();
    if (counted === `共 ${total} 条`) return total;
  }
  throw new Error("The number is not that of its list");
}

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, somebody finds what they have done, opened and still have to do", async ({ on, size }) => {
  const title = `窑尾检修平台护栏松动（${on}）`;
  await bring(cement, title, "proposeMajor");
  const page = await visitor(cement.safety, "/", size);
  const row = page.getByRole("tabpanel").getByRole("link", { name: title });
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("tab", { name: /^待办/ }).press("ArrowRight");
  await page.getByRole("tab", { name: /^已办/, selected: true }).waitFor();
  await row.waitFor();
  await page.getByRole("tab", { name: /^我发起的/ }).click();
  await row.waitFor();
  const all = page.getByRole("tabpanel").getByRole("link", { name: /^事故隐患 全部/ });
  expect(await opensAsMany(page, all)).toBeGreaterThan(0);

  const other = await visitor(cement.principal, "/", size);
  const ladder = other.getByRole("table", { name: "我的待办期限" });
  const row7 = ladder.getByRole("link", { name: /^事故隐患 7日内/ });
  expect(await opensAsMany(other, row7)).toBeGreaterThan(0);
  await other.getByRole("tab", { name: /^待办/ }).waitFor();
  expect(await findingsOn(other)).toEqual([]);
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, a leader opens each number of the region down to its rows", async ({ size }) => {
  const page = await visitor("leader", "/", size);
  const standing = page.getByRole("region", { name: "总体情况" });
  expect(await standing.getByRole("link").count()).toBe(4);
  expect(await findingsOn(page)).toEqual([]);
  for (const name of [/^未销号重大隐患/, /^待复查/])
    await opensAsMany(page, standing.getByRole("link", { name }));
  const ladder = page.getByRole("table", { name: "期限概况" });
  await opensAsMany(page, ladder.getByRole("link", { name: /^事故隐患 已逾期/ }));
  const news = page.getByRole("region", { name: "最新动态" });
  await opensAsMany(page, news.getByRole("link", { name: /^事故隐患 新登记/ }));
});

test("a principal is asked for the self-check before everything else, and told why", async () => {
  const page = await visitor("principal", "/", phone);
  const call = page.getByRole("region", { name: "请先完成本期自查" });
  await call.getByText("治本攻坚措施7").waitFor();
  const main = page.locator("#main").getByRole("link");
  expect(await main.first().textContent()).toBe("现在去自查");
  await main.first().click();
  await page.waitForURL(/registers\/self-check\/entries\//);
});

test("the filter bar narrows a list to one's own, of one kind at a time", async () => {
  const page = await visitor(cement.safety, "/registers/hazard");
  const choose = async (list: string) => {
    await page.getByRole("combobox", { name: "我的工作" }).selectOption({ label: list });
    await page.getByRole("button", { name: "查询" }).click();
  };
  await choose("我发起的");
  await page.waitForURL(/started=mine/);
  await choose("我的已办");
  await page.waitForURL(/acted=mine/);
  expect(page.url()).not.toContain("started");
  await page.getByRole("button", { name: "去掉条件“我的已办”" }).click();
  await expect.poll(() => page.url()).not.toContain("mine");
});

const accounts = [
  "anweiban",
  "county",
  "yingji",
  "inspector",
  "inspector2",
  "park",
  "leader",
  "principal",
  "safety",
  "principal2",
  "jijian",
  "deputy",
  "auditor",
  "secadmin",
  "sysadmin",
];
const counted = z.object({ total: z.number() });

/** The figures of somebody's home page whose list has another number of entries. */
async function wrongFigures(username: string): Promise<readonly string[]> {
  const home = homeAnswer.parse(await send(username, "GET", "home"));
  const figures = [
    ...home.lists.flatMap((list) => list.figures),
    ...home.ladders.flatMap(({ rows }) => rows.flatMap((row) => row.figures)),
    ...home.watched,
    ...(home.news?.figures ?? []),
  ];
  const wrong: string[] = [];
  for (const { register, filters, total } of figures) {
    const query = new URLSearchParams({ ...filters, count: "exact", limit: "1" });
    const list = counted.parse(await send(username, "GET", `registers/${register}/entries?${query}`));
    if (list.total !== total) wrong.push(`${register}?${query}: ${total}, ${list.total} rows`);
  }
  return wrong;
}

test.each(accounts)(
  "each number on the home page of the demonstration's %s is that of its list",
  async (username) => {
    // Other stories act beside this one: what differs by that is the same when it is asked again.
    await expect.poll(() => wrongFigures(username), { timeout: 30_000, interval: 10 }).toEqual([]);
  },
);
