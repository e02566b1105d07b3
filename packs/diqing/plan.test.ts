import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import type { Clause, NamedUnit, PlanSection } from "../../core/pack/plan.ts";
import { readPack } from "../../server/store/read-pack.ts";
import { otherNumbers } from "./other-numbers.ts";

const { plan, organisations } = await readPack(import.meta.dirname);
const source = await readFile(new URL("plan-source.txt", import.meta.url), "utf8");

const measureNumbered = (number: number) => plan.measures.find((measure) => measure.number === number);
const ofKind = (kind: PlanSection["kind"]) => plan.sections.filter((section) => section.kind === kind);
const measuresText = () =>
  plan.actions
    .map(({ number, heading }) =>
      [
        heading,
        ...plan.measures
          .filter(({ action }) => action === number)
          .map((measure) => `${measure.number}.${measure.text}`),
      ].join(""),
    )
    .join("");

test("the pack is the whole of the plan's text, from its first to its last character", () => {
  const told = plan.sections.map(({ kind, heading, text = "" }) =>
    kind === "measures" ? heading + measuresText() : heading + text,
  );
  expect(told.join("")).toBe(source.replaceAll(/\s/g, ""));
});

test("the plan has 10 actions, 38 measures, 4 principles, 4 objectives, 5 requirements and 5 safeguards", () => {
  const counted = (["principle", "objective", "requirement", "safeguard"] as const).map((kind) =>
    ofKind(kind).map(({ number }) => number),
  );
  expect(counted).toEqual([
    [1, 2, 3, 4],
    [1, 2, 3, 4],
    [1, 2, 3, 4, 5],
    [1, 2, 3, 4, 5],
  ]);
  expect([plan.actions.length, plan.measures.length]).toEqual([10, 38]);
  expect(
    ["notice", "preamble", "guidance", "leadership", "measures"].map(
      (kind) => plan.sections.filter((one) => one.kind === kind).length,
    ),
  ).toEqual([1, 1, 1, 1, 1]);
});

test("each action's heading is its title", () => {
  for (const { heading, title, number } of plan.actions)
    expect(heading.replace(/。$/, "")).toBe(`(${"一二三四五六七八九十"[number - 1]})${title.zh}`);
});

const bracket = /\((?:[^()]|\([^()]*\))*\)/g;

test("every bracket that names who is responsible is kept as a lead", () => {
  for (const { number, text, leads } of plan.measures) {
    const named = (text.match(bracket) ?? []).filter((one) => /负责|牵头/.test(one));
    expect(named, `measure ${number}`).toEqual(leads);
    expect(named.length, `measure ${number}`).toBeGreaterThan(0);
  }
});

/** What is left of a bracket without the units' own words: who leads, who shares, and nobody whom the pack forgot. */
const leftOver = (text: string, units: readonly NamedUnit[]) =>
  units
    .map(({ words }) => words)
    .sort((one, other) => other.length - one.length)
    .reduce((rest, words) => rest.replaceAll(words, ""), text)
    .replaceAll(/按(?:照)?职责分工|分别|以下均需|不再列出|牵头|负责|[()、,;等和]/g, "");

test("every unit in every bracket stands as a lead or a joint unit of each clause before it", () => {
  for (const { number, leads, clauses } of plan.measures) {
    let from = 0;
    for (const lead of leads) {
      const to = clauses.findIndex(({ text }, index) => index >= from && text.includes(lead));
      for (const clause of clauses.slice(from, to + 1)) {
        const units = [...(clause.leads ?? []), ...(clause.joint ?? []), ...plan.jointEverywhere.joint];
        expect(leftOver(lead, units), `measure ${number}, clause ${clause.number}`).toBe("");
      }
      from = to + 1;
    }
    expect(from, `measure ${number} has no clause after its last bracket`).toBe(clauses.length);
  }
});

test("where a bracket says who leads (牵头), those alone lead", () => {
  const leading = (number: number, clause: number) =>
    measureNumbered(number)?.clauses[clause - 1]?.leads?.map(({ words }) => words);
  const joint = (number: number, clause: number) =>
    measureNumbered(number)?.clauses[clause - 1]?.joint?.map(({ words }) => words);
  expect([leading(1, 1), joint(1, 1)]).toEqual([["州安委办"], ["州委组织部", "州委宣传部"]]);
  expect([leading(12, 1), joint(12, 1)]).toEqual([["各功能区"], undefined]);
  expect([leading(12, 2), joint(12, 2)]).toEqual([
    ["各类发展规划起草部门"],
    ["州发展改革委", "州应急管理局", "州自然资源和规划局"],
  ]);
  expect([leading(34, 4), joint(34, 4)]).toEqual([["州安委办", "州消安委办", "州交安委办"], undefined]);
  expect([leading(35, 1), joint(35, 1)]).toEqual([["州委宣传部"], ["州安委办", "州应急管理局", "有关部门"]]);
});

