import { expect, test } from "vitest";
import { type Ranking, ranksOf } from "./ranking.ts";

const figure = (value: number | null, own: Partial<Ranking> = {}): Ranking => ({
  indicator: "on-time-rate",
  ranks: "most",
  value,
  ...own,
});

test.each<{
  readonly story: string;
  readonly figures: readonly Ranking[];
  readonly ranks: readonly unknown[];
}>([
  { story: "the most comes first", figures: [figure(40), figure(90), figure(70)], ranks: [3, 1, 2] },
  {
    story: "the least comes first where less is better",
    figures: [figure(4, { ranks: "least" }), figure(9, { ranks: "least" })],
    ranks: [1, 2],
  },
  {
    story: "whoever has the same shares a rank, and the next one is as far behind as there are",
    figures: [figure(80), figure(95), figure(95), figure(60), figure(80)],
    ranks: [3, 1, 1, 5, 3],
  },
  {
    story: "where there is nothing to divide by nothing is ranked",
    figures: [figure(null), figure(0)],
    ranks: [undefined, 1],
  },
  {
    story: "what is not told is not ranked",
    figures: [figure(null, { few: true }), figure(5, { withheld: true }), figure(3)],
    ranks: [undefined, undefined, 1],
  },
  {
    story: "what nothing ranks by has no rank, as the whole",
    figures: [{ indicator: "on-time-rate", value: 99 }, figure(1)],
    ranks: [undefined, 1],
  },
  {
    story: "each indicator ranks by itself",
    figures: [figure(1), figure(2, { indicator: "hazards-open" })],
    ranks: [1, 1],
  },
])("$story", ({ figures, ranks }) => {
  expect(ranksOf(figures)).toEqual(ranks);
});
