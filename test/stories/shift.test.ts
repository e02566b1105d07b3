import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { z } from "zod";
import { bring, meat } from "./people.ts";
import { desk, phone, setStage } from "./stage.ts";

const { stranger, become } = setStage();

/** What moves under a finger is pressed by mistake; what is felt as still lies far below what Lighthouse calls good (0.1). */
const mostShift = 0.05;

/** Counts from before the page begins, and as browsers do: not what follows within half a second of a person's own doing. */
const watching = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput) window.shifts.push(one.value);
  }).observe({ type: "layout-shift", buffered: true });
`;

async function shiftOn(page: Page): Promise<number> {
  const shifts = z.array(z.number()).parse(await page.evaluate("window.shifts"));
  return shifts.reduce((sum, one) => sum + one, 0);
}

const sizes = [
  { on: "a desk screen", size: desk },
  { on: "a phone", size: phone },
];
const paths = [
  { page: "home", username: meat.safety, path: () => "/" },
  { page: "a list", username: meat.safety, path: () => "/registers/hazard" },
  {
    page: "an entry",
    username: meat.safety,
    path: async () => (await bring(meat, "烫毛池护栏松动", "confirmMajor")).path,
  },
  { page: "the form that opens one", username: meat.safety, path: () => "/registers/hazard/new/find" },
  { page: "an inspector's home", username: "inspector", path: () => "/" },
];

test.each(sizes.flatMap(({ on, size }) => paths.map((one) => ({ on, size, ...one }))))(
  "on $on, $page comes up without jumping",
  async ({ size, username, path }) => {
    const page = await stranger(size);
    await page.addInitScript(watching);
    await become(page, username, await path());
    // Whatever comes after the first paint comes within a second; the stream of changes keeps the network from ever being idle.
    await page.waitForTimeout(1_000);
    expect(await shiftOn(page)).toBeLessThan(mostShift);
  },
);

test("a page that jumps is found out", async () => {
  const page = await stranger();
  await page.addInitScript(watching);
  await become(page, meat.safety, "/");
  await page.evaluate(`new Promise((moved) => {
    document.getElementById("main").style.marginTop = "300px";
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(moved, 100)));
  })`);
  expect(await shiftOn(page)).toBeGreaterThan(mostShift);
});
