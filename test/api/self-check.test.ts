import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { tendSelfChecks } from "../../server/jobs/self-checks.ts";
import { readAudit } from "../../server/store/audit-log.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { beginning, enterpriseId, firstDay, type PersonName, password } from "../support/cast.ts";
import { checkWindows } from "../support/check-windows.ts";
import { entryIn } from "../support/client.ts";
import { countyBureau } from "../support/paths.ts";
import { aCheck, answersBut, copperItems, selfCheckId } from "../support/self-checks.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const { tend, checksOf, amend, opened, cells, noticesOf } = checkWindows(() => world);
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
async function answered(input = aCheck()): Promise<string> {
  const id = await opened();
  mustDo(await world.as("su").act("self-check", id, "answer", { version: 1, input }));
  return id;
}

const led = { ledInPerson: true };
const withOne = () => aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null });

async function countOf(table: string): Promise<number> {
  const { rows } = await world.owner.query<{ count: number }>(`select count(*) as count from ${table}`);
  return rows[0]?.count ?? 0;
}

const home = z.object({
  lists: z.array(z.object({ name: z.string(), entries: z.array(z.object({ id: z.string() })) })),
});
const todoOf = async (name: PersonName) =>
  home
    .parse((await world.as(name).get("/api/home")).body)
    .lists.find(({ name: list }) => list === "todo")
    ?.entries.map(({ id }) => id);

