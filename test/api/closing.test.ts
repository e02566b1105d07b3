import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { openReports } from "../../server/jobs/reports.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { screenAnswer } from "../../server/routes/screen.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { type PersonName, password } from "../support/cast.ts";
import { checkWindows } from "../support/check-windows.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});
afterAll(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const account = { results: "重大隐患动态清零", problems: "小微企业自查质量不高", standing: "月度带队自查" };
const idOf = async (unit: string): Promise<string> => {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_report where report_key like $1",
    [`campaign-final/${organisationId(unit)}/%`],
  );
  return rows[0]?.id ?? "";
};
const act = async (name: PersonName, id: string, done: string, input = {}) => {
  const { version } = (await world.as(name).entry("report", id)).entry;
  const confirms = done === "conclude" ? { password } : {};
  return world.as(name).act("report", id, done, { version, input, ...confirms });
};
type Board = z.output<typeof boardAnswer>;
const boardOf = async (name: PersonName, query = ""): Promise<Board> =>
  boardAnswer.parse(mustDo(await world.as(name).get(`/api/campaign/board${query}`)).body);
const screenOf = async () => screenAnswer.parse(mustDo(await world.as("yang").get("/api/screen")).body);
const lampsIn = ({ targets, reasons }: Board) =>
  targets.map(({ id, shares, proof }) => [
    id,
    proof?.whole.value,
    shares.map(({ unit, colour, reason, figure }) => [unit, colour, reasons[reason]?.zh, figure?.value]),
  ]);
const shareOf = ({ targets }: Board, id: string, unit: string) =>
  targets.find((target) => target.id === id)?.shares.find((share) => share.unit === unit);

test("when the campaign is over every unit owes an evaluation, and its board is that of its last day", async () => {
  // Each month's reports as they fall due.
  for (const month of ["05", "06", "07", "08", "09", "10", "11", "12"]) {
    on(`2026-${month}-01`);
    await openReports(world.services);
  }
  on("2026-12-10");
  await world.hazardFound({ foundOn: "2026-12-10", place: "一号车间" });
  on("2026-12-31");
  await openReports(world.services);
  expect(await idOf("xianggelila-anweiban")).toBe("");
  on("2027-01-04");
  await openReports(world.services);
  for (const unit of ["zhou-anweiban", "xianggelila-anweiban", "zhou-yingji", "xianggelila-chanye-yuanqu"])
    expect(await idOf(unit), unit).not.toBe("");
  const board = await boardOf("yang");
  expect(board).toMatchObject({ day: "2027-01-04", to: "2026-12-31" });
  expect(board.closed).toBeUndefined();
  expect(lampsIn(await boardOf("yang", "?day=2026-12-31"))).toEqual(lampsIn(board));
  // Nothing is on its way any more: it was reached, missed, or there was nothing to count.
  expect(board.targets.flatMap(({ shares }) => shares.map(({ colour }) => colour))).not.toContain("yellow");
});

const compared = z.object({
  figures: z.object({
    figures: z.array(
      z.object({
        indicator: z.string(),
        from: z.string(),
        to: z.string(),
        reproduced: z.boolean(),
        frozen: z.object({ value: z.number().nullable(), counted: z.number(), opens: z.string() }),
        today: z.object({ value: z.number().nullable(), counted: z.number(), opens: z.string() }),
      }),
    ),
  }),
});

test("a unit hands in its evaluation with the figures of the whole campaign, and another person reviews it", async () => {
  const id = await idOf("xianggelila-anweiban");
  expect((await act("gesang", id, "evaluate", { results: "有" })).body.code).toBe("report-answer-missing");
  mustDo(await act("gesang", id, "evaluate", account));
  mustDo(await act("zhang", id, "sendBack", { reason: "请补充" }));
  mustDo(await act("gesang", id, "evaluate", account));
  mustDo(await act("zhang", id, "accept"));
  const { body } = mustDo(await world.as("gesang").get(`/api/registers/report/entries/${id}/figures`));
  const { figures } = compared.parse(body).figures;
  expect(figures.map(({ indicator }) => indicator)).toContain("self-found-share");
  for (const { from, to, reproduced, frozen } of figures) {
    expect({ from, to, reproduced }).toEqual({ from: "2024-01-01", to: "2026-12-31", reproduced: true });
    const list = mustDo(await world.as("gesang").get(`${frozen.opens}&count=exact`)).body;
    expect([frozen.opens, list.total]).toEqual([frozen.opens, frozen.counted]);
  }
});

