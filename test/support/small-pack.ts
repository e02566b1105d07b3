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

export const ladder = {
  rungs: [
    { who: "handler", after: -3 },
    { who: "head", after: 1 },
  ],
  from: "2024-01-01",
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
    ["enterprise-duties.json", { duties: [enterpriseDuty] }],
    ["reminders.json", { ladders: [ladder] }],
    ["calendar.json", [calendarYear]],
  ]);
  return file === undefined ? files : files.set(file, content);
}
