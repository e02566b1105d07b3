import { expect, test } from "vitest";
import { inTenDays } from "./people.ts";
import { fill, finish, ledgerActs, openForm, perform, setStage, signIn } from "./stage.ts";

const { address, become, stranger, visitor } = setStage();

test("a wrong password is said to be wrong, and what was typed stays", async () => {
  const page = await stranger();
  await page.goto(address);
  await signIn(page, "safety", "wrong-password");
  await page.getByRole("alert").waitFor();
  expect(await page.getByRole("alert").textContent()).toMatch(/密码/);
  expect(await page.locator("input[autocomplete=username]").inputValue()).toBe("safety");
});

test("a major hazard goes from finding to close-out, through the screens of five people", async () => {
  const page = await visitor("safety");
  await page.getByRole("link", { name: "登记隐患" }).click();
  const submit = page.getByRole("button", { name: "提交", exact: true });
  await submit.click();
  expect(await page.locator("[aria-invalid=true]").count()).toBe(1);
  const title = "井下移动式变电站无接地<script>alert(1)</script>";
  await page.getByLabel("隐患名称").fill(title);
  await submit.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const { pathname } = new URL(page.url());

  await page.getByRole("button", { name: "拟判为重大隐患", exact: true }).click();
  await page.getByRole("button", { name: /判定标准条款/ }).click();
  await page
    .getByRole("dialog", { name: "选择判定标准条款" })
    .getByRole("button", { name: /第三条第（一）项/ })
    .click();
  await finish(page, "拟判为重大隐患", { 判定理由: "承包单位未统一协调管理" });

  await become(page, "principal", pathname);
  await perform(page, "审定为重大隐患");
  const report = await openForm(page, "双报告");
  await fill(page, report, "监管（销号）单位", "应急管理局");
  await fill(page, report, "信息公示栏", "");
  await report.locator("button[type=submit]").click();
  // Without a photo of the board it is pointed out, and done all the same.
  await report.getByText("双报告缺少凭证").waitFor();
  await finish(page, "双报告");
  await become(page, "safety", pathname);
  await perform(page, "制定整改方案", {
    整改责任人: "李四",
    整改措施: "签订安全管理协议，统一协调",
    "整改资金（元）": "12000.50",
    整改期限: inTenDays,
    应急预案与安全措施: "停工并设专人监护",
  });
  await become(page, "principal", pathname);
  await perform(page, "开始整改");
  await become(page, "safety", pathname);
  await perform(page, "自验收", {
    整改结果与自验收意见: "已落实",
    验收人员: "张三、李四",
    无法拍照的原因: "井下防爆区域不能拍摄",
  });
  await become(page, "inspector", pathname);
  await perform(page, "复查合格（第一人）", { 复查意见: "整改到位" });
  await become(page, "inspector2", pathname);
  await perform(page, "复查会签（第二人）");
  await become(page, "yingji", pathname);
  await perform(page, "销号", { 销号意见: "同意销号" });
  await page.getByText("链条完整，逐行核验通过").waitFor();
  await expect.poll(() => ledgerActs(page)).toHaveLength(10);
  expect(await page.getByRole("main").textContent()).toContain("已销号");
});
