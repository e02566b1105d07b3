import { expect, test } from "vitest";
import { setStage } from "./stage.ts";

const { address, become, stranger } = setStage();

/** What the console may weigh at most before its first page stands, compressed: minutes of a slow line in a township are few. */
const firstLoadKib = 400;

/** How many bytes come for an address under gzip, which every browser and proxy understands. */
async function compressedBytes(url: string): Promise<number> {
  const response = await fetch(url, { headers: { "accept-encoding": "gzip" } });
  const announced = Number(response.headers.get("content-length"));
  const body = await response.arrayBuffer();
  return Number.isNaN(announced) || announced === 0 ? body.byteLength : announced;
}

test.each([
  { who: "an office", username: "anweiban" },
  { who: "an inspector", username: "inspector" },
  { who: "an enterprise", username: "safety" },
])("the first page of $who is light enough for a slow line", async ({ username }) => {
  const page = await stranger();
  const loaded = new Set<string>();
  page.on("response", (response) => {
    const url = new URL(response.url());
    if (url.origin === address && !url.pathname.startsWith("/api/")) loaded.add(url.href);
  });
  await become(page, username, "/");
  await page.waitForLoadState("load");
  const bytes = await Promise.all([...loaded].map(compressedBytes));
  const kib = Math.round(bytes.reduce((sum, size) => sum + size, 0) / 1024);
  expect(loaded.size).toBeGreaterThan(3);
  expect(kib, `${kib} KiB in ${loaded.size} files`).toBeLessThanOrEqual(firstLoadKib);
});
