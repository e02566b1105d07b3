import { addWorkingDays, type Calendar } from "../calendar/calendar.ts";
import { addDays, type Day, daysBetween } from "../calendar/day.ts";
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

/**
 * All that a day brings to the self-checks of one enterprise. The same day twice brings nothing more. A check that it makes of its
 * own will has no window, is neither missed nor exempt, and stands in place of none.
 */
export function deedsOn(asked: Tended): readonly Deed[] {
  const tended = { ...asked, checks: asked.checks.filter(({ values }) => values.windowTo !== undefined) };
  const opened = openings(tended);
  const standing = tended.checks.flatMap((check) => deedOn(tended, check, opened) ?? []);
  return [...standing, ...opened];
}

const running: readonly string[] = ["owed", "answered"];

function deedOn(tended: Tended, check: Entry, opened: readonly Deed[]): Deed | undefined {
  const { day, calendar, supervisor } = tended;
  const to = textValue(check.values, "windowTo") ?? "";
  if (running.includes(check.state)) {
    if (addWorkingDays(to, 1, calendar).day <= day)
      return { act: "miss", on: check, input: supervisor ? { supervisingOrganisation: supervisor } : {} };
    const why = day <= to ? exemptionOf(tended, to) : undefined;
    return why && { act: "exempt", on: check, input: { exemption: why } };
  }
  return isOwedAgain(tended, check) && !isReplaced(tended, check, opened)
    ? { act: "resume", on: check, input: {} }
    : undefined;
}

/**
 * Why a running window is owed no more. A stop that is seen when few days are left spares nothing: the enterprise had the window
 * to check in. What counts is the day on which it is seen, for the day of a stop may be told by whoever stopped.
 */
function exemptionOf({ enterprise: { state, values }, day, rules }: Tended, to: Day): Exemption | undefined {
  if (!isStanding(state)) return "closed";
  if (isAtRest(state) && daysLeft(day, to) >= rules.leastDays) return "stopped";
  return dutyBasis(values) === undefined ? "notObliged" : undefined;
}

const passing: readonly unknown[] = ["stopped", "closed", "notObliged"] satisfies Exemption[];

/** Whether the days before the exemption, while the check was owed, and those that are left make enough of a window. */
function isOwedAgain({ enterprise: { state, values }, day, rules }: Tended, check: Entry): boolean {
  const { openedOn = "", stateSince = openedOn, windowTo, exemption } = check.values;
  const to = typeof windowTo === "string" ? windowTo : "";
  if (check.state !== "exempt" || !passing.includes(exemption) || day > to) return false;
  const works = isStanding(state) && !isAtRest(state) && dutyBasis(values) !== undefined;
  return works && daysBetween(openedOn, stateSince) + daysLeft(day, to) >= rules.leastDays;
}

/** A quarter in which months are asked for stays as it is, or both would be owed side by side. */
function isReplaced({ enterprise, checks, rules }: Tended, check: Entry, opened: readonly Deed[]): boolean {
  if (check.values.cycle !== "quarter" || cycleOn(enterprise, rules) !== "month") return false;
  const { windowFrom: from = "", windowTo: to = "" } = check.values;
  const span = { from: String(from), to: String(to) };
  return opened.length > 0 || checks.some((other) => other !== check && overlaps(other, span));
}

const cycleOn = ({ values }: Entry, rules: DutyRules): Cycle =>
  values.highRisk === true ? rules.highRiskCycle : rules.cycle;

function openings(tended: Tended): readonly Deed[] {
  const { enterprise, checks, day, rules, supervisor } = tended;
  const basis = dutyBasis(enterprise.values);
  if (basis === undefined || !isStanding(enterprise.state)) return [];
  const cycle = cycleOn(enterprise, rules);
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

const overlaps = ({ values }: Entry, { from, to }: Pick<CheckWindow, "from" | "to">): boolean =>
  (textValue(values, "windowFrom") ?? "") <= to && from <= (textValue(values, "windowTo") ?? "");

/** Whether the enterprise already had the window before: the duty goes on, however late it is noticed. */
const continues = (checks: readonly Entry[], { from }: CheckWindow): boolean =>
  checks.some(({ values }) => values.windowTo === addDays(from, -1));
