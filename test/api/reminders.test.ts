import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { remind } from "../../server/jobs/reminders.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { enterpriseId, type PersonName, personNames } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
/** Whose posts have ended, so that they sign in no more. */
const left = new Set<PersonName>();
// Each has its own, as a clock that goes on makes more and more overdue.
beforeEach(async () => {
  left.clear();
  world = await newWorld();
});
afterEach(() => world.stop());

const answer = z.object({
  notices: z.array(
    z.object({
      entry: z.string().nullable(),
      kind: z.string(),
      rung: z.string().nullable(),
      words: z.object({ zh: z.string(), en: z.string() }),
      day: z.string(),
    }),
  ),
});

/** The reminders of an entry that somebody finds, from the first. */
async function toldTo(name: PersonName, entry: string) {
  const { notices } = answer.parse((await world.as(name).get("/api/notices")).body);
  return notices.filter((notice) => notice.entry === entry && notice.rung !== null).reverse();
}

/** Everybody who finds reminders of an entry, and what they say. */
async function toldOf(entry: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const found: Record<string, readonly string[]> = {};
  for (const name of personNames.filter((one) => !left.has(one))) {
    const told = await toldTo(name, entry);
    if (told.length > 0) found[name] = told.map(({ words }) => words.zh);
  }
  return found;
}

async function remindOn(day: string): Promise<number> {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
  return remind(world.services);
}

const ladderOf = async (name: PersonName, entry: string) =>
  (await world.as(name).get(`/api/registers/hazard/entries/${entry}/reminders`)).body.ladder;

/** Ends the posts of somebody, as if they had never been there. */
async function gone(name: PersonName): Promise<void> {
  left.add(name);
  await world.owner.query(
    "update post set to_day = '2026-03-01' where person = (select id from person where username = $1)",
    [name],
  );
}

const soon = "还有 3 个工作日到期";
const overdue = (days: number) => `逾期 ${days} 个工作日`;
const upTo = (days: number, who: string) => `${overdue(days)}，已提醒至${who}`;

/** A general hazard of the copper works that is due on Friday, 20 March 2026. */
const general = () => world.hazardBroughtTo("rectifying", "general");

test("a matter climbs rung by rung from handler to leader, each told of theirs and nobody else of anything", async () => {
  const id = await general();
  await remindOn("2026-03-16");
  expect(await toldOf(id)).toEqual({});
  await remindOn("2026-03-17");
  expect(await toldOf(id)).toEqual({ mei: [soon], su: [soon] });
  await remindOn("2026-03-20");
  expect(await toldOf(id)).toEqual({ mei: [soon, "今日到期"], su: [soon, "今日到期"] });
  // Rest days are no working days: nobody is told anything on them.
  expect(await remindOn("2026-03-21")).toBe(0);
  expect(await remindOn("2026-03-22")).toBe(0);
  await remindOn("2026-03-23");
  const handler = [soon, "今日到期", overdue(1)];
  const head = [soon, "今日到期", upTo(1, "单位负责人")];
  expect(await toldOf(id)).toEqual({ mei: head, su: handler });
  expect(await remindOn("2026-03-24")).toBe(0);
  await remindOn("2026-03-25");
  expect(await toldOf(id)).toEqual({ mei: head, su: handler, gesang: [upTo(3, "安委办")] });
  await remindOn("2026-03-27");
  const all = { mei: head, su: handler, gesang: [upTo(3, "安委办")], yang: [upTo(5, "党政领导")] };
  expect(await toldOf(id)).toEqual(all);
  // Over the holiday of Qingming.
  expect(await remindOn("2026-04-06")).toBe(0);
  await remindOn("2026-04-07");
  const grave = "严重逾期 11 个工作日";
  expect(await toldOf(id)).toEqual({ ...all, mei: [...head, grave], su: [...handler, grave] });
  expect(await remindOn("2026-05-29")).toBe(0);
});

test("a notice says the rung in English as well", async () => {
  const id = await general();
  await remindOn("2026-03-25");
  expect((await toldTo("gesang", id)).map(({ words }) => words.en)).toEqual([
    "3 working days overdue, told up to the committee's office",
  ]);
  expect((await toldTo("su", id)).map(({ words }) => words.en)).toEqual(["3 working days overdue"]);
});

