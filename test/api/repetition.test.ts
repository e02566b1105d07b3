import { afterEach, beforeEach, expect, test } from "vitest";
import { enterpriseId } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

interface Cited {
  readonly criteriaItem?: string;
  readonly secondItem?: string;
  readonly thirdItem?: string;
  readonly fourthItem?: string;
}

/** Finds a hazard at an enterprise on a day and judges it; the entry as judged. */
async function judged(foundOn: string, cited: Cited, enterprise: "copper" | "foundry" = "copper") {
  world.clock.now = new Date(`${foundOn}T09:00:00+08:00`);
  const finder = world.as(enterprise === "copper" ? "su" : "fang");
  const input = aHazard({ foundOn, organisation: enterpriseId(enterprise) });
  const { id } = entryIn(mustDo(await finder.open("hazard", { input })));
  const judgement = { ...cited, judgementReason: "符合该条款" };
  mustDo(await finder.act("hazard", id, "proposeMajor", { version: 1, input: judgement }));
  return (await finder.entry("hazard", id)).entry;
}

const both = { criteriaItem: "GM/3-2", secondItem: "GM/3-1" };
const four = { ...both, thirdItem: "GM/12-1", fourthItem: "GM/12-2" };

test.each<[string, Cited, Cited]>([
  ["the first item of both", { criteriaItem: "GM/3-2" }, { criteriaItem: "GM/3-2" }],
  ["its first item, which was the second before", both, { criteriaItem: "GM/3-1" }],
  ["its second item, which was the first before", { criteriaItem: "GM/3-1" }, both],
  ["its first item, which was the fourth before", four, { criteriaItem: "GM/12-2" }],
  ["its third item, which was the first before", { criteriaItem: "GM/12-1" }, four],
  ["the second item of both", both, { criteriaItem: "GM/12-1", secondItem: "GM/3-1" }],
])("a hazard repeats one of twelve months before by %s", async (_, first, again) => {
  const earlier = await judged("2026-03-10", first);
  expect(earlier.values).not.toHaveProperty("repeated");
  const later = await judged("2027-03-10", again);
  expect(later.values).toMatchObject({ repeated: true, repeatOf: [earlier.id] });
  // And the earlier one leads to it: the list of what names it.
  const since = await world.as("su").list("hazard", { repeatOf: earlier.id, count: "exact" });
  expect(since).toMatchObject({ total: 1, entries: [{ id: later.id }] });
  expect(await world.as("su").list("hazard", { repeatOf: later.id, count: "exact" })).toMatchObject({
    total: 0,
  });
});

test("a list of what repeats a hazard is asked for by that hazard's id alone", async () => {
  const { body } = await world.as("su").get("/api/registers/hazard/entries?repeatOf=YH533401");
  expect(body.problems).toMatchObject([{ field: "repeatOf" }]);
});

test.each<[string, string, Cited, "copper" | "foundry"]>([
  ["a day more than twelve months later", "2027-03-11", both, "copper"],
  ["at another enterprise", "2026-06-10", both, "foundry"],
  ["by other items", "2026-06-10", { criteriaItem: "GM/12-1", secondItem: "GM/12-2" }, "copper"],
])("a hazard repeats none: %s", async (_, foundOn, cited, enterprise) => {
  await judged("2026-03-10", both);
  const { values } = await judged(foundOn, cited, enterprise);
  expect(values).not.toHaveProperty("repeated");
  expect(values).not.toHaveProperty("repeatOf");
});

test("a list filters by the second item as by the first", async () => {
  const { id } = await judged("2026-03-10", both);
  await judged("2026-03-10", { criteriaItem: "GM/3-1" });
  const { body } = mustDo(await world.as("su").get("/api/registers/hazard/entries?secondItem=GM%2F3-1"));
  expect(body).toMatchObject({ entries: [{ id }] });
});

test("the same item cited twice is refused where it stands", async () => {
  const su = world.as("su");
  const { id } = entryIn(mustDo(await su.open("hazard", { input: aHazard() })));
  const input = { criteriaItem: "GM/3-2", secondItem: "GM/3-2", judgementReason: "符合该条款" };
  for (const act of ["proposeMajor", "proposeGeneral"]) {
    const { body } = await su.act("hazard", id, act, { version: 1, input });
    expect(body.problems).toMatchObject([{ field: "secondItem", code: "not-an-option" }]);
  }
});

test("every item that was not in force on the day of finding is named", async () => {
  world.clock.now = new Date("2026-10-08T09:00:00+08:00");
  const su = world.as("su");
  const { id } = entryIn(mustDo(await su.open("hazard", { input: aHazard({ foundOn: "2026-10-08" }) })));
  const input = { criteriaItem: "GM/3-2", thirdItem: "HC17/5", fourthItem: "HC17/6" };
  const { body } = await su.act("hazard", id, "proposeGeneral", {
    version: 1,
    input: { ...input, judgementReason: "符合该条款" },
  });
  expect(body.problems).toMatchObject([{ field: "thirdItem" }, { field: "fourthItem" }]);
});
