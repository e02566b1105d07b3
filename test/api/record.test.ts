import { beforeAll, expect, test } from "vitest";
import { addDays } from "../../core/calendar/day.ts";
import { inputOfRecord } from "../../core/register/recorded.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { enterpriseId, firstDay, type PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import {
  cellsByDay,
  cellsOverdue,
  daysFrom,
  readStandings,
  recountByDay,
  recountOverdue,
} from "../support/recount.ts";
import { newWorld, type World } from "../support/world.ts";

const row = (number: number) => ({ import: "01890000-0000-7000-8000-000000000001", row: number });
const closed = {
  ...aHazard({ foundOn: "2023-11-02", source: "inspection" }),
  level: "general",
  planFunds: 12_000,
  rectifyBy: "2023-12-31",
  closedOn: "2024-01-15",
  state: "closed",
};
const open = { ...closed, closedOn: null, state: "rectifying", rectifyBy: "2024-09-30" };

let world: World;
const record = (by: PersonName, input: Record<string, unknown>, register = "hazard", number = 7) =>
  world.as(by).open(register, { act: "record", input: inputOfRecord(input, row(number)) });

let closedId: string;
let openId: string;
beforeAll(async () => {
  world = await newWorld();
  closedId = entryIn(await record("luo", closed)).id;
  openId = entryIn(await record("lin", open)).id;
  await world.sequenced();
});

test("what is taken up stands on its own days, and its line says where they come from", async () => {
  const { entry } = await world.as("luo").entry("hazard", closedId);
  expect(entry).toMatchObject({ state: "closed", number: "YH533401-2023-00001", due: null });
  expect(entry.values).toMatchObject({
    openedOn: "2023-11-02",
    closedOn: "2024-01-15",
    recordedState: "closed",
    recordedFrom: `${row(7).import}/7`,
  });
  const { lines, verified } = await world.as("luo").ledger("hazard", closedId);
  expect(verified).toBe(true);
  expect(lines).toMatchObject([{ act: "record", day: "2023-11-02", daySource: "record" }]);
  expect(lines[0]?.at.slice(0, 10)).toBe(firstDay);
});

test("cells count it on its own days, and know of it since today", async () => {
  const { rows } = await world.owner.query(
    `select measure, day, known_day, count, sum::float8 from cell
      where organisation = $1 and measure like 'hazard.%' order by measure, day`,
    [enterpriseId("copper")],
  );
  const known = (measure: string, day: string, sum = 0, count = 1) => ({
    measure,
    day,
    known_day: firstDay,
    count,
    sum,
  });
  expect(rows).toEqual([
    known("hazard.closed", "2024-01-15"),
    known("hazard.daysToClose", "2024-01-15", 74),
    known("hazard.firstDue", "2023-12-31"),
    known("hazard.firstDue", "2024-09-30"),
    known("hazard.found", "2023-11-02"),
    known("hazard.found", "2023-11-02"),
    known("hazard.invested", "2024-01-15"),
    known("hazard.open", "2023-11-02"),
    known("hazard.open", "2023-11-02"),
    known("hazard.open", "2024-01-15", 0, -1),
    known("hazard.overdue", "2024-10-01"),
    known("hazard.promised", "2023-12-31", 12_000),
    known("hazard.promised", "2024-09-30", 12_000),
    known("hazard.stockClosed", "2024-01-15"),
  ]);
});

test("it goes on from where it stands, and the whole ledger verifies", async () => {
  const on = { version: 1, input: { progress: "已订购备件" } };
  expect((await world.as("su").act("hazard", openId, "recordProgress", on)).status).toBe(200);
  const back = { version: 1, input: { reason: "复发", rectifyBy: "2026-06-01" } };
  expect((await world.as("luo").act("hazard", closedId, "reopen", back)).status).toBe(200);
  await world.sequenced();
  const { faults } = await verifyLedger(world.owner, world.services.algorithm, () => undefined);
  expect(faults).toEqual([]);
  const standings = await readStandings(world.owner);
  expect(await cellsByDay(world.owner)).toEqual(recountByDay(standings));
  for (const day of daysFrom("2024-09-25", addDays(firstDay, 3)))
    expect(await cellsOverdue(world.owner, day), day).toEqual(recountOverdue(standings, day));
});

test("no screen has a form for it", async () => {
  const { body } = await world.as("luo").get("/api/registers/hazard");
  expect(JSON.stringify(body.opening)).toContain("find");
  expect(JSON.stringify(body.opening)).not.toContain("record");
});

test.each<readonly [PersonName, number, string]>([
  ["lin", 422, "history-closed-by-a-head"],
  ["mei", 403, "role-may-not"],
  ["yang", 403, "role-may-not"],
  ["he", 422, "input-invalid"],
])("%s does not record what is closed: %s %s", async (by, status, code) => {
  expect(await record(by, closed)).toMatchObject({ status, body: { code } });
});

test("a self-check of a window that has one is not recorded, nor a second one at the same moment", async () => {
  const check = {
    organisation: enterpriseId("copper"),
    period: "2025-Q3",
    closedOn: "2025-08-21",
    state: "confirmed",
  };
  const both = await Promise.all([record("luo", check, "self-check"), record("luo", check, "self-check", 8)]);
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(both.find(({ status }) => status === 422)?.body).toMatchObject({ code: "history-window-taken" });
});
