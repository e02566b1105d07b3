import type { Faulty } from "./faulty.ts";
import { analysis, readyView } from "./small-pack.ts";

const views = (...differs: readonly object[]) => ({
  analysis: { ...analysis, views: differs.map((one) => ({ ...readyView, ...one })) },
});

const section = (differs: object) => ({
  analysis: {
    ...analysis,
    report: { ...analysis.report, sections: [{ ...analysis.report.sections[0], ...differs }] },
  },
});

const rankings = (...differs: readonly object[]) => ({
  analysis: {
    ...analysis,
    briefing: {
      ...analysis.briefing,
      rankings: differs.map((one) => ({ indicator: "found", first: "most", ...one })),
    },
  },
});

/** Views, reports and rankings with one thing wrong in each, and where it is told. */
export const faultyAnalyses: readonly Faulty[] = [
  {
    story: "a view shows an indicator that is not there",
    content: views({ indicator: "happiness" }),
    at: "/analysis/views/0/indicator",
    code: "unknown-indicator",
  },
  {
    story: "a view has rows that tell nothing apart",
    content: views({ rows: "days" }),
    at: "/analysis/views/0/rows",
    code: "indicator-not-told-by",
  },
  {
    story: "a view has the same places in rows and columns",
    content: views({ columns: "township" }),
    at: "/analysis/views/0/columns",
    code: "indicator-not-told-by",
  },
  {
    story: "two views have one name",
    content: views({}, {}),
    at: "/analysis/views/1/id",
    code: "duplicate",
  },
  {
    story: "a report tells of an indicator that is not there",
    content: section({ indicators: ["happiness"] }),
    at: "/analysis/report/sections/0/indicators/0",
    code: "unknown-indicator",
  },
  {
    story: "a section is told by what nobody knows",
    content: section({ by: "colour" }),
    at: "/analysis/report/sections/0/by",
    code: "not-an-option",
  },
  {
    story: "a ranking goes by an indicator that is not there",
    content: rankings({ indicator: "clicks" }),
    at: "/analysis/briefing/rankings/0/indicator",
    code: "unknown-indicator",
  },
  {
    story: "a ranking puts first what is not better",
    content: rankings({}),
    at: "/analysis/briefing/rankings/0/first",
    code: "ranks-against-direction",
  },
  {
    story: "a ranking goes by how many people told of something",
    content: rankings({ indicator: "told-by-staff" }),
    at: "/analysis/briefing/rankings/0/indicator",
    code: "ranks-by-people",
  },
  {
    story: "two rankings go by one indicator",
    content: rankings({ indicator: "overdue", first: "least" }, { indicator: "overdue", first: "least" }),
    at: "/analysis/briefing/rankings/1/indicator",
    code: "duplicate",
  },
];
