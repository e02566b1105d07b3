import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { addDays, type Day } from "../calendar/day.ts";
import { type Entry, textValue } from "../register/entry.ts";
import type { RawInput, Values } from "../register/field.ts";
import type { Words } from "../words.ts";
import { isAtRest, isStanding } from "./enterprise-states.ts";
import { type CheckWindow, type Cycle, cycleOf, daysLeft, windowOn } from "./self-check-windows.ts";

/**
 * Who must have a standing mechanism of self-checks by the plan's measure 7 (治本攻坚措施7): 中央、省驻迪和省、州属企业 and
 * 规模以上的工矿商贸企业. Of every principal it asks a check each quarter, each month in high-risk sectors: whether that binds high-risk
 * enterprises of neither kind is to be confirmed. What an enterprise is, its own entry says.
 */
export const dutyBases = {
  stateOwned: { zh: "央属、省属、州属企业", en: "Central, provincial or prefecture enterprise" },
  aboveScale: {
    zh: "规模以上工矿商贸企业",
    en: "Industrial, mining or trading enterprise above the set scale",
  },
  highRisk: { zh: "高危行业领域企业（待核实）", en: "Enterprise of a high-risk sector (to be confirmed)" },
} as const satisfies Readonly<Record<string, Words>>;

export type DutyBasis = keyof typeof dutyBases;

const ownerships: readonly unknown[] = ["central", "provincial", "prefecture"];

/** By what an enterprise owes self-checks; undefined where it owes none. */
export function dutyBasis(enterprise: Values): DutyBasis | undefined {
  if (ownerships.includes(enterprise.ownership)) return "stateOwned";
  if (enterprise.aboveScale === true) return "aboveScale";
  return enterprise.highRisk === true ? "highRisk" : undefined;
}

/** The sectors of an enterprise, whose criteria its checklist is made of. */
export function sectorsOf({ sector, otherSectors }: Values): readonly string[] {
  const further = Array.isArray(otherSectors) ? otherSectors.filter((code) => typeof code === "string") : [];
  return [...new Set([...(typeof sector === "string" ? [sector] : []), ...further])];
}

/** Why an enterprise does not owe the check of a window. */
export const exemptions = {
  stopped: { zh: "停产停业", en: "The enterprise has stopped" },
  closed: { zh: "关闭或注销", en: "The enterprise is closed" },
  notObliged: { zh: "不再属于应开展自查的企业", en: "The enterprise is no longer among those that must" },
  shortWindow: {
    zh: "纳入时本期所余天数不足",
    en: "Too few days of the window were left when the duty began",
  },
  superseded: { zh: "改为每月自查，由月度自查代替", en: "Monthly checks have taken its place" },
} as const satisfies Readonly<Record<string, Words>>;

export type Exemption = keyof typeof exemptions;

/** What a pack says of self-checks on a day; a pack that says nothing obliges nobody. */
export interface DutyRules {
  readonly cycle: Cycle;
  readonly highRiskCycle: Cycle;
  /** A window that begins for an enterprise with fewer days left than these is not owed. */
  readonly leastDays: number;
}

export function dutyRules(numbers: Readonly<Record<string, number>>): DutyRules | undefined {
  const cycle = cycleOf(numbers["check.within.months"]);
  const highRiskCycle = cycleOf(numbers["check.highRisk.within.months"]);
  const leastDays = numbers["check.window.least"];
  if (cycle === undefined || highRiskCycle === undefined || leastDays === undefined) return undefined;
  return { cycle, highRiskCycle, leastDays };
}

/** Something that the calendar brings to an enterprise's self-checks, to be decided as the engine's own act. */
export interface Deed {
  readonly act: "open" | "openExempt" | "exempt" | "resume" | "miss";
  /** The self-check that it is done on; absent where it opens one. */
  readonly on?: Entry;
  readonly input: RawInput;
}

export interface Tended {
  readonly enterprise: Entry;
  /** Those of the enterprise's self-checks that are not at rest or of which the window has not ended, and the last one before. */
  readonly checks: readonly Entry[];
  readonly day: Day;
  readonly calendar: Calendar;
  readonly rules: DutyRules;
  /** Which organisation supervises the enterprise, where that is known. */
  readonly supervisor?: string | undefined;
}

/** All that a day brings to the self-checks of one enterprise. The same day twice brings nothing more. */
export function deedsOn(tended: Tended): readonly Deed[] {
  const standing = tended.checks.flatMap((check) => deedOn(tended, check) ?? []);
  return [...standing, ...openings(tended)];
}

const running: readonly string[] = ["owed", "answered"];

function deedOn({ enterprise, day, calendar, rules, supervisor }: Tended, check: Entry): Deed | undefined {
  const to = textValue(check.values, "windowTo") ?? "";
  const why = exemptionOf(enterprise);
  if (running.includes(check.state)) {
    if (addWorkingDays(to, 1, calendar).day <= day)
      return { act: "miss", on: check, input: supervisor ? { supervisingOrganisation: supervisor } : {} };
    return why && day <= to ? { act: "exempt", on: check, input: { exemption: why } } : undefined;
  }
  const mayResume = ["stopped", "notObliged"].includes(textValue(check.values, "exemption") ?? "");
  const resumes = check.state === "exempt" && mayResume && why === undefined;
  return resumes && daysLeft(day, to) >= rules.leastDays
    ? { act: "resume", on: check, input: {} }
    : undefined;
}

function exemptionOf({ state, values }: Entry): Exemption | undefined {
  if (!isStanding(state)) return "closed";
  if (isAtRest(state)) return "stopped";
  return dutyBasis(values) === undefined ? "notObliged" : undefined;
}

function openings(tended: Tended): readonly Deed[] {
  const { enterprise, checks, day, rules, supervisor } = tended;
  const basis = dutyBasis(enterprise.values);
  if (basis === undefined || !isStanding(enterprise.state)) return [];
  const cycle = enterprise.values.highRisk === true ? rules.highRiskCycle : rules.cycle;
  const window = windowOn(day, cycle);
  const overlapping = checks.filter((check) => overlaps(check, window));
  const short = daysLeft(day, window.to) < rules.leastDays && !continues(checks, window);
  // A window of its own name, or one within it: what they ask for is what it would ask for.
  if (overlapping.some((check) => !(check.values.cycle === "quarter" && cycle === "month"))) return [];
  if (short && overlapping.length > 0) return [];
  const exemption = isAtRest(enterprise.state) ? "stopped" : short ? "shortWindow" : undefined;
  const input = {
    organisation: enterprise.id,
    period: window.period,
    basis,
    ...(supervisor ? { supervisingOrganisation: supervisor } : {}),
  };
  const opened: Deed = exemption
    ? { act: "openExempt", input: { ...input, exemption } }
    : { act: "open", input };
  return [...(exemption ? [] : overlapping.flatMap(superseded)), opened];
}

/** A quarter in which monthly checks begin is not owed beside them, unless its check was made already. */
const superseded = (check: Entry): readonly Deed[] =>
  running.includes(check.state) ? [{ act: "exempt", on: check, input: { exemption: "superseded" } }] : [];

const overlaps = ({ values }: Entry, { from, to }: CheckWindow): boolean =>
  (textValue(values, "windowFrom") ?? "") <= to && from <= (textValue(values, "windowTo") ?? "");

/** Whether the enterprise already had the window before: the duty goes on, however late it is noticed. */
const continues = (checks: readonly Entry[], { from }: CheckWindow): boolean =>
  checks.some(({ values }) => values.windowTo === addDays(from, -1));
