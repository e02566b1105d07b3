import type { Faulty } from "./faulty.ts";
import { evaluationItem } from "./small-pack.ts";

const items = (...differs: readonly object[]) => ({
  evaluationItems: differs.map((one) => ({ ...evaluationItem, ...one })),
});

/** Items of checklists with one thing wrong in each, and where it is told. */
export const faultyEvaluationItems: readonly Faulty[] = [
  {
    story: "two of a checklist have one number",
    content: items({}, {}),
    at: "/evaluationItems/1/number",
    code: "duplicate",
  },
  {
    story: "the plan has no such clause",
    content: items({ clause: 9 }),
    at: "/evaluationItems/0/clause",
    code: "unknown-clause",
  },
  {
    story: "nobody there is leads it",
    content: items({ unit: "nobody" }),
    at: "/evaluationItems/0/unit",
    code: "unknown-organisation",
  },
  {
    story: "nobody there is stands beside who leads it",
    content: items({ joint: ["nobody"] }),
    at: "/evaluationItems/0/joint/0",
    code: "unknown-organisation",
  },
  {
    story: "who leads it stands beside themselves",
    content: items({ joint: [evaluationItem.unit] }),
    at: "/evaluationItems/0/joint/0",
    code: "duplicate",
  },
  {
    story: "it is due after the campaign",
    content: items({ by: "2027-01-01" }),
    at: "/evaluationItems/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "it is of a checklist that there is not",
    content: items({ kind: "soft" }),
    at: "/evaluationItems/0/kind",
    code: "not-an-option",
  },
  {
    story: "its number is none",
    content: items({ number: "07" }),
    at: "/evaluationItems/0/number",
    code: "bad-pattern",
  },
];