describe("windows", () => {
  test("open by themselves for whoever owes a check, once, and for nobody else", async () => {
    await amend("copper", { ownership: "provincial" });
    await amend("foundry", { ownership: "other" });
    expect(await tend()).toBe(1);
    expect(await tend()).toBe(0);
    const [check, ...others] = await checksOf("lin");
    expect(others).toEqual([]);
    expect(check).toMatchObject({
      number: "ZC533401-2026-00001",
      state: "owed",
      title: "云岭铜业选冶厂（虚构）2026年第1季度自查",
      values: { period: "2026-Q1", windowTo: "2026-03-31", supervisingOrganisation: countyBureau },
      due: { on: "2026-03-31" },
    });
    expect(await todoOf("su")).toContain(check?.id);
    expect(await noticesOf("mei", check?.id ?? "")).toEqual(["arrived"]);
    expect(await checksOf("bai")).toEqual([]);
  });

  test("open once though two servers look at the same moment, many times over", async () => {
    await amend("copper", { ownership: "provincial", highRisk: true });
    await amend("foundry", { ownership: "central" });
    const another = await world.startAnother();
    try {
      const both = [world.services, another.services];
      const rounds = Array.from({ length: 4 }, () => both.map((services) => tendSelfChecks(services)));
      const done = await Promise.all(rounds.flat());
      expect(done.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(2);
      expect((await checksOf("lin")).map(({ values }) => values.period).sort()).toEqual([
        "2026-03",
        "2026-Q1",
      ]);
    } finally {
      await another.stop();
    }
    expect(world.errors).toEqual([]);
  });

  test("cannot be written twice for one enterprise, whoever tries", async () => {
    await opened();
    const copied = world.owner.query(
      `insert into entry_self_check select (jsonb_populate_record(e, jsonb_build_object(
        'id', gen_random_uuid(), 'number', 'ZC533401-2026-00099'))).* from entry_self_check e`,
    );
    await expect(copied).rejects.toHaveProperty("constraint", "entry_self_check_window_key");
  });

  test("of a stopped enterprise are shown to the regulator with the reason, and owed again when it goes on", async () => {
    const id = await opened();
    const stop = { version: 2, input: { reason: "检修" } };
    mustDo(await world.as("luo").act("enterprise", enterpriseId("copper"), "stop", stop));
    await tend();
    expect((await world.as("lin").entry("self-check", id)).entry).toMatchObject({
      state: "exempt",
      values: { exemption: "stopped" },
      labels: { exemption: { zh: "停产停业" } },
    });
    expect(await cells()).toEqual({ exempt: 1 });
    const resume = { version: 3, input: { checkedOn: firstDay, checkFinding: "完工" } };
    mustDo(await world.as("luo").act("enterprise", enterpriseId("copper"), "resume", resume));
    await tend();
    expect((await world.as("su").entry("self-check", id)).entry.state).toBe("owed");
    expect(await cells()).toEqual({ owed: 1 });
  });

  test("open for all of many enterprises, though one of them has something wrong", async () => {
    await amend("copper", { ownership: "provincial" });
    const many = Array.from({ length: 205 }, (_, number) => `91999999MB${String(number).padStart(8, "0")}`);
    const own = { region: "533401103", sector: "S05", ownership: "prefecture" };
    for (const creditCode of many)
      mustDo(await world.as("luo").open("enterprise", { input: { ...own, name: creditCode, creditCode } }));
    await world.owner.query("update entry_enterprise set supervised_by = $2 where id = $1", [
      enterpriseId("copper"),
      selfCheckId,
    ]);
    await expect(tend()).rejects.toThrow(`${enterpriseId("copper")} open input-invalid`);
    expect(await countOf("entry_self_check")).toBe(205);
    await expect(tend()).rejects.toThrow();
    expect(await countOf("entry_self_check")).toBe(205);
  });

  test("are read and decided anew when somebody acts in the same moment", async () => {
    await answered();
    world.clock.now = at("2026-04-01");
    const input = aCheck();
    const [act] = await Promise.all([
      world.as("su").act("self-check", (await checksOf("su"))[0]?.id ?? "", "answer", { version: 2, input }),
      tend(),
    ]);
    expect([200, 409, 422]).toContain(act.status);
    await tend();
    expect((await checksOf("lin", { state: "missed" })).length).toBe(1);
  });
});

describe("the checklist", () => {
  test("is what is in force for the enterprise's sectors on the day", async () => {
    const path = `/api/checklist?organisation=${enterpriseId("copper")}&on=${firstDay}`;
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse(mustDo(await world.as("su").get(path)).body);
    expect(items.map(({ id }) => id)).toEqual(copperItems.map(({ id }) => id));
    expect(items.length).toBeGreaterThan(0);
    const before = await world.as("su").get(path.replace(firstDay, "2023-05-14"));
    expect(before.body.items).toEqual([]);
  });

  test("of an enterprise that is not theirs to see is nobody's", async () => {
    const path = `/api/checklist?organisation=${enterpriseId("copper")}`;
    for (const name of ["bai", "chen"] as const) expect((await world.as(name).get(path)).status).toBe(404);
    expect((await world.nobody.get(path)).status).toBe(401);
  });

  test("has its answers sealed: the ledger's lines tell none of them", async () => {
    const id = await answered(withOne());
    const { rows } = await world.owner.query<{ text: string }>("select text from ledger where entry = $1", [
      id,
    ]);
    const lines = rows.map(({ text }) => text).join();
    expect(lines).toContain('"answers":{"commitment"');
    expect(lines).not.toContain("GM/3-2");
    expect(lines).not.toContain("苏安全");
  });
});

describe("the check after one that was confirmed", () => {
  const offered = async (name: PersonName, id: string) =>
    (await world.as(name).entry("self-check", id)).acts.find((act) => act.name === "answer")?.suggested;

  test("is offered its areas and participants, within the enterprise and of no check that was not confirmed", async () => {
    const id = await answered();
    world.clock.now = at("2026-04-01");
    await tend();
    const next = (await checksOf("su", { period: "2026-Q2" }))[0]?.id ?? "";
    expect(await offered("mei", next)).toEqual({ checkedOn: "2026-04-01" });
    mustDo(await world.as("su").act("self-check", id, "answerLate", { version: 3, input: aCheck() }));
    mustDo(await world.as("mei").act("self-check", id, "confirmLate", { version: 4, input: led, password }));
    expect(await offered("mei", next)).toMatchObject({
      areas: "选矿车间、尾矿库",
      participants: "梅厂长、苏安全",
    });
    expect(await offered("mei", next)).not.toHaveProperty("answers");
  });
});

describe("a confirmed check", () => {
  test("opens a hazard for a bad answer, with its clause, and each links to the other", async () => {
    const id = await answered(withOne());
    const confirmed = await world
      .as("mei")
      .act("self-check", id, "confirm", { version: 2, input: led, password });
    const { values, state } = entryIn(mustDo(confirmed));
    const hazards = z.array(z.string()).parse(values.hazards);
    expect(state).toBe("confirmed");
    expect(hazards).toHaveLength(1);
    const { entry } = await world.as("su").entry("hazard", hazards[0] ?? "");
    expect(entry).toMatchObject({
      number: "YH533401-2026-00001",
      state: "found",
      title: copperItems.find(({ id: item }) => item === "GM/3-2")?.text.zh,
      values: { source: "selfCheck", criteriaItem: "GM/3-2", selfCheck: id, foundOn: firstDay },
    });
    expect(await todoOf("su")).toContain(entry.id);
    expect(await cells()).toEqual({ owed: 1, onTime: 1 });
    await world.sequenced();
    expect((await verifyLedger(world.owner, world.services.algorithm, () => undefined)).faults).toEqual([]);
  });

  test("that found none says so, and counts", async () => {
    const id = await answered();
    mustDo(await world.as("mei").act("self-check", id, "confirm", { version: 2, input: led, password }));
    const { values } = (await world.as("lin").entry("self-check", id)).entry;
    expect(values).toMatchObject({ noneFound: true, confirmedOn: firstDay, positionMissing: true });
    expect(values).not.toHaveProperty("hazards");
    expect(await cells()).toEqual({ owed: 1, onTime: 1 });
    expect(await countOf("entry_hazard")).toBe(0);
  });

  test("has its answers erased like any sealed value: they are no files, and nothing waits for files to go", async () => {
    const id = await answered(withOne());
    mustDo(await world.as("mei").act("self-check", id, "confirm", { version: 2, input: led, password }));
    const input = { erasureAsked: ["answers"], erasureBasis: "第四十七条第一款第一项" };
    mustDo(await world.as("gesang").act("self-check", id, "requestErasure", { version: 3, input }));
    mustDo(await world.as("luo").act("self-check", id, "erase", { version: 4 }));
    expect((await world.as("lin").entry("self-check", id)).entry.values).not.toHaveProperty("answers");
    const { rows } = await world.owner.query<{ hash: string | null }>(
      "select hash from unfinished_erasure where entry = $1",
      [id],
    );
    expect(rows).toEqual([{ hash: null }]);
    await world.sequenced();
    expect((await verifyLedger(world.owner, world.services.algorithm, () => undefined)).faults).toEqual([]);
  });

  test("sent twice at once under one key opens its hazards once", async () => {
    const id = await answered(withOne());
    const request = { version: 2, input: led, password };
    const both = [1, 2].map(() => world.as("mei").act("self-check", id, "confirm", request, "once"));
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await countOf("entry_hazard")).toBe(1);
  });

  test("is not confirmed and opens nothing where the enterprise closes first", async () => {
    const id = await answered(withOne());
    const close = { version: 2, input: { reason: "关闭" } };
    mustDo(await world.as("luo").act("enterprise", enterpriseId("copper"), "closeDown", close));
    const refused = await world
      .as("mei")
      .act("self-check", id, "confirm", { version: 2, input: led, password });
    expect(refused.body.code).toBe("enterprise-not-operating");
    expect(await countOf("entry_hazard")).toBe(0);
  });
});

