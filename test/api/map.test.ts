import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { limits } from "../../core/limits.ts";
import { pointIn } from "../../core/map/position.ts";
import { readMapTiles } from "../../server/map-tiles.ts";
import { readSettings } from "../../server/settings.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId, type PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  const place = async (by: PersonName, name: "copper" | "timber", input: object) => {
    const { version } = (await world.as(by).entry("enterprise", enterpriseId(name))).entry;
    mustDo(
      await world.as(by).act("enterprise", enterpriseId(name), "amend", { version, input: { ...input } }),
    );
  };
  // The one as AMap tells it, the other as a receiver measures it; the foundry has no position.
  await place("luo", "copper", { ...pointIn("gcj02", seat), coordinateSystem: "gcj02" });
  await place("he", "timber", { longitude: 99.286, latitude: 27.181, coordinateSystem: "wgs84" });
  await world.hazardBroughtTo("found");
  await world.hazardBroughtTo("majorConfirmed");
  await world.hazardBroughtTo("closed");
});

const seat = { longitude: 99.7087, latitude: 27.8258 };
const everywhere = "98,26,101,30";

const points = z.object({
  total: z.number(),
  placed: z.number(),
  inView: z.number(),
  clusters: z.array(
    z.object({
      longitude: z.number(),
      latitude: z.number(),
      count: z.number(),
      overdue: z.number(),
      entries: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })).optional(),
    }),
  ),
});

async function pointsOf(name: PersonName, register: string, query = "", box = everywhere, zoom = 8) {
  const path = `/api/registers/${register}/points?box=${box}&zoom=${zoom}${query}`;
  return points.parse(mustDo(await world.as(name).get(path)).body);
}

const readers: readonly PersonName[] = [
  "yang",
  "zhang",
  "zhou",
  "luo",
  "he",
  "lin",
  "ji",
  "gao",
  "mei",
  "yu",
];
const filters = [
  "",
  "&state=found",
  "&level=major",
  "&region=533401",
  "&region=533423",
  "&unsettled=true",
  "&q=%E4%BA%91%E5%B2%AD",
  "&sort=dueOn",
];

describe.each(["hazard", "enterprise", "site", "risk-point", "self-check"])(
  "of the register %s",
  (register) => {
    test.each(readers)("%s finds as many on the map as in the list, under every filter", async (name) => {
      const client = world.as(name);
      for (const filter of filters) {
        const list = await client.get(`/api/registers/${register}/entries?count=exact&limit=100${filter}`);
        const answer = await client.get(
          `/api/registers/${register}/points?box=${everywhere}&zoom=8${filter}`,
        );
        expect([filter, answer.status]).toEqual([filter, list.status]);
        if (list.status !== 200) continue;
        const { total, placed, inView, clusters } = points.parse(answer.body);
        expect([filter, total]).toEqual([filter, list.body.total]);
        expect(placed).toBeLessThanOrEqual(total);
        expect(clusters.reduce((sum, { count }) => sum + count, 0)).toBe(inView);
        const listed = z.object({ entries: z.array(z.object({ id: z.string() })) }).parse(list.body);
        const ids = new Set(listed.entries.map(({ id }) => id));
        for (const { id } of clusters.flatMap(({ entries = [] }) => entries)) expect(ids).toContain(id);
      }
    });
  },
);

test("a position in GCJ-02 is shown where it was measured, and stays as it was entered", async () => {
  const { clusters, total, placed } = await pointsOf("luo", "enterprise");
  expect([total, placed]).toEqual([2, 1]);
  expect(clusters[0]?.longitude).toBeCloseTo(seat.longitude, 5);
  expect(clusters[0]?.latitude).toBeCloseTo(seat.latitude, 5);
  const { entry } = await world.as("luo").entry("enterprise", enterpriseId("copper"));
  expect(entry.values.coordinateSystem).toBe("gcj02");
  expect(entry.values.longitude).not.toBeCloseTo(seat.longitude, 3);
});

test("a hazard lies where its enterprise does, and all at one point are named", async () => {
  const { clusters } = await pointsOf("luo", "hazard");
  expect(clusters).toHaveLength(1);
  expect(clusters[0]?.count).toBe(3);
  expect(clusters[0]?.entries).toHaveLength(3);
});

test("of a part of the map only what lies in it is told; the total stays that of the list", async () => {
  const { total, placed, inView, clusters } = await pointsOf("yang", "enterprise", "", "99.2,27,99.4,27.3");
  expect([total, placed, inView, clusters.length]).toEqual([3, 2, 1, 1]);
});

test("what is restricted is on no map of those from whom it is kept", async () => {
  const found = await world.as("lin").open("hazard", { input: aHazard({ source: "inspection" }) });
  const { id } = entryIn(mustDo(found));
  // It has come to the head's unit by being judged there.
  const judged = { version: 1, input: { judgementReason: "现场查证" } };
  mustDo(await world.as("lin").act("hazard", id, "proposeGeneral", judged));
  const before = (await pointsOf("yang", "hazard")).total;
  mustDo(
    await world
      .as("luo")
      .act("hazard", id, "restrict", { version: 2, input: { reason: "涉及举报人，先行核查" } }),
  );
  expect((await pointsOf("yang", "hazard")).total).toBe(before - 1);
  expect((await pointsOf("ji", "hazard")).total).toBe(before);
});

