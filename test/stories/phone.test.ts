import { expect, test } from "vitest";
import { png } from "../support/uploads.ts";
import { phone, setStage, shown, signIn } from "./stage.ts";

const { address, stranger } = setStage();

test("on a phone a hazard is registered with a photo, from signing in to the entry", async () => {
  const page = await stranger(phone);
  await page.goto(address);
  await signIn(page, "safety");
  await page.getByRole("link", { name: "登记隐患" }).click();
  await page.getByLabel("隐患名称").fill("化验室通风橱面板破裂");
  await page.locator("input[type=file]").setInputFiles({
    name: "通风橱.png",
    mimeType: "image/png",
    buffer: png("phone"),
  });
  await page.getByRole("button", { name: "移除 通风橱.png" }).waitFor();
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: "化验室通风橱面板破裂" }).waitFor();
  await shown(page, "整改前照片").getByRole("button", { name: "查看 通风橱.png" }).click();
  const picture = page.getByRole("img", { name: "整改前照片 1：化验室通风橱面板破裂" });
  await picture.waitFor();
  await expect
    .poll(() => picture.evaluate((image) => Reflect.get(image, "naturalWidth")), { timeout: 60_000 })
    .toBe(1);

  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "打开菜单" }).click();
  const menu = page.getByRole("dialog", { name: "主菜单" });
  await menu.getByText("企业安全管理人员 · 云岭铜业选冶厂（虚构）").waitFor();
  await menu.getByRole("link", { name: "事故隐患", exact: true }).click();
  await page.getByRole("link", { name: "化验室通风橱面板破裂" }).waitFor();
});
