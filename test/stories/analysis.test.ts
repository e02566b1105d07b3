import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { cellsOf } from "../support/workbook.ts";
import { desk, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const rows = (page: Page): Locator => page.getByRole("table").locator("tbody tr");

const headsOf = (page: Page): Promise<string[]> => rows(page).getByRole("rowheader").allInnerTexts();

const ready = async (page: Page, name: string) => {
  const view = page.getByRole("link", { name, exact: true });
  await view.click();
  await expect.poll(() => view.getAttribute("aria-current"), { timeout: 20_000 }).not.toBeNull();
};

/** The file that a press of the button brings. */
async function saved(page: Page, button: Locator): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent("download"), button.click()]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test("a leader ranks the counties by what they achieved, goes a level down, and opens the hazards behind a share", async () => {
  const page = await visitor("leader", "/");
  await page.getByRole("link", { name: "分析", exact: true }).click();
  await ready(page, "按期整改率排名");
  await page.getByRole("heading", { level: 2, name: "按期整改率（%）：按县（市）" }).waitFor();
  const shares = (await rows(page).locator("td:nth-child(2)").allInnerTexts()).map(Number.parseFloat);
  expect(shares.length).toBeGreaterThan(1);
  expect(shares).toEqual([...shares].sort((one, other) => other - one));

  const [best] = await headsOf(page);
  await rows(page).first().getByRole("rowheader").getByRole("link").click();
  await page.getByRole("heading", { level: 2, name: "按期整改率（%）：按乡镇（街道）" }).waitFor();
  await page.goBack();
  await expect.poll(async () => (await headsOf(page))[0], { timeout: 20_000 }).toBe(best);

  const behind = rows(page)
    .first()
    .getByRole("link", { name: /打开所统计的条目$/ })
    .nth(1);
  const counted = Number(await behind.textContent());
  await behind.click();
  await page.getByText(`共 ${counted} 条`).waitFor();
});

test("a table of one's own is made, kept under a name, opened again, and taken out as it stands", async () => {
  const page = await visitor("anweiban", "/analysis");
  await ready(page, "隐患从哪里来");
  await page.getByRole("combobox", { name: "行", exact: true }).selectOption({ label: "地区" });
  await page.getByRole("combobox", { name: "列", exact: true }).selectOption({ label: "等级" });
  await page.getByRole("heading", { level: 2, name: /：按县（市）和等级/ }).waitFor();
  const shown = await rows(page).allInnerTexts();

  await page.getByRole("button", { name: "保存的视图" }).click();
  const kept = page.getByRole("dialog", { name: "保存的视图" });
  await kept.getByText("还没有保存的视图。").waitFor();
  await kept.getByRole("textbox", { name: "把当前视图保存为" }).fill("各县市隐患等级");
  await kept.getByRole("button", { name: "保存", exact: true }).click();
  await kept.getByRole("link", { name: "各县市隐患等级" }).waitFor();

  await page.goto(new URL("/analysis", page.url()).href);
  await page.getByRole("button", { name: "保存的视图" }).click();
  await kept.getByRole("link", { name: "各县市隐患等级" }).click();
  await page.getByRole("heading", { level: 2, name: /：按县（市）和等级/ }).waitFor();
  await expect.poll(() => rows(page).allInnerTexts(), { timeout: 20_000 }).toEqual(shown);

  const { name, bytes } = await saved(page, page.getByRole("button", { name: "导出表格" }));
  await page.getByRole("status").getByText(`已下载：${name}`).waitFor();
  const cells = cellsOf(bytes);
  for (const row of shown) {
    const [head, ...figures] = row.split("\t").map((text) => text.replace(/ \(.*/, ""));
    expect(cells).toContainEqual([head, ...figures.map(Number)]);
  }
});

test("days that cannot be are told where they stand, and the table comes back once they are mended", async () => {
  const page = await visitor("leader", "/analysis?from=2026-05-01&to=2026-04-01");
  await page.getByRole("alert").getByText("开始日期不能晚于结束日期").waitFor();
  expect(await page.getByLabel("开始日期").getAttribute("aria-invalid")).toBe("true");
  await page.getByRole("combobox", { name: "时段" }).selectOption({ label: "上月" });
  await rows(page).first().waitFor();
  expect(await page.getByRole("alert").count()).toBe(0);
});

test("the report of a past month comes as Word and as Excel with the same figures", async () => {
  const page = await visitor("leader", "/analysis");
  await page.getByRole("button", { name: "生成通报" }).click();
  const dialog = page.getByRole("dialog", { name: "生成通报" });
  await dialog.getByRole("combobox", { name: "通报类型" }).selectOption({ label: "季度" });
  const document = await saved(page, dialog.getByRole("button", { name: "下载 Word" }));
  expect(document.name).toMatch(/\.docx$/);
  expect(document.bytes.subarray(0, 2).toString()).toBe("PK");
  const workbook = await saved(page, dialog.getByRole("button", { name: "下载 Excel" }));
  expect(workbook.name).toMatch(/\.xlsx$/);
  const said = cellsOf(workbook.bytes).flat().join("\n");
  for (const text of ["总体情况", "发现隐患"]) expect(said).toContain(text);
  await dialog.getByText(`已下载：${workbook.name}`).waitFor();
});

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])("on $on, every ready table can be used by everybody and nothing is cut off", async ({ size }) => {
  const page = await visitor("leader", "/analysis", size);
  const views = page.getByRole("navigation", { name: "现成的视图" }).getByRole("link");
  const names = await views.allInnerTexts();
  expect(names.length).toBeGreaterThan(5);
  for (const name of names) {
    await ready(page, name);
    await page.getByRole("heading", { level: 2 }).first().waitFor();
    expect(await findingsOn(page), name).toEqual([]);
  }
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Analysis" }).waitFor();
  const ours = page.getByRole("navigation", { name: "Ready-made views" });
  expect(await ours.textContent()).not.toMatch(/\p{Script=Han}/u);
});
