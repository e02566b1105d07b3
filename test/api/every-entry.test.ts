import { beforeAll, describe, expect, test } from "vitest";
import { dayInShanghai } from "../../core/calendar/day.ts";
import { hazard } from "../../core/registers/hazard.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { listParameters, listQueryOf } from "../../server/list-query.ts";
import { openSnapshot } from "../../server/store/database.ts";
import { everyEntry } from "../../server/store/every-entry.ts";
import { countEntries } from "../../server/store/lists.ts";
import type { PersonName } from "../support/cast.ts";
import { majorPath } from "../support/paths.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  for (const { to } of majorPath) await world.hazardBroughtTo(to);
  for (const foundOn of ["2026-03-01", "2026-03-05", "2026-03-05", "2026-02-11", "2026-03-05"])
    await world.hazardFound({ foundOn, title: `${foundOn} 的隐患` });
});

/** The ids of a list batch by batch, and how many it counts. */
async function walked(name: PersonName, search: Readonly<Record<string, string>>, batchRows: number) {
  const { services, clock } = world;
  const actor = await world.actor(name);
  const asker = { actor, today: dayInShanghai(clock.now), campaign: services.campaign };
  const query = listQueryOf(hazard, listParameters.parse(search), asker);
  const snapshot = await openSnapshot(services.pool, scopeOf(actor));
  try {
    const batches: string[][] = [];
    for await (const entries of everyEntry(snapshot.tx, scopeOf(actor), hazard, query, batchRows))
      batches.push(entries.map(({ id }) => id));
    return { batches, total: await countEntries(snapshot.tx, scopeOf(actor), hazard, query) };
  } finally {
    await snapshot.end();
  }
}

describe.each(["lin", "su", "zhang", "gao", "zhou"] as const)("for %s, batch by batch", (name) => {
  test.each<Record<string, string>>([
    {},
    { sort: "openedOn" },
    { sort: "-foundOn" },
    { sort: "foundOn" },
    { sort: "dueOn" },
    { sort: "-dueOn", level: "major" },
    { q: "隐患", sort: "foundOn" },
    { q: "2026" },
    { q: "没有这样的" },
    { todo: "mine" },
    { started: "mine" },
    { q: "隐患", todo: "mine" },
  ])("%j has each entry of the list once, in its order", async (search) => {
    const whole = (await world.as(name).list("hazard", { ...search, limit: "200" })).entries;
    for (const batchRows of [1, 3, 1_000]) {
      const { batches, total } = await walked(name, search, batchRows);
      expect(batches.flat()).toEqual(whole.map(({ id }) => id));
      expect(total).toBe(whole.length);
      for (const batch of batches) expect(batch.length).toBeLessThanOrEqual(batchRows);
    }
  });
});
