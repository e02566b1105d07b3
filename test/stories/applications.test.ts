import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { perform, phone, setStage, shown, signIn } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const stage = setStage();
const own = "七头牦牛在雨里过了独木桥";
const creditCode = "91999999MA00007778";
const particulars = {
  企业名称: "纳帕海观景茶室",
  法定代表人: "扎西（虚构）",
  主要负责人姓名: "央宗（虚构）",
  联系电话: "13900000000",
  身份说明: "本人为总经理，法定代表人可以证明",
};

async function lookUp(page: Page, number: string, secret: string): Promise<void> {
  await page.goto(`${stage.address}/enterprise-application/status`);
  await page.getByLabel("申请编号").fill(number);
  await page.getByLabel("查询码").fill(secret);
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByText("办理情况").waitFor();
}

test("an enterprise applies on a telephone, mends what the county gave back, is approved, and its principal sees the own enterprise only", async () => {
  const page = await stage.stranger(phone);
  await page.goto(`${stage.address}/sign-in`);
  await page.getByRole("link", { name: "企业注册" }).click();
  const sends = page.getByRole("button", { name: "提交申请" });
  await sends.click();
  await page.getByText("请填写", { exact: true }).first().waitFor();
  for (const [label, value] of Object.entries(particulars)) await page.getByLabel(label).fill(value);
  await page.getByLabel("统一社会信用代码").fill("91999999ma0000777");
  await page.getByLabel("所在地区").selectOption({ label: "香格里拉市 建塘镇" });
  await page.getByLabel("行业领域").selectOption({ index: 5 });
  await sends.click();
  await page.getByText("应为 18 位大写字母和数字").waitFor();
  await page.getByLabel("统一社会信用代码").fill(creditCode.toLowerCase());
  expect(await findingsOn(page)).toEqual([]);
  await sends.click();
  await page.getByRole("heading", { name: "申请已提交" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
  const [number = "", secret = ""] = await page.locator(".application-proof dd").allTextContents();
  expect(number).toMatch(/^ZC533401-\d{5}$/);

  const county = await stage.visitor("county", "/registers/enterprise-application");
  await county.getByRole("link", { name: "纳帕海观景茶室" }).first().click();
  await perform(county, "退回补正", { 退回或不予通过的理由: "名称与营业执照不符，请补全" });

  await lookUp(page, number, secret);
  await page.getByText("办理意见：名称与营业执照不符，请补全").waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByLabel("企业名称").fill("纳帕海观景茶室（虚构）");
  await page.getByRole("button", { name: "补正后重新提交" }).click();
  await page.getByText("等待所在县市核实").waitFor();

  await county.reload();
  await perform(county, "通过", { 到企业现场核实: "", 核实情况: "到现场见到扎西本人，属实" });
  expect(await shown(county, "用户名").textContent()).toBe(creditCode.toLowerCase());
  await county.getByRole("region", { name: "全过程记录" }).getByText("通过", { exact: true }).waitFor();

  await lookUp(page, number, secret);
  await page.getByText(creditCode.toLowerCase()).waitFor();
  await page.getByLabel("新密码", { exact: true }).fill(own);
  await page.getByLabel("再输入一遍新密码").fill(own);
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("button", { name: "设置密码" }).click();
  await page.getByText("密码已设置").waitFor();
  await page.getByRole("main").getByRole("link", { name: "登录", exact: true }).first().click();
  await signIn(page, creditCode.toLowerCase(), own);
  await page.getByRole("heading", { level: 1, name: "您好" }).waitFor();
  await page.goto(`${stage.address}/registers/enterprise`);
  await page.getByRole("main").getByText("纳帕海观景茶室（虚构）").first().waitFor();
  expect(await page.content()).not.toContain("云岭铜业");
});
