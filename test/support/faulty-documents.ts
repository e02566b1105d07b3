import type { Faulty } from "./faulty.ts";
import { askedDocument } from "./small-pack.ts";

const documents = (...differs: readonly object[]) => ({
  documents: differs.map((one) => ({ ...askedDocument, ...one })),
});

/** Documents that the plan asks for with one thing wrong in each, and where it is told. */
export const faultyDocuments: readonly Faulty[] = [
  { story: "two have one id", content: documents({}, {}), at: "/documents/1/id", code: "duplicate" },
  {
    story: "the plan has no such clause",
    content: documents({ id: "m1-c9-d1", clause: 9 }),
    at: "/documents/0/id",
    code: "unknown-clause",
  },
  {
    story: "its id stands for another clause",
    content: documents({ id: "m1-c2-d1" }),
    at: "/documents/0/id",
    code: "unknown-clause",
  },
  {
    story: "it is owed by nobody there is",
    content: documents({ units: ["nobody"] }),
    at: "/documents/0/units/0",
    code: "unknown-unit",
  },
  {
    story: "it falls to nobody",
    content: documents({ units: [] }),
    at: "/documents/0",
    code: "clause-without-unit",
  },
  {
    story: "it is due after the campaign",
    content: documents({ by: "2027-01-01" }),
    at: "/documents/0/by",
    code: "day-outside-campaign",
  },
  {
    story: "it is neither issued nor revised",
    content: documents({ kind: "read" }),
    at: "/documents/0/kind",
    code: "not-an-option",
  },
];
