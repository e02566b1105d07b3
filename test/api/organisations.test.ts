import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const answer = z.object({ organisations: z.array(z.object({ name: z.object({ zh: z.string() }) })) });
const offered = async (query: string) =>
  answer
    .parse((await world.as("lin").get(`/api/organisations?${query}`)).body)
    .organisations.map(({ name }) => name.zh);

test("every sector has somebody in each county who supervises it: where nobody is named, comprehensive supervision", async () => {
  for (const { code } of world.services.campaign.pack.sectors)
    for (const county of ["533401", "533422", "533423"])
      expect(await offered(`supervises=${code}&region=${county}`), `${code} in ${county}`).not.toEqual([]);
  expect(await offered("supervises=S15&region=533401")).toEqual(
    expect.arrayContaining(["香格里拉市应急管理局", "迪庆藏族自治州应急管理局"]),
  );
  expect(await offered("supervises=S09&region=533401")).not.toContain("香格里拉市应急管理局");
});

test("a park and a department of the trade can be chosen where a form asks for them", async () => {
  expect(await offered("kind=park&region=533401")).toEqual(["香格里拉产业园区管理委员会"]);
  expect(await offered("manages=S15&region=533401")).toEqual([
    "迪庆藏族自治州文化和旅游局",
    "香格里拉市文化和旅游局",
  ]);
  // The prefecture's two, and as many in each of three counties.
  expect(await offered("manages=S15,S16")).toHaveLength(8);
  expect((await world.as("lin").get("/api/organisations?kind=enterprise")).status).toBe(400);
});

const full = z.object({
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      kind: z.string(),
      parent: z.string().nullable(),
      duties: z.array(z.looseObject({ as: z.string(), toBeConfirmed: z.boolean() })),
      source: z.string(),
      toBeConfirmed: z.boolean(),
    }),
  ),
});

test("each organisation comes with its duties, its source, whether it is to be confirmed, and the one above it", async () => {
  const { organisations } = full.parse((await world.as("lin").get("/api/organisations")).body);
  expect(organisations).toHaveLength(world.services.campaign.pack.organisations.length);
  const named = (name: string) => organisations.find(({ name: { zh } }) => zh === name);
  const bureau = named("迪庆藏族自治州应急管理局");
  expect(bureau).toMatchObject({ source: "方案正文点名", toBeConfirmed: false });
  expect(bureau?.duties).toEqual([
    expect.objectContaining({ as: "comprehensive", sectors: "all", toBeConfirmed: false }),
    expect.objectContaining({ as: "supervision", sectors: expect.arrayContaining(["S02"]) }),
  ]);
  expect(named("香格里拉市应急管理局")).toMatchObject({ parent: bureau?.id, toBeConfirmed: true });
  const townships = organisations.filter(({ name: { zh } }) => /[乡镇]人民政府$/.test(zh));
  expect(townships).toHaveLength(29);
  expect(townships.filter(({ toBeConfirmed }) => !toBeConfirmed)).toEqual([]);
  expect(named("中共德钦县委员会")).toMatchObject({ parent: null });
});

test("whoever is signed in may read them, in whatever post, and nobody else", async () => {
  for (const person of ["lin", "su", "zhang"] as const)
    expect((await world.as(person).get("/api/organisations")).status, person).toBe(200);
  expect((await world.nobody.get("/api/organisations")).status).toBe(401);
});
