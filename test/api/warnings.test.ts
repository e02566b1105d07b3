import { beforeAll, describe, expect, test } from "vitest";
import { enterpriseId, enterprises, type PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
});

const { registeredBy: _, creditCode: _code, ...plain } = enterprises.copper;
// Of a high-risk sector, and marked so.
const known = { ...plain, highRisk: true };
/** A code that its own standard does not bear out, as some real ones. */
const doubtful = "91999999MA0000001X";

const warningsOf = (name: PersonName, input: Readonly<Record<string, unknown>>) =>
  world.as(name).send("POST", "/api/registers/enterprise/warnings", { act: "register", input });

const countOf = async () =>
  (await world.owner.query<{ count: number }>("select count(*) as count from ledger")).rows[0]?.count;

describe("what looks wrong", () => {
  const input = { ...known, name: "存疑作坊（虚构）", creditCode: doubtful };

  test("is told when it is asked, and nothing is written", async () => {
    const before = await countOf();
    const answer = await warningsOf("lin", input);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      warnings: [
        {
          code: "credit-code-doubtful",
          fields: ["creditCode"],
          words: { zh: expect.stringMatching(/校验位/), en: expect.stringMatching(/check digit/i) },
        },
      ],
    });
    expect(await countOf()).toBe(before);
  });

  test("is done all the same, told with the answer, and stays in sight and to be listed", async () => {
    const answer = mustDo(await world.as("lin").open("enterprise", { input }));
    expect(answer.body).toHaveProperty("warnings.0.code", "credit-code-doubtful");
    const { id, values } = entryIn(answer);
    expect(values.creditCodeDoubtful).toBe(true);
    const { entries } = await world.as("lin").list("enterprise", { creditCodeDoubtful: "true" });
    expect(entries.map((entry) => entry.id)).toEqual([id]);
  });

  test("is told of nothing where all is well", async () => {
    const fits = { ...input, name: "无疑作坊（虚构）", creditCode: "91999999MA0000009F" };
    expect((await warningsOf("lin", fits)).body).toEqual({ warnings: [] });
    const opened = mustDo(await world.as("lin").open("enterprise", { input: fits }));
    expect(opened.body).not.toHaveProperty("warnings");
  });
});

describe("who registers what is known already", () => {
  const copper = {
    register: "enterprise",
    id: enterpriseId("copper"),
    number: expect.stringMatching(/^QY533401-/),
    title: enterprises.copper.name,
  };

  test("by its name is told of the entry, and may go on", async () => {
    const answer = await warningsOf("lin", { ...known, noCodeReason: "workshop" });
    expect(answer.body).toMatchObject({ warnings: [{ code: "same-name-registered", entries: [copper] }] });
  });

  test("by its code is refused, and told of the entry", async () => {
    const input = { ...known, creditCode: enterprises.copper.creditCode };
    const answer = await world.as("lin").open("enterprise", { input });
    expect(answer.status).toBe(422);
    expect(answer.body).toMatchObject({ code: "credit-code-taken", entries: [copper] });
  });

  test("elsewhere is refused as well, and not told of what is not theirs to see", async () => {
    const input = { ...known, region: "533423101", creditCode: enterprises.copper.creditCode };
    const answer = await world.as("chen").open("enterprise", { input });
    expect(answer.body).toMatchObject({ code: "credit-code-taken" });
    expect(answer.body).not.toHaveProperty("entries");
    const named = await warningsOf("chen", { ...known, region: "533423101", noCodeReason: "workshop" });
    expect(named.body).toEqual({ warnings: [] });
  });
});

test.each<[string, PersonName, Readonly<Record<string, unknown>>, number, string]>([
  ["what is not allowed", "mei", { noCodeReason: "workshop" }, 403, "role-may-not"],
  ["what is not whole", "lin", { name: null, noCodeReason: "workshop" }, 422, "input-invalid"],
  ["what says too little", "lin", {}, 422, "credit-code-or-reason"],
])("nothing is pointed out in %s: it is refused as it would be", async (_, name, own, status, code) => {
  const answer = await warningsOf(name, { ...known, ...own });
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ code });
});

test("an enterprise is merged and parted again, over HTTP, with both ledgers telling it", async () => {
  const open = async (reason: string) =>
    entryIn(mustDo(await world.as("luo").open("enterprise", { input: { ...known, noCodeReason: reason } })))
      .id;
  const survivor = await open("workshop");
  const twin = await open("other");
  const act = (id: string, name: string, version: number, input: Readonly<Record<string, unknown>>) =>
    world.as("luo").act("enterprise", id, name, { version, input });
  const merged = mustDo(await act(twin, "merge", 1, { duplicateOf: survivor, reason: "同一家作坊" }));
  expect(entryIn(merged)).toMatchObject({ state: "merged", values: { duplicateOf: survivor } });
  const itself = await act(survivor, "merge", 2, { duplicateOf: survivor, reason: "同一家作坊" });
  expect(itself.body).toMatchObject({ code: "enterprises-merged-into-it" });
  const parted = mustDo(await act(twin, "unmerge", 2, { reason: "实为两家" }));
  expect(entryIn(parted)).toMatchObject({ state: "operating", version: 3 });
  const acts = async (id: string) =>
    (await world.as("luo").ledger("enterprise", id)).lines.map(({ act: name }) => name);
  expect(await acts(twin)).toEqual(["register", "merge", "unmerge"]);
  expect(await acts(survivor)).toEqual(["register", "absorb", "release"]);
  expect((await world.as("luo").entry("enterprise", survivor)).entry.values).not.toHaveProperty("duplicates");
});
