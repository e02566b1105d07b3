import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { desk, finish, openForm, password, phone, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, become, visitor } = setStage();

/** The self-check that waits for the enterprise of this page's person, opened from the list. */
async function openOwed(page: Page): Promise<string> {
  await page.goto(`${address}/registers/self-check?state=owed`);
  await page
    .getByRole("link", { name: /[月度]自查$/ })
    .first()
    .click();
  await page.getByRole("button", { name: "填报自查", exact: true }).waitFor();
  return new URL(page.url()).pathname;
}

/** Answers one item after the other, each time the first that has no answer yet, by the keyboard. */
async function answerAll(page: Page, found: number): Promise<number> {
  const form = page.getByRole("dialog", { name: "填报自查" });
  const open = form.locator("[data-open]");
  await open.first().waitFor();
  const all = await open.count();
  for (let at = 0; at < all; at += 1)
    await open
      .first()
      .getByRole("radio", { name: at === found ? "发现" : "未发现", exact: true })
      .check();
  await form.getByText(`已填 ${all} / ${all} 条`).first().waitFor();
  return all;
}

test("a bad answer becomes a hazard with its clause once the principal has confirmed with the own password", async () => {
  const page = await visitor("safety", "/registers/self-check", desk);
  const path = await openOwed(page);
  const form = await openForm(page, "填报自查");
  await form.getByLabel("检查区域").fill("熔炼车间");
  await form.getByLabel("参加人员").fill("杨主责、和安宁");
  await answerAll(page, 1);
  await form.getByPlaceholder("写明所见情况（将写入隐患）").fill("两名电工无操作证");
  // What was filled in outlives a reload.
  await page.reload();
  await openForm(page, "填报自查");
  await form.getByText(/^已恢复/).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await finish(page, "填报自查");
  expect(await shown(page, "对照判定标准检查").textContent()).toContain("两名电工无操作证");

  await become(page, "principal", path);
  await openForm(page, "负责人确认");
  const confirm = page.getByRole("dialog", { name: "负责人确认" });
  const submit = confirm.locator("button[type=submit]");
  await confirm.getByText("本人带队开展了本次检查").waitFor();
  await confirm.getByRole("checkbox").check();
  await page.context().grantPermissions(["geolocation"], { origin: address });
  await page.context().setGeolocation({ latitude: 27.8258, longitude: 99.7087, accuracy: 12 });
  await confirm.getByRole("button", { name: "读取本机位置" }).click();
  await confirm.getByText(/纬度 27\.825800，经度 99\.708700（WGS-84，误差约 12 米）/).waitFor();
  await submit.click();
  await confirm.getByText("请输入本人登录密码").waitFor();
  await confirm.getByLabel("本人登录密码").fill("somebody-elses");
  await submit.click();
  await confirm.getByText("密码不正确，未办理").first().waitFor();
  expect(await confirm.getByLabel("本人登录密码").inputValue()).toBe("");
  const kept = await page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)");
  expect(kept).not.toContain("somebody-elses");
  expect(await findingsOn(page)).toEqual([]);
  await finish(page, "负责人确认", { 本人登录密码: password });
  await shown(page, "确认地点")
    .getByText(/误差约 12 米/)
    .waitFor();

  await shown(page, "查出的隐患").getByRole("link").first().click();
  await shown(page, "判定标准条款")
    .getByText(/第三条第（二）项/)
    .waitFor();
  expect(await shown(page, "隐患来源").textContent()).toBe("企业自查");
  expect(await shown(page, "现状与成因").textContent()).toBe("两名电工无操作证");
  await shown(page, "来自自查").getByRole("link").click();
  await page.getByText("已完成").first().waitFor();
});

test("on a phone the checklist is filled in without anything beyond its edge", async () => {
  const page = await visitor("cement-safety", "/registers/self-check", phone);
  await openOwed(page);
  const form = await openForm(page, "填报自查");
  await form.locator("[data-open]").first().waitFor();
  const all = await form.locator("[data-open]").count();
  expect(all).toBeGreaterThan(20);
  await form.getByRole("button", { name: "到下一条未填" }).click();
  await page.keyboard.press("Space");
  await form.getByText(`已填 1 / ${all} 条`).first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
