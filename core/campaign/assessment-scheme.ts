import type { Day } from "../calendar/day.ts";
import type { Sourced } from "../pack/sourced.ts";
import type { Words } from "../words.ts";
import type { BoardUnitKind } from "./board-unit-kind.ts";
import type { Indicator } from "./indicator.ts";

/** Between two values of the indicator points grow evenly: none at `noneAt` and beyond, all at `fullAt` and beyond. */
export interface LinearRule {
  readonly noneAt: number;
  readonly fullAt: number;
}

/** A step of the indicator, and the share of the weight in percent that whoever reaches it has. */
export interface ScoreStep {
  readonly reaching: number;
  readonly percent: number;
}

/** Points taken off for each case that is counted, and how many of them at most. */
export interface PerCaseRule {
  readonly each: number;
  readonly most: number;
}

/**
 * One item of an assessment (考核指标): an indicator of the pack over the year by one of the three rules, or what is judged by its evidence.
 * Never both: what recorded facts give, nobody types.
 */
export interface AssessmentItem extends Sourced {
  readonly id: string;
  readonly name: Words;
  /** Points at most. */
  readonly weight: number;
  readonly indicator?: string;
  readonly linear?: LinearRule;
  /** The best first. */
  readonly steps?: readonly ScoreStep[];
  readonly perCase?: PerCaseRule;
  /** What a ratio comes to that has nothing to divide by: all points, or none. */
  readonly withoutCases?: (typeof withoutCases)[number];
  /** What must be shown for it. */
  readonly judged?: Words;
}

export const withoutCases = ["full", "none"] as const;

export interface AssessmentGroup {
  readonly name: Words;
  readonly items: readonly AssessmentItem[];
}

/** 一票否决: what caps the grade, whatever the score: an indicator that comes to so much, or what is found by judgement. */
export interface Veto extends Sourced {
  readonly id: string;
  readonly name: Words;
  readonly indicator?: string;
  readonly atLeast?: number;
  /** Id of the best grade that is left. */
  readonly gradeAtMost: string;
}

/** A grade (等次) and the score from which on it is given. */
export interface AssessmentGrade {
  readonly id: string;
  readonly name: Words;
  readonly from: number;
}

/** One version of a scheme (考核方案) with the kinds of units that it is for: data of a pack. */
export interface AssessmentScheme extends Sourced {
  readonly version: string;
  readonly name: Words;
  readonly from: Day;
  readonly to?: Day;
  readonly units: readonly BoardUnitKind[];
  readonly groups: readonly AssessmentGroup[];
  readonly vetoes: readonly Veto[];
  /** The best first; the last one from 0. */
  readonly grades: readonly AssessmentGrade[];
}

/** What all weights of a scheme come to. */
export const fullScore = 100;

export const itemsOf = ({ groups }: Pick<AssessmentScheme, "groups">): readonly AssessmentItem[] =>
  groups.flatMap(({ items }) => items);

const unitSign = { item: "", percent: "%", yuan: "", day: "" } as const satisfies Record<
  Indicator["unit"],
  string
>;

/** The rule of an item by which its indicator makes points, in words: the formula that everybody may check. */
export function ruleWords(item: AssessmentItem, unit: Indicator["unit"]): Words {
  const sign = unitSign[unit];
  const { weight, linear, steps, perCase } = item;
  const told: Words[] = [];
  if (linear !== undefined) {
    const [none, full] = [`${linear.noneAt}${sign}`, `${linear.fullAt}${sign}`];
    told.push({
      zh: `${none}得0分，${full}得${weight}分，其间按比例`,
      en: `0 at ${none}, ${weight} at ${full}, evenly between`,
    });
  }
  if (steps !== undefined)
    told.push({
      zh: `${steps.map(({ reaching, percent }) => `达${reaching}${sign}得${points(weight, percent)}分`).join("，")}，未达不得分`,
      en: `${steps.map(({ reaching, percent }) => `${points(weight, percent)} at ${reaching}${sign}`).join(", ")}, else none`,
    });
  if (perCase !== undefined)
    told.push({
      zh: `每项扣${perCase.each}分，最多扣${perCase.most}分`,
      en: `${perCase.each} off for each, ${perCase.most} at most`,
    });
  if (item.withoutCases !== undefined)
    told.push(
      item.withoutCases === "full"
        ? { zh: "没有可统计的对象得满分", en: "all where there is nothing to count" }
        : { zh: "没有可统计的对象不得分", en: "none where there is nothing to count" },
    );
  return { zh: told.map(({ zh }) => zh).join("；"), en: told.map(({ en }) => en).join("; ") };
}

const points = (weight: number, percent: number): number => Math.round(weight * percent) / 100;

/** Every indicator that a scheme looks at, each once, in its order. */
export const indicatorsIn = (scheme: AssessmentScheme): readonly string[] => [
  ...new Set([...itemsOf(scheme), ...scheme.vetoes].flatMap(({ indicator }) => indicator ?? [])),
];

/** The version by which a kind of unit is assessed for a year: the one in force on its last day. Undefined where it is not assessed. */
export function schemeFor(
  schemes: readonly AssessmentScheme[],
  kind: BoardUnitKind,
  year: number,
): AssessmentScheme | undefined {
  const last = `${year}-12-31`;
  return schemes.find(
    ({ units, from, to }) => units.includes(kind) && from <= last && (to === undefined || last <= to),
  );
}
