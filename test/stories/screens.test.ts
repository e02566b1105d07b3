import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { registers } from "../../core/registers/index.ts";
import { bring, timber } from "./people.ts";
import { desk, openForm, phone, setStage, wide } from "./stage.ts";
import { beyondEdge, findingsOn } from "./survey.ts";

const { address, stranger, visitor } = setStage();

const sizes = [
  { on: "a large screen", size: wide },
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
];

type Screens = Readonly<Record<string, () => Promise<unknown>>>;

/** Screens of one person after another, each named, with the way to it. */
async function survey(page: Page, screens: Screens): Promise<void> {
  for (const [name, goThere] of Object.entries(screens)) {
    await goThere();
    expect(await findingsOn(page), name).toEqual([]);
  }
}

/**
 * The same at every size, each screen opened once, on a desk, and made wider and narrower. A large screen shows what a desk does, in more
 * room: no style begins above a desk's width, so that only what is cut off has to be looked for there.
 */
async function surveyAtAllSizes(page: Page, screens: Screens): Promise<void> {
  for (const [name, goThere] of Object.entries(screens)) {
    await page.setViewportSize(desk);
    await goThere();
    expect(await findingsOn(page), `${name}, on a desk`).toEqual([]);
    await page.setViewportSize(wide);
    expect(await beyondEdge(page), `${name}, on a large screen`).toBe(0);
    await page.setViewportSize(phone);
    expect(await findingsOn(page), `${name}, on a phone`).toEqual([]);
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

test("pages and lists can be used by everybody on every screen and nothing is cut off", async () => {
  const page = await visitor(timber.principal);
  await surveyAtAllSizes(page, {
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
    "an entry that is absent": openAt(page, "/registers/hazard/entries/0190a000-0000-7000-8000-000000000001"),
    "an address that nobody knows": openAt(page, "/nowhere"),
    "a list with a filter that the server refuses": async () => {
      await openAt(page, "/registers/hazard?region=nowhere")();
      await page.getByText("请求格式有误").waitFor();
      expect(await page.locator("#main h1").allTextContents()).toEqual(["事故隐患"]);
    },
  });
});

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
      "the form that opens an entry, and why it asks": async () => {
        await openAt(page, "/registers/hazard/new/find")();
        const asks = page.getByRole("button", { name: "为何要填" }).first();
        await asks.press("Enter");
        await page.getByText("《安全生产法》第四十一条第二款").first().waitFor();
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

/** Of what these hold, nothing lies in the county whose bureau looks at the others. */
const ofTheOffice: readonly string[] = ["briefing", "directive", "document", "sub-plan", "evaluation"];

test("every register, the plan and the criteria can be used by everybody on every screen and nothing is cut off", async () => {
  const page = await visitor(timber.head);
  const office = await visitor("anweiban");
  const inRegister = (at: Page, isShown: (name: string) => boolean) =>
    registers
      .filter(({ name }) => isShown(name))
      .flatMap(({ name, title }) => {
        const list = [`${name}, its list`, openAt(at, `/registers/${name}`)] as const;
        const first = async () => {
          await at.locator(".cell-title:visible, .card-title:visible").first().click();
          await at.getByText("链条完整，逐行核验通过").waitFor();
        };
        return [list, [`${name}, an entry by its ${title}`, first] as const];
      });
  await surveyAtAllSizes(
    office,
    Object.fromEntries(inRegister(office, (name) => ofTheOffice.includes(name))),
  );
  await surveyAtAllSizes(page, {
    ...Object.fromEntries(inRegister(page, (name) => !ofTheOffice.includes(name))),
    "the plan": openAt(page, "/plan"),
    "the organisations": openAt(page, "/organisations"),
    "the criteria": openAt(page, "/criteria"),
    "a standard": openAt(page, "/criteria/GM"),
  });
});

test.each(sizes)(
  "on $on, what opens over a page can be used by everybody and nothing is cut off",
  async ({ size }) => {
    const { path } = await bring(timber, `喷漆房可燃气体报警失灵（${size.width}）`, "report");
    const page = await visitor(timber.safety, "/registers/hazard", size);
    const overPage = (button: string) => async () => {
      await page.goto(`${address}/registers/hazard`);
      await page.getByText(/^共 \d+ 条$/).waitFor();
      await page.getByRole("button", { name: button }).click();
      await page.getByRole("dialog").first().waitFor();
    };
    await survey(page, {
      "the kept searches": overPage("我的筛选"),
      "the columns": overPage("列设置"),
      "the look": overPage("显示设置"),
      ...(size === phone ? { "the menu": overPage("打开菜单") } : {}),
      "the plan of the rectification": async () => {
        await page.goto(`${address}${path}`);
        const form = await openForm(page, "制定整改方案");
        await form.getByRole("button", { name: "为何要填" }).first().click();
        await form.getByText("“五落实”").first().waitFor();
        // Escape folds it, and leaves the form where it is.
        await page.keyboard.press("Escape");
        expect(await form.getByText("“五落实”").first().isVisible()).toBe(false);
        expect(await form.isVisible()).toBe(true);
      },
    });
  },
);

test("a post that has no business with entries has them neither in the menu nor on a page", async () => {
  const page = await visitor("sysadmin");
  const menu = page.getByRole("navigation", { name: "主菜单" });
  await menu.getByRole("link", { name: "方案" }).waitFor();
  expect(await menu.getByRole("link", { name: "事故隐患" }).count()).toBe(0);
  await page.goto(`${address}/registers/hazard`);
  // As if there were no such register: what is absent and what is not theirs are answered alike.
  await page.getByRole("heading", { name: "不存在，或不在您的数据范围内" }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test("the menu has one's own work first, and each number opens the list that it counts", async () => {
  await bring(timber, "等待企业判定的隐患");
  const page = await visitor(timber.safety);
  const menu = page.getByRole("navigation", { name: "主菜单" });
  const texts = await menu.getByRole("listitem").allTextContents();
  const at = (text: RegExp) => texts.findIndex((one) => text.test(one));
  expect(at(/^我的工作/)).toBeLessThan(at(/^事故隐患/));
  expect(at(/^事故隐患/)).toBeLessThan(at(/^其他台账/));
  expect(at(/^其他台账/)).toBeLessThan(at(/^企业/));
  const badge = menu.getByRole("link", { name: /^事故隐患待办 \d+ 条/ });
  const total = await badge.textContent();
  await badge.click();
  await page.getByText(`共 ${total} 条`).waitFor();
});

test("on paper a list and an entry are what they say, without what is pressed", async () => {
  const { path } = await bring(timber, "打印的隐患");
  const page = await visitor(timber.safety, "/registers/hazard?level=major");
  await page.goto(`${address}/registers/hazard?q=${encodeURIComponent("打印的隐患")}`);
  await page.getByText("共 1 条").waitFor();
  await page.emulateMedia({ media: "print" });
  // As wide as a sheet, on which the phone's cards would come otherwise.
  await page.setViewportSize({ width: 718, height: 1000 });
  for (const shown of [page.getByRole("cell", { name: "打印的隐患" }), page.getByText("演示样张 非公文")])
    expect(await shown.isVisible()).toBe(true);
  for (const hidden of ["查询", "列设置", "退出登录"])
    expect(await page.getByRole("button", { name: hidden }).first().isVisible(), hidden).toBe(false);
  expect(await page.getByRole("navigation").filter({ visible: true }).count()).toBe(0);
  await page.emulateMedia({ media: "screen" });
  await page.goto(`${address}${path}`);
  await page.getByText("链条完整，逐行核验通过").waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("region", { name: "登记内容" }).isVisible()).toBe(true);
  expect(await page.getByRole("region", { name: "可办理事项" }).isVisible()).toBe(false);
  for (const hidden of ["导出存证", "发表评论"])
    expect(await page.getByRole("button", { name: hidden }).isVisible(), hidden).toBe(false);
});