describe("the own password", () => {
  const confirm = (id: string, own: object, by: PersonName = "mei") =>
    world.as(by).act("self-check", id, "confirm", { version: 2, input: led, ...own });

  test("is asked for, and a wrong one does nothing", async () => {
    const id = await answered();
    expect(await confirm(id, {})).toMatchObject({ status: 422, body: { code: "password-required" } });
    expect(await confirm(id, { password: "zhiben-tesT" })).toMatchObject({
      status: 422,
      body: { code: "password-wrong", problems: [{ field: "password" }] },
    });
    expect((await world.as("mei").entry("self-check", id)).entry.state).toBe("answered");
    expect((await confirm(id, { password })).status).toBe(200);
  });

  test("is given for the moment, and for no day before", async () => {
    const before = await confirm(await answered(), { password, doneAt: world.clock.now.toISOString() });
    expect(before).toMatchObject({ status: 422, body: { code: "confirmed-only-at-once" } });
  });

  test("opens nothing to whoever is not the principal", async () => {
    const id = await answered();
    expect((await confirm(id, { password }, "su")).body.code).toBe("role-may-not");
    expect((await confirm(id, { password }, "bai")).status).toBe(404);
  });

  test("is refused by acts that ask for none", async () => {
    const id = await opened();
    const request = { version: 1, input: aCheck(), password };
    const answer = await world.as("su").act("self-check", id, "answer", request);
    expect(answer).toMatchObject({ status: 400, body: { code: "password-not-asked" } });
  });

  test("cannot be guessed for long, and a right one ends the counting", async () => {
    const id = await answered();
    const guess = () => confirm(id, { password: "guess" });
    for (let tried = 0; tried < 10; tried += 1) expect((await guess()).body.code).toBe("password-wrong");
    expect(await guess()).toMatchObject({ status: 429, body: { code: "too-many-attempts" } });
    expect((await confirm(id, { password })).body.code).toBe("too-many-attempts");
    world.clock.now = new Date(beginning.getTime() + 16 * 60_000);
    expect((await confirm(id, { password })).status).toBe(200);
  });

  test("is told of in the audit log and kept nowhere", async () => {
    const id = await answered();
    await confirm(id, { password: "wrong-guess-9" });
    // Right, though the act is refused: what was done the entry tells.
    const absent = { password, input: { ledInPerson: false } };
    expect((await confirm(id, absent)).body.code).toBe("not-led-in-person");
    mustDo(await confirm(id, { password }));
    const told: unknown[] = [];
    for await (const { body, facts } of readAudit(world.owner, { person: "mei" }))
      if (body.act !== "signedIn") told.push({ act: body.act, ...facts });
    const { entry } = await world.as("mei").entry("self-check", id);
    const [of, from] = ["confirm", { address: "127.0.0.1", device: "other" }];
    const facts = { register: "self-check", entry: id, number: entry.number, of, ...from };
    expect(told).toEqual([
      { act: "confirmationFailed", ...facts, why: "wrongPassword" },
      { act: "passwordConfirmed", ...facts },
      { act: "passwordConfirmed", ...facts },
    ]);
    for (const table of ["ledger", "audit", "value", "entry_self_check"]) {
      const { rows } = await world.owner.query<{ text: string }>(
        `select to_jsonb(t)::text as text from ${table} t`,
      );
      for (const { text } of rows) {
        expect(text).not.toContain("wrong-guess-9");
        expect(text).not.toContain(password);
      }
    }
  });
});

