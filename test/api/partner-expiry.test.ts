import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { endTokensThatAreOver } from "../../server/jobs/partner-tokens.ts";
import { beginning } from "../support/cast.ts";
import { approvedToken, partner } from "../support/partner.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
const hazards = "/api/registers/hazard/entries";
const tokens = "partner-token";

beforeAll(async () => {
  world = await newWorld();
});
beforeEach(() => {
  world.clock.now = beginning;
});

describe("a token whose last day has passed", () => {
  const on = (day: string) =>
    endTokensThatAreOver({ ...world.services, clock: () => new Date(`${day}T09:00:00+08:00`) });

  test("is ended by the engine, once, and both administrators are told", async () => {
    await on("2030-01-01");
    const { id, client } = await partner(world, { validUntil: "2026-03-20" });
    const waiting = await approvedToken(world, { validUntil: "2026-03-20" });
    expect(await on("2026-03-20")).toBe(0);
    expect(await on("2026-03-21")).toBe(2);
    expect(await on("2026-03-22")).toBe(0);
    for (const who of ["tang", "min"] as const) {
      const { body } = await world.as(who).get("/api/notices");
      expect(JSON.stringify(body)).toContain(id);
      expect(JSON.stringify(body)).toContain(waiting);
      const todo = await world.as(who).get(`/api/registers/${tokens}/entries?todo=mine`);
      expect(todo.body.entries).toContainEqual(expect.objectContaining({ id, state: "expired" }));
    }
    const { body } = await world.as("shen").get(`/api/registers/${tokens}/entries/${id}/ledger`);
    expect(body.lines).toHaveLength(4);
    expect(body.lines).toContainEqual(expect.objectContaining({ act: "expire", role: "system" }));
    expect(body.verified).toBe(true);
    world.clock.now = new Date("2026-03-21T10:00:00+08:00");
    expect((await client.get(hazards)).body.code).toBe("token-expired");
    mustDo(await world.as("min").act(tokens, id, "note", { version: 4, input: {} }));
    expect((await client.get(hazards)).body.code).toBe("token-expired");
  });

  test("is ended once where two servers look at the same time", async () => {
    await on("2030-01-01");
    const ids = await Promise.all(
      Array.from({ length: 8 }, async () => (await partner(world, { validUntil: "2026-03-20" })).id),
    );
    const ended = await Promise.all([on("2026-03-21"), on("2026-03-21"), on("2026-03-21")]);
    expect(ended.reduce((sum, one) => sum + one)).toBe(ids.length);
    for (const id of ids) expect((await world.as("tang").entry(tokens, id)).entry.version).toBe(4);
  });
});
