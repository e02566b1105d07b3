import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inTenDays, inTwentyDays, today } from "./people.ts";
import { actButton, fill, finish, ledgerActs, openForm, perform, setStage, shown } from "./stage.ts";

const { visitor } = setStage();

const submit = (page: Page) => page.getByRole("main").locator("form button[type=submit]").click();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();
const path = (page: Page) => new URL(page.url()).pathname;

async function enter(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  const form = page.getByRole("main").locator("form");
  for (const [label, value] of Object.entries(fields)) await fill(page, form, label, value);
}

async function attach(page: Page, act: string): Promise<void> {
  const form = page.getByRole("dialog", { name: act });
  const name = `${act}.pdf`;
  await form
    .locator("input[type=file]")
    .setInputFiles({ name, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n%%EOF\n") });
  await form.getByText(name).first().waitFor();
}

test("what a meeting decided becomes two tasks, and is closed with the last of them", async () => {
  const office = await visitor("anweiban", "/registers/directive/new/register");
  await enter(office, {
    事项名称: "景区索道安全整治",
    会议议定事项: "",
    会议名称或者批示文号: "州安委会专题会议（故事）",
    会议或者批示日期: today,
    原文: "请应急部门牵头核查景区索道，分两步完成。",
  });
  await submit(office);
  await heading(office, "景区索道安全整治");
  const directive = path(office);

  const tasks: string[] = [];
  for (const title of ["核查索道检验情况", "核查索道应急预案"]) {
    await office.goto(new URL(directive, office.url()).href);
    await office.getByRole("link", { name: "按议定事项或者批示交办" }).click();
    await heading(office, "按议定事项或者批示交办");
    await enter(office, { 任务名称: title, 牵头单位: "迪庆藏族自治州应急管理局", 应有成果: "核查表" });
    if (tasks.length === 0) {
      await enter(office, { 完成期限: "2026-01-05" });
      await submit(office);
      await office.getByText("完成期限不能早于今天").first().waitFor();
    }
    await enter(office, { 完成期限: inTwentyDays });
    await submit(office);
    await heading(office, title);
    expect(await shown(office, "原文").textContent()).toContain("分两步完成");
    tasks.push(path(office));
  }

  const bureau = await visitor("yingji", tasks[0]);
  const evidence = { 完成日期: today, 办结情况: "已核查", 佐证所在: "迪应急函〔2026〕故事1号" };
  for (const task of tasks) {
    await bureau.goto(new URL(task, bureau.url()).href);
    await perform(bureau, "签收");
    await perform(bureau, "申请办结", evidence);
  }
  await office.goto(new URL(tasks[0] ?? "", office.url()).href);
  await perform(office, "退回", { 理由: "核查表缺少日期" });
  await bureau.goto(new URL(tasks[0] ?? "", bureau.url()).href);
  // Whoever has to mend it reads the reason first, and not in the ledger below.
  await bureau.locator(".came-with", { hasText: "核查表缺少日期" }).waitFor();
  await perform(bureau, "申请办结");
  for (const task of tasks) {
    await office.goto(new URL(task, office.url()).href);
    await perform(office, "审核通过");
  }
  await office.goto(new URL(directive, office.url()).href);
  await office.getByText("已办结").first().waitFor();
  expect(await shown(office, "已了结任务数").textContent()).toBe("2");
  expect(await ledgerActs(office)).toHaveLength(5);
  await office.getByRole("link", { name: "按议定事项或者批示交办" }).waitFor({ state: "hidden" });
});

test("a document goes from the list to its number, cleared by another than who sent it", async () => {
  const office = await visitor("anweiban", "/registers/document/new/listDocument");
  await enter(office, {
    文件名称: "景区索道安全管理办法",
    制定: "",
    依据: "州安委会专题会议（故事）",
    牵头单位: "迪庆藏族自治州应急管理局",
    完成期限: inTenDays,
    措施: "39",
  });
  await submit(office);
  await office.getByText("方案没有这项措施").first().waitFor();
  await enter(office, { 措施: "28" });
  await submit(office);
  await heading(office, "景区索道安全管理办法");
  const place = path(office);

  const head = await visitor("yingji", place);
  await perform(head, "开始起草");
  await openForm(head, "征求意见");
  await attach(head, "征求意见");
  await finish(head, "征求意见", { 征求意见范围: "各景区", 征求意见截止: today });
  await perform(head, "送合法性审核", { 意见采纳情况: "没有意见" });
  await head.getByText("送审人不能自己审核").first().waitFor();

  const reviewer = await visitor("inspector", place);
  await perform(reviewer, "退回修改", { 理由: "缺少施行日期" });
  await head.locator(".came-with", { hasText: "缺少施行日期" }).waitFor();
  await perform(head, "征求意见", { 征求意见截止: today });
  await perform(head, "送合法性审核");
  await actButton(reviewer, "审核通过").waitFor();
  await perform(reviewer, "审核通过", { 合法性审核意见: "合法" });
  await openForm(head, "登记印发");
  await attach(head, "登记印发");
  await finish(head, "登记印发", { 文号: "迪应急发〔2026〕故事1号" });
  await head.getByText("现行有效").first().waitFor();
  expect(await shown(head, "文号").textContent()).toBe("迪应急发〔2026〕故事1号");
});
