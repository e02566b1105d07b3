import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { proofFile } from "../../server/proof-shape.ts";
import { bring, foundry, meat } from "./people.ts";
import { desk, perform, phone, setStage, tabTo } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { become, visitor } = setStage();

test("a proof is exported by keyboard alone", async () => {
  const { id, path } = await bring(foundry, "行车限位失灵", "close");
  const page = await visitor(foundry.safety, path);
  await tabTo(page, page.getByRole("button", { name: "导出存证" }));
  const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  await page.getByText("存证文件已生成").waitFor();
  expect(download.suggestedFilename()).toMatch(/^演示样张-非公文-存证-YH533401-\d{4}-\d+\.json$/);
  const proof = proofFile.parse(JSON.parse(await readFile(await download.path(), "utf8")));
  expect(proof.entry).toBe(id);
  expect(proof.lines).toHaveLength(10);
});

test("personal words are erased by two people, and the rest of the hazard stays as it was", async () => {
  const title = "冷库报警器由卓玛个人保管";
  const { path } = await bring(meat, title, "close");
  const page = await visitor(meat.head, path);
  await page.getByText("个人信息", { exact: true }).click();
  await perform(page, "申请删除个人信息", {
    申请删除的内容: "隐患名称",
    删除的法定情形: "第四十七条第一款第一项：处理目的已实现",
  });
  // Whoever asked may not carry it out.
  await page.getByText("申请删除的人不能自己办理删除").waitFor();

  await become(page, "anweiban", path);
  await page.getByText("个人信息", { exact: true }).click();
  await perform(page, "删除个人信息");
  await page.getByText("链条完整，逐行核验通过").waitFor();
  for (const size of [desk, phone]) {
    await page.setViewportSize(size);
    await page.reload();
    await page.getByText("链条完整，逐行核验通过").waitFor();
    expect(await page.getByRole("main").textContent()).not.toContain(title);
    await page.getByText("已依法删除").first().waitFor();
    expect(await findingsOn(page)).toEqual([]);
  }
});
