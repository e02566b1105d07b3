import { readdir, readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { refusals } from "./refusals.ts";

/** The text of every file in these folders whose name passes. */
async function textsOf(folders: readonly string[], passes: (name: string) => boolean): Promise<string> {
  const texts: string[] = [];
  for (const folder of folders) {
    const url = new URL(`../${folder}/`, import.meta.url);
    const names = await readdir(url, { recursive: true });
    for (const name of names.filter(passes)) texts.push(await readFile(new URL(name, url), "utf8"));
  }
  return texts.join("\n");
}

const isTest = (name: string) => name.endsWith(".test.ts");
const tests = await textsOf(["core", "server", "test"], isTest);
// What is refused of a file is found where files are read.
const sources = await textsOf(
  ["core", "server/exchange"],
  (name) => name.endsWith(".ts") && !isTest(name) && !name.startsWith("refusals"),
);

test.each(Object.keys(refusals))("%s is met by somebody, and a test says by whom", (code) => {
  expect({ isGiven: sources.includes(`"${code}"`), isTried: tests.includes(`"${code}"`) }).toEqual({
    isGiven: true,
    isTried: true,
  });
});

test("every refusal has its words in both languages, and no two say the same", () => {
  const words = Object.values(refusals);
  expect(words.filter(({ zh, en }) => !/\p{Script=Han}/u.test(zh) || /\p{Script=Han}/u.test(en))).toEqual([]);
  expect(new Set(words.map(({ zh }) => zh)).size).toBe(words.length);
  expect(new Set(words.map(({ en }) => en)).size).toBe(words.length);
});
