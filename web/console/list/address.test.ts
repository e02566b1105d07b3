import { describe, expect, test } from "vitest";
import { enterprise } from "../../../core/registers/enterprise.ts";
import { hazard } from "../../../core/registers/hazard.ts";
import type { Search } from "../../api/queries.ts";
import type { RegisterView } from "../../api/types.ts";
import { described } from "../../support/described.ts";
import {
  fromStart,
  keptFilters,
  listQuery,
  nextSort,
  ownListOf,
  searchOfAddress,
  sortsOf,
  withOwnList,
} from "./address.ts";

const hazards = described(hazard);
const enterprises = described(enterprise);
const plain = { limit: "50", count: "quick" };

describe("an address is the list", () => {
  test("its filters, order and place are asked of the API under the same names", () => {
    const search = {
      state: "found,rectifying",
      level: "major",
      region: "533401",
      "foundOn.from": "2026-01-01",
      "dueOn.to": "2026-12-31",
      q: "积水",
      todo: "mine",
      due: "overdue",
      unsettled: "true",
      acted: "mine",
      started: "mine",
      copied: "mine",
      "openedOn.from": "2026-01-01",
      "closedOn.from": "2026-02-01",
      sort: "dueOn",
      cursor: "abc",
    };
    expect(listQuery(hazards, search)).toEqual({ ...search, ...plain });
  });

  test.each<{ story: string; search: Search; register: RegisterView }>([
    { story: "a filter that the register does not have", search: { level: "major" }, register: enterprises },
    { story: "a name that nobody knows", search: { utm_source: "x" }, register: hazards },
    { story: "an order that the register does not have", search: { sort: "foundOn" }, register: enterprises },
    { story: "an order that the API does not have", search: { sort: "title" }, register: hazards },
    { story: "what is not open", search: { unsettled: "false" }, register: hazards },
    { story: "somebody else's done work", search: { acted: "theirs" }, register: hazards },
    { story: "a day that is none", search: { "closedOn.from": "2026-02-30" }, register: hazards },
    { story: "a deadline that is on no rung", search: { due: "later" }, register: hazards },
    { story: "somebody else's work list", search: { todo: "theirs" }, register: hazards },
    { story: "a search of blanks", search: { q: "  " }, register: hazards },
    { story: "a search longer than the API takes", search: { q: "隐".repeat(101) }, register: hazards },
    { story: "the size of a page", search: { limit: "100000" }, register: hazards },
  ])("$story is left out, since the API would refuse the list for it", ({ search, register }) => {
    expect(listQuery(register, search)).toEqual(plain);
  });

  test("only text that says something is taken from the address", () => {
    const search = { q: "泄漏", level: "", cursor: undefined, region: 533401 };
    expect(searchOfAddress(search)).toEqual({ q: "泄漏" });
  });

  test("one list of somebody's own is looked at, or none", () => {
    const search = { q: "泄漏", todo: "mine" };
    expect(ownListOf(search)).toBe("todo");
    expect(withOwnList(search, "acted")).toEqual({ q: "泄漏", acted: "mine" });
    expect(withOwnList(search, undefined)).toEqual({ q: "泄漏" });
    expect(ownListOf({ q: "泄漏" })).toBeUndefined();
  });

  test("another question starts at the first page", () => {
    expect(fromStart({ q: "泄漏", cursor: "abc" })).toEqual({ q: "泄漏" });
  });
});

describe("the order of a list", () => {
  test("is offered by the days that the register shows, the newest entries first", () => {
    expect(sortsOf(hazards)).toEqual(["-openedOn", "openedOn", "-foundOn", "foundOn", "-dueOn", "dueOn"]);
    expect(sortsOf(enterprises)).toEqual(["-openedOn", "openedOn"]);
  });

  test("turns round when its heading is pressed again", () => {
    expect(nextSort("foundOn", undefined)).toBe("-foundOn");
    expect(nextSort("foundOn", "-foundOn")).toBe("foundOn");
    expect(nextSort("foundOn", "foundOn")).toBe("-foundOn");
    expect(nextSort("foundOn", "-dueOn")).toBe("-foundOn");
  });
});

test("a list is kept by its filters and order, without its page and what the register does not know", () => {
  const search = { state: "found", sort: "-dueOn", cursor: "abc", colour: "red", due: "soon" };
  expect(keptFilters(hazards, search)).toEqual({ state: "found", sort: "-dueOn", due: "soon" });
  expect(keptFilters(hazards, {})).toEqual({});
});
