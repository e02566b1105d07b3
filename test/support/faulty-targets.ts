import type { Faulty } from "./faulty.ts";
import { indicator, targets } from "./small-pack.ts";

const [byEvidence = {}, byIndicator = {}, numberless = {}] = targets;
const proof = { indicator: indicator.id, from: "2024-07-01" };
const rows = (...all: readonly object[]) => ({ targets: [...all, numberless] });

/** Targets of which one says something that the plan, the organisations or the indicators do not bear out, and where it is told. */
export const faultyTargets: readonly Faulty[] = [
  {
    story: "a target of the plan is not covered",
    content: rows(byEvidence),
    at: "/targets",
    code: "target-not-covered",
  },
  {
    story: "a clause is not there",
    content: rows(byEvidence, byIndicator, { ...byEvidence, id: "m1-c3-t1" }),
    at: "/targets/2/id",
    code: "unknown-target",
  },
  {
    story: "one target is proven in two ways",
    content: rows(byEvidence, byIndicator, byEvidence),
    at: "/targets/2/id",
    code: "duplicate",
  },
  {
    story: "an id has another form",
    content: rows(byEvidence, { ...byIndicator, id: "m1.c2.r1" }),
    at: "/targets/1/id",
    code: "bad-pattern",
  },
  {
    story: "an indicator is missing",
    content: rows(byEvidence, { ...byIndicator, proof: { ...proof, indicator: "happiness" } }),
    at: "/targets/1/proof/indicator",
    code: "unknown-indicator",
  },
  {
    story: "an indicator over people is to prove something",
    content: rows(byEvidence, { ...byIndicator, proof: { ...proof, indicator: "told-by-staff" } }),
    at: "/targets/1/proof/indicator",
    code: "indicator-over-people",
  },
  {
    story: "an indicator proves something before the campaign begins",
    content: rows(byEvidence, { ...byIndicator, proof: { ...proof, from: "2023-12-31" } }),
    at: "/targets/1/proof/from",
    code: "day-outside-campaign",
  },
  {
    story: "the plan counts times and the indicator entries",
    content: rows({ ...byEvidence, proof }, byIndicator),
    at: "/targets/0/proof/threshold",
    code: "threshold-of-another-unit",
  },
  {
    story: "neither the plan nor the row says what the indicator shall reach",
    content: { targets: [byEvidence, byIndicator, { ...numberless, proof }] },
    at: "/targets/2/proof/threshold",
    code: "threshold-missing",
  },
  {
    story: "a unit is none of the board",
    content: rows({ ...byEvidence, units: ["zhou-zhengfu", "deqin-yingji"] }, byIndicator),
    at: "/targets/0/units/1",
    code: "unknown-unit",
  },
  {
    story: "no unit has a share",
    content: rows({ ...byEvidence, units: [] }, byIndicator),
    at: "/targets/0/units",
    code: "clause-without-unit",
  },
  {
    story: "its units go by a name that is none",
    content: rows({ ...byEvidence, units: "everybody" }, byIndicator),
    at: "/targets/0/units",
    code: "wrong-type",
  },
];
