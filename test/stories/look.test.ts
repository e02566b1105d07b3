import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { bring, timber } from "./people.ts";
import { desk, openForm, phone, setStage } from "./stage.ts";
import { findingsOn } from "./survey.ts";

const { address, visitor } = setStage();

const ground = (page: Page) => page.evaluate("getComputedStyle(document.body).backgroundColor");
const light = "rgb(243, 245, 247)";
const dark = "rgb(18, 23, 28)";

async function choose(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole("banner").getByRole("button", { name: "显示设置" }).click();
  const dialog = page.getByRole("dialog", { name: "显示设置" });
  for (const name of names) await dialog.getByRole("radio", { name }).check();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
}

test("who chooses dark and large text sees both at once and after coming back, and prints light", async () => {
  const page = await visitor(timber.principal);
  expect(await ground(page)).toBe(light);
  const lines = () => page.evaluate("getComputedStyle(document.body).fontSize");
  expect(await lines()).toBe("14px");

  await choose(page, "深色", "大字");
  expect(await ground(page)).toBe(dark);
  expect(await lines()).toBe("17.5px");

  await page.reload();
  await page.locator("#main h1").waitFor();
  expect(await ground(page)).toBe(dark);

  await page.emulateMedia({ media: "print" });
  expect(await ground(page)).toBe(light);
});

test("whoever chooses nothing sees what the device is set to, as soon as it changes", async () => {
  const page = await visitor(timber.principal);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect.poll(() => ground(page)).toBe(dark);
  await choose(page, "浅色");
  expect(await ground(page)).toBe(light);
  await choose(page, "跟随设备");
  expect(await ground(page)).toBe(dark);
});

test.each([
  { how: "dark on a desk", size: desk, names: ["深色"] },
  { how: "dark on a phone", size: phone, names: ["深色"] },
  { how: "in large text on a desk", size: desk, names: ["浅色", "大字"] },
  { how: "in large text on a phone", size: phone, names: ["浅色", "大字"] },
])("$how, pages and forms can be read by everybody and nothing is cut off", async ({ how, size, names }) => {
  const { path } = await bring(timber, `除尘器卸灰阀失灵（${how}）`, "selfAccept");
  const found = await bring(timber, `除尘器锁气装置失灵（${how}）`);
  const page = await visitor(timber.safety, "/", size);
  await choose(page, ...names);
  const screens: Readonly<Record<string, () => Promise<unknown>>> = {
    home: async () => page.getByRole("tab", { name: /^待办/ }).waitFor(),
    "the list": async () => {
      await page.goto(`${address}/registers/hazard`);
      await page.getByText(/^共 \d+ 条$/).waitFor();
      await page.getByRole("button", { name: "展开" }).click();
    },
    "an entry, all of it opened": async () => {
      await page.goto(`${address}${path}`);
      await page.getByText("链条完整，逐行核验通过").waitFor();
      for (const part of await page.locator("details > summary").all()) await part.click();
    },
    "the form of an act": async () => {
      await page.goto(`${address}${found.path}`);
      await openForm(page, "拟判为重大隐患");
    },
    "the plan": async () => {
      await page.goto(`${address}/plan`);
      await page.getByText(/^共 38 项措施/).waitFor();
    },
    "the organisations": async () => {
      await page.goto(`${address}/organisations`);
      await page.getByText(/^共 \d+ 个单位/).waitFor();
    },
    "the library": async () => {
      await page.goto(`${address}/criteria?q=液氨`);
      await page.locator("#main h1").waitFor();
    },
  };
  for (const [name, goThere] of Object.entries(screens)) {
    await goThere();
    expect(await findingsOn(page), name).toEqual([]);
  }
});
