import { expect, test } from "vitest";
import { z } from "zod";
import { newestPeriods } from "../../core/calendar/period.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { idOfName } from "../../server/store/ids.ts";
import { meat, send, today } from "./people.ts";
import { actButton, desk, openForm, perform, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor, become } = setStage();

const county = "deqin-anweiban";
const office = "anweiban";
const listed = z.object({ entries: z.array(z.object({ id: z.string() })) });
const one = z.object({ entry: z.object({ id: z.string(), state: z.string(), version: z.number() }) });
const period = z.object({ entry: z.object({ values: z.object({ periodTo: z.string() }) }) });

/** The county's newest monthly report, in its hands: whatever the demonstration made of it is taken back by acts. */
async function reportInHand(): Promise<string> {
  const asked = `registers/report/entries?every=month&organisation=${organisationId(county)}`;
  const [newest] = listed.parse(await send(county, "GET", asked)).entries;
  if (newest === undefined) throw new Error("The county owes no report");
  const path = `registers/report/entries/${newest.id}`;
  const { entry } = one.parse(await send(county, "GET", path));
  const act = (by: string, name: string, input: Readonly<Record<string, unknown>> = {}) =>
    send(by, "POST", `${path}/acts/${name}`, { version: entry.version, input });
  if (entry.state === "submitted") await act(county, "withdraw");
  if (entry.state === "received") await act(office, "reopen", { reason: "演示重来" });
  return newest.id;
}

test("a county sends its month, mends what the office returns, and it is accepted and locked", async () => {
  const id = await reportInHand();
  const path = `/registers/report/entries/${id}`;
  const page = await visitor(county, path);
  const table = page.getByRole("table", { name: /填报数值截至 .* 24时/ });
  await table.getByRole("row", { name: /^发现隐患/ }).waitFor();

  // What it must say in words it does not say: the figures alone are no report.
  const form = await openForm(page, "报送");
  const problems = form.getByLabel("存在的主要问题").first();
  await problems.fill("");
  await form.locator("button[type=submit]").click();
  await page.getByText("本报表要求文字说明的事项还没有填写").first().waitFor();
  expect(await form.getByLabel("指标").count()).toBe(0);
  await problems.fill("个别企业问题较多");
  await form.locator("button[type=submit]").click();
  await page.getByText("已完成：报送").waitFor();

  await become(page, office, path);
  await perform(page, "退回", { 理由: "请说明是哪些行业的企业" });
  await become(page, county, path);
  await page.getByText("请说明是哪些行业的企业").first().waitFor();
  await perform(page, "报送", { 存在的主要问题: "水电企业临时用电隐患较多" });
  await become(page, office, path);
  await perform(page, "审核接收");
  await perform(page, "锁定");
  const ledger = page.getByRole("region", { name: "全过程记录" });
  await ledger.getByRole("heading", { level: 3, name: "锁定" }).waitFor();
  expect(await actButton(page, "重新打开").count()).toBe(0);

  // What is entered late for the month moves today's figure, and what was sent stays as it was.
  const found = table.getByRole("row", { name: /^发现隐患/ });
  const [sent = "", then = ""] = await found.getByRole("cell").allTextContents();
  await foundLate(id);
  await page.reload();
  await found.getByRole("cell", { name: `${Number.parseInt(then, 10) + 1} 项` }).waitFor();
  expect((await found.getByRole("cell").allTextContents())[0]).toBe(sent);
  await found.getByRole("link", { name: /\+[0-9]+ 项/ }).waitFor();

  // Every figure opens the list that it counted.
  const figure = table
    .getByRole("row", { name: /^未销号隐患/ })
    .getByRole("link")
    .first();
  const counted = Number((await figure.textContent())?.replace(" 项", ""));
  await figure.click();
  await page
    .getByText(counted === 0 ? /没有/ : `共 ${counted} 条`)
    .first()
    .waitFor();
});

test("the list is narrowed to a quarter that is over, which is chosen and not written", async () => {
  const page = await visitor(office, "/registers/report");
  const [running, last] = newestPeriods("quarter", today, 2);
  if (running === undefined || last === undefined) throw new Error("There is no quarter");
  await page.getByRole("button", { name: "展开" }).click();
  await page.getByLabel("时段类型").selectOption({ label: "季度" });
  const period = page.getByLabel("报告期");
  const offered = await period.locator("option").allTextContents();
  expect([offered[1], offered.includes(running.words)]).toEqual([last.words, false]);
  await period.selectOption({ label: last.words });
  await page.getByRole("button", { name: "查询" }).click();
  await page.waitForURL(/period=/);
  expect(new URL(page.url()).searchParams.get("period")).toBe(last.name);
  await page.getByRole("table").getByText(last.words, { exact: true }).first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test.each([
  ["at a desk", desk],
  ["on a phone", phone],
])("the figures of a report are read %s", async (_, size) => {
  const page = await visitor(office, `/registers/report/entries/${await sentReport()}`, size);
  await page.getByRole("table", { name: /填报数值截至/ }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

/** An enterprise of the county enters today what it found on the last day of a report's period. */
async function foundLate(report: string): Promise<void> {
  const told = await send(office, "GET", `registers/report/entries/${report}`);
  const { periodTo } = period.parse(told).entry.values;
  const organisation = idOfName(`demonstration-enterprise:${meat.enterprise}`);
  const input = { title: "冷库安全出口堆放杂物", organisation, source: "selfCheck", foundOn: periodTo };
  await send(meat.safety, "POST", "registers/hazard/entries", { act: "find", input });
}

/** Any report that was sent. */
async function sentReport(): Promise<string> {
  const asked = "registers/report/entries?state=locked&limit=1";
  const [sent] = listed.parse(await send(office, "GET", asked)).entries;
  if (sent === undefined) throw new Error("No report was sent");
  return sent.id;
}
