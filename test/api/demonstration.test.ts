import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { isWorkingDay } from "../../core/calendar/calendar.ts";
import { dayInShanghai } from "../../core/calendar/day.ts";
import type { Entry } from "../../core/register/entry.ts";
import { textValue } from "../../core/register/entry.ts";
import { creditCodeFits } from "../../core/registers/credit-code.ts";
import { registers } from "../../core/registers/index.ts";
import { scopeOf } from "../../core/scope/scope.ts";
import { loadDemonstration } from "../../server/demonstration/load.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { inTransaction } from "../../server/store/database.ts";
import { readInstallation } from "../../server/store/found.ts";
import { listEntries } from "../../server/store/lists.ts";
import { actorNamed } from "../../server/store/people.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { type Demonstration as Demo, foundDemonstration as found } from "../support/demonstration.ts";
import { cellsByDay, readStandings, recountByDay } from "../support/recount.ts";

/** All entries of a register that somebody sees. */
async function seenBy({ owner, services }: Demo, username: string, name: string): Promise<readonly Entry[]> {
  const actor = await actorNamed(owner, username, dayInShanghai(services.clock()));
  const register = registers.find((known) => known.name === name);
  if (register === undefined || actor === undefined) throw new Error(`No ${name} or no ${username}`);
  const scope = scopeOf(actor);
  const all = {
    equals: {},
    from: {},
    to: {},
    sort: { column: "opened_on", descending: false },
    limit: 10_000,
  } as const;
  const { entries } = await inTransaction(services.pool, scope, (tx) =>
    listEntries(tx, scope, register, all),
  );
  return entries;
}

const statesIn = (entries: readonly Entry[]) => new Set(entries.map(({ state }) => state));
const valuesIn = (entries: readonly Entry[], field: string) =>
  new Set(entries.map(({ values }) => textValue(values, field)));

// Nothing takes back the closing of a campaign, so whoever wants to see it closes it.
const neverTold = "report concluded";

async function expectEveryState(demo: Demo, ...notToday: readonly string[]): Promise<void> {
  expect(demo.warned).toEqual([]);
  const missing: string[] = [];
  for (const { name, states } of registers.filter(({ keeping }) => keeping === undefined)) {
    const here = statesIn(await seenBy(demo, "anweiban", name));
    missing.push(...Object.keys(states).flatMap((state) => (here.has(state) ? [] : [`${name} ${state}`])));
  }
  expect(missing.sort()).toEqual([neverTold, ...notToday].sort());
}

// Before offices work again after a period, what was accepted of earlier ones is locked, and nothing of the last is accepted yet.
test.each([
  ["2026-02-16"],
  ["2026-10-04", "report received"],
  ["2027-01-01", "report received"],
  ["2027-05-09"],
])(
  "first started on %s, every state of every register has entries, and no act was refused",
  async (day, ...notToday) => {
    const demo = await found(day);
    onTestFinished(() => demo.end());
    await expectEveryState(demo, ...notToday);
  },
);

