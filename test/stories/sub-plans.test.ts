import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { inTwentyDays, today } from "./people.ts";
import {
  actButton,
  desk,
  fill,
  finish,
  ledgerActs,
  openForm,
  perform,
  phone,
  setStage,
  shown,
} from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const title = "香格里拉市旅游旺季专项方案（故事）";

async function attach(page: Page, act: string): Promise<void> {
  const form = page.getByRole("dialog", { name: act });
  const name = `${act}.pdf`;
  await form
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await form.getByText(name).first().waitFor();
}

test("a county drafts its plan, another person checks it, the office above returns it once and files it", async () => {
  const office = await visitor("anweiban", "/registers/sub-plan/new/listSubPlan");
  const form = office.getByRole("main").locator("form");
  const enter = async (fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields)) await fill(office, form, label, value);
    await form.locator("button[type=submit]").click();
  };
  await enter({
    方案名称: title,
    辖区方案: "",
    依据: "州安委会专题会议（故事）",
    制定单位: "香格里拉市安全生产委员会办公室",
    报备期限: addDays(today, -1),
    监管措施: "",
  });
  await form.getByText("完成期限不能早于今天").first().waitFor();
  expect(await findingsOn(office)).toEqual([]);
  await enter({ 报备期限: inTwentyDays });
  await office.getByRole("heading", { level: 1, name: title }).waitFor();
  const place = new URL(office.url()).pathname;

  const drafter = await visitor("county", place);
  await perform(drafter, "开始起草");
  const sending = await openForm(drafter, "送审");
  await attach(drafter, "送审");
  await fill(drafter, sending, "细化的措施", "政府挂牌督办");
  await sending.locator("button[type=submit]").click();
  // What the office asked it to detail is still to be written.
  await drafter.getByText("请补齐须细化的内容").first().waitFor();
  await finish(drafter, "送审", { 监管措施细化: "旺季前逐家核查景区索道和客运站。" });
  await drafter.getByText("送审人不能自己审核").first().waitFor();

  const checker = await visitor("county2", place, phone);
  await perform(checker, "退回修改", { 理由: "请写明由谁核查" });
  await drafter.locator(".came-with", { hasText: "请写明由谁核查" }).waitFor();
  await perform(drafter, "送审", { 监管措施细化: "旺季前由市应急管理局逐家核查景区索道和客运站。" });
  await actButton(checker, "审核通过").waitFor();
  await perform(checker, "审核通过");
  expect(await findingsOn(checker)).toEqual([]);
  await openForm(drafter, "登记印发");
  await attach(drafter, "登记印发");
  await finish(drafter, "登记印发", { 文号: "香安办发〔2026〕故事1号" });
  await perform(drafter, "报备");

  await office.goto(new URL(place, office.url()).href);
  await perform(office, "退回报备", { 理由: "缺任务分工表" });
  await drafter.locator(".came-with", { hasText: "缺任务分工表" }).waitFor();
  await perform(drafter, "报备", { 报备说明: "补附任务分工表" });
  await office.goto(new URL(place, office.url()).href);
  await perform(office, "准予备案", { 备案编号: "迪安备〔故事〕1号" });
  await office.getByText("已备案").first().waitFor();
  expect(await shown(office, "版次").textContent()).toBe("1");
  await expect.poll(() => ledgerActs(office)).toHaveLength(11);
  expect(await findingsOn(office)).toEqual([]);

  // Whoever reads the measure in the plan comes to what details it.
  await drafter.goto(new URL("/plan#measure-10", drafter.url()).href);
  const measure = drafter.getByRole("article", { name: "10 政府挂牌督办" });
  await measure.getByRole("link", { name: "细化本措施的子方案" }).click();
  await drafter.getByRole("heading", { level: 1, name: "子方案" }).waitFor();
  const listed = drafter.getByRole("main").getByRole("link", { name: title });
  await listed.filter({ visible: true }).first().click();
  await shown(drafter, "备案编号").waitFor();
  for (const size of [phone, desk]) {
    await drafter.setViewportSize(size);
    expect(await findingsOn(drafter)).toEqual([]);
  }
});
