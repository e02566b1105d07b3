import { expect, test } from "vitest";
import { z } from "zod";
import { send } from "./people.ts";
import { phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { visitor } = setStage();

const told = z.object({
  notices: z.array(z.object({ rung: z.string().nullable(), number: z.string().nullable(), day: z.string() })),
});

/** The newest reminder that reached the committee's office of a county: the demonstration has matters that are overdue. */
async function reminder() {
  const { notices } = told.parse(await send("county", "GET", "notices"));
  const found = notices.find(({ rung }) => rung === "committeeOffice");
  if (found?.number == null) throw new Error("Nothing climbed up to the committee's office");
  return { number: found.number, day: found.day };
}

test("the committee's office hears of what is overdue, opens it and sees who was told and who comes next", async () => {
  const { number } = await reminder();
  const page = await visitor("county");
  await page
    .getByRole("banner")
    .getByRole("button", { name: /消息提醒/ })
    .press("Enter");
  const notice = page
    .getByRole("dialog", { name: "消息提醒" })
    .getByRole("listitem")
    .filter({ hasText: number })
    .filter({ hasText: "已提醒至安委办" })
    .first();
  await notice.getByText(/逾期 \d+ 个工作日，已提醒至安委办/).waitFor();
  await notice.getByRole("link").click();
  const ladder = page.locator("details").filter({ hasText: "催办" });
  await ladder.getByText(/已提醒至(安委办|党政领导)/).waitFor();
  await ladder.locator("summary").press("Enter");
  const office = ladder.getByRole("listitem").filter({ hasText: "安委办" });
  await office.getByText(/逾期 [13] 个工作日/).waitFor();
  await office.getByText(/安全生产委员会办公室/).waitFor();
  await ladder.getByText("待核实", { exact: true }).waitFor();
  expect(await findingsOn(page)).toEqual([]);
});

test("on a phone the ladder fits under the deadline", async () => {
  const { number } = await reminder();
  const page = await visitor("county", "/", phone);
  await page
    .getByRole("button", { name: /消息提醒/ })
    .first()
    .click();
  await page
    .getByRole("dialog", { name: "消息提醒" })
    .getByRole("listitem")
    .filter({ hasText: number })
    .first()
    .getByRole("link")
    .click();
  const ladder = page.locator("details").filter({ hasText: "催办" });
  await ladder.locator("summary").click();
  await ladder.getByRole("listitem").first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
});
