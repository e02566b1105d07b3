import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { inTenDays } from "./people.ts";
import { fill, openForm, perform, setStage, shown } from "./stage.ts";

const { visitor } = setStage();

test("an item that the office lists is reported with evidence, sent back, and verified otherwise with a reason", async () => {
  const office = await visitor("anweiban", "/registers/evaluation/new/listItem");
  const main = office.getByRole("main");
  const enter = async (page: Page, fields: Readonly<Record<string, string>>) => {
    for (const [label, value] of Object.entries(fields))
      await fill(page, page.getByRole("main").locator("form"), label, value);
  };
  const title = "虚构举措：景区索道联合检查（故事）";
  await enter(office, {
    本级具体举措: "",
    事项序号: "5",
    事项名称: title,
    事项出处: "故事文件〔2022〕1号（虚构）",
    牵头单位: "迪庆藏族自治州应急管理局",
    自评期限: inTenDays,
  });
  await main.locator("form button[type=submit]").click();
  const heading = office.getByRole("heading", { level: 1, name: title });
  await heading.waitFor();
  const place = new URL(office.url()).pathname;

  const head = await visitor("yingji", place);
  const report = { 基本落实: "", 落实情况说明: "已检查3条索道", 自评得分: "90" };
  const form = await openForm(head, "提交自评");
  for (const [label, value] of Object.entries(report)) await fill(head, form, label, value);
  await form.locator("button[type=submit]").click();
  await head.getByText("须上传佐证材料，或者写明佐证存放处").first().waitFor();
  await fill(head, form, "佐证存放处", "迪应急函〔2026〕故事1号");
  await fill(head, form, "差距和下一步措施", "一条索道停运未查");
  await form.locator("button[type=submit]").click();
  await form.waitFor({ state: "hidden" });

  await office.goto(new URL(place, office.url()).href);
  await perform(office, "退回自评", { 理由: "缺少检查表" });
  await head.locator(".came-with", { hasText: "缺少检查表" }).waitFor();
  await perform(head, "提交自评", { 佐证存放处: "迪应急函〔2026〕故事2号" });
  await office.goto(new URL(place, office.url()).href);
  await perform(office, "核定", {
    核定得分: "85",
    与自评不同的理由: "检查表缺一份",
    评估结论: "基本落实",
  });
  await office.getByText("已评估").first().waitFor();
  expect(await shown(office, "核定得分").textContent()).toContain("85");
});
