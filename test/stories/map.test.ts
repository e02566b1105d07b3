import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { doAct, send } from "./people.ts";
import { phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, stranger, address } = setStage();

const entries = z.object({ entries: z.array(z.object({ id: z.string() })) });
const offered = z.object({ acts: z.array(z.object({ name: z.string(), refusal: z.unknown().optional() })) });

/** Overdue major hazards that somebody may close. */
async function closable(head: string): Promise<readonly string[]> {
  const asked = "registers/hazard/entries?due=overdue&level=major&todo=mine&limit=100";
  const found: string[] = [];
  for (const { id } of entries.parse(await send(head, "GET", asked)).entries) {
    const { acts } = offered.parse(await send(head, "GET", `registers/hazard/entries/${id}`));
    if (acts.some(({ name, refusal }) => name === "close" && refusal === undefined)) found.push(id);
  }
  return found;
}

const numberIn = (text: string | null | undefined): number => Number(/\d+/.exec(text ?? "")?.[0]);

const totalBeside = async (page: Page): Promise<number> =>
  numberIn(await page.getByRole("region", { name: "条目" }).getByRole("status").textContent());
const inView = async (page: Page): Promise<number> =>
  numberIn((await page.getByText(/视野内 \d+ 条/).textContent())?.split("视野内")[1]);
const overdueOnScreen = async (page: Page): Promise<number> =>
  numberIn(await page.getByRole("heading", { level: 2, name: /^逾期重大事故隐患/ }).textContent());
const overdueOnMap = async (page: Page): Promise<number> =>
  numberIn(
    await page
      .getByRole("region", { name: "各地区：逾期重大事故隐患" })
      .getByRole("row", { name: /香格里拉/ })
      .getByRole("link")
      .textContent(),
  );

const overdueMajor = "/map?register=hazard&indicator=major-overdue&due=overdue&level=major";

test("one hazard is closed, and lamp, map, screen and a link's screen change by themselves", async () => {
  const map = await visitor("leader", overdueMajor);
  await map.getByText(/视野内 \d+ 条/).waitFor();
  const [listed, coloured] = [await totalBeside(map), await overdueOnMap(map)];
  const screen = await visitor("leader", "/screen");
  await expect.poll(() => overdueOnScreen(screen), { timeout: 20_000 }).toBeGreaterThan(0);
  const shown = await overdueOnScreen(screen);

  const board = await visitor("leader", "/board");
  await board.getByRole("button", { name: "大屏链接" }).click();
  const links = board.getByRole("dialog", { name: "大屏链接" });
  await links.getByRole("combobox", { name: "有效时长" }).selectOption({ label: "1小时" });
  await links.getByRole("button", { name: "制作链接" }).click();
  const link = await links.getByRole("textbox", { name: "链接地址" }).inputValue();
  const wall = await stranger();
  await wall.goto(link);
  await wall.getByRole("heading", { level: 2, name: /^逾期重大事故隐患/ }).waitFor();
  await expect.poll(() => overdueOnScreen(wall), { timeout: 20_000 }).toBe(shown);

  for (const page of [map, screen, wall]) await page.evaluate("window.untouched = true");
  const [id] = await closable("xgll-yingji");
  if (id === undefined) throw new Error("Nothing that is overdue may be closed");
  await doAct("xgll-yingji", id, "close", { closeOpinion: "同意销号" });
  await expect.poll(() => overdueOnScreen(wall), { timeout: 20_000 }).toBe(shown - 1);
  await expect.poll(() => overdueOnScreen(screen), { timeout: 20_000 }).toBe(shown - 1);
  await map.bringToFront();
  await expect.poll(() => totalBeside(map), { timeout: 20_000 }).toBe(listed - 1);
  await expect.poll(() => overdueOnMap(map), { timeout: 20_000 }).toBe(coloured - 1);
  for (const page of [map, screen, wall]) expect(await page.evaluate("window.untouched")).toBe(true);

  // The link opens nothing else, and ends when it is revoked.
  await wall.goto(`${address}/board`);
  await wall.getByRole("button", { name: "登录", exact: true }).waitFor();
  await board.bringToFront();
  await links.getByRole("button", { name: /^撤销/ }).first().click();
  await links.getByText("没有有效的链接").waitFor();
  await wall.goto("about:blank");
  await wall.goto(link);
  await wall.getByRole("alert").getByText("链接已到期、已撤销或者不正确").waitFor();
});

test("the map counts what the list counts, comes nearer, and asks nothing outside", async () => {
  const page = await visitor("leader", "/map?register=enterprise");
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== address)
      outside.push(request.url());
  });
  await page.getByText(/视野内 \d+ 条/).waitFor();
  const [total, seen] = [await totalBeside(page), await inView(page)];
  const nearer = page.getByRole("button", { name: /条(，其中逾期 \d+ 条)?，放大查看/ }).first();
  const counted = numberIn(await nearer.textContent());
  await nearer.focus();
  await page.keyboard.press("Enter");
  await expect.poll(() => inView(page), { timeout: 20_000 }).toBeLessThan(seen);
  expect(counted).toBeGreaterThan(1);
  await page.getByRole("button", { name: "进入德钦县" }).click();
  await expect.poll(() => totalBeside(page), { timeout: 20_000 }).toBeLessThan(total);
  const inCounty = await totalBeside(page);
  await page
    .getByRole("region", { name: /^各地区/ })
    .getByText("乡镇没有边界数据")
    .waitFor();
  await page.getByRole("link", { name: "打开完整列表" }).click();
  await page.getByText(`共 ${inCounty} 条`).waitFor();
  expect(outside).toEqual([]);
});

test.each([{ path: overdueMajor }, { path: "/" }])(
  "on a phone a leader finds $path in order",
  async ({ path }) => {
    const page = await visitor("leader", path, phone);
    await page
      .getByText(path === "/" ? "关键数字" : "条目", { exact: true })
      .first()
      .waitFor();
    expect(await findingsOn(page)).toEqual([]);
  },
);

test("a leader's phone says the figures of the board and the screen", async () => {
  const page = await visitor("leader", "/", phone);
  const key = page.getByRole("region", { name: "关键数字" });
  const own = numberIn(await key.getByRole("link", { name: /逾期重大事故隐患/ }).textContent());
  const screen = await visitor("leader", "/screen");
  await expect.poll(() => overdueOnScreen(screen), { timeout: 20_000 }).toBe(own);
  await key.getByRole("link", { name: /逾期重大事故隐患/ }).click();
  await page.getByRole("dialog").getByText("逾期未整改的重大事故隐患").first().waitFor();
});

test("the screen stands without scrolling, in text for six metres", async () => {
  const page = await visitor("leader", "/screen", { width: 1920, height: 1080 });
  await page.getByRole("heading", { level: 1 }).waitFor();
  const sizes =
    "[document.documentElement.scrollHeight <= innerHeight, document.documentElement.scrollWidth <= innerWidth]";
  expect(await page.evaluate(sizes)).toEqual([true, true]);
  // A height of 1.7% of the width: 24 mm on a screen of 65 inches.
  const smallest = await page.evaluate(
    "Math.min(...[...document.querySelectorAll('main p, main li span, main strong, main h2')].map((e) => Number.parseFloat(getComputedStyle(e).fontSize)))",
  );
  expect(smallest).toBeGreaterThanOrEqual(1920 * 0.0169);
});