describe("a missed check", () => {
  test("is on the regulator's list the next working day, and made up it stays late", async () => {
    const id = await opened();
    world.clock.now = at("2026-03-31");
    await tend();
    expect(await todoOf("lin")).toEqual([]);
    world.clock.now = at("2026-04-01");
    await tend();
    for (const name of ["lin", "luo"] as const) {
      expect(await todoOf(name)).toEqual([id]);
      expect(await noticesOf(name, id)).toEqual(["arrived"]);
    }
    expect(await todoOf("chen")).toEqual([]);
    expect(await cells()).toEqual({ owed: 2, missed: 1 });
    const input = aCheck({ checkedOn: "2026-04-01" });
    mustDo(await world.as("su").act("self-check", id, "answerLate", { version: 2, input }));
    mustDo(await world.as("mei").act("self-check", id, "confirmLate", { version: 3, input: led, password }));
    expect((await world.as("lin").entry("self-check", id)).entry).toMatchObject({
      state: "madeUp",
      values: { missedOn: "2026-04-01", confirmedOn: "2026-04-01" },
    });
    expect(await todoOf("lin")).toEqual([]);
    expect(await cells()).toEqual({ owed: 2, late: 1 });
  });

  test("is closed by the regulator with a reason, and stays counted as missed", async () => {
    const id = await opened();
    world.clock.now = at("2026-04-01");
    await tend();
    const input = { reason: "登记有误" };
    mustDo(await world.as("lin").act("self-check", id, "excuse", { version: 2, input }));
    expect(await todoOf("lin")).toEqual([]);
    expect(await cells()).toEqual({ owed: 2, missed: 1 });
  });
});

test("a list of self-checks is narrowed by window", async () => {
  await opened();
  expect(await checksOf("lin", { period: "2026-Q1" })).toHaveLength(1);
  expect(await checksOf("lin", { period: "2026-Q2" })).toEqual([]);
});
