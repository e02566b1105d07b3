import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { webFolder } from "../../server/http/pages.ts";
import { openReports } from "../../server/jobs/reports.ts";
import { type PersonName, password } from "../support/cast.ts";
import { newWorldApart, type World } from "../support/world.ts";
import { actButton, desk, fill, finish, openForm, perform, phone, setStage, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

/** An installation of this file's own, whose clock it sets: its campaign is over. */
let world: World;
let address: string;
beforeAll(async () => {
  world = await newWorldApart({ pages: webFolder });
  const { to } = world.services.campaign.pack.plan;
  const after = addDays(to, 5);
  world.clock.now = new Date(`${after}T09:00:00+08:00`);
  await openReports(world.services);
  address = await world.zhiben.app.listen({ port: 0, host: "127.0.0.1" });
});
afterAll(() => world?.stop());

const { stranger } = setStage(() => address);

async function visitor(who: PersonName, path: string, size = desk): Promise<Page> {
  const page = await stranger(size);
  await page.goto(`${address}${path}`);
  await signIn(page, who, password);
  await page.locator("#main h1").waitFor();
  return page;
}

const evaluations = "/registers/report?every=campaign";

async function evaluationOf(page: Page, unit: string): Promise<string> {
  await page
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`终期评估（.*${unit}）`) })
    .filter({ visible: true })
    .first()
    .click();
  await page.getByRole("table").first().waitFor();
  return page.url();
}

const account = {
  主要成效: "重大隐患动态清零",
  存在的主要问题: "小微企业自查质量不高",
  长效机制: "月度带队自查",
};

test("a county evaluates the campaign, the office closes it with its password, and the board stays as it was", async () => {
  const county = await visitor("gesang", evaluations);
  const place = await evaluationOf(county, "香格里拉市安委办");
  const form = await openForm(county, "提交终期评估");
  await fill(county, form, "主要成效", account.主要成效);
  await form.locator("button[type=submit]").click();
  await county.getByText("本报表要求文字说明的事项还没有填写").first().waitFor();
  expect(await findingsOn(county)).toEqual([]);
  await finish(county, "提交终期评估", account);

  const office = await visitor("zhang", evaluations);
  const own = await evaluationOf(office, "州安委办");
  await office.goto(place);
  await perform(office, "退回", { 理由: "请写明移交哪些制度" });
  await county.locator(".came-with", { hasText: "请写明移交哪些制度" }).waitFor();
  await perform(county, "提交终期评估", { 长效机制: "月度带队自查、隐患双报告继续执行" });
  await perform(office, "审核接收");

  await office.goto(own);
  const closing = await openForm(office, "办结行动");
  for (const [label, value] of Object.entries(account)) await fill(office, closing, label, value);
  await fill(office, closing, "本人登录密码", password);
  await closing.locator("button[type=submit]").click();
  await office.getByText("还有单位的终期评估没有审核通过").first().waitFor();
  await closing.getByRole("link", { name: /州应急管理局）/ }).waitFor();
  expect(await findingsOn(office)).toEqual([]);
  await fill(office, closing, "未完成评估的单位和理由", "其余单位按期补报");
  await fill(office, closing, "本人登录密码", "不是这个密码");
  await closing.locator("button[type=submit]").click();
  await office.getByText("密码不正确").first().waitFor();
  await finish(office, "办结行动", { 本人登录密码: password });
  expect(await actButton(office, "办结行动").count()).toBe(0);
  for (const size of [desk, phone]) {
    await office.setViewportSize(size);
    expect(await findingsOn(office)).toEqual([]);
  }

  await office.setViewportSize(desk);
  await office.getByRole("link", { name: "在挂图作战中查看各目标的终期结果" }).click();
  await office
    .getByText(/^行动已于 .* 办结$/)
    .first()
    .waitFor();
  for (const size of [desk, phone]) {
    await office.setViewportSize(size);
    expect(await findingsOn(office)).toEqual([]);
  }
  // What protects people goes on.
  await office.goto(`${address}/registers/hazard`);
  await office.getByRole("heading", { level: 1, name: "事故隐患" }).waitFor();
});
