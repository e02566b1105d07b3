import { beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { remind } from "../../server/jobs/reminders.ts";
import { beginning, type PersonName } from "../support/cast.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

const answer = z.object({
  notices: z.array(
    z.object({ entry: z.string(), kind: z.string(), title: z.string(), at: z.string(), seen: z.boolean() }),
  ),
  unseen: z.number(),
});
const noticesOf = async (name: PersonName) => answer.parse((await world.as(name).get("/api/notices")).body);
const about = async (name: PersonName, entry: string) =>
  (await noticesOf(name)).notices.filter((notice) => notice.entry === entry);

test("an entry that comes to somebody is told to their post, and to no other", async () => {
  const id = await world.hazardBroughtTo("majorProposed");
  expect(await about("mei", id)).toMatchObject([
    { kind: "arrived", title: "井下移动式变电站无接地", seen: false },
  ]);
  for (const name of ["bai", "lin", "zhang"] as const) expect(await about(name, id)).toEqual([]);
});

test("what was seen stays listed and is no longer counted; what comes later is", async () => {
  const first = await world.hazardBroughtTo("majorProposed");
  const [newest] = (await noticesOf("mei")).notices;
  mustDo(await world.as("mei").send("PUT", "/api/notices/seen", { upTo: newest?.at }));
  expect((await noticesOf("mei")).unseen).toBe(0);
  expect(await about("mei", first)).toMatchObject([{ seen: true }]);
  world.clock.now = new Date(beginning.getTime() + 1000);
  const second = await world.hazardBroughtTo("majorProposed");
  const { notices, unseen } = await noticesOf("mei");
  expect(unseen).toBe(1);
  expect(notices[0]).toMatchObject({ entry: second, seen: false });
});

test("whoever holds an entry is reminded of its deadline, once for each way in which it is near or past", async () => {
  const id = await world.hazardBroughtTo("rectifying", "general");
  const kindsOn = async (day: string) => {
    world.clock.now = new Date(`${day}T09:00:00+08:00`);
    await remind(world.services);
    await remind(world.services);
    return (await about("su", id)).map(({ kind }) => kind).reverse();
  };
  // It is due on 20 March, a Friday.
  expect((await kindsOn("2026-03-11")).slice(-1)).toEqual(["arrived"]);
  expect((await kindsOn("2026-03-19")).slice(-1)).toEqual(["soon"]);
  expect((await kindsOn("2026-03-20")).slice(-2)).toEqual(["soon", "today"]);
  expect((await kindsOn("2026-03-23")).slice(-2)).toEqual(["today", "overdue"]);
});
