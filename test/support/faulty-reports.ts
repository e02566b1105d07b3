import type { Faulty } from "./faulty.ts";
import { reportKind } from "./small-pack.ts";

const reports = (...differs: readonly object[]) => ({
  reports: differs.map((one) => ({ ...reportKind, ...one })),
});

/** Kinds of reports with one thing wrong in each, and where it is told. */
export const faultyReports: readonly Faulty[] = [
  {
    story: "two reports of one name",
    content: reports({}, {}),
    at: "/reports/1/id",
    code: "duplicate",
  },
  {
    story: "a report is due by a parameter that is not there",
    content: reports({ due: "report.some.day" }),
    at: "/reports/0/due",
    code: "unknown-clock",
  },
  {
    story: "a report holds an indicator that is not there",
    content: reports({ indicators: ["found", "lost"] }),
    at: "/reports/0/indicators/1",
    code: "unknown-indicator",
  },
  {
    story: "a report holds an indicator twice",
    content: reports({ indicators: ["found", "found"] }),
    at: "/reports/0/indicators/1",
    code: "duplicate",
  },
  {
    story: "a campaign has two final evaluations",
    content: reports({ every: "campaign" }, { id: "again", every: "campaign", indicators: "ofTargets" }),
    at: "/reports/1/every",
    code: "duplicate",
  },
  {
    story: "a report asks what no report has room for",
    content: reports({ asks: ["weather"] }),
    at: "/reports/0/asks/0",
    code: "not-an-option",
  },
];
