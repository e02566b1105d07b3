import type { Faulty } from "./faulty.ts";

const words = { zh: "名称", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };

/** A standard, an item and a topic that are sound in themselves. */
export const criteriaStandard = {
  code: "GM",
  kind: "criteria",
  name: words,
  document: "第10号",
  issuer: words,
  nature: "departmentRule",
  from: "2023-05-15",
  officialItems: 64,
  sectors: ["S01"],
  ...sourced,
};
export const criteriaItem = {
  standard: "GM",
  item: "3-1",
  article: "第三条第（一）项",
  text: words,
  ...sourced,
};
export const criteriaTopic = {
  standard: "GM",
  topic: "5",
  heading: "第五条",
  text: words,
  officialItems: 13,
  ...sourced,
};

/** A criteria file. */
export const criteria = (
  standards: readonly unknown[],
  items: readonly unknown[] = [],
  topics: readonly unknown[] = [],
) => ({ standards, topics, items });

/** Two versions of one lineage; the first has no end yet. */
export const hazchem2017 = {
  ...criteriaStandard,
  code: "HC17",
  from: "2017-11-13",
  lineage: "hazardous-chemicals",
};
export const hazchem2026 = { ...hazchem2017, code: "HC26", from: "2026-09-30" };
/** A criteria file with one thing wrong, and where that is told. */
export const faultyCriteria: readonly Faulty[] = [
  {
    story: "a standard occurs twice",
    content: criteria([criteriaStandard, criteriaStandard]),
    at: "/standards/1/code",
    code: "duplicate",
  },
  {
    story: "a standard ends before it begins",
    content: criteria([{ ...criteriaStandard, to: "2023-05-14" }]),
    at: "/standards/0/to",
    code: "ends-before-it-begins",
  },
  {
    story: "a standard has an unknown sector",
    content: criteria([{ ...criteriaStandard, sectors: ["S02"] }]),
    at: "/standards/0/sectors/0",
    code: "unknown-sector",
  },
  {
    story: "a standard has an unknown department",
    content: criteria([{ ...criteriaStandard, department: "zhou-jiaotong" }]),
    at: "/standards/0/department",
    code: "unknown-organisation",
  },
  {
    story: "the replaced standard is not in the pack",
    content: criteria([{ ...criteriaStandard, replaces: "GM17" }]),
    at: "/standards/0/replaces",
    code: "unknown-standard",
  },
  {
    story: "the replaced standard still holds on the first day of the other",
    content: criteria([
      criteriaStandard,
      { ...criteriaStandard, code: "GM27", from: "2027-01-01", replaces: "GM" },
    ]),
    at: "/standards/1/replaces",
    code: "replaced-still-in-force",
  },
  {
    story: "a second version of a lineage begins on the last day of the first",
    content: criteria([{ ...hazchem2017, to: "2026-09-30" }, hazchem2026]),
    at: "/standards/1/from",
    code: "versions-overlap",
  },
  {
    story: "an earlier version of a lineage stands below a later one and has no end",
    content: criteria([hazchem2026, hazchem2017]),
    at: "/standards/1/from",
    code: "versions-overlap",
  },
  {
    story: "a version of a lineage may have begun on any day",
    content: criteria([hazchem2026, { ...hazchem2017, from: null }]),
    at: "/standards/1/from",
    code: "versions-overlap",
  },
  {
    story: "items and topics together are more than the official text has",
    content: criteria([{ ...criteriaStandard, officialItems: 13 }], [criteriaItem], [criteriaTopic]),
    at: "/standards/0/officialItems",
    code: "more-items-than-official",
  },
  {
    story: "a topic belongs to no standard",
    content: criteria([criteriaStandard], [], [{ ...criteriaTopic, standard: "XX" }]),
    at: "/topics/0/standard",
    code: "unknown-standard",
  },
  {
    story: "a topic occurs twice",
    content: criteria([criteriaStandard], [], [criteriaTopic, criteriaTopic]),
    at: "/topics/1/topic",
    code: "duplicate",
  },
  {
    story: "a topic has the number of an item",
    content: criteria([criteriaStandard], [criteriaItem], [{ ...criteriaTopic, topic: "3-1" }]),
    at: "/topics/0/topic",
    code: "duplicate",
  },
  {
    story: "a standard is of no known kind",
    content: criteria([{ ...criteriaStandard, kind: "guide" }]),
    at: "/standards/0/kind",
    code: "not-an-option",
  },
  {
    story: "an item belongs to no standard",
    content: criteria([criteriaStandard], [{ ...criteriaItem, standard: "XX" }]),
    at: "/items/0/standard",
    code: "unknown-standard",
  },
  {
    story: "an item belongs to a standard without a first day",
    content: criteria([{ ...criteriaStandard, from: null }], [criteriaItem]),
    at: "/items/0/standard",
    code: "standard-without-first-day",
  },
  {
    story: "an item occurs twice",
    content: criteria([criteriaStandard], [criteriaItem, criteriaItem]),
    at: "/items/1/item",
    code: "duplicate",
  },
  {
    story: "an item is for a sector that its standard is not for",
    content: criteria([criteriaStandard], [{ ...criteriaItem, sectors: ["S01", "S02"] }]),
    at: "/items/0/sectors/1",
    code: "sector-outside-standard",
  },
];
