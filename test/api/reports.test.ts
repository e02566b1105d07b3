import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { lockReports, openReports } from "../../server/jobs/reports.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import type { PersonName } from "../support/cast.ts";
import { owedFrom } from "../support/report-journeys.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const county = "xianggelila-anweiban";
const idOf = async (kind: string, unit: string): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_report where report_key like $1 order by report_key limit 1",
    [`${kind}/${organisationId(unit)}/%`],
  );
  return rows[0]?.id ?? "";
};
const act = async (name: PersonName, id: string, done: string, input = {}) => {
  const { version } = (await world.as(name).entry("report", id)).entry;
  return world.as(name).act("report", id, done, { version, input });
};
const faults = async () => (await verifyLedger(world.owner, "sha256", () => undefined)).faults;

const figure = z.object({ value: z.number().nullable(), counted: z.number(), opens: z.string() });
const compared = z.object({
  figures: z.object({
    figures: z.array(
      z.object({
        indicator: z.string(),
        asOf: z.string(),
        frozen: figure,
        today: figure,
        reproduced: z.boolean(),
        difference: z.number().nullable(),
        changed: z.array(z.string()),
      }),
    ),
  }),
});
const figuresOf = async (name: PersonName, id: string) => {
  const { body } = mustDo(await world.as(name).get(`/api/registers/report/entries/${id}/figures`));
  return compared.parse(body).figures.figures;
};
const found = async (name: PersonName, id: string) => {
  const one = (await figuresOf(name, id)).find(({ indicator }) => indicator === "hazards-found");
  if (one === undefined) throw new Error("The report does not hold the figure");
  return one;
};
const listed = z.object({ entries: z.array(z.object({ id: z.string() })), total: z.number() });
const opened = async (name: PersonName, address: string) =>
  listed.parse(mustDo(await world.as(name).get(`${address}&count=exact`)).body);

test("reports open by themselves when their period is over, each once, however many servers look", async () => {
  on("2026-04-30");
  expect(await openReports(world.services)).toBe(0);
  on(owedFrom);
  const both = await Promise.all([openReports(world.services), openReports(world.services)]);
  expect(both.reduce((sum, one) => sum + one)).toBe(4);
  expect(await openReports(world.services)).toBe(0);
  on("2026-07-01");
  await openReports(world.services);
  const { rows } = await world.owner.query<{ kind: string; periods: string }>(
    "select kind, string_agg(distinct period, ' ' order by period) as periods from entry_report group by 1 order by 1",
  );
  expect(rows).toEqual([
    { kind: "campaign-quarter", periods: "2026-Q2" },
    { kind: "county-month", periods: "2026-04 2026-05 2026-06" },
  ]);
  expect(await faults()).toEqual([]);
});

test("a report that was sent keeps its figures: they are counted again as they were, beside what they would be today", async () => {
  on("2026-04-10");
  const kept = await world.hazardFound({ foundOn: "2026-04-10", place: "一号车间" });
  const mistaken = await world.hazardFound({ foundOn: "2026-04-10", place: "二号车间" });
  on("2026-05-06");
  await openReports(world.services);
  const id = await idOf("county-month", county);
  expect(await found("gesang", id)).toMatchObject({ asOf: "2026-05-05", difference: 0, changed: [] });
  mustDo(await act("gesang", id, "submit", { problems: "无" }));
  mustDo(await act("zhang", id, "accept"));
  on("2026-05-20");
  mustDo(await world.as("mei").act("hazard", mistaken, "annul", await voiding("mei", mistaken)));
  const told = await found("zhang", id);
  expect(told).toMatchObject({
    asOf: "2026-05-05",
    frozen: { value: 2 },
    today: { value: 1 },
    reproduced: true,
    difference: -1,
  });
  expect((await opened("zhang", told.frozen.opens)).total).toBe(2);
  expect((await opened("zhang", told.today.opens)).entries.map((one) => one.id)).toEqual([kept]);
  const [changed = ""] = told.changed;
  expect((await opened("zhang", changed)).entries.map((one) => one.id)).toEqual([mistaken]);
  for (const { reproduced, indicator } of await figuresOf("zhang", id))
    expect([indicator, reproduced]).toEqual([indicator, true]);
  expect(await faults()).toEqual([]);
});

