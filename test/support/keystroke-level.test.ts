import { expect, test } from "vitest";
import { estimatedSeconds } from "./keystroke-level.ts";

const nothing = { taps: 0, fields: 0, characters: 0, swipes: 0, screens: 0 };

test.each([
  { story: "a tap is thought of, aimed and pressed", effort: { taps: 1 }, gives: 2.55 },
  {
    story: "a field is thought of once, and typed sign by sign",
    effort: { fields: 1, characters: 181 },
    gives: 61.35,
  },
  { story: "a stroke over the page needs no thought", effort: { swipes: 1 }, gives: 1.2 },
  { story: "each screen is waited for", effort: { screens: 3 }, gives: 3 },
])("$story", ({ effort, gives }) => {
  expect(estimatedSeconds({ ...nothing, ...effort })).toBeCloseTo(gives, 6);
});
