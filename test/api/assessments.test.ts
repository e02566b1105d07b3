import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openAssessments } from "../../server/jobs/assessments.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { ownScores } from "../support/assessments.ts";
import type { PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.stop());

const register = "assessment";
const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};
const begin = async (slug = "xianggelila-zhengfu", year = "2025") =>
  entryIn(mustDo(await world.as("zhang").open(register, { input: { unit: organisationId(slug), year } }))).id;
const act = async (by: PersonName, id: string, name: string, version: number, input = {}) =>
  world.as(by).act(register, id, name, { version, input });
const sheet = z.object({
  isFixed: z.boolean(),
  score: z.number().nullable(),
  groups: z.array(
    z.object({
      items: z.array(
        z.looseObject({
          id: z.string(),
          points: z.number().nullable(),
          by: z
            .looseObject({ figure: z.looseObject({ value: z.number().nullable(), opens: z.string() }) })
            .optional(),
        }),
      ),
    }),
  ),
});
const sheetOf = async (by: PersonName, id: string) =>
  sheet.parse(mustDo(await world.as(by).get(`/api/assessments/${id}`)).body);
const rowOf = async (by: PersonName, id: string, item: string) =>
  (await sheetOf(by, id)).groups.flatMap(({ items }) => items).find((row) => row.id === item);

/** A county's assessment, verified with one deviation. */
async function verified(): Promise<string> {
  const id = await begin();
  mustDo(await act("gesang", id, "selfScore", 1, { selfScores: ownScores }));
  const verifiedScores = [{ item: "oversight", points: 6, reason: "5份督促函没有回函" }];
  mustDo(await act("zhang", id, "verify", 2, { verifiedScores }));
  return id;
}

test("the end of a year begins the assessments of all units that are assessed, each once", async () => {
  expect(await openAssessments(world.services)).toBe(0);
  on("2027-01-02");
  const opened = await Promise.all([openAssessments(world.services), openAssessments(world.services)]);
  const { rows } = await world.owner.query<{ unit: string }>("select unit from entry_assessment");
  expect(opened.reduce((sum, one) => sum + one)).toBe(rows.length);
  expect(await openAssessments(world.services)).toBe(0);
  const units = rows.map(({ unit }) => unit);
  for (const slug of ["deqin-zhengfu", "xianggelila-chanye-yuanqu", "zhou-zhujian"])
    expect(units, slug).toContain(organisationId(slug));
  for (const slug of ["zhou-zhengfu", "zhou-anweiban", "zhou-xuanchuanbu", "deqin-yingji"])
    expect(units, slug).not.toContain(organisationId(slug));
  expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
});

test("one that was made void is not begun again by the calendar, and may be by the office", async () => {
  on("2027-01-02");
  await openAssessments(world.services);
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_assessment where unit = $1",
    [organisationId("deqin-zhengfu")],
  );
  mustDo(await act("zhang", rows[0]?.id ?? "", "void", 1, { reason: "机构调整" }));
  expect(await openAssessments(world.services)).toBe(0);
  await begin("deqin-zhengfu", "2026");
});

test("two who begin the same at one moment leave one, and the other hears why", async () => {
  const input = { unit: organisationId("deqin-zhengfu"), year: "2025" };
  const both = await Promise.all([1, 2].map(() => world.as("zhang").open(register, { input })));
  expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
  expect(both.find(({ status }) => status === 422)?.body).toMatchObject({
    code: "assessment-opened-already",
  });
});

test("the sheet shows today's figures until it is verified, and each opens as many rows as it says", async () => {
  await world.hazardBroughtTo("rectifying");
  on("2027-03-10");
  const id = await begin("xianggelila-zhengfu", "2026");
  const overdue = await rowOf("gesang", id, "overdue");
  expect(overdue).toMatchObject({ weight: 15, points: 12, by: { figure: { value: 1, counted: 1 } } });
  const { body } = mustDo(await world.as("gesang").get(overdue?.by?.figure.opens ?? ""));
  expect(z.object({ entries: z.array(z.unknown()) }).parse(body).entries).toHaveLength(1);
  expect((await sheetOf("gesang", id)).isFixed).toBe(false);
});

test("what was verified stays as it was, whatever comes later", async () => {
  const id = await verified();
  const before = await sheetOf("gesang", id);
  expect(before).toMatchObject({ isFixed: true });
  const { score } = (await world.as("gesang").entry(register, id)).entry.values;
  expect(before.score).toBe(score);
  on("2026-03-12");
  // Found last year and entered today: the figures of last year move, and the result does not.
  await world.hazardFound({ foundOn: "2025-12-30" });
  on("2026-03-13");
  expect(await sheetOf("gesang", id)).toEqual(before);
  const { body } = mustDo(await world.as("gesang").get(`/api/registers/assessment/entries/${id}/figures`));
  const compared = z.object({
    figures: z.looseObject({ figures: z.array(z.looseObject({ indicator: z.string() })) }),
  });
  expect(compared.parse(body).figures.figures.map(({ indicator }) => indicator)).toContain(
    "self-found-share",
  );
});

test("results are ranked once they are published, by scheme and score, for who may see them", async () => {
  const told = z.object({
    year: z.string().nullable(),
    schemes: z.array(z.object({ version: z.string(), rows: z.array(z.looseObject({ id: z.string() })) })),
  });
  const years = async (by: PersonName) => told.parse(mustDo(await world.as(by).get("/api/assessments")).body);
  const id = await verified();
  expect(await years("zhang")).toMatchObject({ year: null });
  mustDo(await act("gesang", id, "agree", 3));
  mustDo(await act("zhang", id, "publish", 4));
  const { year, schemes } = await years("zhang");
  expect(year).toBe("2025");
  expect(schemes.find(({ version }) => version === "government-2024")?.rows).toMatchObject([
    { place: 1, id },
  ]);
  expect((await years("chen")).year).toBeNull();
  expect((await world.as("mei").get("/api/assessments")).status).toBe(404);
});

test.each<readonly [PersonName, number]>([
  ["gesang", 200],
  ["yang", 200],
  ["chen", 404],
  ["gao", 404],
  ["mei", 404],
  ["tang", 403],
])("%s reads the score sheet of 香格里拉: %s", async (by, status) => {
  const id = await begin();
  expect((await world.as(by).get(`/api/assessments/${id}`)).status).toBe(status);
});

test("points for what recorded facts give are refused, mended and taken", async () => {
  const id = await begin();
  const wrong = [...ownScores, { item: "overdue", points: 15, reason: "已清零" }];
  expect(await act("gesang", id, "selfScore", 1, { selfScores: wrong })).toMatchObject({
    status: 422,
    body: { code: "assessment-score-of-facts" },
  });
  expect((await act("gesang", id, "selfScore", 1, { selfScores: ownScores })).status).toBe(200);
});