test("counties' Party committees and governments and the park answer for every measure", () => {
  expect(plan.jointEverywhere.measure).toBe(1);
  const members = plan.jointEverywhere.joint.flatMap(
    ({ unit }) => plan.groups.find(({ id }) => id === unit)?.members ?? [unit],
  );
  const kinds = members.map((id) => organisations.find((one) => one.id === id)?.kind);
  expect(kinds.sort()).toEqual([...Array(3).fill("government"), "park", ...Array(3).fill("partyCommittee")]);
});

test("requirement 3 names 13 departments, requirement 4 names 11, and the groups of these names are the same", () => {
  const named = (requirement: number) => {
    const found = ofKind("requirement").find(({ number }) => number === requirement);
    return found?.clauses?.[1]?.leads?.map(({ unit }) => unit);
  };
  const members = (group: string) => plan.groups.find(({ id }) => id === group)?.members;
  const withDuty = (duty: string) =>
    organisations
      .filter(({ level, duties }) => level === "prefecture" && duties.some(({ as }) => as === duty))
      .map(({ id }) => id);
  expect(named(3)).toHaveLength(13);
  expect(members("supervising-departments")).toEqual(named(3));
  expect([...withDuty("supervision")].sort()).toEqual([...(named(3) ?? [])].sort());
  expect(named(4)).toHaveLength(11);
  expect(members("industry-departments")).toEqual(named(4));
  expect([...withDuty("industry")].sort()).toEqual([...(named(4) ?? [])].sort());
});

test("the task force has the 19 units that the plan lists, and nobody in the list is left out", () => {
  const text = ofKind("leadership")[0]?.text ?? "";
  const list = /成员由(.+)等相关科室负责人组成/.exec(text)?.[1] ?? "";
  expect(plan.taskForce.map(({ words }) => words)).toEqual(list.split("、"));
  expect(plan.taskForce).toHaveLength(19);
});

test("a unit's words name the unit: its short name, or the same name in other words", () => {
  const names = new Map([...organisations, ...plan.groups].map((one) => [one.id, one]));
  const clauses = [...plan.measures, ...plan.sections].flatMap((one) => one.clauses ?? []);
  const units = clauses.flatMap(({ leads = [], joint = [] }) => [...leads, ...joint]);
  const known = new Map<string, Set<string>>();
  for (const { words, unit } of units) known.set(words, (known.get(words) ?? new Set()).add(unit));
  // The same words never mean two units.
  expect([...known].filter(([, meant]) => meant.size > 1)).toEqual([]);
  const differing = units.filter(({ unit, words }) => {
    const named = names.get(unit);
    return named !== undefined && "shortName" in named && !named.shortName.zh.includes(words);
  });
  expect([...new Set(differing.map(({ words }) => words))].sort()).toEqual(
    [
      "州住房城乡建设局",
      "州应急局",
      "应急管理部门",
      "住房城乡建设",
      "发改(能源)",
      "工信(国防科工)",
      "组织部门",
      "财政(国资)",
    ].sort(),
  );
});

/** Days that a measure sets, as the milestones of domain.md 1.3 have them. */
const milestones: Readonly<Record<string, readonly number[]>> = {
  "2024-12-31": [1, 3, 7, 9, 11, 14, 15, 20, 21, 24, 29, 32],
  "2025-12-31": [3, 10, 14, 15, 17, 18, 20, 24],
  "2026-12-31": [3, 9, 12, 14, 15],
};

test.each(Object.entries(milestones))("by %s the measures %j have something due", (day, due) => {
  const dated = plan.measures.filter(({ clauses }) =>
    clauses.some(({ dates = [] }) => dates.some(({ by }) => by === day)),
  );
  expect(dated.map(({ number }) => number)).toEqual(due);
});

test("objective 2 has a day in each year of the campaign", () => {
  const [, second] = ofKind("objective");
  expect(second?.clauses?.flatMap(({ dates = [] }) => dates.map(({ by }) => by))).toEqual([
    "2024-12-31",
    "2025-12-31",
    "2026-12-31",
  ]);
});

