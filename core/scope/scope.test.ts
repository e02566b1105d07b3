import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { person } from "../../test/support/builders.ts";
import { enterpriseId, type PersonName } from "../../test/support/cast.ts";
import { countyOf, officialCode, pathCode } from "./region.ts";
import { isRole, type Role, roleNames } from "./roles.ts";
import {
  type Actor,
  inRegion,
  inScope,
  isAbove,
  type Level,
  type Placed,
  partyPlaceOf,
  regionRange,
  scopeOf,
  showsPlace,
} from "./scope.ts";

const here: Placed = {
  region: "533401205",
  sector: "S04",
  organisation: enterpriseId("copper"),
  parties: [],
};
const engine: Actor = { ...person("luo"), role: "system" };

test.each<{ story: string; who: PersonName; placed?: Partial<Placed>; gives: boolean }>([
  { story: "Lin sees what lies in her county", who: "lin", gives: true },
  { story: "Chen sees nothing of another county", who: "chen", gives: false },
  { story: "Duan of the prefecture sees every county of his trade", who: "duan", gives: true },
  { story: "Duan sees no other trade", who: "duan", placed: { sector: "S05" }, gives: false },
  { story: "Duan sees nothing without a trade", who: "duan", placed: { sector: undefined }, gives: false },
  { story: "Lin sees nothing without a place", who: "lin", placed: { region: undefined }, gives: false },
  {
    story: "Lin sees nothing that lies in the whole prefecture",
    who: "lin",
    placed: { region: "5334" },
    gives: false,
  },
  { story: "Mei sees her enterprise's", who: "mei", gives: true },
  { story: "Bai does not, though her enterprise lies nearby", who: "bai", gives: false },
  {
    story: "Chen sees what her bureau is party to",
    who: "chen",
    placed: { parties: [{ organisation: person("chen").organisation, as: "owningOrganisation" }] },
    gives: true,
  },
  {
    story: "Bai sees what her enterprise is party to",
    who: "bai",
    placed: { parties: [{ organisation: enterpriseId("foundry"), as: "foundByOrganisation" }] },
    gives: true,
  },
  { story: "Yang, who leads, sees the whole prefecture", who: "yang", gives: true },
  { story: "Ji of the discipline inspection does too", who: "ji", gives: true },
  { story: "Gao of the park sees nothing that does not name the park", who: "gao", gives: false },
  {
    story: "Gao sees what names the park",
    who: "gao",
    placed: { parties: [{ organisation: person("gao").organisation, as: "park" }] },
    gives: true,
  },
  {
    story: "Shen, who audits, sees nothing, whatever her organisation is party to",
    who: "shen",
    placed: { parties: [{ organisation: person("shen").organisation, as: "owningOrganisation" }] },
    gives: false,
  },
])("$story", ({ who, placed = {}, gives }) => {
  expect(inScope(scopeOf(person(who)), { ...here, ...placed })).toBe(gives);
});

test("the engine sees everything, also what lies nowhere", () => {
  expect(inScope(scopeOf(engine), { parties: [] })).toBe(true);
});

test("a post without a region sees no region at all, and not every one", () => {
  expect(inScope(scopeOf({ ...person("lin"), region: "" }), here)).toBe(false);
  expect(inRegion("", "")).toBe(false);
});

describe("a scope that shows a place", () => {
  const code = fc.constantFrom("53", "5334", "53340", "533401", "533402", "533401205", "533402101");
  const sector = fc.constantFrom("S04", "S05");
  const organisation = fc.constantFrom(enterpriseId("copper"), enterpriseId("foundry"));
  const scope = fc.oneof(
    fc.record({ sees: fc.constant("organisation" as const), organisation }),
    fc.record({
      sees: fc.constant("region" as const),
      region: fc.oneof(code, fc.constant("")),
      sectors: fc.oneof(fc.constant("all" as const), fc.subarray(["S04", "S05"])),
      organisation,
    }),
  );
  const placed = fc.record({
    region: fc.option(code, { nil: undefined }),
    sector: fc.option(sector, { nil: undefined }),
    organisation: fc.option(organisation, { nil: undefined }),
  });

  test("sees every entry in it without being a party", () => {
    fc.assert(
      fc.property(scope, placed, organisation, (seen, where, party) => {
        const place = partyPlaceOf(
          { organisation: seen.organisation, as: "owningOrganisation" },
          { ...where, parties: [] },
        );
        if (showsPlace(seen, place)) expect(inScope(seen, { ...where, parties: [] })).toBe(true);
        expect(partyPlaceOf({ organisation: party, as: "" }, { ...where, parties: [] }).own).toBe(
          where.organisation === party,
        );
      }),
    );
  });

  test.each<[PersonName, Partial<Placed>, boolean]>([
    ["lin", {}, true],
    ["lin", { region: "533402101" }, false],
    ["lin", { region: undefined }, false],
    ["duan", { region: "533402101" }, true],
    ["duan", { sector: "S05" }, false],
    ["duan", { sector: undefined }, false],
    ["mei", {}, true],
    ["bai", {}, false],
  ])("%s, of an entry with %j: %s", (who, elsewhere, gives) => {
    const seen = scopeOf(person(who));
    const { organisation: own } = person(who);
    expect(showsPlace(seen, partyPlaceOf({ organisation: own, as: "" }, { ...here, ...elsewhere }))).toBe(
      gives,
    );
  });

  test("for a post in a township no whole county is shown, for the engine everything", () => {
    const place = partyPlaceOf({ organisation: "", as: "" }, here);
    expect(showsPlace(scopeOf({ ...person("lin"), region: "533401205" }), place)).toBe(false);
    expect(showsPlace(scopeOf(engine), place)).toBe(true);
  });
});

describe("a region's range", () => {
  const code = fc.stringMatching(/^[0-9]{2,9}$/);

  test("holds what its subtree holds", () => {
    fc.assert(
      fc.property(code, code, fc.boolean(), (region, place, below) => {
        const at = below ? region + place : place;
        const { from, before } = regionRange(region);
        expect(from <= at && at < before).toBe(inRegion(region, at));
      }),
    );
  });

  test("of no region is empty", () => {
    expect(regionRange("")).toEqual({ from: "", before: "" });
  });
});

test.each([
  ["53", "530000"],
  ["5334", "533400"],
  ["533401", "533401"],
  ["533401205", "533401205"],
])("the path code %s is %s at every edge, and back", (path, official) => {
  expect([officialCode(path), pathCode(official)]).toEqual([official, path]);
});

test.each([
  ["533401205", "533401"],
  ["533401", "533401"],
  ["5334", "533400"],
])("what lies in %s is numbered in %s", (region, gives) => {
  expect(countyOf(region)).toBe(gives);
});

test("the prefecture stands above the county, the county above the township, and that above the enterprise", () => {
  const levels: readonly Level[] = ["enterprise", "township", "county", "prefecture"];
  const above = levels.flatMap((level, at) =>
    levels.map((other, below) => [isAbove(level, other), at > below]),
  );
  for (const [is, should] of above) expect(is).toBe(should);
});

test("a person holds every role but the engine's, and no role is one that nobody declared", () => {
  const roles: readonly Role[] = [
    "safetyManager",
    "principal",
    "inspector",
    "departmentHead",
    "committeeOffice",
    "leader",
    "discipline",
    "parkOffice",
    "serviceStaff",
    "systemAdministrator",
    "securityAdministrator",
    "auditor",
  ];
  expect(roleNames).toEqual(roles);
  expect(["system", "constructor", "admin"].map(isRole)).toEqual([true, false, false]);
});
