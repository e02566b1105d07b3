import type { Faulty } from "./faulty.ts";
import { bureau, countyBureau, government, sourced } from "./small-pack.ts";

/** A fourth organisation, different from the prefecture's bureau in this. */
const fourth = (differs: object) => ({
  organisations: [government, bureau, countyBureau, { ...bureau, id: "zhou-gongan", ...differs }],
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
];
