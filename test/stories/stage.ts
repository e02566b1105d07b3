import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject } from "vitest";
import { openBrowser } from "./browser.ts";

export const password = "zhiben-demo";
export const wide = { width: 1920, height: 1080 };
export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** The longest that a page may take on a machine that does other things beside it. */
const patienceMs = 60_000;

export interface Stage {
  readonly address: string;
  /** A browser window of its own, in which nobody is signed in. */
  stranger(size?: typeof desk): Promise<Page>;
  /** A browser window of its own in which this person is signed in, at a page of the product. */
  visitor(username: string, path?: string, size?: typeof desk): Promise<Page>;
  /** The next person sits down before the same window. */
  become(page: Page, username: string, path: string): Promise<void>;
}

/**
 * A browser for the stories of one file, at the demonstration or at an address of the file's own. After each of them its windows are closed, and none may have complained: of a script
 * that failed, or of content that the page's policy refused.
 */
export function setStage(own?: () => string): Stage {
  const demonstration = inject("address");
  const addressNow = () => own?.() ?? demonstration;
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  const complaints: string[] = [];
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close();
    expect(complaints.splice(0)).toEqual([]);
  });
  const stranger: Stage["stranger"] = async (size = desk) => {
    const context = await browser.newContext({ locale: "zh-CN", viewport: size });
    contexts.push(context);
    context.setDefaultTimeout(patienceMs);
    context.on("weberror", (error) => complaints.push(error.error().message));
    context.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) complaints.push(message.text());
    });
    return context.newPage();
  };
  const become: Stage["become"] = async (page, username, path) => {
    await page.context().request.post(`${addressNow()}/api/session`, { data: { username, password } });
    await page.goto(`${addressNow()}${path}`);
    await page.locator("#main h1").waitFor();
  };
  return {
    get address() {
      return addressNow();
    },
    stranger,
    become,
    async visitor(username, path = "/", size = desk) {
      const page = await stranger(size);
      await become(page, username, path);
      return page;
    },
  };
}

/** Signs in by the form, as a person does. */
export async function signIn(page: Page, username: string, secret = password): Promise<void> {
  await page.locator("input[autocomplete=username]").fill(username);
  await page.locator("input[autocomplete=current-password]").fill(secret);
  await page.getByRole("button", { name: "登录", exact: true }).click();
}

export type Fields = Readonly<Record<string, string>>;

export const actButton = (page: Page, act: string): Locator =>
  page.getByRole("region", { name: "可办理事项" }).getByRole("button", { name: act, exact: true });

/** Opens the form of an act of the entry that is open. */
export async function openForm(page: Page, act: string): Promise<Locator> {
  await actButton(page, act).click();
  const form = page.getByRole("dialog", { name: act });
  await form.waitFor();
  return form;
}

/** Does an act of the entry that is open: its button, its form, and the word that it is done. */
export async function perform(page: Page, act: string, fields: Fields = {}): Promise<void> {
  await openForm(page, act);
  await finish(page, act, fields);
}

export async function finish(page: Page, act: string, fields: Fields = {}): Promise<void> {
  const form = page.getByRole("dialog", { name: act });
  for (const [label, value] of Object.entries(fields)) await fill(page, form, label, value);
  await form.locator("button[type=submit]").click();
  await page
    .getByText(`已完成：${act}`)
    .waitFor()
    .catch(async (error: Error) => {
      const open = await page.getByRole("dialog").or(page.getByRole("alert")).allInnerTexts();
      throw new Error(`“${act}” was not done. On the page: ${open.join(" | ")}`, { cause: error });
    });
}

/** Writes into a field, or chooses from it; ticks the choice of that name where there is nothing to write. */
export async function fill(page: Page, form: Locator, label: string, value: string): Promise<void> {
  const field = form.getByLabel(label).first();
  if (value === "") return field.check();
  if (await field.evaluate(({ tagName }) => tagName === "SELECT")) {
    await field.selectOption({ label: value });
    return;
  }
  await field.fill(value);
  if ((await field.getAttribute("role")) === "combobox")
    // The options of a field that was filled in before are still there, out of sight.
    return page.locator(".ant-select-item-option:visible").filter({ hasText: value }).first().click();
  // A day that was typed is taken with the Enter key.
  if ((await field.getAttribute("placeholder")) === "年-月-日") await field.press("Enter");
}

/** What an entry's page says of a field. */
export const shown = (page: Page, field: string): Locator =>
  page
    .getByRole("region", { name: "登记内容" })
    .locator("div")
    .filter({ has: page.locator("dt", { hasText: new RegExp(`^${field}$`) }) })
    .locator("dd");

export const ledgerActs = (page: Page): Promise<string[]> =>
  page.getByRole("region", { name: "全过程记录" }).getByRole("heading", { level: 3 }).allTextContents();

/** Presses Tab until the keyboard stands there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 90; presses += 1) {
    if ((await target.and(page.locator(":focus")).count()) === 1) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The keyboard does not get there");
}
