import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { meat, send } from "./people.ts";
import { password, setStage } from "./stage.ts";

const { address, stranger } = setStage();

/** Notes every word or mark of waiting that becomes visible, frame by frame, from before the page begins. */
const watching = `
  window.waited = [];
  const isSeen = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
  const look = () => {
    const seen = [...document.querySelectorAll(".skeleton, .button-turning")].filter(isSeen);
    if (seen.length > 0) window.waited.push(performance.now());
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

const waitedOn = async (page: Page): Promise<readonly number[]> =>
  z.array(z.number()).parse(await page.evaluate("window.waited"));

/** Sooner nothing says that something is coming; a frame is not counted to the millisecond. */
const soonestMs = 180;

/** A page of whose questions each is answered so much later. */
async function slowed(delayMs: number): Promise<Page> {
  const page = await stranger();
  await page.context().request.post(`${address}/api/session`, { data: { username: meat.safety, password } });
  await page.route("**/api/**", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await route.continue().catch(() => undefined);
  });
  await page.addInitScript(watching);
  return page;
}

test("what is answered soon comes up without a word of waiting, and no word comes at once", async () => {
  await send(meat.safety, "GET", "home");
  const page = await slowed(0);
  await page.goto(address);
  await page.locator("#main h1").waitFor();
  await page.evaluate("window.waited = []");
  await page.unroute("**/api/**");
  await page.route("**/api/registers/hazard/entries*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    await route.continue().catch(() => undefined);
  });
  const pressed = z.number().parse(await page.evaluate("performance.now()"));
  await page
    .getByRole("navigation", { name: "主菜单" })
    .getByRole("link", { name: "事故隐患" })
    .first()
    .click();
  await page.getByRole("heading", { level: 1, name: "事故隐患" }).waitFor();
  await page.locator(".list tbody tr").first().waitFor();
  // On a slow machine the list itself takes longer than that, and then it may say so.
  expect((await waitedOn(page)).filter((at) => at < pressed + soonestMs)).toEqual([]);
});

test("what takes seconds says that it is coming", async () => {
  const page = await slowed(2_000);
  await page.goto(address);
  await page.locator("#main h1").waitFor();
  expect((await waitedOn(page)).length).toBeGreaterThan(0);
});
