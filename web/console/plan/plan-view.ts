import type { Day } from "../../../core/calendar/day.ts";
import type { Reading } from "../../../core/pack/plan.ts";
import { type Groups, isAmong } from "../../../core/pack/plan-units.ts";
import type { CampaignView, ClauseView, MeasureView, PlanDue, UnitView } from "../../api/plan-types.ts";
import type { Dictionary } from "../../words/dictionary.ts";

/** What of the plan is asked for; the address says it, so that it can be sent to a colleague. */
export interface PlanSearch {
  /** The id of a unit; `own` stands for those of the person's own organisation. */
  readonly unit?: string;
  /** A day by which something is due; `standing` for what has none. */
  readonly due?: string;
  readonly action?: string;
}

export const own = "own";
export const standing = "standing";

export function searchOfPlan(search: Readonly<Record<string, unknown>>): PlanSearch {
  const asked = (name: keyof PlanSearch) => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? { [name]: value } : {};
  };
  return { ...asked("unit"), ...asked("due"), ...asked("action") };
}

export const groupsOf = ({ units }: CampaignView): Groups =>
  new Map(units.filter(({ organisation }) => organisation === null).map(({ id, members }) => [id, members]));

/** The days by which anything in the measures is due, each once, in their order. */
export function daysDue(measures: readonly MeasureView[]): readonly Day[] {
  return [...new Set(measures.flatMap(daysOf))].sort();
}

const daysOf = ({ dates, targets, readings }: PlanDue): readonly Day[] => [
  ...dates.map(({ by }) => by),
  ...[...targets, ...readings].flatMap(({ by }) => (by === undefined ? [] : [by])),
];

/** The measures that are asked for. A unit has those in which it leads or joins, by itself or in a group. */
export function narrowed(
  measures: readonly MeasureView[],
  campaign: CampaignView,
  { unit, due, action }: PlanSearch,
): readonly MeasureView[] {
  const groups = groupsOf(campaign);
  const units = unit === own ? campaign.own : [unit];
  return measures.filter((measure) => {
    const named = [...measure.leads, ...measure.joint];
    const days = daysOf(measure);
    const isDue = due === standing ? days.length === 0 : due === undefined || days.includes(due);
    const isTheirs =
      unit === undefined || units.some((one) => one !== undefined && isAmong(named, one, groups));
    return isDue && isTheirs && (action === undefined || String(measure.action) === action);
  });
}

/** A piece of the plan's text; `due` where its words set a day, a frequency or a target. */
export interface TextPiece {
  readonly text: string;
  readonly due: boolean;
}

/** A clause's text in pieces that are, one after another, the text. */
export function pieces({ text, dates, frequencies, targets }: ClauseView): readonly TextPiece[] {
  const words = [...dates, ...frequencies, ...targets].map((one) => one.words);
  const isDue = Array.from(text, () => false);
  for (const piece of words) {
    const start = text.indexOf(piece);
    if (start >= 0) isDue.fill(true, start, start + piece.length);
  }
  const found: TextPiece[] = [];
  for (const [index, due] of isDue.entries()) {
    const last = found.at(-1);
    if (last?.due === due) found[found.length - 1] = { text: last.text + text[index], due };
    else found.push({ text: text[index] ?? "", due });
  }
  return found;
}

interface Units {
  readonly leads: readonly UnitView[];
  readonly joint: readonly UnitView[];
}

/** The units that all clauses have, told once for the whole. */
export function commonUnits([first, ...others]: readonly Units[]): Units {
  const common = (as: keyof Units) =>
    first?.[as].filter(({ unit }) => others.every((clause) => clause[as].some((one) => one.unit === unit))) ??
    [];
  return { leads: common("leads"), joint: common("joint") };
}

/** What a clause has beside those. */
export function ownUnits(clause: Units, common: Units): Units {
  const without = (as: keyof Units) =>
    clause[as].filter(({ unit }) => !common[as].some((one) => one.unit === unit));
  return { leads: without("leads"), joint: without("joint") };
}

/** What is held by number, day and period; a target has the number, a reading whichever it needs. */
type Amount = Pick<Reading, "comparison" | "value" | "unit" | "by" | "every">;

/** An amount in words: 不少于 30 项 · 每年. Empty where there is none. */
export function targetText({ comparison, value, unit, by, every }: Amount, { plan }: Dictionary): string {
  const isNumber = comparison !== undefined && value !== undefined && unit !== undefined;
  return [
    ...(isNumber ? [plan.compared[comparison](plan.amount[unit](value))] : []),
    ...(every === undefined ? [] : [plan.every[every]]),
    ...(by === undefined ? [] : [plan.by(by)]),
  ].join(" · ");
}
