import type { Faulty } from "./faulty.ts";
import { indicator, onTime, overdue, scheme, sourced } from "./small-pack.ts";

const words = { zh: "名称", en: "Name" };
const only = (own: object) => ({ schemes: [{ ...scheme, ...own }] });
const item = { id: "leading", name: words, weight: 100, ...sourced };
const scored = (own: object) => only({ groups: [{ name: words, items: [{ ...item, ...own }] }] });
const at = "/schemes/0/groups/0/items/0";
const [veto] = scheme.vetoes;
const vetoed = (own: object) => only({ vetoes: [{ ...veto, ...own }] });

/** Schemes of assessment with one thing wrong in each, and where it is told. */
export const faultySchemes: readonly Faulty[] = [
  {
    story: "an item goes by an indicator that is not there",
    content: scored({ indicator: "letters", perCase: { each: 1, most: 5 } }),
    at: `${at}/indicator`,
    code: "unknown-indicator",
  },
  {
    story: "the weights come to less than a hundred",
    content: scored({ weight: 99.5, judged: words }),
    at: "/schemes/0/groups",
    code: "weights-differ-from-hundred",
  },
  {
    story: "an item is judged where facts give it",
    content: scored({ indicator: overdue.id, perCase: { each: 1, most: 5 }, judged: words }),
    at,
    code: "item-without-rule",
  },
  {
    story: "an item has two rules",
    content: scored({
      indicator: overdue.id,
      perCase: { each: 1, most: 5 },
      linear: { noneAt: 5, fullAt: 0 },
    }),
    at,
    code: "item-without-rule",
  },
  {
    story: "an item has neither an indicator nor a judgement",
    content: scored({}),
    at,
    code: "item-without-rule",
  },
  {
    story: "more points are given for what shall be less",
    content: scored({ indicator: overdue.id, linear: { noneAt: 0, fullAt: 5 } }),
    at,
    code: "rule-against-direction",
  },
  {
    story: "an indicator is scored of which nothing is better",
    content: scored({ indicator: indicator.id, linear: { noneAt: 0, fullAt: 5 } }),
    at,
    code: "rule-against-direction",
  },
  {
    story: "steps go from the worst to the best",
    content: scored({
      indicator: onTime.id,
      withoutCases: "full",
      steps: [
        { reaching: 50, percent: 50 },
        { reaching: 90, percent: 100 },
      ],
    }),
    at: `${at}/steps`,
    code: "steps-out-of-order",
  },
  {
    story: "nothing says what a share scores that has no cases",
    content: scored({ indicator: onTime.id, linear: { noneAt: 0, fullAt: 100 } }),
    at,
    code: "without-cases-missing",
  },
  {
    story: "more can be taken off than there is",
    content: scored({ indicator: overdue.id, perCase: { each: 1, most: 100.5 }, weight: 100 }),
    at: `${at}/perCase/most`,
    code: "out-of-range",
  },
  {
    story: "more is taken off than the item weighs",
    content: only({
      groups: [
        {
          name: words,
          items: [
            { ...item, weight: 40, indicator: overdue.id, perCase: { each: 1, most: 41 } },
            { ...item, id: "other", weight: 60, judged: words },
          ],
        },
      ],
    }),
    at: `${at}/perCase/most`,
    code: "more-than-weight",
  },
  {
    story: "two grades begin at the same score",
    content: only({
      grades: [
        { id: "passed", name: words, from: 60 },
        { id: "weak", name: words, from: 60 },
        { id: "failed", name: words, from: 0 },
      ],
    }),
    at: "/schemes/0/grades/1/from",
    code: "grades-overlap",
  },
  {
    story: "some scores have no grade",
    content: only({
      grades: [
        { id: "passed", name: words, from: 60 },
        { id: "failed", name: words, from: 10 },
      ],
    }),
    at: "/schemes/0/grades",
    code: "grade-for-no-score",
  },
  {
    story: "a veto leaves a grade that there is not",
    content: vetoed({ gradeAtMost: "weak" }),
    at: "/schemes/0/vetoes/0/gradeAtMost",
    code: "unknown-grade",
  },
  {
    story: "a veto goes by an indicator that is not there",
    content: vetoed({ indicator: "letters", atLeast: 1 }),
    at: "/schemes/0/vetoes/0/indicator",
    code: "unknown-indicator",
  },
  {
    story: "a veto by an indicator says no number",
    content: vetoed({ indicator: overdue.id }),
    at: "/schemes/0/vetoes/0",
    code: "veto-without-number",
  },
  {
    story: "two items have one name",
    content: only({
      groups: [
        {
          name: words,
          items: [
            { ...item, weight: 40, judged: words },
            { ...item, weight: 60, judged: words },
          ],
        },
      ],
    }),
    at: "/schemes/0/groups",
    code: "duplicate",
  },
  {
    story: "two versions are in force for one kind of unit",
    content: { schemes: [scheme, { ...scheme, version: "county-2025", from: "2025-01-01" }] },
    at: "/schemes/1/from",
    code: "versions-overlap",
  },
];
