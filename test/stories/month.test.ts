import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { type Effort, estimatedSeconds } from "../support/keystroke-level.ts";
import { foundry } from "./people.ts";
import { password, phone, setStage, shown } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, stranger } = setStage();

/** The longest that the month's self-check may keep a principal's hands at the phone. */
const threeMinutesSeconds = 180;

/** Somebody with a phone, whose every touch is counted. */
function handsOn() {
  const effort = { taps: 0, fields: 0, characters: 0, swipes: 0, screens: 0 };
  return {
    effort: (): Effort => effort,
    async tap(target: Locator) {
      effort.taps += 1;
      await target.click();
    },
    async type(target: Locator, text: string) {
      effort.taps += 1;
      effort.fields += 1;
      effort.characters += text.length;
      await target.click();
      await target.pressSequentially(text);
    },
    /** Waits for a page or a form to come up. */
    async meet(screen: Locator) {
      effort.screens += 1;
      await screen.waitFor();
    },
    /** Passes over all of a form, as far as it is longer than the glass. */
    async passOver(form: Locator) {
      const body = form.locator(".side-drawer-body");
      effort.swipes += await body.evaluate((part) => Math.ceil(part.scrollHeight / part.clientHeight) - 1);
    },
  };
}

type Hands = ReturnType<typeof handsOn>;

async function comeIn(page: Page, hands: Hands) {
  await page.goto(address);
  await hands.meet(page.getByRole("heading", { level: 1 }));
  await hands.type(page.getByLabel("用户名"), foundry.principal);
  await hands.type(page.getByLabel("密码", { exact: true }), password);
  await hands.tap(page.getByRole("button", { name: "登录", exact: true }));
}

/** From home to the answered check: the one that waits is offered, and asks nothing that is known. */
async function fillIn(page: Page, hands: Hands): Promise<number> {
  const go = page.getByRole("link", { name: "现在去自查" });
  await hands.meet(go);
  await hands.tap(go);
  const answer = page.getByRole("button", { name: "填报自查", exact: true });
  await hands.meet(answer);
  await hands.tap(answer);
  const form = page.getByRole("dialog", { name: "填报自查" });
  const open = form.locator("[data-open]");
  await hands.meet(open.first());
  for (const known of ["检查日期", "检查区域", "参加人员"])
    expect(await form.getByLabel(known).inputValue(), known).not.toBe("");
  const items = await open.count();
  await hands.passOver(form);
  const rest = form.getByRole("button", { name: /其余 \d+ 项均未发现/ });
  for (let articles = await rest.count(); articles > 0; articles -= 1) await hands.tap(rest.first());
  for (let left = await open.count(); left > 0; left -= 1)
    await hands.tap(open.first().getByText("未发现", { exact: true }));
  await form.getByText(`已填 ${items} / ${items} 条`).first().waitFor();
  expect(await findingsOn(page)).toEqual([]);
  await hands.tap(form.getByLabel("未发现隐患"));
  await hands.tap(form.locator("button[type=submit]"));
  return items;
}

async function confirm(page: Page, hands: Hands) {
  const next = page.getByRole("button", { name: "负责人确认", exact: true });
  await hands.meet(next);
  await hands.tap(next);
  const form = page.getByRole("dialog", { name: "负责人确认" });
  await hands.meet(form);
  await hands.tap(form.getByRole("checkbox"));
  await hands.type(form.getByLabel("本人登录密码"), password);
  await hands.tap(form.locator("button[type=submit]"));
  await page.getByText("已完成：负责人确认").waitFor();
}

test("on a phone, a principal does the month's self-check with few touches and types nothing that is known", async () => {
  const page = await stranger(phone);
  const hands = handsOn();
  await comeIn(page, hands);
  const items = await fillIn(page, hands);
  await confirm(page, hands);
  await shown(page, "未发现隐患").getByText("是", { exact: true }).waitFor();
  const effort = hands.effort();
  // The person, and who they are anew when they put their name to it; nothing else is typed.
  expect(effort.fields).toBe(3);
  expect(effort.characters).toBe(foundry.principal.length + 2 * password.length);
  expect(items).toBeGreaterThan(20);
  expect(effort.taps).toBeLessThanOrEqual(18);
  expect(effort.screens).toBeLessThanOrEqual(6);
  expect(estimatedSeconds(effort)).toBeLessThanOrEqual(threeMinutesSeconds);
});

test("an article whose rest is answered leaves what was found in it, and the keyboard goes on", async () => {
  const page = await stranger(phone);
  await page
    .context()
    .request.post(`${address}/api/session`, { data: { username: "highland-principal", password } });
  await page.goto(address);
  await page.getByRole("link", { name: "现在去自查" }).click();
  await page.getByRole("button", { name: "填报自查", exact: true }).click();
  const form = page.getByRole("dialog", { name: "填报自查" });
  await form.locator("[data-open]").first().waitFor();
  const rows = form.getByRole("listitem");
  await rows.nth(1).getByText("发现", { exact: true }).click();
  await form.getByRole("button", { name: "第三条其余 1 项均未发现" }).press("Enter");
  await form.getByText(/发现 1，未发现 1，不涉及 0/).waitFor();
  const next = form.locator("[data-open]").first().getByRole("radio").first();
  await next.and(page.locator(":focus")).waitFor();
  expect(await form.getByRole("button", { name: /第三条其余/ }).count()).toBe(0);
  expect(await findingsOn(page)).toEqual([]);
});
