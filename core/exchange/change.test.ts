import { describe, expect, test } from "vitest";
import { campaign, enterpriseEntry, hazardEntry } from "../../test/support/builders.ts";
import type { Entry } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import type { Register } from "../register/register.ts";
import { enterprise } from "../registers/enterprise.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import { riskPoint } from "../registers/risk-point.ts";
import { selfCheck } from "../registers/self-check.ts";
import { site } from "../registers/site.ts";
import type { Role } from "../scope/roles.ts";
import { cellOf } from "./cell.ts";
import { actThatChanges, changedColumns, inputOfChange } from "./change.ts";
import { exportColumns } from "./columns.ts";
import { type Lists, listLabels } from "./places.ts";
import { rowReader } from "./read-row.ts";
import type { Cell } from "./table.ts";

const entryIn = (register: Register, state: string, values: Values = {}): Entry => ({
  id: "01890000-0000-7000-8000-000000000001",
  register: register.name,
  version: 1,
  state,
  values,
});

describe("the act that changes fields of an entry", () => {
  test.each<{
    register: Register;
    entry: Entry;
    fields: readonly string[];
    gives: string | undefined;
    role?: Role;
  }>([
    { register: hazard, entry: hazardEntry("found"), fields: ["title"], gives: "amend" },
    { register: hazard, entry: hazardEntry("found"), fields: ["title", "foundOn", "place"], gives: "amend" },
    { register: hazard, entry: hazardEntry("found"), fields: ["mustStop"], gives: "supplement" },
    { register: hazard, entry: hazardEntry("found"), fields: ["title", "mustStop"], gives: undefined },
    { register: hazard, entry: hazardEntry("rectifying"), fields: ["place"], gives: "supplement" },
    { register: hazard, entry: hazardEntry("rectifying"), fields: ["title"], gives: undefined },
    { register: hazard, entry: hazardEntry("rectifying"), fields: ["progress"], gives: "recordProgress" },
    { register: hazard, entry: hazardEntry("rectifying"), fields: ["actualFunds"], gives: undefined },
    {
      register: hazard,
      entry: hazardEntry("rectifying", { progress: "过半" }),
      fields: ["actualFunds"],
      gives: "recordProgress",
    },
    {
      register: hazard,
      entry: hazardEntry("closed"),
      fields: ["publishedOn", "publishedIn"],
      gives: "publish",
    },
    { register: hazard, entry: hazardEntry("closed"), fields: ["place"], gives: undefined },
    { register: hazard, entry: hazardEntry("found"), fields: ["owningLevel"], gives: undefined },
    { register: hazard, entry: hazardEntry("found"), fields: ["state"], gives: undefined },
    {
      register: hazard,
      entry: hazardEntry("found"),
      fields: ["erasureAsked", "erasureBasis"],
      gives: undefined,
    },
    { register: hazard, entry: hazardEntry("found"), fields: [], gives: undefined },
    { register: enterprise, entry: enterpriseEntry("copper"), fields: ["phone"], gives: "reportParticulars" },
    {
      register: enterprise,
      entry: enterpriseEntry("copper"),
      fields: ["phone"],
      gives: "amend",
      role: "inspector",
    },
    {
      register: enterprise,
      entry: enterpriseEntry("copper"),
      fields: ["phone"],
      gives: "reportParticulars",
      role: "principal",
    },
    {
      register: enterprise,
      entry: enterpriseEntry("copper"),
      fields: ["name"],
      gives: undefined,
      role: "principal",
    },
    { register: enterprise, entry: enterpriseEntry("copper"), fields: ["name", "phone"], gives: "amend" },
    { register: enterprise, entry: enterpriseEntry("copper"), fields: ["creditCode"], gives: "correctCode" },
    { register: enterprise, entry: enterpriseEntry("copper", "merged"), fields: ["phone"], gives: undefined },
    { register: site, entry: entryIn(site, "inUse"), fields: ["name", "phone"], gives: "amend" },
    { register: site, entry: entryIn(site, "closed"), fields: ["name"], gives: undefined },
    { register: riskPoint, entry: entryIn(riskPoint, "identified"), fields: ["tier"], gives: "describe" },
    { register: selfCheck, entry: entryIn(selfCheck, "owed"), fields: ["areas"], gives: undefined },
  ])("%#: $fields of a $register.name, $gives", ({ register, entry, fields, gives, role }) => {
    expect(actThatChanges(register, entry, fields, role)).toBe(gives);
  });

  test("is entered with what it needs beside the change, and with a reason where it has room for one", () => {
    const held = hazardEntry("rectifying", { progress: "过半" });
    expect(inputOfChange(hazard, "recordProgress", held, { actualFunds: 12 }, "导入")).toEqual({
      progress: "过半",
      actualFunds: 12,
    });
    const coded = enterpriseEntry("copper");
    expect(inputOfChange(enterprise, "correctCode", coded, { creditCode: "X" }, "导入")).toEqual({
      creditCode: "X",
      reason: "导入",
    });
    expect(inputOfChange(enterprise, "no such act", coded, { name: "甲" }, "导入")).toEqual({ name: "甲" });
  });
});

