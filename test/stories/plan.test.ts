import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

const source = await readFile(new URL("../../packs/diqing/plan-source.txt", import.meta.url), "utf8");
const withoutBlanks = (text: string) => text.replaceAll(/\s/g, "");

/** What the page shows as the plan's own words, from top to bottom. */
async function planOn(page: Page): Promise<string> {
  const texts = await page.locator(".plan-text, .plan-chapter > [lang]").allTextContents();
  return withoutBlanks(texts.join(""));
}

const numbersOn = async (page: Page): Promise<readonly number[]> => {
  const links = page.getByRole("navigation", { name: "措施目录" }).getByRole("link");
  return z.array(z.coerce.number()).parse(await links.allTextContents());
};

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).click();
  await page.locator(".ant-select-item-option").filter({ hasText: option }).first().click();
}

test.each(sizes)("on $on, the plan's text stands whole beside its data, for everybody", async ({ size }) => {
  const page = await visitor("anweiban", "/", size);
  if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
  await page.getByRole("link", { name: "方案", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "方案" }).waitFor();
  expect(await planOn(page)).toBe(withoutBlanks(source));
  expect(await numbersOn(page)).toHaveLength(38);

  const measure = page.getByRole("article", { name: "10 政府挂牌督办" });
  const text = await measure.textContent();
  for (const said of ["州安委办", "各级政府", "不少于 30 项 · 每年", "2025-01-01 至 2025-12-31"])
    expect(text).toContain(said);
  expect(text).toContain("各县（市）党委政府、香格里拉产业园区（各项措施均须负责）");
  await measure.getByRole("link", { name: "事故隐患" }).waitFor();
  await page.getByText("方案中的统称各指哪些单位").click();
  expect(await findingsOn(page)).toEqual([]);
});

test.each(sizes)(
  "on $on, what we read out of a clause stands apart from the plan's words, and says that it is not them",
  async ({ size }) => {
    const page = await visitor("anweiban", "/plan#measure-34", size);
    const measure = page.getByRole("article", { name: /^34 / });
    const readings = measure.locator(".plan-readings");
    await readings.first().waitFor();
    const text = await readings.textContent();
    for (const said of ["解读", "待核实", "安全宣传咨询日（6月16日）：每年", "全国统一的活动时间"])
      expect(text).toContain(said);
    // Nothing of it is quoted, or underlined in the plan's text.
    expect(await readings.locator("q, mark").count()).toBe(0);
    expect(await planOn(page)).not.toContain("6月16日");
    expect(
      await page
        .getByRole("article")
        .filter({ has: page.locator(".plan-readings") })
        .count(),
    ).toBe(38);
    expect(await findingsOn(page)).toEqual([]);
  },
);

test("whoever asks what is theirs sees the measures of their unit, and the address says it", async () => {
  const page = await visitor("yingji", "/plan");
  await choose(page, "责任单位", "本单位相关：州应急管理局");
  await choose(page, "期限", "不晚于 2025-12-31");
  await page.getByText("共 38 项措施，显示 7 项").waitFor();
  expect(await numbersOn(page)).toEqual([3, 10, 14, 15, 17, 20, 24]);
  const { search } = new URL(page.url());
  expect(Object.fromEntries(new URLSearchParams(search))).toEqual({ unit: "own", due: "2025-12-31" });

  await choose(page, "行动", "开展安全科技支撑和工程治理行动");
  await page.getByText("共 38 项措施，显示 3 项").waitFor();
  await page.reload();
  await page.getByText("共 38 项措施，显示 3 项").waitFor();
  expect(await numbersOn(page)).toEqual([14, 15, 17]);
  await page.getByRole("button", { name: "重置" }).click();
  await page.getByText("共 38 项措施，显示 38 项").waitFor();
});

test.each(sizes)(
  "on $on, a link to a measure leads to it, and the text is not translated",
  async ({ size }) => {
    const page = await visitor("anweiban", "/plan#measure-33", size);
    const heading = page.getByRole("heading", { name: /行刑衔接/ });
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    await expect.poll(async () => (await heading.boundingBox())?.y ?? size.height).toBeLessThan(size.height);

    await page.getByRole("button", { name: "English" }).click();
    await page.getByText("it is not machine-translated").waitFor();
    expect(await planOn(page)).toBe(withoutBlanks(source));
    const text = await page.getByRole("article", { name: /^33 / }).textContent();
    expect(text).toContain("Prefecture Emergency Management Bureau");
    expect(text).toContain("3 % · yearly");
    expect(await findingsOn(page)).toEqual([]);
  },
);
