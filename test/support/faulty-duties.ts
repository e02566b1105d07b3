import type { Faulty } from "./faulty.ts";
import { enterpriseDuty } from "./small-pack.ts";

const duties = (...differs: readonly object[]) => ({
  duties: differs.map((one) => ({ ...enterpriseDuty, ...one })),
});

/** Duties of enterprises with one thing wrong in each, and where it is told. */
export const faultyDuties: readonly Faulty[] = [
  {
    story: "two have one id",
    content: duties({}, {}),
    at: "/duties/1/id",
    code: "duplicate",
  },
  {
    story: "a grade is none",
    content: duties({ of: [{ grades: ["E"] }] }),
    at: "/duties/0/of/0/grades/0",
    code: "not-an-option",
  },
  {
    story: "a sector is unknown",
    content: duties({ of: [{ grades: ["D"] }, { sectors: ["S01", "S99"] }] }),
    at: "/duties/0/of/1/sectors/1",
    code: "unknown-sector",
  },
  {
    story: "it ends before it begins",
    content: duties({ to: "2023-12-31" }),
    at: "/duties/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "how often is said in a word that is none",
    content: duties({ every: "week" }),
    at: "/duties/0/every",
    code: "not-an-option",
  },
  {
    story: "nobody is said to do it",
    content: duties({ by: "everybody" }),
    at: "/duties/0/by",
    code: "not-an-option",
  },
];
