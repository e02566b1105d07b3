import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { organisationId } from "../../server/store/campaign.ts";
import type { PersonName } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const words = z.strictObject({ zh: z.string(), en: z.string() });
const unit = z.strictObject({ unit: z.string(), name: words, words: z.string() });
const date = z.strictObject({ words: z.string(), from: z.string().optional(), by: z.string() });
const frequency = z.strictObject({ words: z.string(), every: z.string(), toBeConfirmed: z.boolean() });
const target = z.strictObject({
  words: z.string(),
  counts: words,
  comparison: z.string(),
  value: z.number(),
  unit: z.string(),
  by: z.string().optional(),
  every: z.string().optional(),
  toBeConfirmed: z.boolean(),
});
const reading = z.strictObject({
  what: words,
  comparison: z.string().optional(),
  value: z.number().optional(),
  unit: z.string().optional(),
  by: z.string().optional(),
  every: z.string().optional(),
  source: z.string().min(1),
  toBeConfirmed: z.literal(true),
});
const due = {
  dates: z.array(date),
  frequencies: z.array(frequency),
  targets: z.array(target),
  readings: z.array(reading),
};
const clause = z.strictObject({
  number: z.number(),
  text: z.string(),
  leads: z.array(unit),
  joint: z.array(unit),
  ...due,
});
const measures = z.strictObject({
  measures: z.array(
    z.strictObject({
      number: z.number(),
      action: z.number(),
      title: words,
      text: z.string(),
      leads: z.array(unit).min(1),
      joint: z.array(unit.extend({ everywhere: z.boolean() })),
      ...due,
      clauses: z.array(clause).min(1),
      registers: z.array(z.strictObject({ name: z.string(), words })),
    }),
  ),
});
const section = z.strictObject({
  kind: z.string(),
  number: z.number().optional(),
  heading: z.string(),
  title: words,
  text: z.string().optional(),
  clauses: z.array(clause),
});
const campaign = z.strictObject({
  name: words,
  issuer: words,
  implements: z.string(),
  from: z.string(),
  to: z.string(),
  source: z.string(),
  toBeConfirmed: z.boolean(),
  sections: z.array(section),
  principles: z.array(section),
  objectives: z.array(section),
  requirements: z.array(section),
  safeguards: z.array(section),
  leadingGroup: z.array(z.strictObject({ as: words, who: z.string() })),
  taskForce: z.array(unit),
  jointEverywhere: z.strictObject({ measure: z.number(), joint: z.array(unit) }),
  actions: z.array(
    z.strictObject({ number: z.number(), title: words, heading: z.string(), measures: z.array(z.number()) }),
  ),
  units: z.array(
    z.strictObject({
      id: z.string(),
      name: words,
      organisation: z.string().nullable(),
      members: z.array(z.string()),
      toBeConfirmed: z.boolean(),
    }),
  ),
  own: z.array(z.string()),
});

const readMeasures = async () =>
  measures.parse((await world.as("zhang").get("/api/campaign/measures")).body).measures;
const readCampaign = async (name: PersonName = "zhang") =>
  campaign.parse((await world.as(name).get("/api/campaign")).body);

test.each(["/api/campaign", "/api/campaign/measures"])("%s is for people who are signed in", async (path) => {
  const answer = await world.nobody.get(path);
  expect(answer).toMatchObject({ status: 401, body: { code: "not-signed-in" } });
});

test("each of the 38 measures comes with clauses that are its text", async () => {
  const listed = await readMeasures();
  expect(listed.map(({ number }) => number)).toEqual(Array.from({ length: 38 }, (_, index) => index + 1));
  for (const { text, clauses } of listed) expect(clauses.map((one) => one.text).join("")).toBe(text);
});

test("each measure has the counties and the park among its joint units, and says that they are everywhere's", async () => {
  for (const { number, joint } of await readMeasures()) {
    const everywhere = joint.filter((one) => one.everywhere).map(({ name }) => name.zh);
    expect(everywhere, `measure ${number}`).toEqual(["各县（市）党委政府", "香格里拉产业园区"]);
  }
});