test("the office closes it over no missing unit by oversight, and by its password", async () => {
  const id = await idOf("zhou-anweiban");
  const { body } = await act("zhang", id, "conclude", account);
  expect(body.code).toBe("report-evaluations-outstanding");
  const named = (body.entries as readonly { title: string }[]).map(({ title }) => title).join();
  expect(named).toContain("州应急管理局");
  expect(named).not.toContain("香格里拉市安委办");
  const { version } = (await world.as("zhang").entry("report", id)).entry;
  const input = { ...account, missingUnits: "其余单位按期补报" };
  const unconfirmed = await world.as("zhang").act("report", id, "conclude", { version, input });
  expect(unconfirmed.status).toBeGreaterThanOrEqual(400);
  expect((await world.as("gesang").get(`/api/registers/report/entries/${id}`)).status).toBe(404);
});

test("closed, the board keeps its lamps and figures whatever is done later, for everybody who sees it", async () => {
  const before = lampsIn(await boardOf("yang"));
  const county = lampsIn(await boardOf("gesang"));
  const screen = await screenOf();
  const id = await idOf("zhou-anweiban");
  mustDo(await act("zhang", id, "conclude", { ...account, missingUnits: "其余单位按期补报" }));
  const closed = await boardOf("yang");
  expect(closed.closed).toEqual({ on: "2027-01-04", asOf: "2027-01-03" });
  expect(lampsIn(closed)).toEqual(before);
  on("2027-02-01");
  await openReports(world.services);
  on("2027-02-10");
  // Found in the campaign and entered long after it: today's figures have it, and no verdict.
  await world.hazardFound({ foundOn: "2026-12-20", place: "二号车间" });
  on("2027-02-12");
  const later = await boardOf("yang");
  expect(lampsIn(later)).toEqual(before);
  expect(lampsIn(await boardOf("yang", "?day=2026-12-31"))).toEqual(before);
  expect(lampsIn(await boardOf("gesang"))).toEqual(county);
  expect((await screenOf()).lamps).toEqual(screen.lamps);
  for (const { shares, proof } of later.targets)
    for (const figure of [proof?.whole, ...shares.map((share) => share.figure)]) {
      if (figure === undefined) continue;
      const list = mustDo(await world.as("yang").get(`${figure.opens}&count=exact`)).body;
      expect([figure.opens, list.total]).toEqual([figure.opens, figure.counted]);
    }
  expect(shareOf(later, "o1-t2", "xianggelila-zhengfu")?.figure?.of).toBe(1);
  const county2 = `/api/registers/report/entries/${await idOf("xianggelila-anweiban")}/figures`;
  const { figures } = compared.parse(mustDo(await world.as("gesang").get(county2)).body).figures;
  const share = figures.find(({ indicator }) => indicator === "self-found-share");
  expect(share?.today.value).not.toBeNull();
  expect(share?.reproduced).toBe(true);
});

test("what was accepted stays, and who was late may still hand in", async () => {
  const id = await idOf("xianggelila-anweiban");
  expect((await act("zhang", id, "reopen", { reason: "有误" })).body.code).toBe("report-campaign-concluded");
  const late = await idOf("zhou-yingji");
  mustDo(await act("zhou", late, "evaluate", account));
  mustDo(await act("zhang", late, "accept"));
});

test("the standing mechanism goes on: self-checks, hazards and their clocks, and what the office dispatches", async () => {
  on("2027-03-01");
  const { tend, checksOf, amend } = checkWindows(() => world);
  await amend("copper", { ownership: "provincial" });
  expect(await tend()).toBeGreaterThan(0);
  expect((await checksOf("lin")).map(({ values }) => values.period)).toContain("2027-Q1");
  const found = await world.hazardFound({ foundOn: "2027-03-01", place: "三号车间" });
  const { entry } = await world.as("mei").entry("hazard", found);
  expect(String(entry.values.dueOn) > "2027-03-01").toBe(true);
  expect(await openReports(world.services)).toBeGreaterThan(0);
  const asked = "from=2027-03-01&to=2027-03-31";
  const { body } = mustDo(await world.as("zhang").get(`/api/indicators/hazards-found?${asked}`));
  expect(body.value).toBe(1);
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});
