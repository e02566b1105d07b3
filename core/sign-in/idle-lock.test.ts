import { expect, test } from "vitest";
import { isLocked } from "./idle-lock.ts";
import { demonstrationRules, strictRules } from "./rules.ts";

const used = new Date("2026-03-10T01:00:00Z");
const after = (minutes: number, more = 0) => new Date(used.getTime() + minutes * 60_000 + more);

test.each([
  { story: "is open after the time and the minute to which its use is known", at: after(16), gives: false },
  { story: "is locked after that", at: after(16, 1), gives: true },
  { story: "is locked at once where its page says so", at: after(0), locked: true, gives: true },
  { story: "is never locked in a demonstration", at: after(700), rules: demonstrationRules, gives: false },
  {
    story: "is not locked there by its page either",
    at: after(0),
    rules: demonstrationRules,
    locked: true,
    gives: false,
  },
])("a session $story", ({ at, locked = false, rules = strictRules, gives }) => {
  expect(isLocked({ usedAt: used, locked }, rules, at)).toBe(gives);
});
