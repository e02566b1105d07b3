import type { Page } from "playwright-core";
import { expect, inject, test } from "vitest";
import { z } from "zod";
import { addDays } from "../../core/calendar/day.ts";
import { bring, meat, send, timber, today } from "./people.ts";
import { desk, fill, openForm, perform, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { become, visitor } = setStage();

const address = () => inject("address");
const lastDay = addDays(today, 90);

/** A request of another system, with what it shows. */
const ask = (secret: string, path: string) =>
  fetch(`${address()}/api/${path}`, { headers: { authorization: `Bearer ${secret}` } });

async function askForToken(page: Page, name: string): Promise<string> {
  await page.goto(`${address()}/registers/partner-token/new/ask`);
  const form = page.locator("form").filter({ hasText: "代表单位" });
  await fill(page, form, "名称", name);
  await fill(page, form, "用途", "把隐患数据接入县应急指挥平台");
  await fill(page, form, "代表单位", "维西傈僳族自治县应急管理局");
  await fill(page, form, "比照岗位", "行政执法人员");
  await form.getByLabel(/^数据地区/).fill("维西傈僳族自治县");
  await page
    .locator(".ant-select-tree-node-content-wrapper:visible", { hasText: "维西傈僳族自治县" })
    .click();
  await form.getByLabel("全部行业领域").check();
  await form.getByLabel("事故隐患", { exact: true }).check();
  await fill(page, form, "不提供的字段", "事故隐患·现状与成因");
  await fill(page, form, "有效期至", lastDay);
  expect(await findingsOn(page)).toEqual([]);
  await form.locator("button[type=submit]").click();
  await page.getByRole("heading", { level: 1, name }).waitFor();
  return new URL(page.url()).pathname;
}

const listed = z.object({
  entries: z.array(z.object({ title: z.string(), values: z.record(z.string(), z.unknown()) })),
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])(
  "on $on, a token is asked for, approved, used within its region and revoked, and the auditor sees each call",
  async ({ size }) => {
    const [here, elsewhere] = [`锯末仓无泄爆口（${size.width}）`, `速冻间氨味（${size.width}）`];
    await bring(timber, here);
    await bring(meat, elsewhere);
    const name = `县应急指挥平台（${size.width}）`;
    const page = await visitor("sysadmin", "/", size);
    const path = await askForToken(page, name);
    expect(await page.getByRole("button", { name: "领取密钥" }).count()).toBe(0);

    await become(page, "secadmin", path);
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await perform(page, "批准");

    await become(page, "sysadmin", path);
    await openForm(page, "领取密钥");
    await page.getByRole("dialog", { name: "领取密钥" }).locator("button[type=submit]").click();
    const dialog = page.getByRole("dialog", { name: "接口令牌密钥" });
    const secret = (await dialog.getByRole("status").textContent()) ?? "";
    expect(await findingsOn(page)).toEqual([]);
    await dialog.getByRole("button", { name: "已复制，关闭" }).click();
    await page.reload();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    expect(await page.content()).not.toContain(secret);

    const answer = await ask(secret, "registers/hazard/entries?limit=200");
    expect(answer.status).toBe(200);
    const { entries } = listed.parse(await answer.json());
    expect(entries.map(({ title }) => title)).toContain(here);
    expect(entries.map(({ title }) => title)).not.toContain(elsewhere);
    expect(entries.every(({ values }) => String(values.region).startsWith("533423"))).toBe(true);
    expect(entries.some(({ values }) => "description" in values)).toBe(false);

    await become(page, "secadmin", path);
    await perform(page, "吊销", { 理由: "密钥疑似泄露" });
    const refused = await ask(secret, "registers/hazard/entries");
    expect(refused.status).toBe(401);
    expect(await refused.json()).toMatchObject({ code: "token-revoked" });

    const { entry } = z
      .object({ entry: z.object({ number: z.string() }) })
      .parse(await send("sysadmin", "GET", path.slice(1)));
    await become(page, "auditor", "/");
    if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
    await page.getByRole("link", { name: "接口调用记录" }).click();
    await page.getByLabel("令牌编号").fill(entry.number);
    await page.getByRole("button", { name: "查询", exact: true }).click();
    const told = page.getByRole("main").locator(size === phone ? "li.card" : "tbody tr");
    await expect.poll(() => told.count()).toBe(2);
    expect(await told.first().textContent()).toContain("401");
    expect(await told.last().textContent()).toContain("limit=200");
    expect(await findingsOn(page)).toEqual([]);
  },
);
