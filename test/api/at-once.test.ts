import { beforeAll, expect, test } from "vitest";
import { newId } from "../../server/store/ids.ts";
import { type Answer, entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const statuses = (answers: readonly Answer[]) => answers.map(({ status }) => status).sort();

async function countOf(table: string): Promise<number> {
  const { rows } = await world.owner.query<{ count: number }>(`select count(*) as count from ${table}`);
  return rows[0]?.count ?? 0;
}

test("two who judge at the same moment leave one line more, and the loser learns that the entry moved on", async () => {
  const id = await world.hazardBroughtTo("majorProposed");
  const before = (await world.ledgerOf(id)).length;
  const both = [
    world.as("mei").act("hazard", id, "confirmMajor", { version: 2 }),
    world.as("luo").act("hazard", id, "disagree", { version: 2, input: { reason: "条款不符" } }),
  ];
  const answers = await Promise.all(both);
  expect(statuses(answers)).toEqual([200, 409]);
  expect(await world.ledgerOf(id)).toHaveLength(before + 1);
});

test("eight requests on one entry at the same version: one wins, seven hear that it moved on, one line more", async () => {
  const id = await world.hazardBroughtTo("rectifying");
  const before = (await world.ledgerOf(id)).length;
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, at) =>
      world
        .as(at % 2 === 0 ? "su" : "mei")
        .act("hazard", id, "recordProgress", { version: before, input: { progress: `进展 ${at}` } }),
    ),
  );
  expect(statuses(answers)).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
  expect(answers.filter(({ status }) => status === 409).map(({ body }) => body.code)).toEqual(
    Array(7).fill("stale-version"),
  );
  expect(await world.ledgerOf(id)).toHaveLength(before + 1);
  expect((await world.as("mei").ledger("hazard", id)).verified).toBe(true);
});

test("the same request sent eight times at once under one key opens one entry, and all eight are told of it", async () => {
  const before = await countOf("entry_hazard");
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => world.as("su").open("hazard", { input: aHazard() }, "eight at once")),
  );
  expect(statuses(answers)).toEqual(Array(8).fill(201));
  expect(new Set(answers.map((answer) => entryIn(answer).id)).size).toBe(1);
  expect(await countOf("entry_hazard")).toBe(before + 1);
});

test("the same request sent eight times at once under one id, without a key, opens one entry", async () => {
  const before = await countOf("entry_hazard");
  const request = { id: newId(), input: aHazard() };
  const answers = await Promise.all(Array.from({ length: 8 }, () => world.as("su").open("hazard", request)));
  expect(statuses(answers)).toEqual(Array(8).fill(201));
  expect(await countOf("entry_hazard")).toBe(before + 1);
  expect((await world.as("su").ledger("hazard", request.id)).lines).toHaveLength(1);
});

test("the same act sent twice at once under one key is done once, and both are told of it", async () => {
  const id = await world.hazardBroughtTo("majorProposed");
  const answers = await Promise.all(
    [1, 2].map(() => world.as("mei").act("hazard", id, "confirmMajor", { version: 2 }, "twice")),
  );
  expect(statuses(answers)).toEqual([200, 200]);
  expect(answers.map((answer) => entryIn(answer).version)).toEqual([3, 3]);
  // And again later, when the entry has moved on.
  expect((await world.as("mei").act("hazard", id, "confirmMajor", { version: 2 }, "twice")).status).toBe(200);
  expect(await world.ledgerOf(id)).toHaveLength(3);
});

test("one key belongs to one person: another may use the same", async () => {
  const [one, other] = await Promise.all(
    (["su", "mei"] as const).map((name) => world.as(name).open("hazard", { input: aHazard() }, "shared")),
  );
  expect(one && other && entryIn(one).id !== entryIn(other).id).toBe(true);
});

test("a refused request frees its key", async () => {
  const wrong = await world.as("su").open("hazard", { input: aHazard({ title: "" }) }, "mended");
  expect(wrong.status).toBe(422);
  expect((await world.as("su").open("hazard", { input: aHazard() }, "mended")).status).toBe(201);
});

test("two who register one enterprise at the same moment: one does, one hears that the code is taken", async () => {
  const input = {
    name: "同时登记（虚构）",
    creditCode: "91999999MA0000099X",
    region: "533401101",
    sector: "S05",
  };
  const answers = await Promise.all(
    (["lin", "zhang"] as const).map((name) => world.as(name).open("enterprise", { input })),
  );
  expect(statuses(answers)).toEqual([201, 422]);
  expect(answers.find(({ status }) => status === 422)?.body.code).toBe("credit-code-taken");
});

test("thirty hazards registered at once have thirty numbers", async () => {
  const answers = await Promise.all(
    Array.from({ length: 30 }, () => world.as("su").open("hazard", { input: aHazard() })),
  );
  expect(new Set(answers.map((answer) => entryIn(mustDo(answer)).number)).size).toBe(30);
});

test("two duplicates merged into each other at the same moment do not make a ring", async () => {
  const [one, other] = [await world.hazardFound(), await world.hazardFound()];
  const merge = (id: string, into: string) =>
    world.as("su").act("hazard", id, "merge", { version: 1, input: { duplicateOf: into, reason: "重复" } });
  const answers = await Promise.all([merge(one, other), merge(other, one)]);
  expect(statuses(answers)).toEqual([200, 409]);
});

test("a merge is told in both ledgers or in neither", async () => {
  const [one, other] = [await world.hazardFound(), await world.hazardFound()];
  mustDo(
    await world
      .as("su")
      .act("hazard", one, "merge", { version: 1, input: { duplicateOf: other, reason: "重复" } }),
  );
  expect((await world.ledgerOf(one)).map(({ act }) => act)).toEqual(["find", "merge"]);
  expect((await world.ledgerOf(other)).map(({ act }) => act)).toEqual(["find", "absorb"]);
  const { entry } = await world.as("su").entry("hazard", other);
  expect(entry.values.duplicates).toEqual([one]);
});
