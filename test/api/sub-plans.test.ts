import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSubPlans } from "../../server/jobs/plan-openings.ts";
import { boardAnswer } from "../../server/routes/board-shapes.ts";
import { organisationId } from "../../server/store/campaign.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import type { PersonName } from "../support/cast.ts";
import type { Input } from "../support/journey.ts";
import { checking } from "../support/sub-plan-journeys.ts";
import { openedFrom } from "../support/task-journeys.ts";
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

async function ofUnit(key: string): Promise<string> {
  const { rows } = await world.owner.query<{ id: string }>(
    "select id from entry_sub_plan where plan_key = $1",
    [key],
  );
  return rows[0]?.id ?? "";
}

const atWork = async (id: string): Promise<string> =>
  String((await world.as("zhang").entry("sub-plan", id)).entry.values.revision);

async function act(by: PersonName, id: string, name: string, input: Input = {}) {
  const { version } = (await world.as("zhang").entry("sub-plan", id)).entry;
  return world.as(by).act("sub-plan", id, name, { version, input });
}

/** What was issued before it was listed, up to the office above. */
async function handedIn(by: PersonName, id: string, own: Input = {}): Promise<void> {
  const text = [fileIn(mustDo(await upload(world.as(by), "文件.png", png("text"), "image/png"))).id];
  const issued = { documentNumber: "香政办发〔2024〕40号", issuedOn: "2024-10-20", text, measures: ["10"] };
  mustDo(await act(by, id, "recordIssued", { ...issued, ...own }));
  mustDo(await act(by, id, "handIn"));
}

const county = `r1-c1-p1/${organisationId("xianggelila-zhengfu")}`;
const bureau = `r1-c2-p1/${organisationId("zhou-yingji")}`;

describe("the sub-plans of the plan", () => {
  test("open by themselves, each once, however many servers look", async () => {
    on(openedFrom);
    const opened = await Promise.all([openSubPlans(world.services), openSubPlans(world.services)]);
    expect(opened.reduce((sum, one) => sum + one)).toBe(26);
    expect(await openSubPlans(world.services)).toBe(0);
  });

  test("prove their reading from the day of the switch on, by what is filed", async () => {
    on(openedFrom);
    await openSubPlans(world.services);
    on("2026-12-02");
    const share = async (day: string) => {
      const { body } = await world.as("zhang").get(`/api/campaign/board?day=${day}`);
      const found = boardAnswer.parse(body).targets.find(({ id }) => id === "r1-t1");
      return {
        proof: found?.proof?.indicator,
        ...found?.shares.find(({ unit }) => unit === "xianggelila-zhengfu"),
      };
    };
    expect((await share("2026-11-30")).proof).toBeUndefined();
    expect(await share("2026-12-02")).toMatchObject({
      proof: "area-plans-filed-share",
      // Its day is the end of the campaign, and near.
      colour: "yellow",
      figure: { value: 0, counted: 0, of: 1 },
    });
    const id = await ofUnit(county);
    await handedIn("gesang", id);
    expect(await share("2026-12-02")).toMatchObject({ figure: { value: 0 } });
    mustDo(await act("zhang", id, "acceptFiling"));
    expect(await share("2026-12-02")).toMatchObject({
      colour: "green",
      figure: { value: 100, counted: 1, of: 1 },
    });
  });
});

describe("a list of sub-plans", () => {
  const listed = async (query: string) => {
    const { body } = mustDo(await world.as("zhang").get(`/api/registers/sub-plan/entries?${query}`));
    return (body.entries as readonly { id: string }[]).map(({ id }) => id);
  };

  test("is narrowed to those that detail a measure or rest on a standard", async () => {
    on(openedFrom);
    await openSubPlans(world.services);
    const id = await ofUnit(bureau);
    await handedIn("zhou", id, checking);
    const { entry } = await world.as("zhang").entry("sub-plan", id);
    expect(entry).toMatchObject({ labels: { measures: { zh: expect.stringContaining("措施5") } } });
    expect(await listed("measures=15")).toEqual([id]);
    expect(await listed("standards=GM")).toEqual([id]);
    // A measure that merely begins alike is another.
    expect(await listed("measures=1")).toEqual([]);
    const wrong = await world.as("zhang").get("/api/registers/sub-plan/entries?measures=x");
    expect(wrong.status).toBe(400);
  });
});

describe("a revision", () => {
  test("leaves the edition on file until the next one is filed, and figures by first editions", async () => {
    on(openedFrom);
    await openSubPlans(world.services);
    const id = await ofUnit(county);
    await handedIn("gesang", id);
    mustDo(await act("zhang", id, "acceptFiling"));
    const { version } = (await world.as("gesang").entry("sub-plan", id)).entry;
    const input = { revisionDue: "2026-12-31", reason: "省级方案修订" };
    const both = await Promise.all(
      [1, 2].map(() => world.as("gesang").act("sub-plan", id, "revise", { version, input })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    const next = await atWork(id);
    const states = async () =>
      Promise.all(
        [id, next].map(async (one) => (await world.as("zhang").entry("sub-plan", one)).entry.state),
      );
    expect(await states()).toEqual(["onFile", "toDraft"]);
    expect(await filedAndOwed()).toEqual([1, 26]);
    mustDo(await act("zhang", next, "void", { reason: "省级方案未修订" }));
    mustDo(await act("gesang", id, "revise", input));
    expect(await atWork(id)).not.toBe(next);
    expect(await filedAndOwed()).toEqual([1, 26]);
    expect((await verifyLedger(world.owner, "sha256", () => undefined)).faults).toEqual([]);
  });

  async function filedAndOwed(): Promise<readonly number[]> {
    const { rows } = await world.owner.query<{ filed: number; owed: number }>(
      `select coalesce(sum(count) filter (where measure = 'sub-plan.filed'), 0)::int as filed,
        coalesce(sum(count) filter (where measure = 'sub-plan.owed'), 0)::int as owed from cell`,
    );
    return [rows[0]?.filed ?? 0, rows[0]?.owed ?? 0];
  }
});