test.each([
  [1, ["exactly 15 item by 2024-12-31", "exactly 79 item by 2024-12-31"]],
  [7, ["atLeast 1 time every quarter", "atLeast 1 time every month", "exactly 100 percent by 2024-12-31"]],
  [2, ["exactly 3 level every year"]],
  [4, ["exactly 100 percent by 2026-12-31", "exactly 11 sector by 2026-12-31"]],
  [10, ["exactly 2 level", "atLeast 30 item every year", "atLeast 30 item every year"]],
  [14, ["exactly 100 percent by 2025-12-31"]],
  [15, ["exactly 100 percent by 2025-12-31", "exactly 3 list by 2024-12-31"]],
  [17, ["exactly 100 percent by 2025-12-31", "exactly 100 percent by 2025-12-31"]],
  [18, ["atLeast 1 base by 2025-12-31", "about 1 school by 2025-12-31"]],
  [19, ["exactly 100 percent", "exactly 100 percent"]],
  [
    22,
    [
      "atLeast 1 time every year",
      "atLeast 1 time every halfYear",
      "exactly 100 percent",
      "exactly 100 percent",
    ],
  ],
  [27, ["exactly 11 kind"]],
  [33, ["exactly 3 percent every year"]],
  [34, ["exactly 5 kind"]],
])("measure %i has the targets %j", (number, told) => {
  const targets = measureNumbered(number)?.clauses.flatMap((clause) => clause.targets ?? []) ?? [];
  const said = targets.map(({ comparison, value, unit, by, every }) =>
    [comparison, value, unit, ...(by ? ["by", by] : []), ...(every ? ["every", every] : [])].join(" "),
  );
  expect(said).toEqual(told);
});

describe("days, frequencies and numbers of the text", () => {
  const expression = /\d+%?|[一二三四五六七八九十百两双]+|每[年月季半]|年度|年底|定期|余/g;
  const pieces = [
    ...plan.measures.map(({ number, clauses }) => ({ where: `measure ${number}`, clauses })),
    ...plan.sections.map(({ heading, text, clauses }) => ({
      where: heading,
      clauses: clauses ?? (text === undefined ? [] : [{ number: 1, text }]),
    })),
  ];

  const carriedBy = ({ dates = [], frequencies = [], targets = [] }: Clause) =>
    [...dates, ...frequencies, ...targets].map(({ words }) => words);

  /** Whether the characters of the text from `start` to `end` lie within one of the pieces. */
  const within = (text: string, start: number, end: number, words: readonly string[]) =>
    words.filter((piece) => {
      const last = text.indexOf(piece, Math.max(0, end - piece.length));
      return last >= 0 && last <= start;
    });

  test.each(pieces)("of $where are data of their clause, or listed as setting nothing", ({ clauses }) => {
    for (const clause of clauses) {
      const words = [...carriedBy(clause), ...Object.keys(otherNumbers)];
      for (const { 0: found, index } of clause.text.matchAll(expression)) {
        const held = within(clause.text, index, index + found.length, words);
        expect(held, `${clause.text.slice(Math.max(0, index - 8), index + 12)} (${found})`).not.toEqual([]);
      }
    }
  });

  test("each expression that sets nothing occurs, with a reason", () => {
    const text = pieces.flatMap(({ clauses }) => clauses.map((clause) => clause.text)).join("\n");
    const stale = Object.entries(otherNumbers).filter(([words, why]) => !text.includes(words) || why === "");
    expect(stale).toEqual([]);
  });

  const all = pieces.flatMap(({ clauses }): readonly Clause[] => clauses);

  test("a day is the last of the year that its words name, from its first where they name the whole year", () => {
    for (const { words, from, by } of all.flatMap(({ dates = [] }) => dates)) {
      const named = /\d{4}/.exec(words)?.[0];
      expect(by, words).toBe(`${named}-12-31`);
      expect(from, words).toBe(/^\d{4}年$/.test(words) ? `${named}-01-01` : undefined);
    }
  });

  test("a frequency is the one that its words name", () => {
    const named = {
      每月: "month",
      每季度: "quarter",
      每半年: "halfYear",
      每年: "year",
      年度任务清单: "year",
    };
    const read = all.flatMap(({ frequencies = [] }) => frequencies).filter((one) => !one.toBeConfirmed);
    const said = read.map(({ words, every }) => [words, every]);
    expect(Object.fromEntries(said)).toEqual(named);
  });

  test("a target has the number that its words name, or is to be confirmed", () => {
    const inWords: Readonly<Record<string, number>> = {
      十五条硬措施: 15,
      变型拖拉机全部淘汰退出: 100,
      "州、县、乡三级": 3,
      两级政府挂牌督办制度: 2,
      "州、县两级": 2,
    };
    const targets = all.flatMap((clause) => clause.targets ?? []).filter((one) => !one.toBeConfirmed);
    for (const { words, value, unit } of targets) {
      expect(inWords[words] ?? Number(/\d+/.exec(words)?.[0]), words).toBe(value);
      expect(unit === "percent", words).toBe(/%|全部/.test(words));
    }
    expect(targets.length).toBeGreaterThan(10);
  });

  test("a day that no clause carries is seen", () => {
    expect(within("2024年底前完成", 0, 4, ["2024年底前"])).toEqual(["2024年底前"]);
    expect(within("2024年底前完成", 0, 4, ["2025年底前", "年底前"])).toEqual([]);
  });
});
