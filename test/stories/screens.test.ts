import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, timber } from "./people.ts";
import { desk, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, stranger, visitor } = setStage();

const sizes = [
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

/** Screens of one person after another, each named, with the way to it. */
async function survey(page: Page, screens: Readonly<Record<string, () => Promise<unknown>>>): Promise<void> {
  for (const [name, goThere] of Object.entries(screens)) {
    await goThere();
    expect(await findingsOn(page), name).toEqual([]);
  }
}

const openAt = (page: Page, path: string) => async () => {
  await page.goto(`${address}${path}`);
  await page.locator("#main h1").waitFor();
};

test("a button without a name and a part beyond the edge are found", async () => {
  const page = await stranger(phone);
  const bad = '<main><h1>台账</h1><button></button><p style="width: 500px">宽</p></main>';
  await page.setContent(`<html lang="zh-CN"><title>台账</title>${bad}</html>`);
  const found = await findingsOn(page);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(/^button-name/);
});

test.each(sizes)("on $on, the way in can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await stranger(size);
  await survey(page, {
    "signing in": async () => {
      await page.goto(address);
      await page.getByRole("heading", { name: "演示账号" }).waitFor();
    },
    "signing in without a password": async () => {
      await page.locator("button[type=submit]").click();
      await page.getByRole("alert").waitFor();
    },
  });
});

test.each(sizes)(
  "on $on, pages and lists can be used by everybody and nothing is cut off",
  async ({ size }) => {
    const page = await visitor(timber.principal, "/", size);
    await survey(page, {
      home: async () => page.getByRole("tab", { name: /^待办/ }).waitFor(),
      notices: async () => {
        await page
          .getByRole("banner")
          .getByRole("button", { name: /消息提醒/ })
          .click();
        await page.getByRole("dialog", { name: "消息提醒" }).getByRole("listitem").first().waitFor();
      },
      "the list with all filters": async () => {
        await openAt(page, "/registers/hazard")();
        await page.getByText(/^共 \d+ 条$/).waitFor();
        await page.getByRole("button", { name: "展开" }).click();
      },
      "the list narrowed to nothing": async () => {
        await openAt(page, "/registers/hazard?q=没有这样的隐患&todo=mine&due=overdue")();
        await page.getByText("没有符合条件的条目").waitFor();
      },
      "another register": openAt(page, "/registers/enterprise"),
      "the organisations": openAt(page, "/organisations"),
      "an entry that is absent": openAt(
        page,
        "/registers/hazard/entries/0190a000-0000-7000-8000-000000000001",
      ),
      "an address that nobody knows": openAt(page, "/nowhere"),
      "a list with a filter that the server refuses": async () => {
        await openAt(page, "/registers/hazard?region=nowhere")();
        await page.getByText("请求格式有误").waitFor();
      },
    });
  },
);

test.each(sizes)(
  "on $on, an entry and its forms can be used by everybody and nothing is cut off",
  async ({ size }) => {
    const { path } = await bring(timber, `除尘器隔爆阀失灵（${size.width}）`, "selfAccept");
    const found = await bring(timber, `砂光机火花探测失灵（${size.width}）`);
    const page = await visitor(timber.safety, path, size);
    await survey(page, {
      "an entry, all of it opened": async () => {
        await page.getByText("链条完整，逐行核验通过").waitFor();
        for (const part of await page.locator("details > summary").all()) await part.click();
      },
      "the form that opens an entry": async () => {
        await openAt(page, "/registers/hazard/new/find")();
        await page.getByRole("button", { name: "提交", exact: true }).click();
        await page.getByText("请修改标出的内容").waitFor();
      },
      "the form of an act": async () => {
        await openAt(page, found.path)();
        await openForm(page, "拟判为重大隐患");
      },
      "the choice of a criteria item": async () => {
        await page.getByRole("button", { name: /判定标准条款/ }).click();
        await page.getByRole("dialog", { name: "选择判定标准条款" }).getByRole("listitem").first().waitFor();
      },
    });
  },
);
