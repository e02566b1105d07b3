import { readFile } from "node:fs/promises";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import * as shapes from "../../server/routes/criteria-shapes.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import { backUp, newPlace, restoreInto } from "../support/backups.ts";
import { enterpriseId, type PersonName, password } from "../support/cast.ts";
import { type Answer, entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { aCheck } from "../support/self-checks.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

// What stands in these files was made up for the tests: no text of any standard.
const fileOf = (name: string) => readFile(new URL(`../criteria/${name}`, import.meta.url), "utf8");
const hazchem = await fileOf("hc26-fictional.csv");
const hospital = await fileOf("key-check-items-fictional.csv");

let world: World;
beforeEach(async () => {
  world = await newWorld();
  goTo("2026-10-09");
});
// Each has a database and connections of its own, of which a server has only so many.
afterEach(() => world.stop());

const goTo = (day: string) => {
  world.clock.now = new Date(`${day}T09:00:00+08:00`);
};

async function sending(payload: string, query = "") {
  const answer = await world.as("zhang").raw({
    method: "POST",
    url: `/api/criteria/imports?file=${encodeURIComponent("虚构.csv")}&format=csv${query}`,
    headers: { "content-type": "application/octet-stream" },
    payload,
  });
  return shapes.importAnswer.parse(mustDo(answer).body);
}
const imported = async (payload: string) => (await sending(payload)).imported?.id ?? "";

const withdraw = (id: string, reason = "用错了文件", name: PersonName = "zhang"): Promise<Answer> =>
  world.as(name).send("POST", `/api/criteria/imports/${id}/withdrawal`, { reason });
const withdrawn = async (id: string) => shapes.textImport.parse(mustDo(await withdraw(id)).body);

const oneStandard = z.object({
  standard: shapes.standard,
  items: z.array(shapes.itemWithText),
  isWithdrawn: z.boolean(),
  withdrawnItems: z.array(shapes.withdrawnItem),
});
const checklist = z.object({
  items: z.array(z.object({ id: z.string() })),
  withdrawn: z.array(z.object({ id: z.string() })),
});
const get = async (path: string) => mustDo(await world.as("su").get(path)).body;
const standard = async (code: string) => oneStandard.parse(await get(`/api/criteria/standards/${code}`));
const official = async (code: string, item: string) =>
  (await standard(code)).items.find((one) => one.item === item)?.official?.text;
const checklistOn = async (on: string) => {
  const path = `/api/checklist?organisation=${enterpriseId("copper")}&on=${on}`;
  const { items, withdrawn: gone } = checklist.parse(await get(path));
  return { asked: items.map(({ id }) => id), gone: gone.map(({ id }) => id) };
};
const verified = async () => {
  await world.sequenced();
  return (await verifyLedger(world.owner, "sha256", () => undefined)).faults;
};

async function sectorOfCopper(sector: string): Promise<void> {
  const id = enterpriseId("copper");
  const { version } = (await world.as("lin").entry("enterprise", id)).entry;
  mustDo(await world.as("lin").act("enterprise", id, "amend", { version, input: { sector } }));
}

async function proposed(criteriaItem: string, foundOn = "2026-10-08") {
  const su = world.as("su");
  const { id } = entryIn(mustDo(await su.open("hazard", { input: aHazard({ foundOn }) })));
  const input = { criteriaItem, judgementReason: "符合该条款" };
  return { id, answer: await su.act("hazard", id, "proposeGeneral", { version: 1, input }) };
}

describe("an import that was withdrawn", () => {
  test("makes no item any more, and says who withdrew it, when and why", async () => {
    const id = await imported(hazchem);
    goTo("2026-11-02");
    expect(await withdrawn(id)).toMatchObject({
      id,
      texts: 3,
      lists: 0,
      withdrawn: { at: "2026-11-02T01:00:00.000Z", reason: "用错了文件", person: { name: "张州安" } },
    });
    const hc26 = await standard("HC26");
    expect(hc26).toMatchObject({ items: [], standard: { importedItems: 0, officialTexts: 0 } });
    expect(hc26.withdrawnItems.map((one) => [one.item, one.withdrawnOn])).toEqual([
      ["5.1.1", "2026-11-02"],
      ["5.1.2", "2026-11-02"],
      ["5.7.10", "2026-11-02"],
    ]);
    expect(await get("/api/criteria?q=HC26/5.1.1&on=2026-11-02")).toMatchObject({ total: 0 });
    expect(await get("/api/criteria/imports")).toMatchObject({ imports: [{ id, withdrawn: {} }] });
    expect(await get("/api/criteria/standards/HC26/items/5.1.1/texts")).toMatchObject({
      texts: [{ withdrawn: { reason: "用错了文件" } }],
    });
    expect(await verified()).toEqual([]);
  });

  test("is recorded by a line of the installation's own chain", async () => {
    const id = await imported(hazchem);
    await withdrawn(id);
    const { rows } = await world.owner.query<{ text: string }>(
      "select text from ledger where act = 'withdrawCriteriaImport'",
    );
    expect(rows.map(({ text }) => JSON.parse(text))).toMatchObject([{ changes: { import: id } }]);
    expect(rows[0]?.text).not.toContain("用错了文件");
  });

  test("lets nobody cite its items, and a hazard that cited one keeps it, marked", async () => {
    const id = await imported(hazchem);
    const cited = await proposed("HC26/5.1.1");
    mustDo(cited.answer);
    const before = (await world.as("su").entry("hazard", cited.id)).entry;
    goTo("2026-10-12");
    await withdrawn(id);
    const late = (await proposed("HC26/5.1.1")).answer;
    expect([late.status, late.body.code]).toEqual([422, "criteria-item-withdrawn"]);
    const after = (await world.as("su").entry("hazard", cited.id)).entry;
    expect(after.values).toEqual(before.values);
    expect(after.labels.criteriaItem).toMatchObject({
      zh: expect.stringMatching(/5\.1\.1：（虚构文本，非标准原文）测试条款甲（导入条款，已撤回）$/),
      en: expect.stringContaining("(imported item, withdrawn)"),
    });
  });

  test("gives way to the text that was there before, also beside the pack's own words", async () => {
    await imported("standard,item,text,source\nGS,8,先来的,公报\n");
    goTo("2026-10-10");
    const id = await imported("standard,item,text,source\nGS,8,错的,公报\n");
    expect(await official("GS", "8")).toBe("错的");
    await withdrawn(id);
    expect(await official("GS", "8")).toBe("先来的");
  });

  test("leaves an item that another import brought too, with the sectors that it had", async () => {
    const { standards } = z
      .object({ standards: z.array(shapes.standard) })
      .parse(await get("/api/criteria/standards"));
    const wide = standards.find(({ sectors }) => sectors.length > 1);
    const [code, sector] = [wide?.code ?? "", wide?.sectors[0] ?? ""];
    const file = (text: string, own: string) =>
      `standard,item,text,source,sector\n${code},99-1,${text},公报,${own}\n`;
    const first = await imported(file("先来的", sector));
    goTo("2026-10-10");
    await imported(file("后来的", ""));
    await withdrawn(first);
    expect((await standard(code)).items.find(({ item }) => item === "99-1")).toMatchObject({
      official: { text: "后来的" },
      sectors: [sector],
    });
  });

  test("may be imported again, a list of key check items too", async () => {
    for (const file of [hazchem, hospital]) await withdrawn(await imported(file));
    const tried = await sending(hospital, "&dryRun=1");
    expect(tried).toMatchObject({ problems: [], lists: [{ code: "ZD17" }] });
    expect(tried.texts.map(({ change }) => change)).toEqual(["created", "created"]);
    expect((await sending(hazchem)).imported).toMatchObject({ texts: 3, items: 3 });
    expect((await sending(hospital)).imported).toMatchObject({ texts: 2, items: 2, lists: 1 });
    expect((await standard("ZD17")).withdrawnItems).toEqual([]);
    expect(await verified()).toEqual([]);
  });

  test("takes its list along, which is still shown to whoever comes from an entry", async () => {
    const id = await imported(hospital);
    await imported("standard,item,text,source\nZD17,3,（虚构）补充,（虚构）\n");
    await withdrawn(id);
    const { standard: list, items, isWithdrawn, withdrawnItems } = await standard("ZD17");
    expect([list.code, isWithdrawn, items]).toEqual(["ZD17", true, []]);
    expect(withdrawnItems.map(({ item }) => item)).toEqual(["1", "2", "3"]);
    const shown = z
      .object({ standards: z.array(shapes.standard) })
      .parse(await get("/api/criteria/standards"));
    expect(shown.standards.map(({ code }) => code)).not.toContain("ZD17");
  });

  test("is in a backup, and a restore holds with it", async () => {
    await withdrawn(await imported(hazchem));
    await world.sequenced();
    const { file } = await backUp(world);
    const place = await newPlace();
    await restoreInto(place, file);
    const { rows } = await place.owner.query<{ reason: string }>("select reason from criteria_withdrawal");
    expect(rows).toEqual([{ reason: "用错了文件" }]);
    expect((await verifyLedger(place.owner, "sha256", () => undefined)).faults).toEqual([]);
  });
});

describe("of self-checks", () => {
  const led = { ledInPerson: true };

  async function filledIn(bad: boolean): Promise<string> {
    await sectorOfCopper("S17");
    const input = { organisation: enterpriseId("copper") };
    const { id } = entryIn(mustDo(await world.as("su").open("self-check", { act: "openVoluntary", input })));
    const answers = [
      { item: "ZD17/1", answer: bad ? "present" : "clear", note: "所见" },
      { item: "ZD17/2", answer: "clear" },
    ];
    const check = aCheck({ checkedOn: "2026-10-10", answers, noneFound: bad ? null : true });
    mustDo(await world.as("su").act("self-check", id, "answer", { version: 1, input: check }));
    return id;
  }

  test("its items are asked by none, on whatever day", async () => {
    const list = await imported(hospital);
    await sectorOfCopper("S17");
    goTo("2026-10-12");
    await withdrawn(list);
    expect(await checklistOn("2026-10-12")).toEqual({ asked: [], gone: ["ZD17/1", "ZD17/2"] });
    expect(await checklistOn("2026-10-13")).toEqual({ asked: [], gone: [] });
    expect(await checklistOn("2026-10-09")).toEqual({ asked: [], gone: [] });
    await imported(hospital);
    expect(await checklistOn("2026-10-13")).toEqual({ asked: ["ZD17/1", "ZD17/2"], gone: [] });
    expect(await checklistOn("2026-10-11")).toMatchObject({ gone: [] });
  });

  test.each(["2026-10-10", "2026-10-14"])(
    "one that was filled in before the withdrawal of %s is confirmed, with the hazard that it found",
    async (day) => {
      const list = await imported(hospital);
      goTo("2026-10-10");
      const id = await filledIn(true);
      goTo(day);
      await withdrawn(list);
      mustDo(await world.as("mei").act("self-check", id, "confirm", { version: 2, input: led, password }));
      const { entry } = await world.as("su").entry("self-check", id);
      expect(entry.state).toBe("confirmed");
      const [hazard] = z.array(z.string()).parse(entry.values.hazards);
      const found = (await world.as("su").entry("hazard", hazard ?? "")).entry;
      expect(found).toMatchObject({
        title: "（虚构文本）测试检查事项一",
        values: { criteriaItem: "ZD17/1" },
        labels: { criteriaItem: { zh: expect.stringContaining("已撤回") } },
      });
      expect(await verified()).toEqual([]);
    },
  );

  test("one that is filled in after it is asked nothing of it", async () => {
    const list = await imported(hospital);
    goTo("2026-10-10");
    await withdrawn(list);
    await sectorOfCopper("S17");
    const input = { organisation: enterpriseId("copper") };
    const { id } = entryIn(mustDo(await world.as("su").open("self-check", { act: "openVoluntary", input })));
    const check = aCheck({ checkedOn: "2026-10-10", answers: [] });
    mustDo(await world.as("su").act("self-check", id, "answer", { version: 1, input: check }));
  });
});

test("is withdrawn once, though two press at the same moment", async () => {
  const id = await imported(hazchem);
  const both = await Promise.all([withdraw(id), withdraw(id)]);
  expect(both.map(({ status }) => status).toSorted()).toEqual([200, 422]);
  expect((await withdraw(id)).body.code).toBe("import-withdrawn-already");
  expect(await verified()).toEqual([]);
});

test.each(["gesang", "luo", "mei"] as const)("%s withdraws no import", async (name) => {
  const { status, body } = await withdraw(await imported(hazchem), "用错了文件", name);
  expect([status, body.code]).toEqual([403, "role-may-not"]);
});

test("an import that nobody made is not found, and a reason is needed", async () => {
  expect((await withdraw("0192f0c1-0000-7000-8000-000000000001")).status).toBe(404);
  const id = await imported(hazchem);
  for (const reason of ["", "  ", "长".repeat(501)]) expect((await withdraw(id, reason)).status).toBe(400);
  mustDo(await withdraw(id, "长".repeat(500)));
});
