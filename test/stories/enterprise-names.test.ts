import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { desk, fill, finish, openForm, phone, setStage, shown, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, become } = setStage();

const plant = "高原工业气体充装站（虚构）";
const offered = (page: Page): Locator => page.locator(".ant-select-item-option:visible");

/** Looks for it with the keys alone, and takes what stands first. */
async function chooseByKeys(page: Page, field: Locator, typed: string, name: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.insertText(typed);
  await offered(page).filter({ hasText: name }).waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".ant-select:not(.ant-select-dropdown)").getByText(name).waitFor({ timeout: 15_000 });
}

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])(
  "on $on, the administrators open an account in an enterprise and grant its safety manager the post, having typed part of its name",
  async ({ size }) => {
    const page = await visitor("sysadmin", "/registers/account/new/open", size);
    const name = `卓玛${size.width}`;
    const account = page.getByRole("main");
    await fill(page, account, "用户名", `zhuoma-${size.width}`);
    await fill(page, account, "姓名", name);
    const unit = account.getByLabel(/^所在单位/).first();
    await unit.click();
    await unit.fill("〇");
    await page.getByText("没有符合的单位；查找企业、服务机构请至少输入两个字").waitFor();
    await unit.fill("〇〇");
    await page.getByText("没有符合的结果").waitFor();
    await unit.fill("虚构");
    const more = offered(page).filter({ hasText: "还有更多单位，请再多输入几个字" });
    expect(await more.getAttribute("aria-disabled")).toBe("true");
    await unit.fill("工业气体");
    const line = offered(page).filter({ hasText: plant });
    expect(await line.textContent()).toContain("香格里拉市建塘镇");
    await line.click();
    expect(await findingsOn(page), "the account").toEqual([]);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("已完成：开通账号").waitFor();
    expect(await shown(page, "所在单位").textContent()).toContain(plant);

    await become(page, "secadmin", "/registers/post/new/grant");
    const grant = page.getByRole("main");
    await grant.getByLabel(/^账号/).first().click();
    await fill(page, grant, "账号", name);
    await fill(page, grant, "岗位", "企业安全管理人员");
    await chooseByKeys(page, grant.getByLabel(/^任职单位/).first(), "工业气体", plant);
    expect(await findingsOn(page), "the post").toEqual([]);
    await page.getByRole("button", { name: "提交" }).click();
    await page.getByText("已完成：授权").waitFor();
    expect(await shown(page, "任职单位").textContent()).toContain(plant);
    await openForm(page, "撤回授权");
    await finish(page, "撤回授权", { 理由: "演示" });
  },
);