/** What the act that annuls a hazard takes, as it stands. */
const voiding = async (name: PersonName, id: string) => ({
  version: (await world.as(name).entry("hazard", id)).entry.version,
  input: { reason: "误登" },
});

test("figures cannot be typed in, by whatever name", async () => {
  on(owedFrom);
  await openReports(world.services);
  const id = await idOf("county-month", county);
  const typed = await act("gesang", id, "submit", {
    problems: "无",
    figures: [{ indicator: "hazards-found", value: 0 }],
  });
  expect(typed).toMatchObject({ status: 422, body: { code: "input-invalid" } });
});

test("of another unit it is neither seen nor sent, and sent twice it is refused", async () => {
  on(owedFrom);
  await openReports(world.services);
  const id = await idOf("county-month", county);
  expect((await world.as("he").get(`/api/registers/report/entries/${id}`)).status).toBe(404);
  expect((await world.as("mei").get(`/api/registers/report/entries/${id}`)).status).toBe(404);
  expect((await act("luo", id, "submit", { problems: "无" })).body.code).toBe("report-of-another-unit");
  mustDo(await act("gesang", id, "submit", { problems: "无" }));
  expect((await act("gesang", id, "submit", { problems: "无" })).body.code).toBe(
    "act-not-open-in-this-state",
  );
  expect((await world.as("gao").get(`/api/registers/report/entries/${id}`)).status).toBe(404);
  expect(
    (await act("gao", await idOf("county-month", "xianggelila-chanye-yuanqu"), "submit", { problems: "无" }))
      .status,
  ).toBe(200);
});

test("an accepted report is locked once the next period is over, and what was not accepted is not", async () => {
  on("2026-05-06");
  await openReports(world.services);
  const id = await idOf("county-month", county);
  mustDo(await act("gesang", id, "submit", { problems: "无" }));
  mustDo(await act("zhang", id, "accept"));
  on("2026-05-31");
  expect(await lockReports(world.services)).toBe(0);
  mustDo(await act("zhang", id, "reopen", { reason: "请补充" }));
  mustDo(await act("gesang", id, "submit", { problems: "已补充" }));
  mustDo(await act("zhang", id, "accept"));
  on("2026-06-01");
  expect(await lockReports(world.services)).toBe(1);
  expect((await world.as("zhang").entry("report", id)).entry.state).toBe("locked");
  expect(await lockReports(world.services)).toBe(0);
});

const rate = z.object({ value: z.number().nullable(), counted: z.number(), of: z.number() });
const byUnit = rate.extend({
  rows: z.array(rate.extend({ at: z.object({ organisation: z.string() }) })),
});

test("how complete and how timely reports are is told by unit", async () => {
  on("2026-05-06");
  await openReports(world.services);
  mustDo(await act("gesang", await idOf("county-month", county), "submit", { problems: "无" }));
  on("2026-05-20");
  const deqin = await idOf("county-month", "xianggelila-chanye-yuanqu");
  mustDo(await act("gao", deqin, "submit", { problems: "无" }));
  const told = async (indicator: string) => {
    const days = "from=2026-05-01&to=2026-05-31&by=organisation";
    const { body } = mustDo(await world.as("zhang").get(`/api/indicators/${indicator}?${days}`));
    return byUnit.parse(body);
  };
  const sent = await told("reports-complete-share");
  expect(sent).toMatchObject({ counted: 2, of: 4, value: 50 });
  const inTime = await told("reports-on-time-share");
  const of = (unit: string) => inTime.rows.find(({ at }) => at.organisation === organisationId(unit))?.value;
  expect([of(county), of("xianggelila-chanye-yuanqu"), of("deqin-anweiban")]).toEqual([100, 0, 0]);
});
