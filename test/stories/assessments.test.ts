import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { yearOf } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { send, today } from "./people.ts";
import { actButton, desk, finish, ledgerActs, openForm, perform, phone, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, become } = setStage();

const office = "anweiban";
const unit = "zhou-jiaotong";
const head = `${unit}-head`;
const year = `${yearOf(today) - 1}`;
const opened = z.object({ entry: z.object({ id: z.string() }) });
const listed = z.object({ entries: z.array(z.object({ id: z.string() })) });

/** The one of the demonstration was made void, so the office begins anew. */
async function begun(): Promise<string> {
  const input = { unit: organisationId(unit), year };
  const answer = await send(office, "POST", "registers/assessment/entries", { act: "open", input });
  return `/registers/assessment/entries/${opened.parse(answer).entry.id}`;
}

const points = (form: Locator, item: string) => form.getByLabel(new RegExp(`^${item}（满分`));

async function score(form: Locator, item: string, given: string, reason: string, says: "佐证" | "改动理由") {
  await points(form, item).fill(given);
  await form.getByLabel(`${item}：${says}`).fill(reason);
}

const inLedger = (page: Page, act: string) =>
  page.getByRole("region", { name: "全过程记录" }).getByRole("heading", { level: 3, name: act });

/** In words on the page, and not only under a mouse. */
const keptFromOthers = (page: Page) =>
  page.getByText("公布以前只有被考核单位、自评单位、考核单位、复核单位和纪检监察人员看得到");

const row = (page: Page, item: string) =>
  page.getByRole("region", { name: "考核评分表" }).getByRole("row", { name: new RegExp(`^${item}`) });

test("a department scores itself, the office verifies otherwise, it objects once, and the result is published", async () => {
  const path = await begun();
  const page = await visitor(head, path);
  await keptFromOthers(page).waitFor();

  // More points than an item has are not taken, and what was written stays to be mended.
  const own = await openForm(page, "提交自评");
  expect(await own.getByLabel(/^自查执行率/).count()).toBe(0);
  await score(own, "牵头措施完成情况", "16", "牵头措施年度成果报告", "佐证");
  await score(own, "判定标准宣贯和执法帮扶", "9", "帮扶记录", "佐证");
  await own.locator("button[type=submit]").click();
  await own.getByText("得分不能超过该项分值").first().waitFor();
  expect(await own.getByLabel("判定标准宣贯和执法帮扶：佐证").inputValue()).toBe("帮扶记录");
  await points(own, "牵头措施完成情况").fill("14");
  await finish(page, "提交自评");

  // Whoever verifies otherwise says why.
  await become(page, office, path);
  const verify = await openForm(page, "核定");
  await points(verify, "牵头措施完成情况").fill("12");
  await verify.locator("button[type=submit]").click();
  await verify.getByText("核定分与自评分不同的须写明理由").first().waitFor();
  await verify.getByLabel("牵头措施完成情况：改动理由").fill("两项措施没有年度成果");
  await finish(page, "核定");
  await row(page, "牵头措施完成情况").getByText("核定理由：两项措施没有年度成果").waitFor();

  await become(page, head, path);
  await perform(page, "申请复核", { 复核申请: "两项措施的成果已随年报报送" });
  await become(page, "leader", path);
  await page.getByText("两项措施的成果已随年报报送").first().waitFor();
  const decision = await openForm(page, "作出复核决定");
  await points(decision, "牵头措施完成情况").fill("13");
  await decision.getByLabel("牵头措施完成情况：改动理由").fill("一项成果已报送");
  await finish(page, "作出复核决定", { 复核决定: "部分采纳" });

  // Once is all: what was decided is objected to no more.
  await become(page, head, path);
  await inLedger(page, "作出复核决定").waitFor();
  expect(await actButton(page, "申请复核").count()).toBe(0);
  await become(page, office, path);
  await perform(page, "公布结果");
  await inLedger(page, "公布结果").waitFor();
  expect(await keptFromOthers(page).count()).toBe(0);
  expect(await ledgerActs(page)).toHaveLength(6);
  const total = await shown(page, "总分").textContent();

  await page.goto(new URL("/assessments", page.url()).href);
  await page
    .getByRole("row")
    .filter({ hasText: "交通运输局" })
    .filter({ hasText: total ?? "?" })
    .waitFor();
});

test.each([
  ["at a desk", desk],
  ["on a phone", phone],
])("the ranking and a sheet are read %s", async (_, size) => {
  const asked = "registers/assessment/entries?state=published&limit=1";
  const [published] = listed.parse(await send(office, "GET", asked)).entries;
  const page = await visitor(office, "/assessments", size);
  await page.getByRole("table").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await become(page, office, `/registers/assessment/entries/${published?.id}`);
  await page.getByRole("region", { name: "考核评分表" }).getByRole("table").waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
