import type { Faulty } from "./faulty.ts";
import { parameter } from "./small-pack.ts";

export const parameters = (...differs: readonly object[]) => ({
  parameters: differs.map((one) => ({ ...parameter, ...one })),
});
/** Parameters with one thing wrong in each, and where it is told. */
export const faultyParameters: readonly Faulty[] = [
  {
    story: "a unit is unknown",
    content: parameters({ unit: "week" }),
    at: "/parameters/0/unit",
    code: "not-an-option",
  },
  {
    story: "a value is text",
    content: parameters({ value: "5" }),
    at: "/parameters/0/value",
    code: "wrong-type",
  },
  {
    story: "a value is negative",
    content: parameters({ value: -1 }),
    at: "/parameters/0/value",
    code: "out-of-range",
  },
  {
    story: "working days are not whole",
    content: parameters({ value: 2.5 }),
    at: "/parameters/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "a share is above the whole",
    content: parameters({ unit: "percent", value: 101 }),
    at: "/parameters/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "money has three decimals",
    content: parameters({ unit: "yuan", value: 1.001 }),
    at: "/parameters/0/value",
    code: "value-does-not-fit-unit",
  },
  {
    story: "it ends before it begins",
    content: parameters({ to: "2023-12-31" }),
    at: "/parameters/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "a second version begins on the last day of the first",
    content: parameters({ to: "2024-06-30" }, { from: "2024-06-30" }),
    at: "/parameters/1/from",
    code: "versions-overlap",
  },
  {
    story: "an open version follows another open one",
    content: parameters({ from: "2025-01-01" }, {}),
    at: "/parameters/1/from",
    code: "versions-overlap",
  },
];
