import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { PersonName } from "../support/cast.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("majorProposed");
});

const answer = z.object({ columns: z.record(z.string(), z.array(z.string())) });
const columnsOf = async (name: PersonName) =>
  answer.parse((await world.as(name).get("/api/list-columns")).body).columns;
const choose = (name: PersonName, register: string, columns: unknown) =>
  world.as(name).send("PUT", `/api/list-columns/${register}`, { columns });

test("the columns that one has chosen are one's own, by register and in their order, until the usual ones are wanted again", async () => {
  expect(await columnsOf("lin")).toEqual({});
  mustDo(await choose("lin", "hazard", ["source", "title", "foundOn"]));
  mustDo(await choose("lin", "enterprise", ["creditCode"]));
  expect(await columnsOf("lin")).toEqual({
    hazard: ["source", "title", "foundOn"],
    enterprise: ["creditCode"],
  });
  expect(await columnsOf("mei")).toEqual({});
  mustDo(await choose("lin", "hazard", ["title"]));
  expect((await columnsOf("lin")).hazard).toEqual(["title"]);
  mustDo(await choose("lin", "hazard", []));
  expect(await columnsOf("lin")).toEqual({ enterprise: ["creditCode"] });
});

test("a column that is chosen twice is kept once", async () => {
  mustDo(await choose("mei", "hazard", ["title", "source", "title"]));
  expect((await columnsOf("mei")).hazard).toEqual(["title", "source"]);
});

test.each<[string, string, unknown, number, string]>([
  ["of a register that is none", "weather", ["title"], 404, "not-found"],
  ["that no field has", "hazard", ["title", "colour"], 400, "malformed-request"],
  ["that every object has", "hazard", ["constructor"], 400, "malformed-request"],
  ["of files", "hazard", ["photos"], 400, "malformed-request"],
  ["that is no text", "hazard", [1], 400, "malformed-request"],
  ["of more than there is room for", "hazard", Array(21).fill("title"), 400, "malformed-request"],
  ["that are no list", "hazard", "title", 400, "malformed-request"],
])(
  "a choice of columns %s is refused and changes nothing",
  async (_case, register, columns, status, code) => {
    const before = await columnsOf("lin");
    const refused = await choose("lin", register, columns);
    expect([refused.status, refused.body]).toMatchObject([status, { code }]);
    expect(await columnsOf("lin")).toEqual(before);
  },
);

test("a list answers the fields that are asked for, and what every row shows beside them", async () => {
  const [row] = (await world.as("lin").list("hazard", { fields: "source,place" })).entries;
  const usual = (await world.as("lin").list("hazard", { fields: "list" })).entries[0];
  expect(Object.keys(row?.values ?? {})).toEqual(expect.arrayContaining(["source", "title", "number"]));
  expect(Object.keys(row?.values ?? {})).not.toContain("sector");
  expect(Object.keys(usual?.values ?? {})).toContain("sector");
});

test.each(["colour", "source,", "photos", "source'); drop table hazard; --", "__proto__"])(
  "a list of the fields %j is refused",
  async (fields) => {
    const refused = await world
      .as("lin")
      .get(`/api/registers/hazard/entries?${new URLSearchParams({ fields })}`);
    expect([refused.status, refused.body]).toMatchObject([
      400,
      { code: "malformed-request", problems: [{ field: "fields", code: "unknown" }] },
    ]);
  },
);
