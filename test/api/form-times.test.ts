import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import type { PersonName } from "../support/cast.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(async () => {
  await world.owner.query("truncate form_time");
  // What somebody has told within the minute is forgotten with the minute.
  world.clock.now = new Date(world.clock.now.getTime() + 60_000);
});

const path = "/api/form-times";
const found = { register: "hazard", act: "find", device: "phone", seconds: 75 };
const tell = (name: PersonName, body: object) => world.as(name).send("POST", path, body);
const answer = z.object({
  month: z.string(),
  months: z.array(z.string()),
  forms: z.array(z.looseObject({ act: z.string(), device: z.string(), times: z.unknown() })),
});
const told = async (search = "") => answer.parse((await world.as("tang").get(`${path}${search}`)).body);
const kept = async () => (await world.owner.query("select * from form_time")).rows;

test("forms are counted by act, device and month, and told once there are five", async () => {
  for (const name of ["su", "mei", "lin", "su"] as const) mustDo(await tell(name, found));
  const few = { register: "hazard", act: "find", device: "phone", times: null };
  expect(await told()).toMatchObject({ month: "2026-03", months: ["2026-03"], forms: [few] });
  mustDo(await tell("bai", { ...found, seconds: 7_200 }));
  mustDo(await tell("bai", { ...found, device: "desk" }));
  const { forms } = await told();
  expect(forms.map(({ device, times }) => [device, times])).toEqual([
    ["desk", null],
    ["phone", { formsAtLeast: 5, medianAtMostSeconds: 90, ninetiethAtMostSeconds: null }],
  ]);
  expect((await told("?month=2026-02")).forms).toEqual([]);
});

test("nothing is kept of whose a form was, of when, nor in the record", async () => {
  const before = await world.owner.query("select from ledger");
  mustDo(await tell("su", found));
  mustDo(await tell("mei", found));
  expect(await kept()).toEqual([
    { month: "2026-03", register: "hazard", act: "find", device: "phone", slot: 4, forms: 2 },
  ]);
  expect((await world.owner.query("select from ledger")).rowCount).toBe(before.rowCount);
});

test.each<[string, PersonName, object, number]>([
  ["of no time", "su", { ...found, seconds: 0 }, 400],
  ["of more than two hours", "su", { ...found, seconds: 7_201 }, 400],
  ["of a time that is no number of seconds", "su", { ...found, seconds: 1.5 }, 400],
  ["on a device that is none", "su", { ...found, device: "fridge" }, 400],
  ["that names somebody", "su", { ...found, person: "su" }, 400],
  ["of a register that is none", "su", { ...found, register: "weather" }, 404],
  ["of an act that is none", "su", { ...found, act: "toString" }, 404],
  ["of an act that the post may not do", "su", { ...found, act: "approveMajor" }, 404],
])("a time %s is not counted", async (_case, name, body, status) => {
  expect((await tell(name, body)).status).toBe(status);
  expect(await kept()).toEqual([]);
});

test("nobody tells of more forms than they can fill in", async () => {
  const answers = [];
  for (let times = 0; times < 21; times += 1) answers.push((await tell("su", found)).status);
  expect(answers).toEqual([...Array(20).fill(204), 429]);
  expect((await tell("mei", found)).status).toBe(204);
});

test("who is not signed in tells nothing and reads nothing", async () => {
  expect((await world.nobody.send("POST", path, found)).status).toBe(401);
  expect((await world.nobody.get(path)).status).toBe(401);
});

test.each<PersonName>(["lin", "luo", "gesang", "yang", "ji", "shen", "mei"])(
  "%s does not read how long forms take",
  async (name) => {
    const { status, body } = await world.as(name).get(path);
    expect([status, body]).toMatchObject([403, { code: "role-may-not" }]);
  },
);
