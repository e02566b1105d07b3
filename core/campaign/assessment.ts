import type { Score } from "../register/scores.ts";
import {
  type AssessmentGrade,
  type AssessmentItem,
  type AssessmentScheme,
  itemsOf,
  type LinearRule,
  type ScoreStep,
  type Veto,
} from "./assessment-scheme.ts";
import type { Figure } from "./indicator.ts";

/** What a decision on an assessment knows: the scheme of the unit and year, who assesses, and who decides on an objection. */
export interface AssessmentFact {
  readonly scheme: AssessmentScheme;
  /** Id of the office that assesses. */
  readonly assessor: string;
  /** Id of the government that decides on objections. */
  readonly appealTo: string | undefined;
}

/** An assessment as it comes out: what each item has, which vetoes are met, and the grade. */
export interface Assessed {
  readonly items: readonly Score[];
  /** Ids of the vetoes that are met. */
  readonly vetoes: readonly string[];
  readonly total: number;
  readonly grade: AssessmentGrade;
}

/** Points are told to a hundredth. */
const rounded = (points: number): number => Math.round(points * 100) / 100;

/** The points of an item that goes by an indicator: from none to its weight. */
export function pointsOf(item: AssessmentItem, { value }: Pick<Figure, "value">): number {
  const { weight, linear, steps, perCase } = item;
  if (value === null) return item.withoutCases === "full" ? weight : 0;
  if (linear !== undefined) return rounded(weight * shareBetween(linear, value));
  if (steps !== undefined) return rounded((weight * percentReached(steps, value)) / 100);
  if (perCase !== undefined)
    return rounded(Math.max(0, weight - Math.min(perCase.most, perCase.each * Math.max(0, value))));
  return 0;
}

function shareBetween({ noneAt, fullAt }: LinearRule, value: number): number {
  return Math.min(1, Math.max(0, (value - noneAt) / (fullAt - noneAt)));
}

/** Steps go down where more is better, and up where less is: the first that is reached counts. */
function percentReached(steps: readonly ScoreStep[], value: number): number {
  const [best, next] = steps;
  const isLess = best !== undefined && next !== undefined && best.reaching < next.reaching;
  const reached = steps.find(({ reaching }) => (isLess ? value <= reaching : value >= reaching));
  return reached?.percent ?? 0;
}

/** Whether an indicator alone says that a veto is met. */
export function isMet(
  { atLeast }: Pick<Veto, "atLeast">,
  figure: Pick<Figure, "value"> | undefined,
): boolean {
  return atLeast !== undefined && typeof figure?.value === "number" && figure.value >= atLeast;
}

/** The grade of a score: the best whose band it reaches, and no better than any veto leaves. */
export function gradeOf(
  { grades, vetoes }: Pick<AssessmentScheme, "grades" | "vetoes">,
  total: number,
  met: readonly string[],
): AssessmentGrade {
  const places = [
    grades.findIndex(({ from }) => total >= from),
    ...vetoes
      .filter(({ id }) => met.includes(id))
      .map(({ gradeAtMost }) => grades.findIndex(({ id }) => id === gradeAtMost)),
  ];
  const grade = grades[Math.max(...places)];
  if (grade === undefined) throw new Error("A scheme has a grade for every score");
  return grade;
}

interface Given {
  /** What recorded facts come to over the year, by indicator. */
  readonly figures: ReadonlyMap<string, Pick<Figure, "value">>;
  /** Points of what is judged, by item. */
  readonly judged: readonly Score[];
  /** Vetoes that were found by judgement. */
  readonly found: readonly Score[];
}

const nothing = { value: null };

/** The whole assessment: what facts give by the rules of the scheme, and what was judged, never more than its weight. */
export function assess(scheme: AssessmentScheme, { figures, judged, found }: Given): Assessed {
  const given = new Map(judged.map((score) => [score.item, score]));
  const items = itemsOf(scheme).map((item): Score => {
    if (item.indicator === undefined) {
      const points = given.get(item.id)?.points ?? 0;
      return { item: item.id, points: rounded(Math.min(item.weight, Math.max(0, points))) };
    }
    return { item: item.id, points: pointsOf(item, figures.get(item.indicator) ?? nothing) };
  });
  const vetoes = scheme.vetoes
    .filter(
      (veto) => isMet(veto, figures.get(veto.indicator ?? "")) || found.some(({ item }) => item === veto.id),
    )
    .map(({ id }) => id);
  const total = rounded(items.reduce((sum, { points = 0 }) => sum + points, 0));
  return { items, vetoes, total, grade: gradeOf(scheme, total, vetoes) };
}

/** Judged items as they stand after a verification: what the verifier found otherwise, and else what the unit gave itself. */
export function agreed(self: readonly Score[], verified: readonly Score[]): readonly Score[] {
  const other = new Set(verified.map(({ item }) => item));
  return [...self.filter(({ item }) => !other.has(item)), ...verified];
}