test("a major hazard climbs faster, by the ladder of its level", async () => {
  const id = await world.hazardBroughtTo("rectifying");
  // Due on Friday, 10 April 2026.
  await remindOn("2026-04-10");
  expect(Object.keys(await toldOf(id)).sort()).toEqual(["mei", "su"]);
  await remindOn("2026-04-13");
  expect((await toldOf(id)).gesang).toEqual([upTo(1, "安委办")]);
  expect((await toldOf(id)).yang).toBeUndefined();
  await remindOn("2026-04-15");
  expect((await toldOf(id)).yang).toEqual([upTo(3, "党政领导")]);
});

test("whoever it waits for next in the same unit and by the same day is told what the one before was", async () => {
  // Found on Tuesday: to be judged within three working days, and what is proposed on Wednesday to be validated within two.
  const id = await world.hazardFound();
  await remindOn("2026-03-10");
  expect(await toldOf(id)).toEqual({ su: [soon] });
  world.clock.now = new Date("2026-03-11T08:00:00+08:00");
  const { dueOn } = (await world.as("su").entry("hazard", id)).entry.values;
  const input = { judgementReason: "标识缺失" };
  const proposed = entryIn(
    mustDo(await world.as("su").act("hazard", id, "proposeGeneral", { version: 1, input })),
  );
  expect([dueOn, proposed.values.dueOn]).toEqual(["2026-03-13", "2026-03-13"]);
  expect(await remindOn("2026-03-11")).toBe(1);
  expect(await toldOf(id)).toEqual({ su: [soon], mei: ["还有 2 个工作日到期"] });
  expect(await remindOn("2026-03-11")).toBe(0);
});

describe("a rung is told once", () => {
  test("however often it is asked, and by two servers at once", async () => {
    const id = await general();
    const other = await world.startAnother();
    try {
      await other.firstRound;
      world.clock.now = new Date("2026-03-27T09:00:00+08:00");
      const given = await Promise.all(
        [world.services, other.services, world.services, other.services].map((services) => remind(services)),
      );
      expect(given.toSorted((one, two) => one - two)).toEqual([0, 0, 0, 4]);
      expect(await remind(world.services)).toBe(0);
    } finally {
      await other.stop();
    }
    const rows = await world.owner.query("select rung from notice where entry = $1 and rung is not null", [
      id,
    ]);
    expect(rows.rows.map(({ rung }) => rung).sort()).toEqual([
      "committeeOffice",
      "handler",
      "head",
      "leader",
    ]);
  });

  test("of those above to one only, though a head comes or goes afterwards", async () => {
    const id = await general();
    await gone("mei");
    await remindOn("2026-03-23");
    expect(await toldOf(id)).toEqual({
      su: [overdue(1)],
      luo: [upTo(1, "单位负责人")],
    });
    await gone("luo");
    expect(await remindOn("2026-03-24")).toBe(0);
  });
});

test("after days on which nothing ran each hears the latest, and nobody that something is due soon which is overdue", async () => {
  const id = await general();
  await remindOn("2026-03-28");
  const said = (who: string) => [upTo(5, who)];
  expect(await toldOf(id)).toEqual({
    su: [overdue(5)],
    mei: said("单位负责人"),
    gesang: said("安委办"),
    yang: said("党政领导"),
  });
});

test("what comes in overdue climbs from the day on which it came in, and not up to the leader at once", async () => {
  const input = {
    ...aHazard({ foundOn: "2024-03-05", source: "inspection" }),
    level: "general",
    rectifyBy: "2024-09-30",
    recordedState: "rectifying",
    recordedFrom: "01890000-0000-7000-8000-000000000001/1",
  };
  const { id } = entryIn(mustDo(await world.as("lin").open("hazard", { act: "record", input })));
  const hearing = async () => Object.keys(await toldOf(id)).sort();
  await remindOn("2026-03-10");
  expect(await hearing()).toEqual(["mei", "su"]);
  expect(await ladderOf("luo", id)).toMatchObject({ next: { on: "2026-03-11" } });
  expect(await remindOn("2026-03-10")).toBe(0);
  await remindOn("2026-03-13");
  expect(await hearing()).toEqual(["gesang", "mei", "su"]);
  await remindOn("2026-03-17");
  expect(await hearing()).toEqual(["gesang", "mei", "su", "yang"]);
});

test("where a unit has no head the rung goes on to the next above, and on again", async () => {
  const id = await general();
  for (const name of ["mei", "luo", "gesang"] as const) await gone(name);
  await remindOn("2026-03-25");
  const told = await toldOf(id);
  expect(told.zhou).toEqual([upTo(3, "单位负责人")]);
  expect(told.zhang).toEqual([upTo(3, "安委办")]);
});

