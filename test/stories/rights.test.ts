import { expect, test } from "vitest";
import { meat } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

test.each(sizes)(
  "on $on, somebody learns what they may do, and who does what they may not",
  async ({ size }) => {
    const page = await visitor(meat.safety, "/", size);
    if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
    await page.getByRole("link", { name: "我的权限" }).first().click();
    await page.getByRole("heading", { level: 1, name: "我的权限" }).waitFor();
    const post = page.getByRole("region", { name: /企业安全管理人员/ });
    await post.getByText(/的条目，以及本单位作为一方的条目/).waitFor();
    await post.getByText(/^事故隐患：可办 \d+ 项/).click();
    await post.getByRole("listitem").filter({ hasText: "可办登记隐患依据" }).waitFor();
    const close = post.getByRole("listitem").filter({ hasText: "不能办销号" });
    expect(await close.textContent()).toBe("不能办销号由企业主要负责人、监管部门负责人办理");
    await post.getByText("可以使用的功能").click();
    const upkeep = post.getByRole("listitem").filter({ hasText: "导入、撤回判定标准官方原文" });
    expect(await upkeep.textContent()).toMatch(/^不可以/);
    expect(await findingsOn(page)).toEqual([]);
    expect(await page.getByLabel("查询其他账号").count()).toBe(0);
  },
);

test.each(sizes)("on $on, an administrator looks up an account, mistypes and mends it", async ({ size }) => {
  const page = await visitor("sysadmin", "/rights", size);
  const own = page.getByRole("region", { name: /系统管理员/ });
  await own.getByText("不看任何业务条目").waitFor();
  expect(await own.getByText(/^事故隐患：/).count()).toBe(0);
  await page.getByLabel("查询其他账号").fill("inspectr");
  await page.getByRole("button", { name: "查询" }).click();
  await page.getByText("没有这个账号，请核对用户名。").waitFor();
  await page.getByLabel("查询其他账号").fill("inspector");
  await page.getByLabel("查询其他账号").press("Enter");
  await page.getByRole("heading", { level: 1, name: /（inspector）的权限$/ }).waitFor();
  await page
    .getByText(/（含下级）内/)
    .first()
    .waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await page.getByRole("link", { name: "看本人的权限" }).click();
  await page.getByRole("heading", { level: 1, name: "我的权限" }).waitFor();
});
