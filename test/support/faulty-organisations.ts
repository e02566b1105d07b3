import type { Faulty } from "./faulty.ts";
import { alone, bureau, countyBureau, government, sourced } from "./small-pack.ts";

/** A fourth organisation, different from the prefecture's bureau in this. */
const fourth = (differs: object) => ({
  organisations: [government, bureau, countyBureau, { ...bureau, id: "zhou-gongan", ...differs }],
});
/** The same, without one above it. */
const fourthAlone = (differs: object) => ({
  organisations: [government, bureau, countyBureau, { ...alone, id: "zhou-gongan", ...differs }],
});

/** Organisations with one thing wrong in each, and where it is told. */
export const faultyOrganisations: readonly Faulty[] = [
  {
    story: "its kind is unknown",
    content: fourth({ kind: "bureau" }),
    at: "/organisations/3/kind",
    code: "not-an-option",
  },
  { story: "an id occurs twice", content: fourth(bureau), at: "/organisations/3/id", code: "duplicate" },
  {
    story: "its region is unknown",
    content: fourth({ region: "5333" }),
    at: "/organisations/3/region",
    code: "unknown-region",
  },
  {
    story: "a county's bureau says prefecture",
    content: fourth({ region: "533401" }),
    at: "/organisations/3/level",
    code: "organisation-level-differs",
  },
  {
    story: "a duty names a sector that is not in the pack",
    content: fourth({ duties: [{ as: "industry", sectors: ["S01", "S99"], ...sourced }] }),
    at: "/organisations/3/duties/0/sectors/1",
    code: "unknown-sector",
  },
  {
    story: "its parent is not in the pack",
    content: fourth({ parent: "sheng-gongan" }),
    at: "/organisations/3/parent",
    code: "unknown-organisation",
  },
  {
    story: "it is its own parent",
    content: fourth({ parent: "zhou-gongan" }),
    at: "/organisations/3/parent",
    code: "organisation-above-itself",
  },
  {
    story: "a department names no organisation above it",
    content: fourthAlone({}),
    at: "/organisations/3/parent",
    code: "department-without-parent",
  },
  {
    story: "a county's bureau names none",
    content: fourthAlone({ region: "533401", level: "county" }),
    at: "/organisations/3/parent",
    code: "department-without-parent",
  },
  {
    story: "an office of a committee names none",
    content: fourthAlone({ kind: "committeeOffice" }),
    at: "/organisations/3/parent",
    code: "department-without-parent",
  },
  {
    story: "a park names none",
    content: fourthAlone({ kind: "park" }),
    at: "/organisations/3/parent",
    code: "department-without-parent",
  },
  {
    story: "a government below another names none",
    content: fourthAlone({ kind: "government", region: "533401", level: "county" }),
    at: "/organisations/3/parent",
    code: "department-without-parent",
  },
];
