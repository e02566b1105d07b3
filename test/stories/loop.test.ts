import { expect, test } from "vitest";
import { bring, foundry, inTenDays, inTwentyDays } from "./people.ts";
import { actButton, finish, ledgerActs, openForm, perform, setStage, shown } from "./stage.ts";

const { become, visitor } = setStage();

test("a review sends a rectification back; it is rectified again, reviewed again and closed", async () => {
  const { path } = await bring(foundry, "浇注坑渗水未封堵", "selfAccept");
  const page = await visitor(foundry.inspector, path);
  await perform(page, "复查不合格退回", { 理由: "渗水点未封堵", 整改期限: inTwentyDays });
  await page.getByText("渗水点未封堵").first().waitFor();
  // The record and what the entry holds are read apart: either may come first.
  await expect.poll(() => shown(page, "整改期限").textContent()).toBe(inTwentyDays);
  // The clock can be set anew, the first deadline not.
  expect(await shown(page, "首次整改期限").textContent()).toBe(inTenDays);

  await become(page, foundry.safety, path);
  await perform(page, "自验收", {
    整改结果与自验收意见: "已封堵并复测",
    验收人员: "张三、李四",
    无法拍照的原因: "炉前区域禁止拍摄",
  });
  await become(page, foundry.inspector, path);
  await perform(page, "复查合格（第一人）", { 复查意见: "渗水点已封堵" });
  await become(page, foundry.inspector2, path);
  await perform(page, "复查会签（第二人）");
  await become(page, foundry.head, path);
  await perform(page, "销号", { 销号意见: "同意销号" });
  await page.getByText("链条完整，逐行核验通过").waitFor();
  await expect
    .poll(async () => (await ledgerActs(page)).slice(0, 6))
    .toEqual(["销号", "复查会签（第二人）", "复查合格（第一人）", "自验收", "复查不合格退回", "自验收"]);
});

test("a closed hazard is opened again, and not without a reason", async () => {
  const { path } = await bring(foundry, "砂轮机防护罩再次缺失", "close");
  const page = await visitor(foundry.head, path);
  const form = await openForm(page, "重新打开");
  await form.locator("button[type=submit]").click();
  await form.getByText("请修改标出的内容").waitFor();
  expect(await form.getByLabel("理由").getAttribute("aria-invalid")).toBe("true");
  await finish(page, "重新打开", { 理由: "回头看发现防护罩又被拆除", 整改期限: inTwentyDays });
  await page.getByText("回头看发现防护罩又被拆除").first().waitFor();
  await expect.poll(() => shown(page, "重新打开次数").textContent()).toBe("1");
  await expect.poll(async () => (await ledgerActs(page))[0]).toBe("重新打开");
});

test("an extension is granted one level up, and the first due day stays in sight", async () => {
  const { path } = await bring(foundry, "冷却水联锁改造等待备件", "start");
  const page = await visitor(foundry.safety, path);
  await perform(page, "申请延期", {
    申请延期至: inTwentyDays,
    延期期间管控措施: "停用冷却水系统，设专人监护",
    理由: "备件未到货",
  });

  await become(page, foundry.head, path);
  await page.getByText("延期须由上一级单位批准").first().waitFor();
  expect(await actButton(page, "批准延期").getAttribute("aria-disabled")).toBe("true");

  await become(page, "yingji", path);
  await perform(page, "批准延期");
  await expect.poll(() => shown(page, "整改期限").textContent()).toBe(inTwentyDays);
  expect(await shown(page, "首次整改期限").textContent()).toBe(inTenDays);
  expect(await shown(page, "延期次数").textContent()).toBe("1");
});
