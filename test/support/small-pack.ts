import type { PackFile } from "../../core/pack/pack-problem.ts";
import { calendarYear } from "./faulty-calendars.ts";
import { criteria, criteriaItem, criteriaStandard, criteriaTopic } from "./faulty-criteria.ts";
import { soundMeasures, soundPlan } from "./faulty-plans.ts";

const words = { zh: "名称", en: "Name" };
export const sourced = { source: "出处", toBeConfirmed: false };

export const province = { code: "53", gb: "530000", name: words, level: "province", ...sourced };
export const prefecture = { code: "5334", gb: "533400", name: words, level: "prefecture", ...sourced };
export const county = { code: "533401", gb: "533401", name: words, level: "county", ...sourced };
export const township = { ...county, code: "533422101", gb: "533422101", level: "township" };
export const sector = { code: "S01", name: words, highRisk: "yes", ...sourced };
export const government = {
  id: "zhou-zhengfu",
  name: words,
  shortName: words,
  kind: "government",
  region: "5334",
  level: "prefecture",
  duties: [],
  ...sourced,
};
/** It names no organisation above it, which a department must. */
export const alone = {
  ...government,
  id: "zhou-yingji",
  kind: "department",
  duties: [{ as: "supervision", sectors: ["S01"], ...sourced }],
};
export const bureau = { ...alone, parent: "zhou-zhengfu" };
export const countyBureau = {
  ...bureau,
  id: "deqin-yingji",
  region: "533401",
  level: "county",
  parent: "zhou-yingji",
};
export const parameter = {
  name: "hazard.plan.within",
  value: 5,
  unit: "workingDay",
  words,
  from: "2024-01-01",
  ...sourced,
};

export const enterpriseDuty = {
  id: "a-check",
  by: "enterprise",
  words,
  every: "year",
  of: [{ grades: ["D"], sectors: ["S01"] }],
  from: "2024-01-01",
  ...sourced,
};

const west = [99, 27] as const;
export const outline = {
  region: "533401",
  system: "GCJ-02",
  rings: [[west, [100, 27], [100, 28], west]],
  ...sourced,
};

export const ladder = {
  rungs: [
    { who: "handler", after: -3 },
    { who: "head", after: 1 },
  ],
  from: "2024-01-01",
  ...sourced,
};

export const indicator = {
  id: "found",
  name: words,
  says: words,
  unit: "item",
  better: "neither",
  counts: { count: "hazard.found", over: "period" },
  ...sourced,
};

export const reportKind = {
  id: "month",
  name: words,
  every: "month",
  from: ["countyOffice"],
  due: parameter.name,
  indicators: [indicator.id],
  asks: ["problems"],
  ...sourced,
};

/** Of which less is better, and a share of which more is. */
export const overdue = {
  ...indicator,
  id: "overdue",
  better: "less",
  counts: { count: "hazard.overdue", over: "day" },
};
export const onTime = {
  ...indicator,
  id: "on-time",
  unit: "percent",
  better: "more",
  counts: { count: "hazard.closedInTime", over: "period" },
  of: { count: "hazard.firstDue", over: "period" },
};

export const scheme = {
  version: "county-2024",
  name: words,
  from: "2024-01-01",
  units: ["county"],
  groups: [{ name: words, items: [{ id: "leading", name: words, weight: 100, judged: words, ...sourced }] }],
  vetoes: [{ id: "accident", name: words, gradeAtMost: "failed", ...sourced }],
  grades: [
    { id: "passed", name: words, from: 60 },
    { id: "failed", name: words, from: 0 },
  ],
  ...sourced,
};

export const readyView = {
  id: "by-region",
  name: words,
  says: words,
  indicator: "found",
  rows: "region",
  chart: "bar",
};

export const analysis = {
  views: [readyView],
  report: {
    title: words,
    note: words,
    sections: [{ title: words, by: "region", indicators: ["found"], chart: "bar" }],
  },
  briefing: { rankings: [], ...sourced },
};

/** One for each target and reading of the small plan. */
export const targets = [
  { id: "m1-c1-t1", units: "leads", ...sourced },
  {
    id: "m1-c2-r1",
    units: "all",
    proof: {
      indicator: indicator.id,
      from: "2024-07-01",
      threshold: { comparison: "atLeast", value: 1 },
    },
    ...sourced,
  },
  { id: "m1-c2-r2", units: "joint", ...sourced },
];

export const askedDocument = {
  id: "m1-c1-d1",
  title: { zh: "办法", en: "Rule" },
  kind: "issue",
  measure: 1,
  clause: 1,
  units: [bureau.id],
  ...sourced,
};

export const evaluationItem = {
  kind: "hard",
  number: "1",
  title: words,
  cited: "文件",
  measure: 1,
  clause: 1,
  unit: bureau.id,
  ...sourced,
};

export const owedSubPlan = {
  id: "m1-c1-p1",
  title: words,
  kind: "sector",
  measure: 1,
  clause: 1,
  units: [bureau.id],
  details: [{ as: "supervision", measure: 1, clause: 1, units: [bureau.id], ...sourced }],
  ...sourced,
};

/** The smallest pack with a row of everything, as its files hold it, one of them replaced. */
export function smallPack(file?: PackFile, content?: unknown): ReadonlyMap<PackFile, unknown> {
  const files = new Map<PackFile, unknown>([
    ["regions.json", { regions: [province, prefecture, county] }],
    ["sectors.json", { sectors: [sector] }],
    ["organisations.json", { organisations: [government, bureau, countyBureau] }],
    ["parameters.json", { parameters: [parameter] }],
    ["criteria.json", criteria([criteriaStandard], [criteriaItem], [criteriaTopic])],
    ["plan.json", soundPlan],
    ["measures.json", soundMeasures],
    ["documents.json", { documents: [askedDocument] }],
    ["evaluation-items.json", { evaluationItems: [evaluationItem] }],
    ["sub-plans.json", { subPlans: [owedSubPlan] }],
    ["enterprise-duties.json", { duties: [enterpriseDuty] }],
    ["reminders.json", { ladders: [ladder] }],
    [
      "indicators.json",
      {
        indicators: [
          indicator,
          overdue,
          onTime,
          { ...indicator, id: "told-by-staff", better: "more", people: true },
        ],
      },
    ],
    ["reports.json", { reports: [reportKind] }],
    ["outlines.json", { outlines: [outline] }],
    ["analysis.json", { analysis }],
    ["targets.json", { targets }],
    ["assessment.json", { schemes: [scheme] }],
    ["calendar.json", [calendarYear]],
  ]);
  return file === undefined ? files : files.set(file, content);
}
