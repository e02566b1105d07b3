import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openDocuments, openTasks } from "../../server/jobs/plan-openings.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { entryIn } from "../support/client.ts";
import { aDirective, aTaskOfIt } from "../support/directive-journeys.ts";
import { issuing } from "../support/document-journeys.ts";
import { doneTask, openedFrom } from "../support/task-journeys.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeEach(async () => {
  world = await newWorld();
});
afterEach(() => world.stop());

const on = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};

describe("a directive that becomes two tasks", () => {
  const recorded = async () =>
    entryIn(mustDo(await world.as("zhang").open("directive", { input: aDirective }))).id;
  const assigned = async (directive: string, own = {}) =>
    entryIn(
      mustDo(
        await world.as("zhang").send("POST", "/api/registers/task/entries", {
          act: "assignFromDirective",
          input: { ...aTaskOfIt, directive, ...own },
        }),
      ),
    ).id;
  const done = async (id: string) => {
    mustDo(await world.as("zhou").act("task", id, "accept", { version: 1, input: {} }));
    mustDo(await world.as("zhou").act("task", id, "submit", { version: 2, input: doneTask }));
    return world.as("zhang").act("task", id, "close", { version: 3, input: {} });
  };
  const stands = async (id: string) => {
    const { state, values } = (await world.as("zhang").entry("directive", id)).entry;
    return [state, values.taskCount, values.endedCount];
  };

  test("is closed with the last of them, and its ledger and theirs hold", async () => {
    const id = await recorded();
    const [one, other] = [await assigned(id), await assigned(id, { title: "核查餐饮企业用气登记" })];
    expect(await stands(id)).toEqual(["assigned", 2, undefined]);
    mustDo(await done(one));
    expect(await stands(id)).toEqual(["assigned", 2, 1]);
    mustDo(await done(other));
    expect(await stands(id)).toEqual(["closed", 2, 2]);
    const { values } = (await world.as("zhou").entry("task", one)).entry;
    expect(values).toMatchObject({ directive: id, origin: "meeting", originWords: aDirective.said });
    const late = await world.as("zhang").send("POST", "/api/registers/task/entries", {
      act: "assignFromDirective",
      input: { ...aTaskOfIt, directive: id },
    });
    expect(late.body.code).toBe("directive-at-rest");
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  test("a task that is refused leaves the directive as it stood", async () => {
    const id = await recorded();
    const { body } = await world.as("zhang").send("POST", "/api/registers/task/entries", {
      act: "assignFromDirective",
      input: { ...aTaskOfIt, directive: id, due: "2026-03-01" },
    });
    expect(body.code).toBe("task-due-in-the-past");
    // What may be entered is said in the words of the rule.
    expect(body.problems).toEqual([{ field: "due", code: "too-small", detail: body.title }]);
    expect(await stands(id)).toEqual(["unassigned", undefined, undefined]);
  });
});

describe("the documents of the plan", () => {
  test("open by themselves, each once, however many servers look", async () => {
    on(openedFrom);
    const opened = await Promise.all([openDocuments(world.services), openDocuments(world.services)]);
    const { rows } = await world.owner.query<{ n: number }>("select count(*)::int as n from entry_document");
    expect(rows[0]?.n).toBe(opened.reduce((sum, one) => sum + one));
    expect(rows[0]?.n).toBeGreaterThan(40);
    expect(await openDocuments(world.services)).toBe(0);
  });

  test("prove their target from the day of the switch on, and boards of days before keep their tasks", async () => {
    on(openedFrom);
    await openTasks(world.services);
    await openDocuments(world.services);
    on("2026-12-02");
    const share = async (day: string) => {
      const { body } = await world.as("zhang").get(`/api/campaign/board?day=${day}`);
      const found = boardAnswer.parse(body).targets.find(({ id }) => id === "m11-c3-r1");
      return {
        proof: found?.proof?.indicator,
        ...found?.shares.find(({ unit }) => unit === "zhou-anweiban"),
      };
    };
    const before = await share("2026-11-30");
    expect(before).toMatchObject({ proof: undefined, colour: "red" });
    expect(await share("2026-12-02")).toMatchObject({
      proof: "tracing-rule-issued-share",
      colour: "red",
      figure: { value: 0, counted: 0, of: 1 },
    });
    const { rows } = await world.owner.query<{ id: string }>(
      "select id from entry_document where document_key = $1",
      [`m11-c3-d1/${organisationId("zhou-anweiban")}`],
    );
    const zhang = world.as("zhang");
    const text = [fileIn(mustDo(await upload(zhang, "文件.png", png("text"), "image/png"))).id];
    const input = { ...issuing, issuedOn: "2024-11-20", effectiveFrom: "2025-01-01", text };
    mustDo(await zhang.act("document", rows[0]?.id ?? "", "recordIssued", { version: 1, input }));
    expect(await share("2026-12-02")).toMatchObject({
      colour: "green",
      figure: { value: 100, counted: 1, of: 1 },
    });
    expect(await share("2026-11-30")).toEqual(before);
  });
});
