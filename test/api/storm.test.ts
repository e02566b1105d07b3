import { beforeAll, expect, test } from "vitest";
import { addDays, dayInShanghai } from "../../core/calendar/day.ts";
import { measuresOf } from "../../core/register/cells.ts";
import { placedOf } from "../../core/register/entry.ts";
import { registers } from "../../core/registers/index.ts";
import { partyPlaceOf } from "../../core/scope/scope.ts";
import { entryOf, type Row } from "../../server/store/row.ts";
import { tableOf } from "../../server/store/tables.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { firstDay } from "../support/cast.ts";
import {
  cellsByDay,
  cellsOverdue,
  countedMeasures,
  daysFrom,
  readStandings,
  recountByDay,
  recountOverdue,
} from "../support/recount.ts";
import { storm, type Tally } from "../support/storm.ts";
import { newWorld, type World } from "../support/world.ts";

// One seed, so that a failure can be met again; set it to try others.
const seed = Number(process.env.STORM_SEED ?? 489_452);

let world: World;
let tally: Tally;
beforeAll(async () => {
  world = await newWorld();
  tally = await storm(world, { seed, rounds: 600, atOnce: 6 });
  await world.sequenced();
  console.info(`storm of seed ${seed}: ${[...tally].map(([what, count]) => `${what} ${count}`).join(", ")}`);
});

test("the storm did much, was refused much, and nothing broke", () => {
  expect(tally.get("done")).toBeGreaterThan(300);
  expect(tally.get("stale-version")).toBeGreaterThan(0);
  expect(tally.size).toBeGreaterThan(8);
  expect(world.errors).toEqual([]);
});

test("every chain verifies and every stored entry equals the fold of its ledger", async () => {
  const { faults, lines } = await verifyLedger(world.owner, world.services.algorithm, () => undefined);
  expect(faults).toEqual([]);
  expect(lines).toBeGreaterThan(300);
});

test("cells equal a recount from the ledger's lines alone", async () => {
  const standings = await readStandings(world.owner);
  expect(await cellsByDay(world.owner)).toEqual(recountByDay(standings));
});

test("on every day as many are counted overdue as were", async () => {
  const standings = await readStandings(world.owner);
  const last = addDays(dayInShanghai(world.clock.now), 40);
  let overdue = 0;
  for (const day of daysFrom(firstDay, last)) {
    const expected = recountOverdue(standings, day);
    expect(await cellsOverdue(world.owner, day), day).toEqual(expected);
    overdue += expected.size;
  }
  expect(overdue).toBeGreaterThan(20);
});

test("the recount knows every measure that is counted", () => {
  expect(registers.flatMap(measuresOf).sort()).toEqual([...countedMeasures].sort());
});

test("the rows of parties are those that the entries name", async () => {
  for (const register of registers) {
    const entries = (await world.owner.query<Row>(`select * from ${tableOf(register)}`)).rows;
    const named = entries.flatMap((row) => {
      const entry = entryOf(register, row);
      const placed = placedOf(register, entry);
      return placed.parties.map((party) => {
        const { own, county, sector } = partyPlaceOf(party, placed);
        return `${entry.id} ${party.organisation} ${party.as} ${entry.values.openedOn} ${own} ${county} ${sector}`;
      });
    });
    const { rows } = await world.owner.query<{ held: string }>(
      `select concat_ws(' ', entry, organisation, role, opened_on, own::text, county, sector) as held
        from party where register = $1`,
      [register.name],
    );
    expect(rows.map(({ held }) => held).sort()).toEqual(named.sort());
  }
});

test("positions are dense, in the order of each entry's versions, and every line has one", async () => {
  const { rows } = await world.owner.query<{
    position: number;
    entry: string;
    version: number;
    same: boolean;
  }>(
    `select f.position, f.entry, f.version, f.hash = l.hash as same from leaf f
      join ledger l on l.entry = f.entry and l.version = f.version order by f.position`,
  );
  expect(rows.map(({ position }) => position)).toEqual(rows.map((_, at) => at));
  expect(rows.every(({ same }) => same)).toBe(true);
  for (const own of Map.groupBy(rows, ({ entry }) => entry).values())
    expect(own.map(({ version }) => version)).toEqual(own.map((_, at) => at + 1));
  const lines = await world.owner.query<{ count: number }>("select count(*) as count from ledger");
  expect(rows).toHaveLength(lines.rows[0]?.count ?? -1);
});

test("numbers are unique within their register and drawn from their series", async () => {
  for (const register of registers) {
    const { rows } = await world.owner.query<{ number: string }>(`select number from ${tableOf(register)}`);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
  }
});
