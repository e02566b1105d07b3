import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { doAct, send } from "./people.ts";
import { desk, phone, setStage, wide } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const entries = z.object({
  entries: z.array(z.object({ id: z.string(), state: z.string() })),
});
const offered = z.object({ acts: z.array(z.object({ name: z.string(), refusal: z.unknown().optional() })) });

/** The number on the link that opens all overdue major hazards. */
async function overdueOn(page: Page): Promise<number> {
  const said = await page
    .getByRole("region", { name: "逾期未整改的重大事故隐患" })
    .getByRole("link")
    .first()
    .textContent();
  return Number(said?.replace(" 项", ""));
}

/** An overdue major hazard that somebody may close. */
async function closable(head: string): Promise<string> {
  const asked = "registers/hazard/entries?due=overdue&level=major&todo=mine&limit=100";
  for (const { id } of entries.parse(await send(head, "GET", asked)).entries) {
    const { acts } = offered.parse(await send(head, "GET", `registers/hazard/entries/${id}`));
    if (acts.some(({ name, refusal }) => name === "close" && refusal === undefined)) return id;
  }
  throw new Error(`Nothing that is overdue may be closed by ${head}`);
}

test("a leader goes from a red lamp to the very hazards, and sees it change as one is closed", async () => {
  const page = await visitor("leader", "/");
  await page.getByRole("main").getByRole("link", { name: "挂图作战" }).click();
  await page.getByRole("link", { name: /风险防控能力显著提升/ }).click();
  const drawer = page.getByRole("dialog", { name: "风险防控能力显著提升" });
  await drawer
    .getByText(/应为0项；未清零/)
    .first()
    .waitFor();
  const before = await overdueOn(page);
  expect(before).toBeGreaterThan(0);

  const list = await page.context().newPage();
  const target = drawer.getByRole("region", { name: "逾期未整改的重大事故隐患" }).getByRole("link").first();
  await list.goto(new URL((await target.getAttribute("href")) ?? "", page.url()).href);
  await list.getByText(`共 ${before} 条`).waitFor();
  await list.close();

  // A page that loads again forgets this.
  await page.evaluate("window.untouched = true");
  await page.bringToFront();
  await doAct("xgll-yingji", await closable("xgll-yingji"), "close", { closeOpinion: "同意销号" });
  await expect.poll(() => overdueOn(page), { timeout: 20_000 }).toBeLessThan(before);
  expect(await page.evaluate("window.untouched")).toBe(true);
});

test("two clicks lead from a measure and a unit to the evidence, by keyboard too", async () => {
  const page = await visitor("leader", "/board");
  const measure = page.getByRole("link", { name: "1 学习、必修课、硬措施评估", exact: true });
  // One stop, and it is the first row.
  expect(await page.locator(".board-matrix a[tabindex='0']").allTextContents()).toEqual([
    await measure.textContent(),
  ]);
  await measure.focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  const drawer = page.getByRole("dialog");
  await drawer.getByText("学习记录：内容、时间、参加的领导干部").waitFor();
  await page.keyboard.press("Escape");
  await drawer.waitFor({ state: "detached" });
  await page.getByRole("link", { name: /^措施5 .*，州应急管理局：.灯。.+/ }).click();
  await drawer
    .getByRole("link", { name: /打开所统计的条目/ })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "企业" }).waitFor();
});

test.each([
  { on: "a desk", size: desk },
  { on: "a wide screen", size: wide },
])("on $on the whole board stands on one screen", async ({ size }) => {
  const page = await visitor("leader", "/board", size);
  await page.getByRole("link", { name: /^38 / }).waitFor();
  const sizes =
    "[document.documentElement.scrollHeight <= innerHeight, document.documentElement.scrollWidth <= innerWidth]";
  expect(await page.evaluate(sizes)).toEqual([true, true]);
  expect(await page.getByRole("row").count()).toBe(39);
  expect(await findingsOn(page)).toEqual([]);
});

test("on a phone a leader finds the objectives, and the measures with their units", async () => {
  const page = await visitor("leader", "/board", phone);
  await page.getByRole("link", { name: /风险防控能力显著提升/ }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "10 政府挂牌督办" }).click();
  const drawer = page.getByRole("dialog");
  await drawer.getByText("每一级政府挂牌督办的重大隐患").waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test("a unit's name opens all that it owes, the worst first, and each leads to its targets", async () => {
  const page = await visitor("leader", "/board");
  await page.getByRole("link", { name: "州应急管理局", exact: true }).click();
  const drawer = page.getByRole("dialog", { name: "迪庆藏族自治州应急管理局" });
  await drawer.getByText(/^承担 \d+ 项措施/).waitFor();
  const lamps = await drawer
    .getByRole("img")
    .evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")));
  const worst = ["红灯", "黄灯", "绿灯", "灰灯"];
  expect(lamps.map((lamp) => worst.indexOf(lamp ?? ""))).toEqual(
    lamps.map((lamp) => worst.indexOf(lamp ?? "")).toSorted(),
  );
  expect(await findingsOn(page)).toEqual([]);
  await drawer.getByRole("link", { name: "7 自查自改常态化" }).click();
  await page.getByRole("dialog", { name: /^措施7 .* · 州应急管理局$/ }).waitFor();
});

test("an address with a day to come says so and leads back to today", async () => {
  const page = await visitor("leader", "/board?day=2031-01-01");
  await page.getByText("所选日期还没有到").waitFor();
  await page.getByRole("link", { name: "回到今天" }).click();
  await page.getByRole("link", { name: /^38 / }).waitFor();
});
