import { expect, test } from "vitest";
import { bring, meat } from "./people.ts";
import { desk, openForm, perform, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

test.each([
  { on: "a desk", size: desk },
  { on: "a phone", size: phone },
])(
  "on $on, two entries of one hazard are merged, and parted again when they turn out to be two",
  async ({ size }) => {
    const kept = await bring(meat, `制冷机房氨气报警器失效（${size.width}）`);
    const again = await bring(meat, `机房报警器不响（${size.width}）`);
    const page = await visitor(meat.safety, again.path, size);
    const form = await openForm(page, "合并重复隐患");
    await form.getByRole("combobox", { name: "合并到" }).fill(kept.number);
    await page.getByText(kept.number, { exact: true }).last().click();
    await form.getByLabel("理由").fill("同一台报警器，两人各登记了一次");
    await form.getByRole("button", { name: "提交", exact: true }).click();
    await page.getByText("已完成：合并重复隐患").waitFor();
    const contents = page.getByRole("region", { name: "登记内容" });
    expect(await findingsOn(page)).toEqual([]);

    // From either side the other is one click away.
    await contents.getByRole("link", { name: /氨气报警器失效/ }).click();
    await page.getByRole("heading", { level: 1, name: /氨气报警器失效/ }).waitFor();
    await page
      .getByRole("link", { name: /机房报警器不响/ })
      .first()
      .click();
    await page.getByRole("heading", { level: 1, name: /机房报警器不响/ }).waitFor();

    await perform(page, "撤销合并", { 理由: "现场核对为两台报警器" });
    await page.getByText("现场核对为两台报警器").first().waitFor();
    await expect.poll(() => contents.getByText("合并到").count()).toBe(0);
    await page
      .getByRole("region", { name: "可办理事项" })
      .getByRole("button", { name: "合并重复隐患" })
      .waitFor();
    await page.goto(`${address}${kept.path}`);
    await page.getByRole("region", { name: "全过程记录" }).getByText("移出重复隐患").waitFor();
    expect(
      await page
        .getByRole("main")
        .getByRole("link", { name: /机房报警器不响/ })
        .count(),
    ).toBe(0);
  },
);
