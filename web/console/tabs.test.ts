import { expect, test } from "vitest";
import {
  closed,
  neighbour,
  opened,
  type Page,
  pageAt,
  readTabs,
  type Tab,
  tabKey,
  tended,
  writeTabs,
} from "./tabs.ts";

const list = { register: "hazard" };
const entry = (id: string) => ({ register: "hazard", entry: id, title: `隐患${id}` });
const names = (tabs: readonly Tab[]) => tabs.map(tabKey);
const open = (...pages: readonly Page[]) =>
  pages.reduce<readonly Tab[]>((tabs, page) => opened(tabs, page), []);

test.each([
  ["/registers/hazard", { register: "hazard", entry: undefined }],
  ["/registers/hazard/entries/a1", { register: "hazard", entry: "a1" }],
  ["/registers/hazard/new/find", undefined],
  ["/registers/hazard/entries/a1/life", undefined],
  ["/plan", undefined],
  ["/", undefined],
])("what stays at hand: %s", (path, page) => {
  expect(pageAt(path)).toEqual(page);
});

test("a list and its entries stand in the order in which they were opened, each once", () => {
  expect(names(open(list, entry("a"), entry("b"), list))).toEqual(["hazard/", "hazard/a", "hazard/b"]);
});

test("a list keeps its latest filters and place", () => {
  const [tab] = open(list, { ...list, search: { level: "major" }, place: "k2", before: ["c1"] });
  expect(tab).toMatchObject({ search: { level: "major" }, place: "k2", before: ["c1"] });
});

test("opening what is looked at already changes nothing", () => {
  const tabs = open(list, entry("a"));
  expect(opened(tabs, entry("a"))).toEqual(tabs);
});

test("the eleventh takes the place of the one looked at longest ago", () => {
  const ten = open(list, ...["a", "b", "c", "d", "e", "f", "g", "h", "i"].map(entry));
  const eleven = opened(opened(ten, list), entry("j"));
  expect(eleven).toHaveLength(10);
  expect(names(eleven)).toContain("hazard/");
  expect(names(eleven)).not.toContain("hazard/a");
  expect(names(eleven).at(-1)).toBe("hazard/j");
});

test("after closing one stands at the next, else at the one before", () => {
  const tabs = open(list, entry("a"), entry("b"));
  expect(neighbour(tabs, entry("a"))?.entry).toBe("b");
  expect(neighbour(tabs, entry("b"))?.entry).toBe("a");
  expect(neighbour(open(list), list)).toBeUndefined();
  expect(names(closed(tabs, entry("a")))).toEqual(["hazard/", "hazard/b"]);
});

test("an entry out of sight loses its tab, and a renamed one is shown under its present title", () => {
  const read = (tab: Tab) => (tab.entry === "a" ? ("absent" as const) : undefined);
  expect(names(tended(open(list, entry("a"), entry("b")), read))).toEqual(["hazard/", "hazard/b"]);
});

test("tabs outlive a reload, for the person and the post that opened them", () => {
  const kept = new Map<string, string>();
  const shelf = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
  };
  const owner = { person: "mei", post: "one" };
  const tabs = open({ ...list, search: { q: "液氨" } }, entry("a"));
  writeTabs(shelf, owner, tabs);
  expect(readTabs(shelf, owner)).toEqual(JSON.parse(JSON.stringify(tabs)));
  expect(readTabs(shelf, { ...owner, post: "other" })).toEqual([]);
});

test.each(["{", "7", '[{"register":"hazard"}]', '[{"register":"hazard","entry":"a","search":{},"used":1}]'])(
  "what is no tab is not read: %s",
  (text) => {
    const shelf = { getItem: () => text, setItem: () => undefined };
    expect(readTabs(shelf, { person: "mei", post: "one" })).toEqual([]);
  },
);
