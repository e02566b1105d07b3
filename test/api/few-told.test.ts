import { beforeAll, describe, expect, test } from "vitest";
import { scopeOf } from "../../core/scope/scope.ts";
import { pivotTableOut } from "../../server/exchange/write/pivot-table.ts";
import { pivotTable, readPivot } from "../../server/routes/pivot.ts";
import type { PivotAsked } from "../../server/routes/pivot-shapes.ts";
import { reportParts } from "../../server/routes/report.ts";
import { inTransaction } from "../../server/store/database.ts";
import { firstDay } from "../support/cast.ts";
import { newWorld, type World } from "../support/world.ts";

const year = firstDay.slice(0, 4);
const period = { from: `${year}-01-01`, to: `${year}-12-31` };

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardFound({ source: "staffReport", foundOn: firstDay });
  for (let at = 0; at < 4; at++) await world.hazardFound({ foundOn: firstDay });
});

/** Somebody who sees the whole prefecture: a leader opens hazards one by one, a service body's staff may not. */
async function visitOf(role: "leader" | "serviceStaff", services = world.services) {
  const actor = await world.actor("yang");
  return { services, scope: scopeOf(actor), actor: { ...actor, role }, today: firstDay };
}

async function tableFor(role: "leader" | "serviceStaff", asked: PivotAsked) {
  const visit = await visitOf(role);
  const table = pivotTable(visit, { ...period, ...asked });
  return inTransaction(world.services.pool, visit.scope, (tx) => readPivot(tx, visit, table));
}

describe.each<[string, PivotAsked]>([
  ["by rows and columns", { indicator: "staff-reported", rows: "region", columns: "month" }],
  ["in rows alone", { indicator: "staff-reported", rows: "region" }],
  ["by the kind that staff report by", { indicator: "hazards-found", rows: "kind", columns: "region" }],
])("one report by staff, in a table %s", (_, asked) => {
  test("is told to whoever may open it, and to nobody else", async () => {
    const whole = await tableFor("leader", asked);
    expect(whole.fewBelow).toBeUndefined();
    expect(JSON.stringify(whole)).not.toContain('"untold"');
    const told = await tableFor("serviceStaff", asked);
    expect(told.fewBelow).toBe(3);
    const cells = told.rows.flatMap(({ cells, figure }) => [...cells, figure]);
    expect(cells.some((figure) => figure?.untold === "few")).toBe(true);
    expect(JSON.stringify(told)).not.toMatch(/"counted":[12][,}]/);
  });

  test("nor does the workbook tell it", async () => {
    const cellsFor = async (role: "leader" | "serviceStaff") => {
      const cells = [];
      for await (const rows of pivotTableOut(await tableFor(role, asked), []).rows)
        cells.push(...rows.flat());
      return cells;
    };
    expect(await cellsFor("leader")).toContain(1);
    const masked = await cellsFor("serviceStaff");
    expect(masked).toContain("<3");
    expect(masked).not.toContain(1);
  });
});

test("nor does a report of a period that tells the indicator altogether and by region", async () => {
  const { campaign, pool } = world.services;
  const title = { zh: "员工报告", en: "By staff" };
  const section = (by: "whole" | "region") =>
    ({ title, by, indicators: ["staff-reported"], chart: "none" }) as const;
  const { analysis } = campaign.pack;
  const report = { ...analysis.report, sections: [section("whole"), section("region")] };
  const pack = { ...campaign.pack, analysis: { ...analysis, report } };
  const services = { ...world.services, campaign: { ...campaign, pack } };
  const cellsFor = async (role: "leader" | "serviceStaff") => {
    const visit = await visitOf(role, services);
    const parts = await inTransaction(pool, visit.scope, (tx) =>
      reportParts(tx, visit, { ...period, cut: {} }),
    );
    return parts.slice(0, 2).map(({ rows }) => rows.flat());
  };
  for (const cells of await cellsFor("leader")) expect(cells).toContain(1);
  for (const cells of await cellsFor("serviceStaff")) {
    expect(cells).toContain("<3");
    expect(cells).not.toContain(1);
  }
});

test("only rows of nothing are not asked for where figures are masked", async () => {
  const asked = { indicator: "self-found-share", rows: "kind", only: "nothing" } as const;
  await expect(tableFor("serviceStaff", asked)).rejects.toMatchObject({ code: "malformed-request" });
  expect((await tableFor("leader", asked)).whole).toBeNull();
});

test("no target and so no screen shows an indicator over people", () => {
  const { indicators, targets } = world.services.campaign.pack;
  const over = new Set(indicators.filter(({ people }) => people).map(({ id }) => id));
  expect(over.size).toBeGreaterThan(0);
  expect(targets.flatMap(({ proof }) => proof?.indicator ?? []).filter((id) => over.has(id))).toEqual([]);
});
