import { beforeAll, describe, expect, test } from "vitest";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import type { EntryAnswer } from "../support/client.ts";
import { majorPath } from "../support/paths.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  for (const state of ["found", "generalProposed", "generalConfirmed", "closed"] as const)
    await world.hazardBroughtTo(state, "general");
  for (const foundOn of ["2026-03-01", "2026-03-05", "2026-03-05", "2026-02-11"])
    await world.hazardFound({ foundOn, title: `${foundOn} 的隐患` });
  await world.as("yu").open("hazard", {
    input: {
      title: "外县隐患",
      organisation: enterpriseId("timber"),
      source: "inspection",
      foundOn: "2026-03-02",
    },
  });
});

async function walk(name: PersonName, query: Readonly<Record<string, string>>): Promise<EntryAnswer[]> {
  const walked: EntryAnswer[] = [];
  let cursor: string | null = "";
  while (cursor !== null) {
    const page = await world.as(name).list("hazard", { ...query, ...(cursor ? { cursor } : {}) });
    walked.push(...page.entries);
    cursor = page.next;
  }
  return walked;
}

const sorts = {
  "-openedOn": "openedOn",
  openedOn: "openedOn",
  "-foundOn": "foundOn",
  foundOn: "foundOn",
  dueOn: "dueOn",
  "-dueOn": "dueOn",
} as const;

describe.each(Object.entries(sorts))("sorted by %s", (sort, field) => {
  test.each(["su", "lin", "zhang", "tong"] as const)(
    "pages walk every row of %s's once, in order",
    async (name) => {
      const whole = (await world.as(name).list("hazard", { sort, limit: "200" })).entries;
      const walked = await walk(name, { sort, limit: "3" });
      expect(walked.map(({ id }) => id)).toEqual(whole.map(({ id }) => id));
      expect(new Set(walked.map(({ id }) => id)).size).toBe(walked.length);
      const values = walked.map(({ values: held }) => String(held[field]));
      const ordered = [...values].sort();
      expect(values).toEqual(sort.startsWith("-") ? ordered.reverse() : ordered);
    },
  );
});

describe("the count equals the rows", () => {
  test.each<[string, Record<string, string>]>([
    ["of everything", {}],
    ["of one state", { state: "found" }],
    ["of two states", { state: "found,closed" }],
    ["of a state that does not exist", { state: "nowhere" }],
    ["of a level", { level: "major" }],
    ["of a source", { source: "inspection" }],
    ["of increments", { stock: "increment" }],
    ["of what is under control", { controlled: "true" }],
    ["of a criteria item", { criteriaItem: "GM/3-2" }],
    ["of a county", { region: "533401" }],
    ["of a county by its official code of the prefecture", { region: "533400" }],
    ["of a township", { region: "533401205" }],
    ["of a sector", { sector: "S04" }],
    ["of an enterprise", { organisation: enterpriseId("timber") }],
    ["found in February", { "foundOn.from": "2026-02-01", "foundOn.to": "2026-02-28" }],
    ["opened today", { "openedOn.from": "2026-03-10", "openedOn.to": "2026-03-10" }],
    ["due by a day", { "dueOn.to": "2026-03-20" }],
    ["closed", { "closedOn.from": "2026-01-01" }],
    ["of a search", { q: "变电站" }],
    ["of a search and a state and a level", { q: "变电站", state: "closed", level: "general" }],
    ["of mine", { todo: "mine" }],
    ["due soon", { due: "soon" }],
    ["overdue", { due: "overdue" }],
    // Sorted by due day, a list holds what has one; its count must say the same.
    ["sorted by due day", { sort: "dueOn" }],
  ])("%s", async (_, query) => {
    for (const name of ["su", "lin", "zhang", "tong", "chen"] as const) {
      const { total } = await world.as(name).list("hazard", { ...query, count: "exact", limit: "1" });
      expect(total).toBe((await walk(name, { ...query, limit: "4" })).length);
    }
  });
});

describe("a filter keeps what it says", () => {
  test.each<[Record<string, string>, (entry: EntryAnswer) => boolean, number]>([
    [{ state: "found,closed" }, ({ state }) => ["found", "closed"].includes(state), 8],
    [{ level: "general" }, ({ values }) => values.level === "general", 3],
    [{ region: "533401" }, ({ values }) => String(values.region).startsWith("533401"), 17],
    [{ region: "533423" }, ({ values }) => String(values.region).startsWith("533423"), 1],
    [{ source: "inspection" }, ({ values }) => values.source === "inspection", 1],
    [{ criteriaItem: "GM/3-2" }, ({ values }) => values.criteriaItem === "GM/3-2", 9],
    [{ repeated: "true" }, ({ values }) => values.repeated === true, 8],
    [
      { "foundOn.from": "2026-03-01", "foundOn.to": "2026-03-05" },
      ({ values }) => String(values.foundOn) >= "2026-03-01" && String(values.foundOn) <= "2026-03-05",
      4,
    ],
    [{ q: "02-11" }, ({ title }) => title.includes("02-11"), 1],
  ])("%j", async (query, keeps, expected) => {
    const all = await walk("zhang", {});
    const kept = await walk("zhang", query);
    expect(kept.map(({ id }) => id)).toEqual(all.filter(keeps).map(({ id }) => id));
    expect(kept).toHaveLength(expected);
  });
});

test("a listed entry is the entry itself", async () => {
  for (const listed of await walk("lin", {})) {
    const { entry } = await world.as("lin").entry("hazard", listed.id);
    const { values, ...shown } = listed;
    expect(entry).toMatchObject({ ...shown, values });
  }
});

test("ids and codes come with their names", async () => {
  const [listed] = (await world.as("lin").list("hazard", { state: "closed", level: "major" })).entries;
  expect(listed?.labels).toMatchObject({
    organisation: "云岭铜业选冶厂（虚构）",
    sector: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    region: { zh: expect.stringMatching(/./), en: expect.stringMatching(/./) },
    level: { zh: "重大", en: "Major" },
    source: { zh: "企业自查", en: "Enterprise's own check" },
  });
  const whole = (await world.as("lin").entry("hazard", listed?.id ?? "")).entry;
  expect(whole.labels).toMatchObject({
    owningOrganisation: { zh: "香格里拉市应急管理局" },
    reviewedBy: "林执行",
    countersignedBy: "王复查",
    criteriaItem: { zh: expect.stringContaining("工贸") },
  });
});
