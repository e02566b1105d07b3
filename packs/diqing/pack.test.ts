import { expect, test } from "vitest";
import { unitAbove } from "../../core/pack/organisation-tree.ts";
import type { DutyKind, Organisation, Region } from "../../core/pack/pack.ts";
import { registers } from "../../core/registers/index.ts";
import { type Ladder, rungWhos } from "../../core/reminders/ladder.ts";
import { readPack } from "../../server/store/read-pack.ts";

const pack = await readPack(import.meta.dirname);

const shortNames = new Map(pack.organisations.map(({ id, shortName }) => [id, shortName.zh]));

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

test("the plan's sectors are coded S01 to S23", () => {
  expect(pack.sectors.map(({ code }) => code)).toEqual(
    Array.from({ length: 23 }, (_, index) => `S${String(index + 1).padStart(2, "0")}`),
  );
});

test("every seat lies within Diqing", () => {
  for (const { seat } of pack.regions.filter((region) => region.seat !== undefined)) {
    expect(seat?.longitude).toSatisfy((degrees: number) => degrees > 98.6 && degrees < 100.31);
    expect(seat?.latitude).toSatisfy((degrees: number) => degrees > 26.87 && degrees < 29.23);
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

test("departments have their role in each sector, two of them one role here and another there", () => {
  const withDuty = (duty: DutyKind) =>
    pack.organisations
      .filter(({ level, duties }) => level === "prefecture" && duties.some(({ as }) => as === duty))
      .map(({ id }) => id);
  expect(withDuty("comprehensive")).toEqual(["zhou-yingji"]);
  expect(withDuty("industry")).toHaveLength(11);
  const both = withDuty("supervision").filter((id) => withDuty("industry").includes(id));
  expect(both).toEqual(["zhou-fagai", "zhou-gongxin"]);
  expect(withDuty("support").map((id) => shortNames.get(id))).toEqual([
    "州委组织部",
    "州委宣传部",
    "州科技局",
    "州总工会",
    "州供电局",
    "州纪委监委",
    "州检察院",
    "州法院",
  ]);
  expect(withDuty("coordination").map((id) => shortNames.get(id))).toEqual([
    "州政府",
    "州安委办",
    "州消安委办",
    "州交安委办",
    "香格里拉产业园区",
  ]);
});

// domain.md 4.3; the park's sector has no department, and two have none yet.
test.each([
  ["S01 S02 S03 S04 S05", "州应急管理局"],
  ["S06", "州工业和信息化局"],
  ["S07 S08", "州住房和城乡建设局"],
  ["S09", "州公安局 州交通运输局"],
  ["S10", "州水务局"],
  ["S11", "州发展改革委"],
  ["S12", "州市场监管局"],
  ["S13", "州农业农村局"],
  ["S14", "州消防救援支队"],
  ["S15", "州文化和旅游局"],
  ["S16", "州商务局"],
  ["S17", "州卫生健康委"],
  ["S18", "州教育体育局"],
  ["S19", "州民政局"],
  ["S20", "州林草局"],
  ["S21 S22 S23", ""],
])("the sectors %s are answered for by %s", (sectors, departments) => {
  for (const sector of sectors.split(" ")) {
    const answering = pack.organisations.filter(
      ({ kind, level, duties }) =>
        kind === "department" &&
        level === "prefecture" &&
        duties.some((duty) => duty.sectors !== "all" && duty.sectors.includes(sector)),
    );
    expect(answering.map(({ shortName }) => shortName.zh).join(" ")).toBe(departments);
  }
});

test("each county has a Party committee and a government, each township a government, and the park is one organisation of the prefecture", () => {
  const ofKind = (kind: Organisation["kind"]) =>
    pack.organisations
      .filter((one) => one.kind === kind)
      .map(({ region }) => region)
      .sort();
  const counties = below("5334", "county");
  const townships = counties.flatMap((county) => below(county, "township"));
  expect(townships).toHaveLength(29);
  expect(ofKind("partyCommittee")).toEqual(counties);
  expect(ofKind("government")).toEqual(["5334", ...counties, ...townships].sort());
  expect(ofKind("park")).toEqual(["5334"]);
});

test("each county has the departments that manage a trade in the prefecture, with the same trades, to be confirmed", () => {
  const managing = (level: Organisation["level"], region: string) =>
    pack.organisations.filter(
      (one) =>
        one.level === level &&
        one.region === region &&
        one.duties.some(({ as, sectors }) => as === "industry" && sectors.length > 0),
    );
  const sectorsOf = (organisations: readonly Organisation[]) =>
    organisations.flatMap(({ duties }) => duties.flatMap(({ sectors }) => sectors)).sort();
  const above = sectorsOf(managing("prefecture", "5334"));
  expect(above).toEqual(["S15", "S16", "S18", "S19", "S20"]);
  for (const county of below("5334", "county")) {
    expect([county, sectorsOf(managing("county", county))]).toEqual([county, above]);
    expect(managing("county", county).every(({ toBeConfirmed }) => toBeConfirmed)).toBe(true);
  }
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
  const texts = [...pack.items, ...pack.topics].map((row) => row.text);
  const scopes = pack.standards.flatMap(({ scope }) => scope ?? []);
  const words = [...rows, ...pack.parameters.map((row) => row.words), ...texts, ...scopes];
  const chinese = /\p{Script=Han}/u;
  expect(words.filter(({ zh, en }) => chinese.test(en) || !chinese.test(zh))).toEqual([]);
});

test("nobody stands above themselves, every climb ends at the prefecture's office, and no township is without anybody above", () => {
  const tree = { byId: new Map(pack.organisations.map((one) => [one.id, one])), idOf: (id: string) => id };
  for (const { id, level } of pack.organisations) {
    const line = [id];
    for (let at = unitAbove(tree, id); at !== undefined; at = unitAbove(tree, at)) {
      expect(line).not.toContain(at);
      line.push(at);
    }
    expect(line.at(-1)).toBe("zhou-anweiban");
    if (level === "township") expect(line[1]).toMatch(/^(xianggelila|deqin|weixi)-anweiban$/);
  }
});

test("the days of the reminder ladders are a design, to be confirmed, and a major matter climbs no slower", () => {
  const [plain, major] = [undefined, "major"].map((level) => pack.ladders.find((one) => one.level === level));
  expect(pack.ladders.every(({ toBeConfirmed }) => toBeConfirmed)).toBe(true);
  for (const who of rungWhos) {
    const first = (ladder: Ladder | undefined) =>
      Math.min(...(ladder?.rungs ?? []).filter((rung) => rung.who === who).map(({ after }) => after));
    expect(first(major)).toBeLessThanOrEqual(first(plain));
  }
});