describe("first started on a working day, the demonstration", () => {
  const day = "2026-11-25";
  let demo: Awaited<ReturnType<typeof found>>;
  beforeAll(async () => {
    demo = await found(day);
  });
  afterAll(() => demo.end());

  const counted = async (table: string) =>
    (await demo.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;

  test("has entries in every state of every register, and no act was refused", () => expectEveryState(demo));

  test("is large and varied enough to be looked at from every side", async () => {
    const [enterprises, hazards, risks] = [
      await seenBy(demo, "anweiban", "enterprise"),
      await seenBy(demo, "anweiban", "hazard"),
      await seenBy(demo, "anweiban", "risk-point"),
    ];
    expect(enterprises.length).toBeGreaterThanOrEqual(60);
    expect(hazards.length).toBeGreaterThanOrEqual(400);
    const years = hazards.map(({ values }) => textValue(values, "foundOn")?.slice(0, 4));
    for (const year of ["2023", "2024", "2025", "2026"])
      expect(years.filter((one) => one === year).length, year).toBeGreaterThan(40);
    expect(valuesIn(hazards, "owningLevel")).toEqual(new Set(["enterprise", "county", "prefecture"]));
    expect(valuesIn(risks, "level")).toEqual(new Set([undefined, "low", "general", "larger", "major"]));
    expect(valuesIn(enterprises, "grade").size).toBe(5);
    for (const field of befallen)
      expect(hazards.filter(({ values }) => values[field] !== undefined).length, field).toBeGreaterThan(0);
  });

  test("gives hardly two hazards the same title, and says of each what is wrong and where", async () => {
    const hazards = await seenBy(demo, "anweiban", "hazard");
    expect(valuesIn(hazards, "title").size).toBeGreaterThan(hazards.length * 0.94);
    const told = hazards.filter(({ values }) => values.selfCheck === undefined);
    expect(valuesIn(told, "title").size).toBeGreaterThan(told.length * 0.98);
    expect(valuesIn(told, "description").size).toBeGreaterThan(told.length / 2);
    for (const { values } of told)
      expect(
        `${values.title}${values.place ?? ""}${values.description}${values.planMeasures ?? ""}`,
      ).not.toMatch(/[{}]/);
  });

  test("has every sector, every county, the park and both levels, and departments beside the supervisor", async () => {
    const { pack, regionName } = demo.services.campaign;
    const [enterprises, hazards] = [
      await seenBy(demo, "anweiban", "enterprise"),
      await seenBy(demo, "anweiban", "hazard"),
    ];
    const counties = pack.regions.filter(({ level }) => level === "county").map(({ code }) => code);
    expect(counties.map(regionName)).toHaveLength(3);
    for (const entries of [enterprises, hazards]) {
      expect(valuesIn(entries, "sector")).toEqual(new Set(pack.sectors.map(({ code }) => code)));
      for (const county of counties)
        expect(
          entries.filter(({ values }) => textValue(values, "region")?.startsWith(county)).length,
        ).toBeGreaterThan(10);
      expect(valuesIn(entries, "park").size).toBe(2);
    }
    const levelsIn = (county: string) =>
      valuesIn(
        hazards.filter(({ values }) => textValue(values, "region")?.startsWith(county)),
        "level",
      );
    for (const county of counties)
      expect([...levelsIn(county)]).toEqual(expect.arrayContaining(["major", "general"]));
    expect(enterprises.filter(({ values }) => values.supervisedBy === undefined)).toEqual([]);
    for (const field of ["coSupervisedBy", "sectorDepartment"])
      expect(valuesIn(enterprises, field).size, field).toBeGreaterThan(8);
  });

  test("has self-checks of duty and of free will in each state that they can come to", async () => {
    const checks = await seenBy(demo, "anweiban", "self-check");
    const voluntary = checks.filter(({ values }) => values.voluntaryOn !== undefined);
    const due = checks.filter(({ values }) => values.voluntaryOn === undefined);
    expect(statesIn(voluntary)).toEqual(new Set(["owed", "answered", "confirmed", "withdrawn"]));
    expect(statesIn(due)).toEqual(
      new Set(["owed", "answered", "missed", "lateAnswered", "confirmed", "madeUp", "excused", "exempt"]),
    );
  });

  test("shows the head of every department enterprises and hazards of its own sectors only", async () => {
    const { rows } = await demo.owner.query<{ username: string }>(
      "select username from person where username like '%-head' order by username",
    );
    expect(rows.length).toBeGreaterThan(50);
    const all = (await seenBy(demo, "anweiban", "enterprise")).length;
    for (const { username } of rows) {
      const seen = (await seenBy(demo, username, "enterprise")).length;
      expect(seen, username).toBeGreaterThan(0);
      expect(seen, username).toBeLessThan(all / 4);
    }
  });

  test("leaves work to the committee's office, to bureaus of both levels and to many departments", async () => {
    const hazards = await seenBy(demo, "anweiban", "hazard");
    const waiting = hazards.filter(({ values }) => values.dueOn !== undefined);
    expect(valuesIn(waiting, "holder").size).toBeGreaterThan(50);
    const office = waiting.filter(({ values }) => values.holder === organisationId("zhou-anweiban"));
    expect(statesIn(office)).toEqual(new Set(["extensionRequested", "disputed"]));
    expect(office.some(({ values }) => (textValue(values, "dueOn") ?? day) < day)).toBe(true);
    const park = await seenBy(demo, "park", "hazard");
    for (const state of ["selfAccepted", "extensionRequested", "reviewed", "transferring"])
      expect(statesIn(park), state).toContain(state);
  });

  test("found its stock before the campaign, and closed most of it in the campaign's first year", async () => {
    const hazards = await seenBy(demo, "anweiban", "hazard");
    const stock = hazards.filter(({ values }) => values.stock === "stock");
    expect(stock.length).toBeGreaterThan(40);
    const closed = stock.filter(({ values }) => textValue(values, "closedOn")?.startsWith("2024"));
    expect(closed.length).toBeGreaterThan(stock.length * 0.7);
  });

  test("has fictional and well-formed codes only, and says of every enterprise that it is fictional", async () => {
    for (const { values } of await seenBy(demo, "anweiban", "enterprise")) {
      expect(values.name).toMatch(/（虚构）$/);
      if (values.creditCode === undefined) continue;
      expect(values.creditCode).toMatch(/^91999999/);
      expect(creditCodeFits(String(values.creditCode))).toBe(true);
    }
  });

  test("shows the park its enterprises and what was found there, and the administrators nothing", async () => {
    for (const [name, least] of [
      ["enterprise", 5],
      ["hazard", 20],
      ["site", 5],
      ["risk-point", 10],
      ["self-check", 20],
    ] as const) {
      const seen = await seenBy(demo, "park", name);
      expect(seen.length).toBeGreaterThanOrEqual(least);
      expect(seen.length).toBeLessThan((await seenBy(demo, "anweiban", name)).length / 2);
      for (const username of ["auditor", "secadmin", "sysadmin"])
        expect(await seenBy(demo, username, name)).toEqual([]);
      for (const username of ["leader", "jijian"])
        expect((await seenBy(demo, username, name)).length).toBeGreaterThan(60);
      expect(valuesIn(seen, "park")).toEqual(new Set([organisationId("xianggelila-chanye-yuanqu")]));
    }
  });

  test("has a post that was granted and waits for its head", async () => {
    const waits = (await seenBy(demo, "xgll-yingji", "post")).filter(({ state }) => state === "awaiting");
    expect(waits.map(({ values }) => values.role)).toEqual(["inspector"]);
    const today = dayInShanghai(demo.services.clock());
    expect(await actorNamed(demo.owner, "xgll-newcomer", today)).toBeUndefined();
  });

  test("lets nobody work on a rest day, and tells nothing of tomorrow", async () => {
    const { rows } = await demo.owner.query<{ day: string }>(
      "select distinct day::text as day from ledger where register <> 'installation' order by day",
    );
    const { calendar } = demo.services.campaign;
    expect(rows.filter((row) => !isWorkingDay(row.day, calendar))).toEqual([]);
    expect(rows.at(-1)?.day).toBe(day);
  });

  test("stays as it is when it is loaded again, and all of it verifies", async () => {
    const before = await counted("ledger");
    expect(await loadDemonstration(demo.owner, demo.services)).toEqual([]);
    expect(await counted("ledger")).toBe(before);
    expect((await verifyLedger(demo.owner, "sha256", () => undefined)).faults).toEqual([]);
    expect(await cellsByDay(demo.owner)).toEqual(recountByDay(await readStandings(demo.owner)));
  });

  test("is begun anew where the first loading broke off in its midst, and is then as whole", async () => {
    const anew = await found(day, async (start, folder) => {
      await writeFile(join(folder, "no-folder"), "");
      await expect(start(join(folder, "no-folder"))).rejects.toThrow();
    });
    onTestFinished(() => anew.end());
    const there = async (table: string) =>
      (await anew.owner.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n;
    expect((await readInstallation(anew.owner))?.loaded).toBe(true);
    for (const table of ["ledger", "person", "post", "upload"])
      expect(await there(table), table).toBe(await counted(table));
  });
});

/** What only befell some hazards. */
const befallen = [
  "reportedOn",
  "reportMethod",
  "staffReportedOn",
  "repeatOf",
  "suspendedUntil",
  "defianceOrder",
  "duplicateOf",
  "disputeCount",
  "repeated",
  "controlled",
  "coSupervisor",
  "sectorDepartment",
  "actualFunds",
  "staffReportFiles",
  "reportGaps",
  "acceptanceBody",
  "publishedOn",
  "transferredFrom",
  "duplicates",
  "selfCheck",
  "reopenCount",
  "sentBackCount",
  "disputeOpinion",
  "extensionCount",
  "afterPhotos",
  "evidenceGaps",
];
