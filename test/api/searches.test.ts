import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { tellSearches } from "../../server/jobs/searches.ts";
import { beginning, type PersonName } from "../support/cast.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  await world.owner.query("delete from saved_search");
  await world.owner.query("delete from notice");
  world.clock.now = beginning;
});

const saved = z.object({
  id: z.string(),
  register: z.string(),
  name: z.string(),
  filters: z.record(z.string(), z.string()),
  notifies: z.boolean(),
});
type Given = Partial<z.output<typeof saved>> | Readonly<Record<string, unknown>>;

const aSearch = { register: "hazard", name: "重大隐患", filters: { level: "major" }, notifies: true };
const keep = (name: PersonName, given: Given = {}) =>
  world.as(name).send("POST", "/api/searches", { ...aSearch, ...given });
const kept = async (name: PersonName, given: Given = {}) => saved.parse(mustDo(await keep(name, given)).body);
const searchesOf = async (name: PersonName) =>
  z.object({ searches: z.array(saved) }).parse((await world.as(name).get("/api/searches")).body).searches;

const noticeList = z.object({
  notices: z.array(z.object({ entry: z.string(), kind: z.string(), search: z.string().nullable() })),
});
async function foundFor(name: PersonName) {
  await world.sequenced();
  await tellSearches(world.services);
  const { notices } = noticeList.parse((await world.as(name).get("/api/notices")).body);
  return notices.filter(({ kind }) => kind === "found");
}

test("a search is one's own: kept, named anew, removed, and of no concern to anybody else", async () => {
  const search = await kept("lin");
  expect(await searchesOf("lin")).toEqual([search]);
  expect(await searchesOf("zhang")).toEqual([]);
  const path = `/api/searches/${search.id}`;
  expect((await world.as("zhang").send("PUT", path, { name: "别人的", notifies: false })).status).toBe(404);
  expect((await world.as("zhang").send("DELETE", path)).status).toBe(404);
  mustDo(await world.as("lin").send("PUT", path, { name: " 全部重大 ", notifies: false }));
  expect(await searchesOf("lin")).toEqual([{ ...search, name: "全部重大", notifies: false }]);
  mustDo(await world.as("lin").send("DELETE", path));
  expect(await searchesOf("lin")).toEqual([]);
  expect((await world.as("lin").send("DELETE", path)).status).toBe(404);
});

test.each<[string, Given, string]>([
  ["of a register that is none", { register: "weather" }, "register"],
  ["by a field that is none", { filters: { colour: "red" } }, "filters.colour"],
  ["by a level that is none", { filters: { level: "huge" } }, "filters.level"],
  ["by a region that is none", { filters: { region: "Diqing" } }, "filters.region"],
  ["by a place in a list", { filters: { cursor: "abc" } }, "filters.cursor"],
  ["without a name", { name: "  " }, "name"],
  ["with a name that is too long", { name: "隐".repeat(limits.searchNameLengthCharacters + 1) }, "name"],
  ["with a filter that is no text", { filters: { level: 1 } }, "filters.level"],
])("a search %s is refused, at that place, and not kept", async (_case, given, field) => {
  const refused = await keep("lin", given);
  expect([refused.status, refused.body]).toMatchObject([400, { problems: [{ field }] }]);
  expect(await searchesOf("lin")).toEqual([]);
});

test("there is an end to how many one may keep", async () => {
  for (let count = 0; count < limits.savedSearches; count += 1) await kept("lin", { name: `第${count}个` });
  const refused = await keep("lin");
  expect([refused.status, refused.body]).toMatchObject([409, { code: "too-many-searches" }]);
  expect(await searchesOf("lin")).toHaveLength(limits.savedSearches);
  await kept("zhang");
});

test("its owner is told of each entry that others bring into it, once, and of nothing that stood there before", async () => {
  await world.hazardBroughtTo("majorProposed");
  await world.sequenced();
  await kept("lin");
  expect(await foundFor("lin")).toEqual([]);
  const id = await world.hazardBroughtTo("majorProposed");
  const general = await world.hazardBroughtTo("generalProposed", "general");
  expect(await foundFor("lin")).toEqual([{ entry: id, kind: "found", search: "重大隐患" }]);
  expect(await foundFor("lin")).toHaveLength(1);
  expect((await foundFor("lin")).map(({ entry }) => entry)).not.toContain(general);
  expect(await foundFor("zhang")).toEqual([]);
});

test("an entry is told when an act brings it into the list, though it was found long before", async () => {
  const id = await world.hazardBroughtTo("majorProposed");
  await world.sequenced();
  await kept("lin", { name: "待报告", filters: { state: "majorConfirmed" } });
  expect(await foundFor("lin")).toEqual([]);
  const { version } = (await world.as("mei").entry("hazard", id)).entry;
  mustDo(await world.as("mei").act("hazard", id, "confirmMajor", { version, input: {} }));
  expect(await foundFor("lin")).toEqual([{ entry: id, kind: "found", search: "待报告" }]);
});

test("nobody is told of their own acts, nor of what they may not see, nor by a search that is to be silent", async () => {
  await kept("su", { filters: {} });
  await kept("tong", { filters: {} });
  const silent = await kept("lin", { filters: {}, notifies: false });
  const id = await world.hazardFound();
  expect(await foundFor("su")).toEqual([]);
  expect(await foundFor("tong")).toEqual([]);
  expect(await foundFor("lin")).toEqual([]);
  // Told from the moment on at which it is wanted, and not of all that was missed before.
  mustDo(await world.as("lin").send("PUT", `/api/searches/${silent.id}`, { name: "全部", notifies: true }));
  expect(await foundFor("lin")).toEqual([]);
  const later = await world.hazardFound();
  expect((await foundFor("lin")).map(({ entry }) => entry)).toEqual([later]);
  expect(later).not.toBe(id);
});

test("a search that was removed leaves what it told, without its name", async () => {
  const search = await kept("lin", { filters: {} });
  const id = await world.hazardFound();
  expect(await foundFor("lin")).toHaveLength(1);
  mustDo(await world.as("lin").send("DELETE", `/api/searches/${search.id}`));
  expect(await foundFor("lin")).toEqual([{ entry: id, kind: "found", search: null }]);
});
