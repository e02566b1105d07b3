import { beforeAll, describe, expect, test } from "vitest";
import { scopeOf } from "../../core/scope/scope.ts";
import { inTransaction } from "../../server/store/database.ts";
import { titlesOf } from "../../server/store/titles.ts";
import { verifyLedger } from "../../server/store/verify.ts";
import type { PersonName } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

/** A text that stands nowhere else: whoever is told of the matter is told this. */
const secretTitle = "举报所述三号井违规作业";
const plainTitle = "三号井通风机无备用电源";

/** The id of no entry. */
const nothing = "019cd542-0000-7000-8000-000000000000";

let world: World;
let id: string;
let number: string;
let file: string;

/** Everybody who would see it by region, and is named by nothing in it. */
const outsiders = ["yang", "gesang", "zhang", "zhou", "duan"] as const;
const insiders = ["luo", "lin", "wang", "mei", "su", "ji"] as const;

beforeAll(async () => {
  world = await newWorld();
  const found = mustDo(
    await world.as("lin").open("hazard", { input: aHazard({ title: secretTitle, source: "inspection" }) }),
  );
  ({ id } = entryIn(found));
  number = String(entryIn(found).values.number);
  mustDo(
    await world.as("lin").open("hazard", { input: aHazard({ title: plainTitle, source: "inspection" }) }),
  );
  file = `/api/registers/hazard/entries/${id}`;
  // It has come to the head's unit by being judged there.
  mustDo(
    await world
      .as("lin")
      .act("hazard", id, "proposeGeneral", { version: 1, input: { judgementReason: "现场查证" } }),
  );
});

const at = (name: PersonName, path: string) => world.as(name).get(path);

/** Whatever an account can ask for that might hold the matter. */
const doors = (): readonly string[] => [
  "/api/registers/hazard/entries",
  "/api/registers/hazard/entries?q=三号井",
  `/api/registers/hazard/entries?q=${number}`,
  "/api/registers/hazard/entries?q=举",
  "/api/registers/hazard/entries.csv",
  "/api/home",
  "/api/notices",
  "/api/changes?after=0",
];

/** The doors behind which somebody finds the matter, or anything said of it. */
async function found(name: PersonName): Promise<readonly string[]> {
  const behind = [];
  for (const door of doors()) {
    const { text } = await at(name, door);
    if ([secretTitle, number, id].some((told) => text.includes(told))) behind.push(door);
  }
  return behind;
}

const total = async (name: PersonName): Promise<number> =>
  (await world.as(name).list("hazard", { count: "exact" })).total ?? 0;

describe("before", () => {
  test.each(outsiders.filter((name) => name !== "duan"))("%s sees it by region", async (name) => {
    expect(await found(name)).not.toEqual([]);
  });
});

describe("once it is restricted", () => {
  const before = new Map<PersonName, number>();
  beforeAll(async () => {
    for (const name of [...outsiders, ...insiders]) before.set(name, await total(name));
    mustDo(
      await world
        .as("luo")
        .act("hazard", id, "restrict", { version: 2, input: { reason: "涉及举报人，先行核查" } }),
    );
    await world.sequenced();
  });

  test.each(outsiders)("%s finds it behind no door", async (name) => {
    expect(await found(name)).toEqual([]);
    for (const path of ["", "/ledger", "/proof", "/comments"]) {
      const answer = await at(name, `${file}${path}`);
      const absent = await at(name, `${file.replace(id, nothing)}${path}`);
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([
        404,
        (absent.body as { code: string }).code,
      ]);
    }
    expect(await total(name)).toBe((before.get(name) ?? 0) - 1);
  });

  test.each(insiders)("%s goes on seeing it", async (name) => {
    expect((await world.as(name).entry("hazard", id)).entry.values.restricted).toBe(true);
    // In a list of few columns too: whoever sees it there is to know that others do not.
    const listed = (await world.as(name).list("hazard", { fields: "list" })).entries;
    expect(listed.find((entry) => entry.id === id)?.values.restricted).toBe(true);
    expect(await total(name)).toBe(before.get(name));
  });

  test("nobody else acts on it: the answer is that of a matter that is not there", async () => {
    const answer = await world.as("zhou").act("hazard", id, "confirmGeneral", { version: 3, input: {} });
    expect([answer.status, answer.body]).toMatchObject([404, { code: "not-found" }]);
  });

  test("its title is told by no matter that names it, but to whoever sees it itself", async () => {
    const titleTo = async (name: PersonName) => {
      const scope = scopeOf(await world.actor(name));
      return inTransaction(world.services.pool, scope, async (tx) => (await titlesOf(tx, [id])).get(id));
    };
    expect(await titleTo("yang")).toBeUndefined();
    expect(await titleTo("luo")).toBe(secretTitle);
  });

  test("its enterprise learns that it is restricted, and not why", async () => {
    const lastOf = async (name: PersonName) => {
      const answer = await at(name, `${file}/ledger`);
      expect(answer.text.includes("涉及举报人")).toBe(name === "lin" || name === "ji");
      return (await world.as(name).ledger("hazard", id)).lines.at(-1);
    };
    for (const name of ["mei", "su"] as const)
      expect(await lastOf(name)).toMatchObject({ act: "restrict", reason: null, reasonWithheld: true });
    for (const name of ["lin", "ji"] as const)
      expect(await lastOf(name)).toMatchObject({ act: "restrict", reason: "涉及举报人，先行核查" });
    expect((await at("mei", `${file}/proof`)).text).not.toContain("涉及举报人");
  });

  test("figures count it apart", async () => {
    const { rows } = await world.owner.query<{ restricted: boolean; count: number }>(
      "select restricted, sum(count)::integer as count from cell where measure = 'hazard.found' group by 1 order by 1",
    );
    expect(rows).toEqual([
      { restricted: false, count: 1 },
      { restricted: true, count: 1 },
    ]);
  });

  test("a verification finds nothing wrong", async () => {
    const { owner, services } = world;
    const { faults } = await verifyLedger(owner, services.algorithm, () => undefined, {
      vault: services.vault,
    });
    expect(faults).toEqual([]);
  });

  test("the way goes on: who must act next acts", async () => {
    mustDo(await world.as("luo").act("hazard", id, "confirmGeneral", { version: 3, input: {} }));
    expect((await world.as("mei").entry("hazard", id)).entry.state).toBe("generalConfirmed");
  });

  test("lifted, it is seen by region again, and its ledger tells who kept it from them, and when", async () => {
    const { version } = (await world.as("luo").entry("hazard", id)).entry;
    mustDo(
      await world.as("luo").act("hazard", id, "liftRestriction", { version, input: { reason: "核查结束" } }),
    );
    expect(await total("yang")).toBe(before.get("yang"));
    const { lines } = await world.as("yang").ledger("hazard", id);
    const told = lines.filter(({ changes }) => changes.some(({ field }) => field === "restricted"));
    expect(told.map(({ act, actor }) => [act, actor.name])).toEqual([
      ["restrict", "洛桑"],
      ["liftRestriction", "洛桑"],
    ]);
  });
});
