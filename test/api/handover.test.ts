import { beforeAll, describe, expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { hashPassword } from "../../server/store/people.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { cast, firstDay, type PersonName, password } from "../support/cast.ts";
import { clientOf, entryIn } from "../support/client.ts";
import { signIn as cookieOf, mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

/** The post of somebody of the cast. */
async function postOf(name: PersonName): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    "select o.id from post o join person p on p.id = o.person where p.name = $1 and o.to_day is null",
    [cast[name].name],
  );
  return rows[0]?.id ?? "";
}

const handover = async (asker: PersonName, post: string) =>
  world.as(asker).get(`/api/posts/${post}/handover`);

describe("what waits for a post", () => {
  test("is counted for the security administrator, and told entry by entry to the person and the head alone", async () => {
    const hazard = await world.hazardBroughtTo("generalProposed", "general");
    const post = await postOf("mei");
    const own = (await handover("mei", post)).body;
    const { body } = await handover("min", post);
    const list = await world.as("mei").get("/api/registers/hazard/entries?todo=mine&count=exact");
    expect(own).toMatchObject({ last: true, registers: [{ register: "hazard", total: list.body.total }] });
    expect(JSON.stringify(own)).toContain(hazard);
    expect(body).toMatchObject({ last: true, total: own.total });
    expect(JSON.stringify(body)).not.toContain(hazard);
    expect(JSON.stringify(body.registers)).not.toContain("entries");
    expect((await handover("bai", post)).status).toBe(404);
    expect((await handover("he", post)).status).toBe(404);
  });

  test("names to the head who else holds the role, and to the administrator only that somebody does", async () => {
    const post = await postOf("lin");
    const told = (await handover("luo", post)).body;
    expect(told).toMatchObject({ last: false, others: expect.arrayContaining([cast.wang.name]) });
    expect((await handover("min", post)).body).toMatchObject({ last: false, others: [] });
  });
});

test("nothing is told to a former holder, nor to anybody once the end is noted", async () => {
  const post = await postOf("lin");
  const unit = organisationId("xianggelila-yingji");
  const { rows } = await world.owner.query<{ id: string }>("select id from person where name = $1", [
    cast.lin.name,
  ]);
  const role = { account: rows[0]?.id, role: "departmentHead", unit, covers: "533401", everySector: true };
  const granted = await world
    .as("min")
    .open("post", { act: "grant", input: { ...role, heldFrom: firstDay } });
  const further = entryIn(mustDo(granted)).id;
  mustDo(await world.as("luo").act("post", further, "confirm", { version: 1, input: {} }));
  const act = async (by: PersonName, name: string, input: Readonly<Record<string, unknown>>) => {
    const { entry } = await world.as(by).entry("post", post);
    return mustDo(await world.as(by).act("post", post, name, { version: entry.version, input }));
  };
  await act("min", "end", { endsFrom: firstDay, reason: "转任" });
  const cookie = await cookieOf(world.zhiben.app, "lin", password);
  const lin = clientOf(world.zhiben.app, async () => cookie);
  const nothing = { held: false, last: false, others: [], total: 0, unseen: 0, registers: [] };
  expect((await lin.get(`/api/posts/${post}/handover`)).body).toEqual(nothing);
  expect((await handover("luo", post)).body.held).toBe(true);
  await act("luo", "note", {});
  expect((await handover("luo", post)).body).toEqual(nothing);
  expect((await handover("min", post)).body).toEqual(nothing);
});

test("a post is not handed over to whoever awaits it or will hold it, nor confirmed to whoever holds it", async () => {
  const unit = organisationId("xianggelila-yingji");
  const opened = await world
    .as("tang")
    .open("account", { input: { username: "houren", name: "候任者", unit } });
  const successor = entryIn(mustDo(opened)).id;
  const role = { account: successor, role: "inspector", unit, covers: "533401", everySector: true };
  const heldFrom = addDays(firstDay, 7);
  const granted = await world.as("min").open("post", { act: "grant", input: { ...role, heldFrom } });
  const { id: waiting } = entryIn(mustDo(granted));
  const post = await postOf("wang");
  const { entry } = await world.as("min").entry("post", post);
  const handOver = () =>
    world.as("min").act("post", post, "handOver", {
      version: entry.version,
      input: { successor, endsFrom: firstDay, reason: "调离" },
    });
  expect((await handOver()).body.code).toBe("post-held-already");
  mustDo(await world.as("luo").act("post", waiting, "confirm", { version: 1, input: {} }));
  expect((await handOver()).body.code).toBe("post-held-already");
});

test("a post is handed over in one act: the leaver is out at once, the successor in once the head confirms, and finds the work", async () => {
  const unit = organisationId("xianggelila-yingji");
  const { id: successor } = entryIn(
    mustDo(await world.as("tang").open("account", { input: { username: "jieren", name: "接任者", unit } })),
  );
  await world.owner.query("update person set password_hash = $2 where id = $1", [
    successor,
    await hashPassword(password),
  ]);
  const post = await postOf("wang");
  const { entry } = await world.as("min").entry("post", post);
  const input = { successor, endsFrom: firstDay, reason: "调离" };
  mustDo(await world.as("min").act("post", post, "handOver", { version: entry.version, input }));
  expect((await world.nobody.send("POST", "/api/session", { username: "wang", password })).status).toBe(401);
  const told = await world.as("luo").get("/api/registers/post/entries?todo=mine");
  const waiting = told.body.entries as readonly {
    id: string;
    state: string;
    values: Record<string, unknown>;
  }[];
  const next = waiting.find(({ values }) => values.account === successor);
  expect(next).toMatchObject({ state: "awaiting", values: { succeeds: post, role: "inspector" } });
  expect(waiting.some(({ id, state }) => id === post && state === "ended")).toBe(true);
  mustDo(await world.as("luo").act("post", next?.id ?? "", "confirm", { version: 1, input: {} }));
  const cookie = await cookieOf(world.zhiben.app, "jieren", password);
  const newcomer = clientOf(world.zhiben.app, async () => cookie);
  expect((await newcomer.list("hazard")).entries.length).toBeGreaterThan(0);
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});
