import { expect, test } from "vitest";
import { searchOfRanking } from "./ranking.ts";

test.each([
  { search: { year: "2025" }, is: { year: "2025" } },
  { search: { year: 2025 }, is: { year: "2025" } },
  { search: { year: "25" }, is: {} },
  { search: {}, is: {} },
])("the address $search asks for $is", ({ search, is }) => {
  expect(searchOfRanking(search)).toEqual(is);
});