describe("the columns in which a row differs", () => {
  const lists: Lists = { ...campaign.pack, criteria: new Set() };
  const labels = listLabels(lists);
  const names: Readonly<Record<string, string>> = { organisation: "甲矿业有限公司" };
  const label = (field: string, value: string) => {
    const declared = hazard.allFields[field];
    return names[field] ?? (declared && labels(declared, value));
  };
  const entry = hazardEntry("rectifying", {
    region: "533401101",
    description: "一\r\n二",
    place: "—",
    mustStop: undefined,
    controlMeasures: ["evacuate", "sign"],
    photos: [{ id: "1", hash: "ab", name: "前.jpg", type: "image/jpeg", sizeBytes: 1 }],
  });
  const columns = exportColumns(hazard, [
    ...["number", "state", "title", "description", "place", "organisation", "region", "foundOn", "mustStop"],
    ...["controlMeasures", "photos", "foundBy", "exposedPeople"],
  ]);
  const shown = columns.map((column) => cellOf(column, entry, hazard, label));
  const differing = (own: Readonly<Record<string, Cell>>) => {
    const read = rowReader(
      hazard,
      columns.map(({ name }) => name),
      lists,
      { from1904: false },
    );
    const cells = columns.map(({ name }, at) =>
      Object.hasOwn(own, name) ? (own[name] ?? null) : (shown[at] ?? null),
    );
    const { entered, problems } = read({ number: 1, cells });
    expect(problems).toEqual([]);
    return changedColumns(hazard, entry, entered, label);
  };

  test.each<readonly [string, Readonly<Record<string, Cell>>, readonly string[]]>([
    ["as it went out", {}, []],
    ["a day in another form", { foundOn: "2026年3月10日" }, []],
    ["a place by its short name", { region: "香格里拉 建塘" }, []],
    ["members in another order", { controlMeasures: "设置警示标志，撤离人员" }, []],
    ["no for what nobody stated", { mustStop: "否" }, []],
    ["a title with one letter more", { title: "井下移动式变电站无接地线" }, ["title"]],
    ["a title in letters of another width", { title: "ＡＢ" }, ["title"]],
    ["a cell that was emptied", { region: null }, ["region"]],
    ["a figure that was added", { exposedPeople: 3 }, ["exposedPeople"]],
    ["one member more", { controlMeasures: "设置警示标志、撤离人员、限制人数或作业" }, ["controlMeasures"]],
    ["another enterprise", { organisation: "乙矿业有限公司" }, ["organisation"]],
    ["another state", { state: "已销号" }, ["state"]],
    ["photos that no cell can hold", { photos: "后.jpg" }, ["photos"]],
    ["two cells", { title: "漏电", place: "二号井" }, ["title", "place"]],
  ])("%s", (_, own, gives) => {
    expect(differing(own)).toEqual(gives);
  });
});

test("what an export shows of a register's every field differs in nothing once it is read", () => {
  for (const register of registers) {
    const columns = exportColumns(register);
    const state = Object.keys(register.states)[0] ?? "";
    const entry = entryIn(register, state);
    const read = rowReader(
      register,
      columns.map(({ name }) => name),
      { regions: [], sectors: [], criteria: new Set() },
      {
        from1904: false,
      },
    );
    const cells = columns.map((column) => cellOf(column, entry, register, () => undefined));
    expect(changedColumns(register, entry, read({ number: 1, cells }).entered, () => undefined)).toEqual([]);
  }
});
