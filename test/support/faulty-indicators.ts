import type { Faulty } from "./faulty.ts";
import { indicator } from "./small-pack.ts";

const indicators = (...differs: readonly object[]) => ({
  indicators: differs.map((one) => ({ ...indicator, ...one })),
});

const share = { unit: "percent", of: { count: "hazard.found", over: "period" } };

/** Indicators with one thing wrong in each, and where it is told. */
export const faultyIndicators: readonly Faulty[] = [
  {
    story: "a formula counts in a register that is not there",
    content: indicators({ counts: { count: "letter.sent", over: "period" } }),
    at: "/indicators/0/counts/count",
    code: "unknown-count",
  },
  {
    story: "a formula divides by what its register does not count",
    content: indicators({ ...share, of: { count: "hazard.seen", over: "period" } }),
    at: "/indicators/0/of/count",
    code: "unknown-count",
  },
  {
    story: "a sum is wanted of what only counts",
    content: indicators({ unit: "yuan", counts: { count: "hazard.found", over: "period", sum: true } }),
    at: "/indicators/0/counts/sum",
    code: "count-sums-nothing",
  },
  {
    story: "what stands on a day is to be added up over a period",
    content: indicators({ counts: { count: "hazard.overdue", over: "period" } }),
    at: "/indicators/0/counts/over",
    code: "count-without-a-period",
  },
  {
    story: "a level is asked for that the register does not have",
    content: indicators({ counts: { count: "hazard.found", over: "period", levels: ["huge"] } }),
    at: "/indicators/0/counts/levels/0",
    code: "count-not-told-apart",
  },
  {
    story: "a kind is asked for in a register that has none",
    content: indicators({ counts: { count: "self-check.owed", over: "period", kinds: ["inspection"] } }),
    at: "/indicators/0/counts/kinds/0",
    code: "count-not-told-apart",
  },
  {
    story: "a kind is asked for that no document can have",
    content: indicators({ counts: { count: "document.issued", over: "day", kinds: ["rule"] } }),
    at: "/indicators/0/counts/kinds/0",
    code: "count-not-told-apart",
  },
  {
    story: "a document is counted that is not listed",
    content: indicators({ counts: { count: "document.issued", over: "day", kinds: ["m9-c9-d9"] } }),
    at: "/indicators/0/counts/kinds/0",
    code: "document-not-listed",
  },
  {
    story: "a checklist is counted of a region that there is not",
    content: indicators({ counts: { count: "evaluation.evaluated", over: "day", kinds: ["own-9999"] } }),
    at: "/indicators/0/counts/kinds/0",
    code: "unknown-region",
  },
  {
    story: "a share divides by nothing",
    content: indicators({ unit: "percent" }),
    at: "/indicators/0/unit",
    code: "formula-does-not-fit-unit",
  },
  {
    story: "two have one name",
    content: indicators({}, {}),
    at: "/indicators/1/id",
    code: "duplicate",
  },
];
