import { describe, expect, test } from "vitest";
import { isDay } from "../../core/calendar/day.ts";
import { bo } from "./bo.ts";
import { inTibetan, type TibetanText } from "./tibetan.ts";

// The name of the language in itself, as Unicode's locale data have it: no word of the product.
const text = new Intl.DisplayNames("bo", { type: "language" }).of("bo") ?? "";
const checked = { by: "某某", on: "2026-11-26" } as const;

test.each<{ story: string; given: TibetanText | undefined; gives: TibetanText | undefined }>([
  { story: "what somebody named has checked is shown", given: { text, checked }, gives: { text, checked } },
  { story: "what nobody has checked is not", given: { text, checked: null }, gives: undefined },
  {
    story: "a reviewer without a name is none",
    given: { text, checked: { ...checked, by: " " } },
    gives: undefined,
  },
  { story: "nor is one of no day", given: { text, checked: { ...checked, on: "lately" } }, gives: undefined },
  { story: "Chinese is no Tibetan", given: { text: "登录", checked }, gives: undefined },
  { story: "nothing is nothing", given: undefined, gives: undefined },
])("$story", ({ given, gives }) => {
  expect(inTibetan(given === undefined ? {} : { purpose: given }, "purpose")).toEqual(gives);
});

describe("the Tibetan of the product", () => {
  test("names for each text who has checked it and when, or that nobody has", () => {
    for (const [word, own] of Object.entries(bo)) {
      expect(own.text, word).toMatch(/\p{Script=Tibetan}/u);
      if (own.checked === null) continue;
      expect(own.checked.by.trim(), word).not.toBe("");
      expect(isDay(own.checked.on), word).toBe(true);
    }
  });
});
