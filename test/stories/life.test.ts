import { expect, test } from "vitest";
import { bring, meat } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

test("the whole life of a hazard stands on one page, and prints without the frame around it", async () => {
  const title = "快速冻结间未单独设置";
  const { path, number } = await bring(meat, title, "close");
  const page = await visitor(meat.head, path);
  await page.getByRole("link", { name: "一页通览（可打印）" }).click();
  const life = page.getByRole("article");
  await life.getByText("链条完整，逐行核验通过").waitFor();
  expect(await life.getByRole("heading", { level: 3 }).allTextContents()).toEqual([
    "1. 登记隐患",
    "2. 拟判为重大隐患",
    "3. 审定为重大隐患",
    "4. 双报告",
    "5. 制定整改方案",
    "6. 开始整改",
    "7. 自验收",
    "8. 复查合格（第一人）",
    "9. 复查会签（第二人）",
    "10. 销号",
  ]);
  const said = await life.textContent();
  for (const text of [title, number, "排水并封堵渗水点", "12,000.50", "整改到位", "演示样张", "来源与关联"])
    expect(said).toContain(text);
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    expect(await findingsOn(page)).toEqual([]);
  }
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("navigation", { name: "主菜单" }).isVisible()).toBe(false);
  expect(await page.getByRole("button", { name: "打印" }).isVisible()).toBe(false);
  expect(await life.isVisible()).toBe(true);
  await page.getByText("本系统为非涉密系统").waitFor();
});
