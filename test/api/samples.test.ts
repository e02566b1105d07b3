import { mkdir, readFile, writeFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { makeCalendar } from "../../core/calendar/calendar.ts";
import { readLine, type SealedValue } from "../../core/ledger/line.ts";
import { commentFields } from "../../core/register/comment.ts";
import type { Register } from "../../core/register/register.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { endPostsThatAreOver } from "../../server/jobs/posts.ts";
import { recalculateDeadlines } from "../../server/jobs/recalculate.ts";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { entryOf, type Row } from "../../server/store/row.ts";
import { tableOf } from "../../server/store/tables.ts";
import { type Sample, samplesOf } from "../samples/sample.ts";
import { enterpriseId, password, personNames } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import type { CalendarStage, Input, Stage } from "../support/journey.ts";
import { journeys } from "../support/journeys.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
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
  for (const [name, register] of [
    ["account-set-up", "account"],
    ["post-set-up", "post"],
  ] as const)
    ids.set(name, await setUpOf(world, register));
  for (const [name, id] of ids) samples.set(name, await readSample(world, name, id));
  if (process.env.WRITE_SAMPLES === release) await writeSamples();
});

/** Does every act of a journey over HTTP, but those that the calendar brings; a photo is uploaded by each who needs one. */
async function walk(world: World, name: string, ids: ReadonlyMap<string, string>): Promise<string> {
  const { register, on, stages, openedBy } = journeys[name] ?? { register: "", stages: [] };
  if (openedBy !== undefined)
    return openedIn(world, register, journeys[openedBy]?.register ?? "", ids.get(openedBy));
  let id = on === undefined ? "" : enterpriseId(on);
  const done = on === undefined ? 0 : 1;
  for (const [at, stage] of stages.entries()) {
    const version = done + at;
    id =
      stage.by === "calendar"
        ? await walkCalendar(world, stage)
        : await walkStage(world, { ...stage, register, name, ids, id, version });
  }
  return id;
}

interface Walked extends Stage {
  readonly register: string;
  readonly name: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly id: string;
  readonly version: number;
}

async function walkStage(world: World, walked: Walked): Promise<string> {
  const { register, name, ids, id, version, by, act, input } = walked;
  if (by === "stranger") return walkStranger(world, id, input({ photo: "", ids, people: new Map() }));
  const client = world.as(by);
  const photo = fileIn(mustDo(await upload(client, "照片.png", png(name), "image/png"))).id;
  const people = new Map(
    await Promise.all(personNames.map(async (known) => [known, (await world.actor(known)).id] as const)),
  );
  const entered = input({ photo, ids, people });
  const doneAt = world.clock.now.toISOString();
  const confirms = named(register).acts[act]?.confirms === undefined ? { doneAt } : { password };
  const answer = mustDo(
    version === 0
      ? await client.open(register, { act, input: entered })
      : await client.act(register, id, act, { version, input: entered, ...confirms }),
  );
  return entryIn(answer).id;
}

/** What strangers were shown when they applied, by the ids of what came of it. */
const proofs = new Map<string, Readonly<Record<string, unknown>>>();

/** Somebody who is not signed in applies, or mends what was given back. */
async function walkStranger(world: World, id: string, input: Input): Promise<string> {
  const path = "/api/enterprise-applications";
  const proof = proofs.get(id);
  if (proof !== undefined) {
    mustDo(await world.nobody.send("POST", `${path}/amendment`, { ...proof, input }));
    return id;
  }
  const { body } = mustDo(await world.nobody.send("POST", path, { input }));
  const { rows } = await world.owner.query<{ id: string }>("select id from entry where number = $1", [
    body.number,
  ]);
  const opened = rows[0]?.id ?? "";
  proofs.set(opened, { number: body.number, secret: body.secret });
  return opened;
}

/** Lets the day come, and gives the self-check of that enterprise and window. */
async function walkCalendar(world: World, { on, once, enterprise, period }: CalendarStage): Promise<string> {
  world.clock.now = new Date(`${on}T09:00:00+08:00`);
  if (once !== undefined) {
    const client = world.as(once.by);
    const { version } = (await client.entry("enterprise", enterprise)).entry;
    mustDo(await client.act("enterprise", enterprise, once.act, { version, input: once.input }));
  }
  await tendSelfChecks(world.services);
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_self_check where organisation = $1 and period = $2",
    [enterprise, period],
  );
  return rows[0]?.id ?? "";
}

/** The hazard that a self-check opened, or what the approval of an application did. */
async function openedIn(world: World, register: string, by: string, id = ""): Promise<string> {
  const { hazards, organisation, account } = (await world.as("luo").entry(by, id)).entry.values;
  if (register === "enterprise") return String(organisation);
  if (register === "account") return String(account);
  if (register === "hazard") return Array.isArray(hazards) ? String(hazards[0]) : "";
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_post where data ->> 'succeeds' = $2 or ($3 and account = $1)",
    [account, id, by === "enterprise-application"],
  );
  return rows[0]?.id ?? "";
}

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

function named(name: string): Register {
  const register = registerNamed(name);
  if (register === undefined) throw new Error(`No register ${name}`);
  return register;
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
