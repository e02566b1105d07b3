import type { Faulty } from "./faulty.ts";
import { owedSubPlan, sourced } from "./small-pack.ts";

const subPlans = (...differs: readonly object[]) => ({
  subPlans: differs.map((one) => ({ ...owedSubPlan, ...one })),
});
const detail = { as: "supervision", measure: 1, clause: 1, units: ["zhou-yingji"], ...sourced };

/** Sub-plans that the plan asks for with one thing wrong in each, and where it is told. */
export const faultySubPlans: readonly Faulty[] = [
  { story: "two have one id", content: subPlans({}, {}), at: "/subPlans/1/id", code: "duplicate" },
  {
    story: "the plan has no such clause",
    content: subPlans({ id: "m1-c9-p1", clause: 9 }),
    at: "/subPlans/0/id",
    code: "unknown-clause",
  },
  {
    story: "its id stands for another clause",
    content: subPlans({ id: "m1-c2-p1" }),
    at: "/subPlans/0/id",
    code: "unknown-clause",
  },
  {
    story: "it is owed by nobody there is",
    content: subPlans({ units: ["nobody"] }),
    at: "/subPlans/0/units/0",
    code: "unknown-unit",
  },
  {
    story: "it falls to nobody",
    content: subPlans({ units: [] }),
    at: "/subPlans/0",
    code: "clause-without-unit",
  },
  {
    story: "it is due after the campaign",
    content: subPlans({ by: "2027-01-01" }),
    at: "/subPlans/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "what it must detail stands in no clause",
    content: subPlans({ details: [{ ...detail, clause: 9 }] }),
    at: "/subPlans/0/details/0/clause",
    code: "unknown-clause",
  },
  {
    story: "what it must detail is asked of nobody there is",
    content: subPlans({ details: [{ ...detail, units: ["nobody"] }] }),
    at: "/subPlans/0/details/0/units/0",
    code: "unknown-unit",
  },
  {
    story: "it is of no kind that there is",
    content: subPlans({ kind: "town" }),
    at: "/subPlans/0/kind",
    code: "not-an-option",
  },
];
