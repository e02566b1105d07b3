import { expect, test } from "vitest";
import { assessmentsAreShown } from "./assessments.ts";
import { repository, type Source } from "./source.ts";

const page = (...rows: readonly string[]): Source => ({
  path: "docs/security/asvs.md",
  text: ["| No. | Level | In short | Verdict | Shown by |", "|---|---|---|---|---|", ...rows].join("\n"),
});
const shown: Source = { path: "test/api/a.test.ts", text: 'test("a door is shut", () => {});' };

test.each([
  { story: "nothing is shown for what is met", row: "| 1.1.1 | 1 | a | met | we say so |" },
  { story: "a file is gone", row: "| 1.1.1 | 1 | a | met | `server/gone.ts` |" },
  { story: "a file is gone that shows a part", row: "| 1.1.1 | 1 | a | partly | `server/gone.ts` |" },
  {
    story: "a test has another name",
    row: '| 1.1.1 | 1 | a | met | `test/api/a.test.ts` "a door is open" |',
  },
])("an assessment does not hold where $story", ({ row }) => {
  expect(assessmentsAreShown([page(row), shown])).toHaveLength(1);
});

test("an assessment judges nothing twice", () => {
  const row = '| 1.1.1 | 1 | a | met | `test/api/a.test.ts` "a door is shut" |';
  expect(assessmentsAreShown([page(row), shown])).toEqual([]);
  expect(assessmentsAreShown([page(row, row), shown])).toHaveLength(1);
});

test("what the assessments name is there", () => {
  const sources = repository();
  expect(assessmentsAreShown(sources)).toEqual([]);
  for (const [path, least] of [
    ["docs/security/asvs.md", 253],
    ["docs/security/mlps3.md", 40],
  ] as const) {
    const text = sources.find((source) => source.path === path)?.text ?? "";
    expect(text.match(/^\| \d+\.\d+/gm)?.length ?? 0).toBeGreaterThanOrEqual(least);
  }
});
