import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { meat } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

const place = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const look = (page: Page, text: string) => page.getByLabel("单位名称").fill(text);

test.each(sizes)(
  "on $on, one walks from the prefecture to a county's departments and townships",
  async ({ size }) => {
    const page = await visitor("county", "/", size);
    if (size === phone) await page.getByRole("button", { name: "打开菜单" }).click();
    await page.getByRole("link", { name: "组织机构" }).first().click();
    await page.getByRole("heading", { level: 1, name: "组织机构" }).waitFor();
    await page.getByRole("status").getByText("共 136 个单位，124 个有待核实内容").waitFor();

    const county = place(page, "迪庆藏族自治州").getByRole("region", { name: "德钦县", exact: true });
    await county.getByText("部门", { exact: true }).first().click();
    const bureau = county.getByRole("listitem").filter({ hasText: "德钦县公安局" }).first();
    const said = await bureau.textContent();
    for (const part of [
      "部门",
      "待核实",
      "监管",
      "S09 交通运输",
      "上级单位：州公安局",
      "出处：",
      "方案未列，待核实",
    ])
      expect(said).toContain(part);
    await county.getByText("乡镇", { exact: true }).click();
    await county.getByText("升平镇人民政府").waitFor();
    await place(page, "香格里拉产业园区").waitFor();
    expect(await findingsOn(page), "some groups open").toEqual([]);
    await page.getByRole("button", { name: "全部展开" }).click();
    await page.getByText("维登乡人民政府").waitFor();
    expect(await findingsOn(page), "all groups open").toEqual([]);
    await page.getByRole("button", { name: "全部收起" }).click();
    await page.getByText("维登乡人民政府").waitFor({ state: "hidden" });
  },
);

test.each(sizes)(
  "on $on, a name is looked for, and the address keeps what was looked for",
  async ({ size }) => {
    const page = await visitor(meat.safety, "/organisations", size);
    await look(page, "建塘");
    await page.getByRole("status").getByText("找到 1 个单位，1 个有待核实内容").waitFor();
    const found = place(page, "香格里拉市").getByRole("listitem").filter({ hasText: "建塘镇人民政府" });
    expect(await found.textContent()).toContain("待核实");
    expect(await place(page, "德钦县").count()).toBe(0);
    expect(await findingsOn(page), "what was found").toEqual([]);

    await page.reload();
    await page.getByRole("status").getByText("找到 1 个单位").waitFor();
    expect(await page.getByLabel("单位名称").inputValue()).toBe("建塘");

    await look(page, "没有这个单位");
    await page.getByRole("status").getByText("没有名称相符的单位").waitFor();
    expect(await page.getByRole("region").filter({ hasText: "人民政府" }).count()).toBe(0);
    expect(await findingsOn(page), "nothing was found").toEqual([]);
    await look(page, "");
    await page.getByRole("status").getByText("共 136 个单位").waitFor();
    expect(new URL(page.url()).search).toBe("");
  },
);

test("the short name is found as well, and of a bureau its role in each of its sectors is told", async () => {
  const page = await visitor("yingji", "/organisations");
  await look(page, "州林草局");
  await page.getByText("迪庆藏族自治州林业和草原局").waitFor();
  await look(page, "迪庆藏族自治州应急管理局");
  const bureau = page.getByRole("listitem").filter({ hasText: "迪庆藏族自治州应急管理局" }).first();
  await bureau.getByText("综合监管", { exact: true }).waitFor();
  const duties = await bureau.getByRole("list").getByRole("listitem").allTextContents();
  expect(duties).toHaveLength(2);
  expect(duties[0]).toContain("综合监管 全部行业领域");
  expect(duties[1]).toMatch(/^监管 S01 .*；S02 .*待核实$/);
});
