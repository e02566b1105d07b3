import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { remind } from "../../server/jobs/reminders.ts";
import { enterpriseId, firstDay, type PersonName, password } from "../support/cast.ts";
import { checkWindows } from "../support/check-windows.ts";
import { entryIn } from "../support/client.ts";
import { aCheck, answersBut } from "../support/self-checks.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const { tend, checksOf, amend, opened, cells, noticesOf } = checkWindows(() => world);
const at = (day: string) => new Date(`${day}T09:00:00+08:00`);
const led = { ledInPerson: true };
const withOne = () => aCheck({ answers: answersBut(["GM/3-2"]), noneFound: null });

describe("a voluntary check", () => {
  const begin = (name: PersonName, organisation = enterpriseId("copper")) =>
    world.as(name).open("self-check", { act: "openVoluntary", input: { organisation } });

  test("is begun without any duty, filled in, confirmed with the own password, and opens its hazard", async () => {
    const { id } = entryIn(mustDo(await begin("su")));
    mustDo(await world.as("su").act("self-check", id, "answer", { version: 1, input: withOne() }));
    // Without a deadline it is on no list of what is due: the principal is told.
    expect(await noticesOf("mei", id)).toEqual(["arrived", "arrived"]);
    const unsigned = await world.as("mei").act("self-check", id, "confirm", { version: 2, input: led });
    expect(unsigned.body.code).toBe("password-required");
    mustDo(await world.as("mei").act("self-check", id, "confirm", { version: 2, input: led, password }));
    const { entry } = await world.as("lin").entry("self-check", id);
    expect(entry).toMatchObject({
      state: "confirmed",
      values: { basis: "voluntary", confirmedOn: firstDay },
    });
    expect(entry.values.hazards).toHaveLength(1);
    expect(await cells()).toEqual({ voluntary: 1 });
    mustDo(await begin("mei"));
  });

  test("is refused while the window's own check waits, which is named", async () => {
    const id = await opened();
    const { number, title } = (await world.as("su").entry("self-check", id)).entry;
    expect(await begin("mei")).toMatchObject({
      status: 422,
      body: { code: "check-waits-already", entries: [{ register: "self-check", id, number, title }] },
    });
    world.clock.now = at("2026-04-01");
    await amend("copper", { ownership: "other" });
    await tend();
    mustDo(await begin("mei"));
  });

  test("is begun once though two press at the same moment, and the other is led to it", async () => {
    const both = await Promise.all([begin("su"), begin("mei")]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    const refused = both.find(({ status }) => status === 422)?.body;
    expect(refused).toMatchObject({ code: "check-waits-already", entries: [{ register: "self-check" }] });
    expect(world.errors).toEqual([]);
  });

  test("is nobody's to miss or to be reminded of, and makes no window superfluous", async () => {
    const { id } = entryIn(mustDo(await begin("su")));
    await opened();
    expect((await checksOf("su")).map(({ values }) => values.period).sort()).toEqual(["2026-Q1", undefined]);
    world.clock.now = at("2026-12-01");
    await tend();
    await remind(world.services);
    expect((await world.as("su").entry("self-check", id)).entry).toMatchObject({ state: "owed" });
    expect(await noticesOf("mei", id)).toEqual(["arrived"]);
    expect((await cells()).voluntary).toBeUndefined();
  });

  test("is withdrawn by the enterprise with a reason, and another begun", async () => {
    const { id } = entryIn(mustDo(await begin("su")));
    const input = { reason: "误点发起" };
    mustDo(await world.as("su").act("self-check", id, "withdraw", { version: 1, input }));
    expect((await world.as("lin").entry("self-check", id)).entry.state).toBe("withdrawn");
    expect(await cells()).toEqual({});
    mustDo(await begin("su"));
  });
});
