import { readdirSync, readFileSync, statSync } from "node:fs";
import { expect, test } from "vitest";
import { largestBytes, screenshots } from "./screenshots.ts";

const root = new URL("../../", import.meta.url);
const files = screenshots.map(({ file }) => file).toSorted();

test.each(["README.md", "README.zh-CN.md"])(
  "%s shows the screenshots that the script takes, and no others",
  (name) => {
    const text = readFileSync(new URL(name, root), "utf8");
    const shown = [...text.matchAll(/docs\/screenshots\/([\w-]+\.png)/g)].map(([, file]) => file);
    expect([...new Set(shown)].toSorted()).toEqual(files);
  },
);

test("each of them is there, once, and small enough to be read over a slow line", () => {
  const folder = new URL("docs/screenshots/", root);
  expect(readdirSync(folder).toSorted()).toEqual(files);
  for (const file of files)
    expect(statSync(new URL(file, folder)).size, file).toBeLessThanOrEqual(largestBytes);
});
