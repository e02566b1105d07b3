import { type Day, daysBetween } from "../calendar/day.ts";
import type { Period } from "../pack/plan.ts";
import type { Words } from "../words.ts";
import type { Figure, Indicator } from "./indicator.ts";
import * as says from "./lamp-words.ts";
import type { Threshold } from "./target.ts";
import { type DaySpan, shareGone, spanOfTarget } from "./target-period.ts";

/** From the one that says least to the worst. */
export const lampColours = ["grey", "green", "yellow", "red"] as const;
export type LampColour = (typeof lampColours)[number];

/** How a target stands for a unit on a day, and why. */
export interface Lamp {
  readonly colour: LampColour;
  readonly reason: Words;
}

/** When a lamp turns yellow: numbers of the pack, design and to be confirmed. */
export interface LampRules {
  /** Not reached, a target is due soon within so many calendar days. */
  readonly dueWithinDays: number;
  /** So much of what the calendar asks for, in percent, counts as on the way. */
  readonly pacePercent: number;
}

interface Asked {
  readonly by?: Day | undefined;
  readonly every?: Period | undefined;
  readonly day: Day;
  readonly campaign: DaySpan;
  readonly rules: LampRules;
}

export interface AskedOfFigure extends Asked {
  readonly threshold: Threshold;
  readonly indicator: Pick<Indicator, "unit" | "better" | "of" | "rest">;
  readonly figure: Figure;
  /** The period of which the figure tells, where that is over. */
  readonly over?: DaySpan | undefined;
}

/** The lamp of a target that an indicator proves. */
export function lampOfFigure({ over, ...asked }: AskedOfFigure): Lamp {
  if (over === undefined) return lampUntil(asked);
  const { colour, reason } = lampUntil({ ...asked, by: over.to });
  return { colour, reason: says.ofPeriod(over, reason) };
}

function lampUntil(asked: Omit<AskedOfFigure, "over">): Lamp {
  const { figure, threshold, indicator, day, campaign, by } = asked;
  if (day < campaign.from) return { colour: "grey", reason: says.notBegun(campaign.from) };
  const value = exactly(figure, indicator);
  if (value === null) return { colour: "grey", reason: says.nothingToCount };
  const told = { comparison: threshold.comparison, value, asked: threshold.value, unit: indicator.unit };
  if (isReached(threshold, indicator.better, value)) return { colour: "green", reason: says.reached(told) };
  if (by !== undefined && day > by) return { colour: "red", reason: says.missed(told, by) };
  // Of what shall not stand at all, one that stands is one too many, whatever the calendar says: dynamic zero.
  if (indicator.better === "less" && by === undefined) return { colour: "red", reason: says.broken(told) };
  return isPaced(asked) ? pacedLamp(asked, told) : { colour: "yellow", reason: says.behind(told) };
}

/** The figure before it was rounded: of ten thousand one is missing, and 99.996 % are told as 100 and are not. */
function exactly({ value, counted, of }: Figure, { unit, rest }: AskedOfFigure["indicator"]): number | null {
  if (of === undefined || value === null) return value;
  const whole = unit === "percent" ? 100 : 1;
  const share = (counted / of) * whole;
  return rest ? whole - share : share;
}

function isReached({ value: asked }: Threshold, better: Indicator["better"], value: number): boolean {
  if (better === "neither") return value === asked;
  return better === "less" ? value <= asked : value >= asked;
}

/** Whether a target grows towards its day: a rate that is taken anew, or holds always, owes its whole on every day. */
const isPaced = ({ by, every, indicator }: Omit<AskedOfFigure, "over">): boolean =>
  indicator.better === "more" && (by !== undefined || (every !== undefined && indicator.of === undefined));

function pacedLamp(asked: Asked, told: says.Told): Lamp {
  const { day, campaign, rules } = asked;
  const span = spanOfTarget(asked, day, campaign);
  const left = daysBetween(day, span.to);
  if (left <= soon(span, rules)) return { colour: "yellow", reason: says.dueSoon(told, span.to, left) };
  const gone = shareGone(span, day);
  const isOnTheWay = told.value >= told.asked * gone * (rules.pacePercent / 100);
  const reason = says.onCalendar(told, span.to, Math.round(gone * 100), isOnTheWay);
  return { colour: isOnTheWay ? "green" : "yellow", reason };
}

/** Of a short period its last quarter is soon: within 30 days everything of a month would be. */
const soon = ({ from, to }: DaySpan, { dueWithinDays }: LampRules): number =>
  Math.min(dueWithinDays, Math.floor((daysBetween(from, to) + 1) / 4));

/** A task that is evidence for a target, as it stands on the day of the board. */
export interface Evidence {
  readonly dueOn?: Day | undefined;
  /** Suspended tasks are due on no day. */
  readonly is: "lacking" | "shown" | "paused";
}

export interface AskedOfEvidence extends Asked {
  /** Undefined where the tasks are out of sight: that none is seen says nothing then. */
  readonly evidence: readonly Evidence[] | undefined;
}

/** The lamp of a target that tasks with their evidence prove. */
export function lampOfEvidence({ evidence, ...asked }: AskedOfEvidence): Lamp {
  const { day, campaign, by, rules } = asked;
  if (day < campaign.from) return { colour: "grey", reason: says.notBegun(campaign.from) };
  if (evidence === undefined) return { colour: "grey", reason: says.tasksOutOfSight };
  const isOver = day > campaign.to;
  const span = spanOfTarget(asked, isOver ? campaign.to : day, campaign);
  // What recurs is proven anew in each period; what is left undone of an earlier one stays.
  const counted = evidence.filter(
    ({ is, dueOn }) => asked.every === undefined || is !== "shown" || (dueOn ?? span.from) >= span.from,
  );
  const open = counted.filter(({ is }) => is === "lacking");
  const done = counted.filter(({ is }) => is === "shown").length;
  if (counted.length === 0) return { colour: "grey", reason: says.noEvidence(by) };
  const overdue = open.filter(({ dueOn }) => dueOn !== undefined && dueOn < day);
  const first = earliest(overdue);
  if (first !== undefined) return { colour: "red", reason: says.tasksOverdue(overdue.length, first) };
  if (done === counted.length) return { colour: "green", reason: says.tasksDone(done) };
  if (by !== undefined && day > by)
    return { colour: "red", reason: says.tasksMissed(counted.length - done, by) };
  if (open.length === 0) return { colour: "grey", reason: says.tasksSuspended(counted.length - done) };
  const next = earliest(open);
  const isSoon = next !== undefined && daysBetween(day, next) <= soon(span, rules);
  return { colour: isSoon ? "yellow" : "green", reason: says.tasksOpen(done, counted.length, next) };
}

const earliest = (tasks: readonly Evidence[]): Day | undefined =>
  tasks
    .flatMap(({ dueOn }) => (dueOn === undefined ? [] : [dueOn]))
    .toSorted()
    .at(0);

/** The worst of some lamps, of equals the first; grey only where all are. Undefined of none. */
export function worstOf<L extends Pick<Lamp, "colour">>(lamps: readonly L[]): L | undefined {
  const rank = ({ colour }: L) => lampColours.indexOf(colour);
  return lamps.reduce<L | undefined>(
    (worst, lamp) => (worst === undefined || rank(lamp) > rank(worst) ? lamp : worst),
    undefined,
  );
}
