import { beforeEach, expect, test } from "vitest";
import { readSettings } from "../../server/settings.ts";
import { beginning, type PersonName } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld({ rates: { reads: 5, writes: 4, exports: 1 }, proxies: ["127.0.0.1"] });
});

const from = (address: string) => ({ "x-forwarded-for": address });
const desk = "192.0.2.1";
const statuses = async (name: PersonName, path: string, times: number, address = desk) => {
  const told: number[] = [];
  for (let count = 0; count < times; count += 1)
    told.push((await world.as(name).get(path, from(address))).status);
  return told;
};

test("an account reads so often in a minute and no oftener, and is told when to come back", async () => {
  expect(await statuses("lin", "/api/session", 6)).toEqual([200, 200, 200, 200, 200, 429]);
  const refused = await world.as("lin").get("/api/session");
  expect([refused.body.code, refused.headers["retry-after"]]).toEqual(["too-many-requests", "60"]);
  // Neither from elsewhere, nor do others wait for it.
  expect(await statuses("lin", "/api/session", 1, "192.0.2.2")).toEqual([429]);
  expect(await statuses("wang", "/api/session", 1)).toEqual([200]);
  world.clock.now = new Date(beginning.getTime() + 60_000);
  expect(await statuses("lin", "/api/session", 1)).toEqual([200]);
});

test("reads, writes and exports are counted apart", async () => {
  const list = "/api/registers/hazard/entries.csv";
  expect(await statuses("lin", list, 2)).toEqual([200, 429]);
  expect(await statuses("lin", "/api/session", 1)).toEqual([200]);
  const writes: number[] = [];
  for (let count = 0; count < 5; count += 1)
    writes.push((await world.as("lin").send("PUT", "/api/session/use")).status);
  expect(writes).toEqual([204, 204, 204, 204, 429]);
});

test("an address that is signed in nowhere is counted, too, and health is always told", async () => {
  const ask = (path: string, address: string) => world.nobody.get(path, from(address));
  const told: number[] = [];
  for (let count = 0; count < 251; count += 1) told.push((await ask("/api/campaign", desk)).status);
  expect(told.slice(-2)).toEqual([401, 429]);
  expect((await ask("/api/campaign", "192.0.2.2")).status).toBe(401);
  for (let count = 0; count < 10; count += 1) expect((await ask("/api/health", desk)).status).toBe(200);
});

test("the operator chooses the rates, and what is no rate is refused", () => {
  const chosen = (text: string) => readSettings({ RATES_PER_MINUTE: text }).rates;
  expect(chosen("writes=60, exports=5")).toEqual({ reads: 1_200, writes: 60, exports: 5 });
  expect(chosen("")).toBeUndefined();
  for (const wrong of ["60", "reads=0", "reads=-1", "others=5", "reads=1,", "reads=1.5"])
    expect(() => chosen(wrong)).toThrow("RATES_PER_MINUTE");
  for (const wrong of ["0", "721", "a", "1.5"])
    expect(() => readSettings({ IDLE_LOCK_MINUTES: wrong })).toThrow("IDLE_LOCK_MINUTES");
  expect(readSettings({ IDLE_LOCK_MINUTES: "30" }).idleLockMinutes).toBe(30);
});
