import { beforeAll, describe, expect, test } from "vitest";
import { valuesOfJson } from "../../core/register/json.ts";
import type { Register } from "../../core/register/register.ts";
import { mayRead } from "../../core/register/rights.ts";
import { registers } from "../../core/registers/index.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { inTransaction } from "../../server/store/database.ts";
import { viewOf } from "../../server/store/register-views.ts";
import type { Row } from "../../server/store/row.ts";
import { snake } from "../../server/store/tables.ts";
import type { PersonName } from "../support/cast.ts";
import { openOwedReports } from "../support/report-journeys.ts";
import { anAssignment } from "../support/task-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardFound();
  await world.hazardBroughtTo("closed", "major");
  await world.hazardBroughtTo("extensionRequested", "major");
  await world.hazardBroughtTo("reviewed", "general");
  mustDo(await world.as("zhang").open("task", { input: anAssignment }));
  await openOwedReports(world);
});

/** A row of the view in the shape of the API's answer. */
function entryOfView(register: Register, row: Row) {
  const values = Object.keys(register.allFields).map((name): [string, unknown] => [name, row[snake(name)]]);
  return { id: row.id, state: row.state, version: row.version, values: valuesOfJson(values) };
}

const byId = (one: { id: unknown }, other: { id: unknown }) => String(one.id).localeCompare(String(other.id));

describe.each(registers)("the view of $plural", (register) => {
  // An enterprise's manager, an inspector of the county and one of another, a bureau of one trade, the prefecture.
  const people: readonly PersonName[] = ["mei", "fang", "lin", "chen", "duan", "zhang"];

  // Row-level security knows regions and organisations, not which registers come before a role: where one does not, nothing in it is theirs.
  test.each(people)("shows %s the same rows and values as the API does", async (name) => {
    const actor = await world.actor(name);
    const { rows } = await inTransaction(world.services.pool, scopeOf(actor), (tx) =>
      tx.query<Row>(`select * from ${viewOf(register)}`),
    );
    if (!mayRead(register, actor.role)) {
      const { status } = await world.as(name).get(`/api/registers/${register.name}/entries`);
      expect([status, rows]).toEqual([404, []]);
      return;
    }
    const { entries } = await world.as(name).list(register.name);
    const seen = entries.map(({ id, state, version, values }) => ({ id, state, version, values }));
    expect(rows.map((row) => entryOfView(register, row)).sort(byId)).toEqual(seen.sort(byId));
  });

  test("shows nothing to a request without a scope", async () => {
    const { rows } = await inTransaction(world.services.pool, undefined, (tx) =>
      tx.query(`select id from ${viewOf(register)}`),
    );
    expect(rows).toEqual([]);
  });

  test("has a column of the proper type for every declared field", async () => {
    const { rows } = await world.owner.query<{ name: string; type: string }>(
      "select column_name as name, udt_name as type from information_schema.columns where table_name = $1",
      [viewOf(register)],
    );
    const types = new Map(rows.map(({ name, type }) => [name, type]));
    const proper: Readonly<Record<string, string>> = {
      day: "date",
      flag: "bool",
      choices: "jsonb",
      integer: "int4",
      decimal: "numeric",
      money: "numeric",
      sectors: "jsonb",
      person: "uuid",
      organisation: "uuid",
      organisations: "jsonb",
      link: "uuid",
      links: "jsonb",
      files: "jsonb",
      answers: "jsonb",
      figures: "jsonb",
      verdicts: "jsonb",
      scores: "jsonb",
      packRows: "jsonb",
      indicators: "jsonb",
    };
    for (const [name, { kind }] of Object.entries(register.allFields))
      expect(types.get(snake(name)), name).toBe(proper[kind] ?? "text");
  });
});

test("who reads the views sees no more hazards than there are for them to see", async () => {
  const counts = await Promise.all(
    (["mei", "fang", "chen"] as const).map(
      async (name) => (await world.as(name).list("hazard")).entries.length,
    ),
  );
  expect(counts).toEqual([4, 0, 0]);
});