test("a measure tells its leads, joint units, days, frequencies, targets and the registers that serve it", async () => {
  const listed = await readMeasures();
  const listing = listed[9];
  expect(listing).toMatchObject({
    number: 10,
    action: 4,
    leads: [{ unit: "zhou-anweiban", name: { zh: "州安委办" }, words: "州安委办" }],
    dates: [{ words: "2025年", from: "2025-01-01", by: "2025-12-31" }],
    frequencies: [{ words: "每年", every: "year" }],
    registers: expect.arrayContaining([{ name: "hazard", words: { zh: "事故隐患", en: "Hazard" } }]),
  });
  expect(listing?.joint.map((one) => one.unit)).toEqual([
    "concerned-departments",
    "governments",
    "counties",
    "xianggelila-chanye-yuanqu",
  ]);
  expect(listing?.targets).toHaveLength(3);
  expect(listing?.clauses[2]?.targets).toMatchObject([
    { comparison: "atLeast", value: 30, unit: "item", every: "year" },
    { comparison: "atLeast", value: 30, unit: "item", every: "year" },
  ]);
  // The same bureau by two names is one unit.
  expect(listed[13]?.leads.filter((one) => one.unit === "zhou-yingji")).toHaveLength(1);
});

test("what we read out of a clause stands apart from its words, and is to be confirmed", async () => {
  const listed = await readMeasures();
  const [mines] = listed[2]?.clauses[0]?.readings.filter(({ value }) => value !== undefined) ?? [];
  expect(mines).toMatchObject({ comparison: "exactly", value: 100, unit: "percent", by: "2024-12-31" });
  expect(listed.filter(({ readings }) => readings.length === 0)).toEqual([]);
  for (const { readings, clauses } of listed)
    expect(clauses.flatMap((clause) => clause.readings)).toEqual(readings);
});

test("the campaign tells its frame, and every section of the plan in its order", async () => {
  const told = await readCampaign();
  expect(told).toMatchObject({
    from: "2024-01-01",
    to: "2026-12-31",
    issuer: { zh: "迪庆州安全生产委员会" },
  });
  const { principles, objectives, requirements, safeguards, taskForce } = told;
  const counted = [
    principles,
    objectives,
    requirements,
    safeguards,
    taskForce,
    told.leadingGroup,
    told.actions,
  ];
  expect(counted.map((list) => list.length)).toEqual([4, 4, 5, 5, 19, 5, 10]);
  expect(told.sections[0]?.kind).toBe("notice");
  expect(told.sections.at(-1)).toEqual(safeguards[4]);
  expect(told.actions.flatMap((action) => action.measures)).toEqual(
    Array.from({ length: 38 }, (_, index) => index + 1),
  );
  expect(objectives[1]?.clauses.flatMap(({ dates }) => dates)).toHaveLength(3);
});

test("every unit that the plan names is told by name, a group with members that are told as well", async () => {
  const told = await readCampaign();
  const ids = new Set(told.units.map(({ id }) => id));
  const named = [...(await readMeasures()), ...told.sections.flatMap((one) => one.clauses)].flatMap(
    ({ leads, joint }) => [...leads, ...joint],
  );
  expect(named.filter((one) => !ids.has(one.unit))).toEqual([]);
  expect(told.units.flatMap(({ members }) => members).filter((id) => !ids.has(id))).toEqual([]);
  const group = told.units.find(({ id }) => id === "supervising-departments");
  expect(group).toMatchObject({ organisation: null, toBeConfirmed: false });
  expect(group?.members).toHaveLength(13);
  expect(told.units.find(({ id }) => id === "zhou-yingji")).toMatchObject({
    organisation: organisationId("zhou-yingji"),
    members: [],
  });
});

test.each([
  ["zhang", ["zhou-anweiban"]],
  ["zhou", ["zhou-yingji"]],
  ["lin", ["xianggelila-yingji", "zhou-yingji"]],
  ["gesang", ["xianggelila-anweiban", "xianggelila-zhengfu"]],
  // An enterprise has no part of its own in the plan.
  ["mei", []],
] as const)("%s finds the own part of the plan under %j", async (name, units) => {
  expect((await readCampaign(name)).own).toEqual(units);
});

test("whatever is not the plan's own text has English words beside it", async () => {
  const english: string[] = [];
  const gather = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("en" in value && typeof value.en === "string") english.push(value.en);
    for (const member of Object.values(value)) gather(member);
  };
  gather([await readCampaign(), await readMeasures()]);
  expect(english.length).toBeGreaterThan(300);
  expect(english.filter((text) => /\p{Script=Han}/u.test(text) || text === "")).toEqual([]);
});

test("the list takes no filter, and says so", async () => {
  const answer = await world.as("zhang").get("/api/campaign/measures?action=1");
  expect(answer).toMatchObject({ status: 400, body: { code: "malformed-request" } });
});
