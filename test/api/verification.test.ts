import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { LedgerBroken, verifyDaily } from "../../server/jobs/verification.ts";
import type { PersonName } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("closed");
  await world.sequenced();
});

const verify = () =>
  verifyDaily(world.services, { connection: world.connection, keysFolder: world.keysFolder });
const pass = (hours: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + hours * 3_600_000);
};
const health = async () => (await world.nobody.get("/api/health")).body.verified;
const notices = z.object({ notices: z.array(z.object({ kind: z.string(), entry: z.string().nullable() })) });
const brokenTold = async (name: PersonName) =>
  notices
    .parse((await world.as(name).get("/api/notices")).body)
    .notices.filter(({ kind }) => kind === "ledgerBroken");

test("once a day the ledger is verified, by one of several servers, and health says when and how", async () => {
  expect(await health()).toBeNull();
  const found = (await Promise.all([verify(), verify(), verify()])).filter((one) => one !== undefined);
  expect(found).toMatchObject([{ faultCount: 0 }]);
  expect(found[0]?.lines).toBeGreaterThan(10);
  expect(await health()).toEqual({ at: world.clock.now.toISOString(), ok: true });
  pass(23);
  expect(await verify()).toBeUndefined();
  pass(1);
  expect(await verify()).toMatchObject({ faultCount: 0 });
  expect(await brokenTold("zhang")).toEqual([]);
});

test("a break is told to the committee's office of the whole region, once, and again when it breaks anew", async () => {
  const touch = (from: string, to: string) =>
    world.owner.query("update entry_hazard set title = replace(title, $1, $2)", [from, to]);
  await touch("井下", "井上");
  for (let days = 0; days < 3; days += 1) {
    pass(24);
    const found = await verify();
    expect(found?.faults).toMatchObject([{ fault: "entry-differs", what: "title" }]);
    expect(await health()).toMatchObject({ ok: false });
    if (found) expect(new LedgerBroken(found).message).toContain("entry-differs hazard");
  }
  expect(await brokenTold("zhang")).toEqual([{ kind: "ledgerBroken", entry: null }]);
  for (const name of ["gesang", "zhou", "lin", "mei"] as const) expect(await brokenTold(name)).toEqual([]);
  await touch("井上", "井下");
  pass(24);
  expect(await verify()).toMatchObject({ faultCount: 0 });
  await touch("井下", "井上");
  pass(24);
  await verify();
  expect(await brokenTold("zhang")).toHaveLength(2);
});

test("a verification that the product's stop cuts short leaves no result", async () => {
  pass(24);
  const { rows: before } = await world.owner.query("select id from verification");
  const place = { connection: world.connection, keysFolder: world.keysFolder };
  expect(await verifyDaily(world.services, place, () => true)).toBeUndefined();
  const { rows: after } = await world.owner.query("select id from verification");
  expect(after).toHaveLength(before.length);
});