test("a register without positions has no map, and an administrator no map of others' registers", async () => {
  const ask = async (name: PersonName, register: string) =>
    (await world.as(name).get(`/api/registers/${register}/points?box=${everywhere}&zoom=8`)).status;
  expect(await ask("yang", "account")).toBe(404);
  expect(await ask("yang", "nothing")).toBe(404);
  expect(await ask("tang", "account")).toBe(404);
  expect((await world.nobody.get(`/api/registers/hazard/points?box=${everywhere}&zoom=8`)).status).toBe(401);
});

test.each(["", "1,2,3", "101,26,98,30", "98,30,101,26", "98,26,181,30", "a,b,c,d"])(
  "a part of the map that is none is refused: %s",
  async (box) => {
    const { status } = await world.as("yang").get(`/api/registers/hazard/points?box=${box}&zoom=8`);
    expect(status).toBe(400);
  },
);

test("the positions of the map are verified with the entries", async () => {
  await world.sequenced();
  const owner = world.owner;
  const changed = "update entry_enterprise set point_longitude = point_longitude + $1 where id = $2";
  await owner.query(changed, [0.5, enterpriseId("copper")]);
  const { faults } = await verifyLedger(world.owner, world.services.algorithm, () => undefined);
  expect(JSON.stringify(faults)).toContain("point_longitude");
  await owner.query(changed, [-0.5, enterpriseId("copper")]);
});

test("the map names its outlines with their source, and no tiles where there is no key", async () => {
  const { body } = mustDo(await world.as("yang").get("/api/map"));
  expect(body).toMatchObject({ tiles: null, approval: null });
  const { outlines } = z.object({ outlines: z.array(z.object({ source: z.string() })) }).parse(body);
  expect(outlines.every(({ source }) => source !== "")).toBe(true);
});

describe("tiles from outside", () => {
  const key = "0123456789abcdef0123456789abcdef";
  const policyOf = async (tiles: World) =>
    String((await tiles.nobody.get("/sign-in")).headers["content-security-policy"]);

  test("without a key no page may fetch any", async () => {
    expect(readSettings({}).mapTiles).toBeUndefined();
    expect(await policyOf(world)).not.toContain("tianditu");
  });

  test("with one, pages may fetch pictures from Tianditu and nothing else from there", async () => {
    const other = await newWorld({ mapTiles: readMapTiles(key) });
    const policy = await policyOf(other);
    expect(policy).toMatch(/img-src [^;]*https:\/\/t0\.tianditu\.gov\.cn/);
    expect(policy.replace(/img-src [^;]*;/, "")).not.toContain("tianditu");
    const { body } = mustDo(await other.as("yang").get("/api/map"));
    expect(JSON.stringify(body.tiles)).toContain(`tk=${key}`);
    expect(JSON.stringify(body.tiles)).toContain("天地图");
    await other.stop();
  });

  test("what cannot be a key stops the start, and says so", () => {
    expect(() => readSettings({ TIANDITU_KEY: "no key" })).toThrow("TIANDITU_KEY");
  });
});

test("twelve thousand enterprises and as many hazards of theirs come in a bounded answer", async () => {
  const many = await newWorld();
  await many.hazardFound();
  const copies = (table: string, differs: string) =>
    many.owner.query(`insert into ${table} select (jsonb_populate_record(e, ${differs})).*
      from ${table} e, generate_series(1, 12000) n
      where e.id = (select id from ${table} where region like '533401%' limit 1)`);
  const id = (kind: string) => `md5('${kind}' || n)::uuid`;
  await copies(
    "entry_enterprise",
    `jsonb_build_object('id', ${id("e")}, 'number', 'Q' || n, 'credit_code', null,
      'point_longitude', 98.7 + random() * 1.5, 'point_latitude', 27 + random() * 2)`,
  );
  await copies(
    "entry_hazard",
    `jsonb_build_object('id', ${id("h")}, 'number', 'H' || n, 'organisation', ${id("e")})`,
  );
  await many.owner.query("analyze entry_enterprise; analyze entry_hazard");
  const client = many.as("luo");
  for (const register of ["enterprise", "hazard"])
    for (const [box, zoom] of [
      [everywhere, 8],
      [everywhere, 18],
      ["99,27,99.2,27.2", 12],
    ] as const) {
      const path = `/api/registers/${register}/points?box=${box}&zoom=${zoom}`;
      const { placed, clusters } = points.parse(mustDo(await client.get(path)).body);
      expect(placed).toBe(12_000);
      expect(clusters.length).toBeLessThanOrEqual(limits.mapClusters);
    }
  await many.stop();
});
