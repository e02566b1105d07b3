import { beforeAll, describe, expect, test } from "vitest";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import type { EntryAnswer } from "../support/client.ts";
import { newWorld, type World } from "../support/world.ts";

const titles = [
  "酒库防爆灯罩破损",
  "罩棚立柱锈蚀",
  "3号锅炉房ＡＢ区１０ｋＶ电缆裸露",
  "3号锅炉房ab区10KV电缆裸露",
  "含量50%的酒精桶",
  "含量50的酒精桶",
  "编号a_b的阀门",
  "编号axb的阀门",
  "路径C:\\temp",
  "路径C:temp",
  "标语“安全'第一'”脱落",
  "㎡级通风口堵塞",
  "𠮷野工段照明失效",
  "灯",
] as const;

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const title of titles) await world.hazardFound({ title });
  const input = { source: "inspection", foundOn: "2026-03-02" };
  for (const title of ["外县灯罩破损", "外县阀门渗漏"])
    await world.as("yu").open("hazard", { input: { ...input, title, organisation: enterpriseId("timber") } });
});

async function walk(name: PersonName, query: Readonly<Record<string, string>>): Promise<EntryAnswer[]> {
  const walked: EntryAnswer[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await world.as(name).list("hazard", { ...query, ...(cursor ? { cursor } : {}) });
    walked.push(...page.entries);
    cursor = page.next;
  }
  return walked;
}

const titlesOf = (entries: readonly EntryAnswer[]) => entries.map(({ title }) => title).sort();

describe("a search finds what holds the text, as it stands:", () => {
  test.each<[string, string, readonly string[]]>([
    ["two characters", "灯罩", ["外县灯罩破损", "酒库防爆灯罩破损"]],
    ["one character", "罩", ["外县灯罩破损", "罩棚立柱锈蚀", "酒库防爆灯罩破损"]],
    ["one character, the last of a title and a whole one", "灯", ["外县灯罩破损", "灯", "酒库防爆灯罩破损"]],
    ["a whole title", "酒库防爆灯罩破损", ["酒库防爆灯罩破损"]],
    ["characters that stand in it, and not beside each other", "酒罩", []],
    ["pairs that stand in it, and not as one text", "灯罩防爆", []],
    ["letters of either case", "Ab区", [titles[2], titles[3]]],
    ["letters and digits of full width", "ａｂ区１０", [titles[2], titles[3]]],
    ["a sign that stands for its letters", "m2级", ["㎡级通风口堵塞"]],
    ["a percent sign", "50%", ["含量50%的酒精桶"]],
    ["a percent sign alone", "%", ["含量50%的酒精桶"]],
    ["an underscore", "a_b", ["编号a_b的阀门"]],
    ["a backslash", "\\", ["路径C:\\temp"]],
    ["a backslash at the end", "c:\\", ["路径C:\\temp"]],
    ["quotation marks", "'第一'", [titles[10]]],
    ["one quotation mark", "'", [titles[10]]],
    ["signs of a search language", "灯 & !罩 | (", []],
    ["a character beyond the first plane", "𠮷", ["𠮷野工段照明失效"]],
    ["blanks around it", "  灯罩 ", ["外县灯罩破损", "酒库防爆灯罩破损"]],
  ])("%s", async (_, q, expected) => {
    const sorted = [...expected].sort();
    // A page that is full comes of looking through the nearest, the last one of the index.
    for (const limit of ["1", "2", "50"]) expect(titlesOf(await walk("zhang", { q, limit }))).toEqual(sorted);
    for (const count of ["exact", "quick"])
      expect((await world.as("zhang").list("hazard", { q, count })).total).toBe(expected.length);
  });
});

test("an entry is found by its number, whole or in part", async () => {
  const [some] = await walk("zhang", { q: "酒库" });
  const number = some?.number ?? "";
  expect(number).toMatch(/^YH533401-2026-\d{5}$/);
  for (const q of [number, number.toLowerCase(), number.slice(2)])
    expect(titlesOf(await walk("zhang", { q, limit: "1" }))).toEqual([some?.title]);
  expect(await walk("zhang", { q: "533401-2026-", limit: "3" })).toHaveLength(titles.length);
});

describe("an entry is found by the name of its enterprise", () => {
  test.each<[string, PersonName, number]>([
    ["by who sees the enterprise", "zhang", 2],
    ["by who supervises it", "yu", 2],
    ["and by nobody who does not see the entry", "lin", 0],
  ])("%s", async (_, name, expected) => {
    for (const limit of ["1", "50"]) {
      const found = await walk(name, { q: "保和木制", limit });
      expect(found).toHaveLength(expected);
      expect(found.every(({ title }) => title.startsWith("外县"))).toBe(true);
    }
  });

  test("under its new name, once it has one, and no more under the old", async () => {
    const id = enterpriseId("timber");
    const { entry } = await world.as("yu").entry("enterprise", id);
    const asked = { version: entry.version, input: { name: "维西杉松家具厂（虚构）" } };
    const answer = await world.as("he").act("enterprise", id, "amend", asked);
    expect(answer.status).toBe(200);
    expect(await walk("zhang", { q: "杉松", limit: "1" })).toHaveLength(2);
    expect(await walk("zhang", { q: "保和木制", limit: "1" })).toHaveLength(0);
  });
});

describe("a search shows each no more than the list does", () => {
  test.each(["su", "lin", "zhang", "tong", "yu", "chen"] as const)("%s", async (name) => {
    const all = await walk(name, {});
    for (const q of ["灯", "灯罩", "阀门"])
      for (const limit of ["1", "50"]) {
        const found = await walk(name, { q, limit });
        expect(found.map(({ id }) => id)).toEqual(
          all.filter(({ title }) => title.includes(q)).map(({ id }) => id),
        );
      }
  });
});

describe("the number of what is found", () => {
  const total = async (name: PersonName, query: Readonly<Record<string, string>>) => {
    const { total, atLeast } = await world.as(name).list("hazard", { ...query, count: "quick" });
    return { total, atLeast };
  };

  test("does not hang on the page that is asked for", async () => {
    const first = await world.as("zhang").list("hazard", { q: "灯", limit: "1" });
    expect(await total("zhang", { q: "灯", limit: "1", cursor: first.next ?? "" })).toEqual({ total: 3 });
  });

  test("is that of the list, where nothing is searched for", async () => {
    for (const name of ["zhang", "su", "yu"] as const)
      expect((await total(name, {})).total).toBe((await walk(name, {})).length);
  });
});

test.each(["-openedOn", "openedOn", "-foundOn", "foundOn", "dueOn"])(
  "a search sorted by %s has the order of the list, and its filters",
  async (sort) => {
    const query = { sort, source: "inspection" };
    const all = await walk("zhang", query);
    const found = await walk("zhang", { ...query, q: "外县", limit: "1" });
    expect(found).toEqual(all.filter(({ title }) => title.startsWith("外县")));
  },
);
