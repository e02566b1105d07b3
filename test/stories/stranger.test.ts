import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { jpegTaken } from "../support/jpeg.ts";
import { today } from "./people.ts";
import { phone, setStage } from "./stage.ts";

const { address, stranger } = setStage();

/** The people whom the sign-in page of a demonstration offers, in the order in which it does. */
const offered = ["safety", "principal", "inspector", "inspector2", "yingji"];
const mostActs = 20;
const mostMendings = 15;

async function enterAs(page: Page, username: string) {
  await page.goto(address);
  await page.getByRole("button", { name: new RegExp(`^${username} `) }).click();
  await page.getByRole("heading", { level: 1, name: /您好$/ }).waitFor();
}

async function leave(page: Page) {
  await page.getByRole("button", { name: "打开菜单" }).click();
  await page.getByRole("dialog", { name: "主菜单" }).getByRole("button", { name: "退出登录" }).click();
  await page.getByLabel("用户名").waitFor();
}

/** Puts something into whatever control asks for it: the first that is offered, a day in a week, a few words. */
async function answer(page: Page, asked: Locator) {
  const role = await asked.evaluate(
    (control) => control.getAttribute("role") ?? control.getAttribute("type") ?? control.tagName,
  );
  if (role === "checkbox" || role === "radio") return asked.press("Space");
  if (role === "SELECT") {
    await asked.press("ArrowDown");
    return;
  }
  if (role === "combobox") {
    await asked.press("ArrowDown");
    return asked.press("Enter");
  }
  if (role === "button" && /选择文件/.test((await asked.textContent()) ?? "")) {
    const chooser = page.waitForEvent("filechooser");
    await asked.press("Enter");
    const buffer = jpegTaken({ at: "2026:03:10 09:12:00", longitude: 99.7, latitude: 27.83 });
    await (await chooser).setFiles({ name: "整改后.jpg", mimeType: "image/jpeg", buffer });
    return page.getByRole("dialog").getByText("整改后.jpg").first().waitFor();
  }
  if (role === "button") {
    await asked.press("Enter");
    return page.getByRole("dialog").last().getByRole("listitem").first().getByRole("button").first().click();
  }
  const isNumber = (await asked.getAttribute("inputmode")) === "decimal";
  const isTyped = (await asked.getAttribute("placeholder")) === "年-月-日";
  const isDay = isTyped || role === "date";
  await asked.fill(isDay ? addDays(today, 7) : isNumber ? "100" : "已按要求办理");
  if (isTyped) await asked.press("Enter");
}

/** Sends a form, and mends what it says is missing, where it puts the keyboard, until it is taken. */
async function send(page: Page, form: Locator) {
  const lacking = form.locator(":focus:not([type=submit])");
  const submit = form.getByRole("button").last();
  for (let mending = 0; mending < mostMendings; mending += 1) {
    const isWarned = (await form.getByRole("button", { name: "仍然提交" }).count()) > 0;
    await submit.click();
    const taken = form.waitFor({ state: "detached" }).then(() => "taken" as const);
    const lacks = form
      .filter({ has: page.getByRole("alert") })
      .filter({ has: page.locator(":focus:not([type=submit])") })
      .waitFor()
      .then(() => "lacks" as const);
    const warned = isWarned
      ? taken
      : form
          .getByRole("button", { name: "仍然提交" })
          .waitFor()
          .then(() => "warned" as const);
    const outcome = await Promise.any([taken, lacks, warned]);
    if (outcome === "taken") return;
    if (outcome === "lacks") await answer(page, lacking);
  }
  throw new Error(`Not taken: ${await form.textContent()}`);
}

/** Opens the hazard from the list of what waits for this person; nothing where it does not wait for them. */
async function openWaiting(page: Page, title: string): Promise<boolean> {
  await page.getByRole("button", { name: "打开菜单" }).click();
  const menu = page.getByRole("dialog", { name: "主菜单" });
  const waiting = menu.getByRole("link", { name: /事故隐患.*待办/ });
  if ((await waiting.count()) === 0) {
    await menu.getByRole("button", { name: "关闭" }).click();
    return false;
  }
  await waiting.click();
  await page.getByRole("heading", { level: 1, name: "事故隐患" }).waitFor();
  // What the list showed before the last act may stand until it is read anew.
  await page.reload();
  await page.getByText(/^共 \d+ 条/).waitFor();
  const link = page.getByRole("main").getByRole("link", { name: title });
  if ((await link.count()) === 0) return false;
  await link.click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  return true;
}

/** Writes something into everything that can be written in. */
async function fillAll(page: Page, form: Locator) {
  for (const asked of await form.getByRole("textbox").all())
    if ((await asked.inputValue()) === "") await answer(page, asked);
}

/** Does what stands first of what can be done, and gives its name; nothing where that would only take something back. */
async function doFirst(page: Page, before: string | undefined): Promise<string | undefined> {
  const first = page.getByRole("region", { name: "可办理事项" }).getByRole("button").first();
  const act = (await first.textContent()) ?? "";
  if (/退回|撤回|作废|重新打开/.test(act)) return undefined;
  await first.click();
  const form = page.getByRole("dialog", { name: act });
  // What stands there once more was not yet enough.
  if (act === before) await fillAll(page, form);
  await send(page, form);
  await page.getByText(`已完成：${act}`).waitFor();
  return act;
}

const isClosed = (page: Page) =>
  page.getByRole("main").getByText("已销号", { exact: true }).first().isVisible();

/** Works on the hazard for as long as it waits for this person and there is something to do. */
async function work(page: Page, title: string, done: string[]): Promise<void> {
  while (done.length < mostActs && !(await isClosed(page)) && (await openWaiting(page, title))) {
    const act = await doFirst(page, done.at(-1));
    if (act === undefined) return;
    done.push(act);
  }
}

test("a stranger takes a hazard from finding to close-out by what the screens offer first", async () => {
  const page = await stranger(phone);
  const title = "皮带廊道照明损坏";
  await enterAs(page, "safety");
  await page.getByRole("button", { name: "不用了" }).click();
  await page.getByRole("link", { name: "登记隐患" }).click();
  await page.getByLabel("隐患名称").fill(title);
  await page.getByRole("button", { name: "提交", exact: true }).click();
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  const done: string[] = [];
  await work(page, title, done);
  for (const username of [...offered, ...offered].slice(1)) {
    if (await isClosed(page)) break;
    await leave(page);
    await enterAs(page, username);
    await work(page, title, done);
  }
  expect(done.at(-1)).toBe("销号");
  await page.getByText("链条完整，逐行核验通过").waitFor();
});
