import { describe, expect, test } from "vitest";
import { roleNames } from "../../../core/scope/roles.ts";
import { declaredPaths } from "../../support/routes.ts";
import { texts as enTexts } from "../../words/en/help/texts.ts";
import { tours as enTours } from "../../words/en/help/tours.ts";
import { type HelpText, screenPages } from "../../words/help-text.ts";
import { texts as zhTexts } from "../../words/zh/help/texts.ts";
import { tours as zhTours } from "../../words/zh/help/tours.ts";
import { helpAt, isHelpPage, pageOfRoute } from "./pages.ts";
import { sentencesOf } from "./search.ts";

test("every screen of the router has its page of the help, and none is spoken of that is gone", () => {
  expect(Object.keys(pageOfRoute).toSorted()).toEqual([...declaredPaths()].toSorted());
});

test("a self-check is explained on its list, its entry and its form; another register by the plain pages", () => {
  expect(helpAt("/registers/$register", "self-check")).toBe("self-check");
  expect(helpAt("/registers/$register/entries/$entry", "self-check")).toBe("self-check");
  expect(helpAt("/registers/$register/entries/$entry/life", "self-check")).toBe("life");
  expect(helpAt("/registers/$register", "hazard")).toBe("list");
  expect(helpAt("/nowhere", undefined)).toBe("help");
});

test("every page is one of a screen, of a role, or for administrators; and every address of one is known", () => {
  const names = [...screenPages, "administration", ...roleNames].toSorted();
  expect(Object.keys(zhTexts).toSorted()).toEqual(names);
  expect(names.filter((name) => !isHelpPage(name))).toEqual([]);
  expect(isHelpPage("system")).toBe(false);
  expect(isHelpPage("toString")).toBe(false);
});

/** How many parts, steps, marks and troubles a page has. */
const shape = ({ parts, marks = [], troubles = [] }: HelpText) => [
  parts.map(({ title, steps }) => [title === undefined, steps.length]),
  marks.length,
  troubles.length,
];

describe.each(Object.keys(zhTexts).filter(isHelpPage))("the page %s", (name) => {
  test("says in English what it says in Chinese, piece by piece, and leaves nothing empty", () => {
    expect(shape(enTexts[name])).toEqual(shape(zhTexts[name]));
    for (const text of [zhTexts[name], enTexts[name]])
      expect(sentencesOf(text).filter((one) => one.trim() === "")).toEqual([]);
    expect(sentencesOf(zhTexts[name]).filter((one) => !/\p{Script=Han}/u.test(one))).toEqual([]);
  });

  test("has as many backquotes as make pairs", () => {
    for (const text of [zhTexts[name], enTexts[name]])
      for (const one of sentencesOf(text)) expect(one.split("`").length % 2, one).toBe(1);
  });
});

test.each(roleNames)(
  "the tour of %s has three to five steps, ends at the help, and is the same in English",
  (role) => {
    if (role === "system") throw new Error("No person is the system");
    const steps = zhTours[role];
    expect(steps.length).toBeGreaterThanOrEqual(3);
    expect(steps.length).toBeLessThanOrEqual(5);
    expect(steps.at(-1)?.at).toBe("help");
    expect(enTours[role].map(({ at }) => at)).toEqual(steps.map(({ at }) => at));
  },
);
