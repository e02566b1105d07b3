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

test("no clock or number is certain yet, so each is marked 待核实", () => {
  expect(pack.parameters.filter(({ toBeConfirmed }) => !toBeConfirmed)).toEqual([]);
});

test("English words hold no Chinese, and Chinese words hold some", () => {
  const rows = [...pack.regions, ...pack.sectors, ...pack.organisations, ...pack.standards].map(
    ({ name }) => name,
  );
  const texts = [...pack.items, ...pack.topics].map((row) => row.text);
  const scopes = pack.standards.flatMap(({ scope }) => scope ?? []);
  const words = [...rows, ...pack.parameters.map((row) => row.words), ...texts, ...scopes];
  const chinese = /\p{Script=Han}/u;
  expect(words.filter(({ zh, en }) => chinese.test(en) || !chinese.test(zh))).toEqual([]);
});
