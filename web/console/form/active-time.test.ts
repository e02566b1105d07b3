import { expect, test } from "vitest";
import { type Attention, activeSeconds, attended, began } from "./active-time.ts";

/** What happens, and after how many seconds. */
type Event = readonly [at: number, seen?: "leaves" | "comes back"];

function activeAfter(...events: readonly Event[]): number {
  const start: Attention = began(0);
  const end = events.reduce(
    (so, [at, seen]) => attended(so, at * 1_000, seen === "leaves" ? "hidden" : "seen"),
    start,
  );
  return activeSeconds(end);
}

test.each<{ story: string; events: readonly Event[]; gives: number }>([
  { story: "steady work counts wholly", events: [[20], [40], [65]], gives: 65 },
  { story: "a pause of a minute is reading", events: [[60]], gives: 60 },
  { story: "a longer one is none, and work goes on after it", events: [[30], [91], [100]], gives: 39 },
  {
    story: "what passes while the page is out of sight does not count",
    events: [[10], [20, "leaves"], [50, "comes back"], [55]],
    gives: 25,
  },
  {
    story: "a page left for a minute counts nothing of it",
    events: [
      [61, "leaves"],
      [70, "comes back"],
    ],
    gives: 0,
  },
  { story: "a clock that is set back takes nothing away", events: [[30], [10], [20]], gives: 40 },
  { story: "half a second is a second: nothing took no time", events: [[0.4]], gives: 1 },
])("$story", ({ events, gives }) => {
  expect(activeAfter(...events)).toBe(gives);
});