test("an extended deadline starts the ladder anew", async () => {
  const id = await general();
  await remindOn("2026-03-19");
  const asked = { extensionUntil: "2026-04-17", extensionControls: "专人值守", reason: "备件未到" };
  mustDo(await world.as("su").act("hazard", id, "requestExtension", { version: 4, input: asked }));
  mustDo(await world.as("mei").act("hazard", id, "approveExtension", { version: 5 }));
  expect(await remindOn("2026-03-27")).toBe(0);
  expect(await ladderOf("gesang", id)).toMatchObject({
    due: "2026-04-17",
    climbed: [],
    next: { who: "handler", after: -3, on: "2026-04-14" },
  });
  await remindOn("2026-04-22");
  expect((await toldOf(id)).gesang).toEqual([upTo(3, "安委办")]);
  expect((await toldTo("su", id)).map(({ day, kind }) => `${day} ${kind}`)).toEqual([
    "2026-03-20 soon",
    "2026-04-17 overdue",
  ]);
});

describe("nobody is reminded", () => {
  test("of what is closed", async () => {
    const id = await world.hazardBroughtTo("closed", "general");
    await remindOn("2026-06-01");
    expect(await toldOf(id)).toEqual({});
    expect(await ladderOf("mei", id)).toBeNull();
  });

  test("of what is suspended, until the day of its rest has passed and nobody took it up again", async () => {
    const id = await general();
    const rest = { suspendedUntil: "2026-03-18", reason: "大雪封路" };
    mustDo(await world.as("mei").act("hazard", id, "suspend", { version: 4, input: rest }));
    for (const day of ["2026-03-16", "2026-03-17", "2026-03-18"]) await remindOn(day);
    expect(await toldOf(id)).toEqual({});
    expect(await ladderOf("mei", id)).toMatchObject({
      rests: true,
      next: { who: "handler", on: "2026-03-19" },
    });
    await remindOn("2026-03-23");
    expect(await toldOf(id)).toMatchObject({ gesang: [upTo(3, "安委办")] });
  });

  test("who may not see the matter, though they stand next in the tree", async () => {
    const id = await general();
    await gone("mei");
    // Their head now minds another trade only, and the leader another county.
    await world.owner.query(
      "update post set sectors = '{S05}' where person = (select id from person where username = 'luo')",
    );
    await world.owner.query(
      "update post set region = '533423' where person = (select id from person where username = 'yang')",
    );
    await remindOn("2026-03-27");
    const told = await toldOf(id);
    expect(told.luo).toBeUndefined();
    expect(told.yang).toBeUndefined();
    expect(told.zhou).toEqual([upTo(5, "单位负责人")]);
    const { rows } = await world.owner.query<{ organisation: string }>(
      "select organisation from notice where entry = $1 and rung in ('head', 'leader')",
      [id],
    );
    expect(rows.map(({ organisation }) => organisation)).toEqual([organisationId("zhou-yingji")]);
  });
});

describe("what an entry's page tells", () => {
  test("is which rungs were climbed, when and to whom, and what comes next", async () => {
    const id = await general();
    await remindOn("2026-03-23");
    expect(await ladderOf("lin", id)).toMatchObject({
      due: "2026-03-20",
      rests: false,
      climbed: [
        { who: "handler", on: "2026-03-23", organisation: "云岭铜业选冶厂（虚构）" },
        { who: "head", on: "2026-03-23", words: { zh: "单位负责人" } },
      ],
      next: {
        who: "committeeOffice",
        after: 3,
        on: "2026-03-25",
        provisional: false,
        organisation: { zh: "香格里拉市安全生产委员会办公室" },
      },
      toBeConfirmed: true,
    });
    await remindOn("2026-04-20");
    expect(await ladderOf("su", id)).toMatchObject({ next: null });
  });

  test("is told to nobody who does not see the entry", async () => {
    const id = await general();
    for (const name of ["bai", "chen", "shen"] as const)
      expect((await world.as(name).get(`/api/registers/hazard/entries/${id}/reminders`)).status).toBe(404);
  });

  test("is as true of other registers, and nothing of an entry without a deadline", async () => {
    const path = `/api/registers/enterprise/entries/${enterpriseId("copper")}/reminders`;
    expect((await world.as("luo").get(path)).body).toEqual({ ladder: null });
  });
});
