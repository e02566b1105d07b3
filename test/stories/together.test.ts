import { expect, test } from "vitest";
import { bring, cement, doAct, inTwentyDays } from "./people.ts";
import { actButton, openForm, setStage } from "./stage.ts";

const { visitor } = setStage();

test("of two who act on one entry the second hears what happened, and loses nothing", async () => {
  const { path } = await bring(cement, "筒仓清理口盖板缺失", "selfAccept");
  const [first, second] = await Promise.all([
    visitor(cement.inspector, path),
    visitor(cement.inspector2, path),
  ]);
  const slow = await openForm(second, "复查合格（第一人）");
  await slow.getByLabel("复查意见").fill("盖板已补齐，现场核对无误");
  // The second must not be told before they send, or there would be nothing to refuse.
  await second.context().route("**/api/registers/hazard/entries/*", (route) => route.abort());
  const quick = await openForm(first, "复查合格（第一人）");
  await quick.getByLabel("复查意见").fill("整改到位");
  await quick.locator("button[type=submit]").click();
  await first.getByText("已完成：复查合格（第一人）").waitFor();

  const answered = second.waitForResponse("**/acts/review");
  await slow.locator("button[type=submit]").click();
  expect((await answered).status()).toBe(409);
  await slow.getByText("该条目已由他人更新").waitFor();
  await slow.getByText("现为 复查中（待第二人签字）").waitFor();
  expect(await slow.getByLabel("复查意见").inputValue()).toBe("盖板已补齐，现场核对无误");

  await second.context().unroute("**/api/registers/hazard/entries/*");
  await slow.getByRole("button", { name: "已核对，按最新内容继续办理" }).click();
  await slow.locator("button[type=submit]").click();
  await slow.getByText("当前状态下不能办理此项").waitFor();
  expect(await slow.getByLabel("复查意见").inputValue()).toBe("盖板已补齐，现场核对无误");
});

test("what one person does appears on another's open pages by itself", async () => {
  const { id, path, number } = await bring(cement, "输送机急停拉绳松弛", "plan");
  const entry = await visitor(cement.safety, path);
  const list = await entry.context().newPage();
  await list.goto(new URL("/registers/hazard?q=急停拉绳", entry.url()).href);
  const row = list.getByRole("row").filter({ hasText: number });
  await row.getByText("方案已制定").waitFor();
  // A page that loads again forgets this.
  for (const page of [entry, list]) await page.evaluate("window.untouched = true");

  await doAct(cement.principal, id, "start");
  await row.getByText("整改中").waitFor();
  await entry.bringToFront();
  await actButton(entry, "自验收").waitFor();
  await entry.getByRole("region", { name: "全过程记录" }).getByText("开始整改").waitFor();
  for (const page of [entry, list]) expect(await page.evaluate("window.untouched")).toBe(true);
});

test("while somebody writes, news of the entry leaves what they wrote alone", async () => {
  const { id, path } = await bring(cement, "电缆沟盖板破损", "start");
  const page = await visitor(cement.safety, path);
  const form = await openForm(page, "申请延期");
  await form.getByLabel("理由").fill("盖板定制周期较长");
  await doAct(cement.principal, id, "requestExtension", {
    extensionUntil: inTwentyDays,
    extensionControls: "停用设备",
    reason: "先报",
  });
  await form.getByText("该条目已由他人更新").waitFor();
  expect(await form.getByLabel("理由").inputValue()).toBe("盖板定制周期较长");
});
