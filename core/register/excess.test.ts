import { expect, test } from "vitest";
import { problemWords } from "../problems.ts";
import { checkInput } from "./check-field.ts";
import { files, text } from "./field.ts";

const words = { zh: "项", en: "Field" };
const fields = { name: text({ words, maxLength: 3 }), photos: files({ words, max: 2 }) };

test.each([
  { story: "a text", input: { name: "一二三四𠮷" }, says: "最多 3 字，现有 5 字" },
  { story: "files", input: { photos: [0, 1, 2].map(idOf) }, says: "最多 2 个，现有 3 个" },
  {
    story: "one file twice, of which figures tell nothing",
    input: { photos: [idOf(1), idOf(1)] },
    says: "数量过多",
  },
])("what is too much says by how much: $story", ({ input, says }) => {
  const found = checkInput(fields, [], ["name", "photos"], input);
  expect(found.map((problem) => problemWords(problem).zh)).toEqual([says]);
});

function idOf(at: number): string {
  return `0192f0c1-0000-7000-8000-00000000000${at}`;
}
