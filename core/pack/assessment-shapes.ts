import {
  type AssessmentGrade,
  type AssessmentGroup,
  type AssessmentItem,
  type AssessmentScheme,
  fullScore,
  type LinearRule,
  type PerCaseRule,
  type ScoreStep,
  type Veto,
  withoutCases,
} from "../campaign/assessment-scheme.ts";
import { boardUnitKinds } from "../campaign/board-unit-kind.ts";
import type { Words } from "../words.ts";
import { day, flag, listOf, number, oneOf, optional, record, text } from "./shape.ts";

const words = record<Words>({ zh: text(), en: text() });
const id = text(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const points = number(0, fullScore, "fractions");
const amount = number(0, 1_000_000_000_000, "fractions");

const item = record<AssessmentItem>({
  id,
  name: words,
  weight: points,
  indicator: optional(id),
  linear: optional(record<LinearRule>({ noneAt: amount, fullAt: amount })),
  steps: optional(listOf(record<ScoreStep>({ reaching: amount, percent: number(0, 100, "fractions") }))),
  perCase: optional(record<PerCaseRule>({ each: points, most: points })),
  withoutCases: optional(oneOf(withoutCases)),
  judged: optional(words),
  source: text(),
  toBeConfirmed: flag,
});

const veto = record<Veto>({
  id,
  name: words,
  indicator: optional(id),
  atLeast: optional(amount),
  gradeAtMost: id,
  source: text(),
  toBeConfirmed: flag,
});

/** `assessment.json`. */
export const assessmentFile = record<{ readonly schemes: readonly AssessmentScheme[] }>({
  schemes: listOf(
    record<AssessmentScheme>({
      version: id,
      name: words,
      from: day,
      to: optional(day),
      units: listOf(oneOf(boardUnitKinds)),
      groups: listOf(record<AssessmentGroup>({ name: words, items: listOf(item) })),
      vetoes: listOf(veto),
      grades: listOf(record<AssessmentGrade>({ id, name: words, from: points })),
      source: text(),
      toBeConfirmed: flag,
    }),
  ),
});
