import { expect, test } from "vitest";
import type { OrganisationView } from "../../api/types.ts";
import { isNamed, isUnconfirmed, organisationTree, type Place } from "./organisation-tree.ts";

const named = (text: string) => ({ zh: text, en: `the ${text}` });
const anOrganisation = (id: string, own: Partial<OrganisationView>): OrganisationView => ({
  id,
  name: named(id),
  shortName: named(`short ${id}`),
  kind: "department",
  level: "county",
  region: "5334",
  parent: null,
  duties: [],
  source: "出处",
  toBeConfirmed: false,
  ...own,
});
const inCounty = { region: "533401", level: "county" } as const;
const organisations = [
  anOrganisation("bureau", { level: "prefecture" }),
  anOrganisation("park", { level: "prefecture", kind: "park" }),
  anOrganisation("government", { level: "prefecture", kind: "government" }),
  anOrganisation("branch", inCounty),
  anOrganisation("committee", { ...inCounty, kind: "partyCommittee" }),
  anOrganisation("township", { region: "533401101", level: "township", kind: "government" }),
  anOrganisation("other", { region: "533422", level: "county" }),
];
const regions = ["53", "5334", "533401", "533401101", "533422"].map((code) => ({ code, name: named(code) }));

/** The tree as text: places with their groups, what stands below them in brackets. */
const told = (places: readonly Place[]): string =>
  places
    .map(({ name, groups, places: below }) => {
      const own = groups.map(
        ({ kind, organisations: ids }) => `${kind}=${ids.map(({ id }) => id).join("+")}`,
      );
      return [name.zh, ...own, ...(below.length > 0 ? [`(${told(below)})`] : [])].join(" ");
    })
    .join("; ");

test("the prefecture stands above its counties and its park, a county above its townships", () => {
  expect(told(organisationTree(organisations, regions, () => true))).toBe(
    "5334 governing=government department=bureau " +
      "(533401 governing=committee department=branch township=township; 533422 department=other; short park park=park)",
  );
});

test("what is looked for keeps the way to it, and what is beside the way goes", () => {
  const only = (...ids: readonly string[]) =>
    told(organisationTree(organisations, regions, ({ id }) => ids.includes(id)));
  expect(only("township")).toBe("5334 (533401 township=township)");
  expect(only("bureau")).toBe("5334 department=bureau");
  expect(only()).toBe("");
});

const duty = { as: "supervision", sectors: ["S01"], source: "出处", toBeConfirmed: false } as const;
test.each([
  ["nothing of it", { duties: [duty] }, false],
  ["itself", { toBeConfirmed: true }, true],
  ["one of its duties", { duties: [duty, { ...duty, toBeConfirmed: true }] }, true],
])("to be confirmed: %s", (_, own, isOpen) => {
  expect(isUnconfirmed(anOrganisation("branch", own))).toBe(isOpen);
});

test.each([
  ["a piece of its name", "BRANCH", true],
  ["its short name", "short bran", true],
  ["its English name", "the branch", true],
  ["blanks around it", "  branch ", true],
  ["nothing", "", true],
  ["another name", "bureau", false],
])("looked for by %s", (_, text, isFound) => {
  expect(isNamed(anOrganisation("branch", {}), text)).toBe(isFound);
});
