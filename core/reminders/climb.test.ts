import { describe, expect, test } from "vitest";
import { type OrganisationTree, unitAbove } from "../pack/organisation-tree.ts";
import type { Organisation } from "../pack/pack.ts";
import type { Role } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import { type Climbing, climb, type Matter, reachedBy } from "./climb.ts";
import type { RungWho } from "./ladder.ts";

const words = { zh: "单位", en: "Unit" };
const all = [{ as: "coordination", sectors: "all", source: "法", toBeConfirmed: false }] as const;

function unit(
  id: string,
  kind: Organisation["kind"],
  region: string,
  parent?: string,
  duties: Organisation["duties"] = kind === "committeeOffice" ? all : [],
): [string, Organisation] {
  const level = region.length === 4 ? "prefecture" : region.length === 6 ? "county" : "township";
  const source = { source: "方案", toBeConfirmed: false };
  return [
    id,
    { id, name: words, shortName: words, kind, region, level, duties, ...(parent && { parent }), ...source },
  ];
}

const tree: OrganisationTree = {
  idOf: (name) => name,
  byId: new Map([
    unit("zhou", "government", "5334"),
    unit("zhou-yingji", "department", "5334", "zhou"),
    unit("zhou-anweiban", "committeeOffice", "5334", "zhou-yingji"),
    unit("zhou-gongan", "department", "5334", "zhou"),
    unit("zhou-jiaoanweiban", "committeeOffice", "5334", "zhou-gongan", [{ ...all[0], sectors: ["S09"] }]),
    unit("park", "park", "5334", "zhou"),
    unit("shi", "government", "533401", "zhou"),
    unit("shi-yingji", "department", "533401", "zhou-yingji"),
    unit("shi-anweiban", "committeeOffice", "533401", "shi-yingji"),
    unit("zhen", "government", "533401101", "shi"),
  ]),
};

function post(role: Role, organisation: string, sectors: Actor["sectors"] = "all"): Actor {
  const region = tree.byId.get(organisation)?.region ?? "";
  return {
    id: `${role}@${organisation}`,
    name: "某人",
    role,
    organisation,
    level: "county",
    region,
    sectors,
  };
}

const everybody = [
  post("safetyManager", "firm"),
  post("principal", "firm"),
  post("inspector", "shi-yingji"),
  post("departmentHead", "shi-yingji"),
  post("departmentHead", "zhou-yingji"),
  post("committeeOffice", "shi-anweiban"),
  post("committeeOffice", "zhou-anweiban"),
  post("leader", "zhen"),
  post("leader", "shi"),
  post("leader", "zhou"),
];

const without = (...gone: readonly string[]): Climbing => {
  const left = everybody.filter(({ id }) => !gone.includes(id));
  return { tree, postsIn: (organisation) => left.filter((one) => one.organisation === organisation) };
};

const ofFirm: Matter = {
  holder: "firm",
  awaits: ["safetyManager", "principal"],
  supervisor: "shi-yingji",
  placed: { region: "533401101", sector: "S04", organisation: "firm", parties: [] },
};
const ofBureau: Matter = {
  holder: "shi-yingji",
  awaits: ["inspector"],
  placed: { ...ofFirm.placed, parties: [{ organisation: "shi-yingji", as: "owningOrganisation" }] },
};
const ofTownship: Matter = {
  ...ofBureau,
  holder: "zhen",
  placed: { ...ofFirm.placed, organisation: undefined },
};

const reached = (who: RungWho, matter: Matter, climbing = without()) => {
  const found = climb(who, matter, climbing);
  return found && `${found.roles.join("+")}@${found.organisation}`;
};

describe("a matter that an enterprise holds", () => {
  test("climbs from the enterprise over its principal and the committee's office to the county's leader", () => {
    expect(reached("handler", ofFirm)).toBe("safetyManager+principal@firm");
    expect(reached("head", ofFirm)).toBe("principal@firm");
    expect(reached("committeeOffice", ofFirm)).toBe("committeeOffice@shi-anweiban");
    expect(reached("leader", ofFirm)).toBe("leader@shi");
  });

  test("goes on to its supervising department where it has no principal, and to the one above that", () => {
    expect(reached("head", ofFirm, without("principal@firm"))).toBe("departmentHead@shi-yingji");
    const nobody = without("principal@firm", "departmentHead@shi-yingji");
    expect(reached("head", ofFirm, nobody)).toBe("departmentHead@zhou-yingji");
  });

  test("goes on to the prefecture where the county has neither office nor leader", () => {
    const nobody = without("committeeOffice@shi-anweiban", "leader@shi");
    expect(reached("committeeOffice", ofFirm, nobody)).toBe("committeeOffice@zhou-anweiban");
    expect(reached("leader", ofFirm, nobody)).toBe("leader@zhou");
  });

  test("climbs by the place of the matter where nobody supervises the enterprise", () => {
    const alone = { ...ofFirm, supervisor: undefined };
    expect(reached("head", alone, without("principal@firm"))).toBeUndefined();
    expect(reached("committeeOffice", alone)).toBe("committeeOffice@shi-anweiban");
  });
});

