import type { Faulty } from "./faulty.ts";
import { county, prefecture, province, sector, sourced, township } from "./small-pack.ts";

const regions = (...rows: readonly unknown[]) => ({ regions: rows });
const first = (differs: object) => regions({ ...province, ...differs });
/** Regions with one thing wrong in each, and where it is told. */
export const faultyRegions: readonly Faulty[] = [
  { story: "its list is missing", content: {}, at: "/regions", code: "required" },
  { story: "a row is not an object", content: regions(7), at: "/regions/0", code: "wrong-type" },
  {
    story: "English is missing",
    content: first({ name: { zh: "云南省" } }),
    at: "/regions/0/name/en",
    code: "required",
  },
  {
    story: "a name is blank",
    content: first({ name: { zh: " ", en: "Yunnan" } }),
    at: "/regions/0/name/zh",
    code: "empty-text",
  },
  {
    story: "a member is misspelt",
    content: first({ "a/b": 1 }),
    at: "/regions/0/a~1b",
    code: "unknown-member",
  },
  {
    story: "a code has five digits",
    content: first({ gb: "53000" }),
    at: "/regions/0/gb",
    code: "bad-pattern",
  },
  {
    story: "a seat lies outside China",
    content: regions({
      ...province,
      seat: { longitude: 27.8, latitude: 27.8, system: "unknown", ...sourced },
    }),
    at: "/regions/0/seat/longitude",
    code: "out-of-range",
  },
  {
    story: "a former code ends on no day",
    content: first({ formerly: [{ gb: "530001", until: "2014-02-30", ...sourced }] }),
    at: "/regions/0/formerly/0/until",
    code: "not-a-day",
  },
  {
    story: "a code occurs twice",
    content: regions(province, prefecture, county, county),
    at: "/regions/3/code",
    code: "duplicate",
  },
  {
    story: "a code is of another level",
    content: regions(province, prefecture, county, {
      ...county,
      code: "533422",
      gb: "533422",
      level: "township",
    }),
    at: "/regions/3/code",
    code: "region-code-of-another-level",
  },
  {
    story: "the county of a township is missing",
    content: regions(province, prefecture, county, township),
    at: "/regions/3/code",
    code: "region-without-parent",
  },
  {
    story: "the official code is another region's",
    content: regions(province, prefecture, { ...county, gb: "533421" }),
    at: "/regions/2/gb",
    code: "gb-differs-from-code",
  },
];

/** The same of sectors. */
export const faultySectors: readonly Faulty[] = [
  {
    story: "a code occurs twice",
    content: { sectors: [sector, sector] },
    at: "/sectors/1/code",
    code: "duplicate",
  },
];
