import { mkdir, readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCalendar } from "../../core/calendar/calendar.ts";
import { readLine, type SealedValue } from "../../core/ledger/line.ts";
import { commentFields } from "../../core/register/comment.ts";
import { registers } from "../../core/registers/index.ts";
import { openAssessments } from "../../server/jobs/assessments.ts";
import { endTokensThatAreOver } from "../../server/jobs/partner-tokens.ts";
import { endPostsThatAreOver } from "../../server/jobs/posts.ts";
import { recalculateDeadlines } from "../../server/jobs/recalculate.ts";
import { lockReports } from "../../server/jobs/reports.ts";
import { entryOf, type Row } from "../../server/store/row.ts";
import { tableOf } from "../../server/store/tables.ts";
import { type Sample, samplesOf } from "../samples/sample.ts";
import { journeys } from "../support/journeys.ts";
import { named, walk } from "../support/walk.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

const { version: release }: { version: string } = JSON.parse(
  await readFile(new URL("../../package.json", import.meta.url), "utf8"),
);

const samples = new Map<string, Sample>();
beforeAll(async () => {
  const world = await newWorld();
  const ids = new Map<string, string>();
  for (const name of Object.keys(journeys)) {
    // Late in the year, so that a period counted in working days waits for the next year's notice.
    if (name === "hazard-absorbing") world.clock.now = new Date("2026-12-30T09:00:00+08:00");
    ids.set(name, await walk(world, name, ids));
  }
  await publishNextNotice(world);
  world.clock.now = new Date("2027-01-04T09:00:00+08:00");
  expect(await endPostsThatAreOver(world.services)).toBe(1);
  expect(await endTokensThatAreOver(world.services)).toBe(1);
  expect(await lockReports(world.services)).toBe(1);
  expect(await openAssessments(world.services)).toBeGreaterThan(10);
  ids.set("assessment-by-calendar", await begunByCalendar(world));
  const over = ids.get("partner-token-expired") ?? "";
  mustDo(await world.as("min").act("partner-token", over, "note", { version: 4, input: {} }));
  for (const [name, register] of [
    ["account-set-up", "account"],
    ["post-set-up", "post"],
  ] as const)
    ids.set(name, await setUpOf(world, register));
  for (const [name, id] of ids) samples.set(name, await readSample(world, name, id));
  if (process.env.WRITE_SAMPLES === release) await writeSamples();
});

/** The notice for the year after the last known one appears, and the engine recomputes what waited for it. */
async function publishNextNotice({ services }: World): Promise<void> {
  const { years } = services.campaign.calendar;
  const year = Math.max(...years.map((known) => known.year)) + 1;
  const notice = {
    year,
    source: "测试通知（虚构）",
    holidays: [{ name: "元旦", from: `${year}-01-01`, to: `${year}-01-01` }],
    swappedWorkingDays: [],
  };
  const campaign = { ...services.campaign, calendar: makeCalendar([...years, notice]) };
  expect(await recalculateDeadlines({ ...services, campaign })).toBeGreaterThan(0);
}

/** Of those with whom every world begins, the first. */
async function setUpOf({ owner }: World, register: string): Promise<string> {
  const { rows } = await owner.query<{ entry: string }>(
    "select entry from ledger where register = $1 and act = 'setUp' order by entry limit 1",
    [register],
  );
  return rows[0]?.entry ?? "";
}

/** Of the assessments that the end of a year brings, the first. */
async function begunByCalendar({ owner }: World): Promise<string> {
  const { rows } = await owner.query<{ id: string }>(
    "select id from entry_assessment where year = '2026' order by assessment_key limit 1",
  );
  return rows[0]?.id ?? "";
}

async function readSample({ owner }: World, name: string, id: string): Promise<Sample> {
  const register = named(journeys[name]?.register ?? name.split("-")[0] ?? "");
  const entries = await owner.query<Row>(`select * from ${tableOf(register)} where id = $1`, [id]);
  const lines = await owner.query<Sample["lines"][number]>(
    "select text, hash from ledger where entry = $1 order by version",
    [id],
  );
  const sealed = await owner.query<SealedValue>(
    "select entry, version, field, salt, value from value where entry = $1 order by version, field",
    [id],
  );
  const { head: _, ...entry } = entryOf(register, entries.rows[0] ?? {});
  return { lines: lines.rows, sealed: sealed.rows, entry };
}

async function writeSamples(): Promise<void> {
  const folder = new URL(`../samples/${release}/`, import.meta.url);
  await mkdir(folder, { recursive: true });
  for (const [name, sample] of samples)
    await writeFile(new URL(`${name}.json`, folder), `${JSON.stringify(sample, null, 2)}\n`);
}

describe.each([
  { which: "that the present code writes", told: () => samples },
  {
    which: `of release ${release}, to be written anew with WRITE_SAMPLES=${release}`,
    told: () => samplesOf(release),
  },
])("the sample ledgers $which", ({ told }) => {
  test.each(registers)("tell every act of $plural, and fill in every field", (register) => {
    const own = [...told().values()].filter(({ entry }) => entry.register === register.name);
    const bodies = own.flatMap(({ lines }) => lines.map(({ text }) => readLine(text).body));
    // Without a period in working days no deadline waits for a notice.
    const waits = Object.values(register.states).some(({ clock }) => clock !== undefined && "named" in clock);
    const isTimed = Object.values(register.states).some(({ clock }) => clock !== undefined);
    const isHeld = Object.values(register.states).some(({ holder }) => holder !== undefined);
    const never = [
      ...(waits ? [] : ["recalculate", "dueProvisional", "asideDue"]),
      ...(isTimed ? [] : ["dueOn"]),
      ...(isHeld ? [] : ["holder"]),
    ];
    const expected = (names: object) =>
      Object.keys(names)
        .filter((name) => !never.includes(name))
        .sort();
    expect([...new Set(bodies.map(({ act }) => act))].sort()).toEqual(expected(register.acts));
    expect([...new Set(bodies.flatMap(({ changes }) => Object.keys(changes)))].sort()).toEqual(
      expected({ ...register.allFields, ...commentFields }),
    );
  });
});