test("a matter of a bureau climbs to its own head, or without one to the bureau above and then to the government", () => {
  expect(reached("head", ofBureau)).toBe("departmentHead@shi-yingji");
  const none = without("departmentHead@shi-yingji", "departmentHead@zhou-yingji");
  expect(reached("head", ofBureau, none)).toBe("leader@zhou");
});

test("a township without anybody is passed over for its county, and one with a head is not", () => {
  expect(reached("head", ofTownship)).toBe("leader@zhen");
  expect(reached("head", ofTownship, without("leader@zhen"))).toBe("leader@shi");
  expect(reached("committeeOffice", ofTownship)).toBe("committeeOffice@shi-anweiban");
  // The leader is that of the office's own county, not once more the township's.
  expect(reached("leader", ofTownship)).toBe("leader@shi");
});

test("nobody is told of what they may not see: the rung goes on to somebody who may", () => {
  const elsewhere: Matter = { ...ofBureau, placed: { ...ofBureau.placed, region: "533423101", parties: [] } };
  expect(reached("head", elsewhere)).toBe("departmentHead@zhou-yingji");
  expect(reached("committeeOffice", elsewhere)).toBe("committeeOffice@zhou-anweiban");
  const ofSector = [post("departmentHead", "shi-yingji", ["S05"]), post("departmentHead", "zhou-yingji")];
  const narrow = {
    tree,
    postsIn: (id: string) => ofSector.filter(({ organisation }) => organisation === id),
  };
  expect(reached("head", { ...ofBureau, placed: { ...ofBureau.placed, parties: [] } }, narrow)).toBe(
    "departmentHead@zhou-yingji",
  );
  // As a party the bureau sees it whatever the sectors of its head.
  expect(reached("head", ofBureau, narrow)).toBe("departmentHead@shi-yingji");
});

test("of a kept matter only the heads hear who see it", () => {
  const kept = { by: ["securityAdministrator"], heads: ["departmentHead"], units: ["shi-yingji"] } as const;
  const matter: Matter = { holder: "shi-yingji", awaits: ["departmentHead"], placed: { parties: [], kept } };
  expect(reached("head", matter)).toBe("departmentHead@shi-yingji");
  expect(reached("committeeOffice", matter)).toBeUndefined();
  expect(reached("leader", matter)).toBeUndefined();
});

describe("of several rungs at once", () => {
  const told = (matter: Matter, ...rungs: readonly (readonly [RungWho, number])[]) =>
    reachedBy(
      rungs.map(([who, after]) => ({ who, after })),
      matter,
      without(),
    ).map(({ who, organisation, roles }) => `${who}: ${roles.join("+")}@${organisation}`);

  test("a role hears of the latest only, and of one day of the highest", () => {
    expect(told(ofFirm, ["handler", 1], ["head", 1])).toEqual([
      "head: principal@firm",
      "handler: safetyManager@firm",
    ]);
    expect(told(ofFirm, ["handler", 11], ["head", 1], ["committeeOffice", 3])).toEqual([
      "handler: safetyManager+principal@firm",
      "committeeOffice: committeeOffice@shi-anweiban",
    ]);
  });
});

describe("one level up", () => {
  test.each([
    ["a county's bureau", "shi-yingji", "zhou-yingji"],
    ["the prefecture's bureau, the highest of its line", "zhou-yingji", "zhou-anweiban"],
    ["the office of a county's committee, which is not above itself", "shi-anweiban", "zhou-anweiban"],
    ["the topmost office", "zhou-anweiban", undefined],
    ["an office that coordinates one trade", "zhou-jiaoanweiban", "zhou-anweiban"],
    ["a township", "zhen", "shi-anweiban"],
    ["a county's government", "shi", "zhou-anweiban"],
    ["the prefecture's government", "zhou", "zhou-anweiban"],
    ["the park", "park", "zhou-anweiban"],
    ["an organisation that the pack does not have", "firm", undefined],
  ])("of %s", (_, id, above) => {
    expect(unitAbove(tree, id)).toBe(above);
  });
});
