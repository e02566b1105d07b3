import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import type { Region } from "../../core/pack/pack.ts";
import { registers } from "../../core/registers/index.ts";
import { readPack } from "../../server/store/read-pack.ts";

const pack = await readPack(import.meta.dirname);
const planSource = await readFile(new URL("plan-source.txt", import.meta.url), "utf8");

const withoutBlanks = (text: string) => text.replaceAll(/\s/g, "");

function below(region: string, level: Region["level"]): readonly string[] {
  return pack.regions
    .filter(({ code, level: own }) => own === level && code.startsWith(region))
    .map(({ code }) => code);
}

test("Diqing has three county units with 11, 8 and 10 townships", () => {
  const counties = below("5334", "county");
  expect(counties).toEqual(["533401", "533422", "533423"]);
  expect(counties.map((county) => below(county, "township").length)).toEqual([11, 8, 10]);
});

test("every seat lies within Diqing", () => {
  for (const { seat } of pack.regions.filter((region) => region.seat !== undefined)) {
    expect(seat?.longitude).toSatisfy((degrees: number) => degrees > 98.6 && degrees < 100.31);
    expect(seat?.latitude).toSatisfy((degrees: number) => degrees > 26.87 && degrees < 29.23);
  }
});

test("the measures are the whole of the plan's third part, word for word", () => {
  const plan = withoutBlanks(planSource);
  const start = plan.indexOf("三、重点任务");
  let rest = plan.slice(start, plan.indexOf("四、保障措施"));
  const take = (piece: string) => {
    expect(rest).toContain(piece);
    const at = rest.indexOf(piece);
    expect(rest.slice(0, at), `between the pieces, before ${piece.slice(0, 20)}`).toMatch(/^。?$/);
    rest = rest.slice(at + piece.length);
  };
  take("三、重点任务");
  for (const action of pack.plan.actions) {
    take(`(${"一二三四五六七八九十"[action.number - 1]})${action.title.zh}`);
    for (const measure of pack.plan.measures.filter((one) => one.action === action.number)) {
      take(`${measure.number}.${measure.text}`);
    }
  }
  expect(rest).toBe("");
  expect([pack.plan.actions.length, pack.plan.measures.length]).toEqual([10, 38]);
});

test("every bracket that names who is responsible is kept as a lead", () => {
  const bracket = /\((?:[^()]|\([^()]*\))*\)/g;
  for (const { number, text, leads } of pack.plan.measures) {
    const named = (text.match(bracket) ?? []).filter((one) => /负责|牵头/.test(one));
    expect(named, `measure ${number}`).toEqual(leads);
    expect(named.length, `measure ${number}`).toBeGreaterThan(0);
  }
});

test("令10号 is whole: 3 items of management, 47 of seven trades, 14 of three special fields, and article 14", () => {
  const items = pack.items.filter((item) => item.standard === "GM");
  const perArticle = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13].map(
    (article) => items.filter(({ item }) => item.startsWith(`${article}-`)).length,
  );
  expect(perArticle).toEqual([3, 8, 13, 8, 7, 7, 2, 2, 10, 2, 2]);
  expect(items.filter(({ item }) => !item.includes("-")).map(({ item }) => item)).toEqual(["14"]);
  expect(pack.standards.find(({ code }) => code === "GM")?.officialItems).toBe(64);
});

test("an item's citation says the same as its number", () => {
  const numerals = ["", ..."一二三四五六七八九十", "十一", "十二", "十三", "十四"];
  for (const { item, article } of pack.items) {
    const [first, second] = item.split("-").map(Number);
    const cited =
      second === undefined
        ? `第${numerals[first ?? 0]}条`
        : `第${numerals[first ?? 0]}条第（${numerals[second]}）项`;
    expect(article).toBe(cited);
  }
});

test("each county unit mirrors the prefecture's supervising departments", () => {
  const supervising = (region: string) =>
    pack.organisations
      .filter((one) => one.region === region && one.duties.some(({ as }) => as === "supervision"))
      .map(({ id }) => id.slice(id.indexOf("-") + 1));
  expect(supervising("5334")).toHaveLength(13);
  for (const county of below("5334", "county")) expect(supervising(county)).toEqual(supervising("5334"));
});

test("offices of committees only coordinate: they inspect no enterprise (国办发〔2024〕54号)", () => {
  const offices = pack.organisations.filter(({ kind }) => kind === "committeeOffice");
  expect(offices).toHaveLength(6);
  expect(new Set(offices.flatMap(({ duties }) => duties.map(({ as }) => as)))).toEqual(
    new Set(["coordination"]),
  );
});

test("every clock that a register names is a parameter in days", () => {
  const named = registers.flatMap((register) =>
    Object.values(register.states).flatMap(({ clock }) =>
      clock !== undefined && "named" in clock ? [clock.named] : [],
    ),
  );
  const inDays = pack.parameters.filter(({ unit }) => unit.endsWith("Day")).map(({ name }) => name);
  expect(named.length).toBeGreaterThan(0);
  expect(inDays).toEqual(expect.arrayContaining(named));
});

test("of all clocks and numbers only those that the plan itself names are certain; the others are marked 待核实", () => {
  const certain = pack.parameters.filter(({ toBeConfirmed }) => !toBeConfirmed);
  expect(certain.map(({ name }) => name)).toEqual(["check.within.months", "check.highRisk.within.months"]);
  for (const { source } of certain) expect(source).toMatch(/^治本攻坚措施/);
});

test("English words hold no Chinese, and Chinese words hold some", () => {
  const rows = [...pack.regions, ...pack.sectors, ...pack.organisations, ...pack.standards].map(
    ({ name }) => name,
  );
  const words = [...rows, ...pack.parameters.map((row) => row.words), ...pack.items.map((row) => row.text)];
  const chinese = /\p{Script=Han}/u;
  expect(words.filter(({ zh, en }) => chinese.test(en) || !chinese.test(zh))).toEqual([]);
});
