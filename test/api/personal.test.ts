import { beforeAll, describe, expect, test } from "vitest";
import { verifyLedger, verifyWithin } from "../../server/store/verify.ts";
import { enterpriseId, enterprises } from "../support/cast.ts";
import { entryIn } from "../support/client.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

/** Planted; none of them may stand anywhere in the database. */
const planted = {
  principalPhone: "13987654321",
  safetyHeadPhone: "15811112222",
  phone: "0887-8224466",
  ownerIdNumber: "11010519491231002X",
};
const masks = {
  principalPhone: "139****4321",
  safetyHeadPhone: "158****2222",
  phone: "088****4466",
  ownerIdNumber: "110****002X",
};
const id = enterpriseId("copper");
const at = `/api/registers/enterprise/entries/${id}`;
const why = "核实事故现场联系人";

/** Every row of every table of a database, as one text. */
async function allThatIsKept({ owner }: World): Promise<string> {
  const { rows: tables } = await owner.query<{ name: string }>(
    "select quote_ident(tablename) as name from pg_tables where schemaname = 'public'",
  );
  const kept = tables.map(async ({ name }) => {
    const { rows } = await owner.query<{ row: string }>(
      `select to_jsonb(t)::text as row from only ${name} t`,
    );
    return rows.map(({ row }) => row).join("\n");
  });
  return (await Promise.all(kept)).join("\n");
}

const verified = async ({ owner, services }: World) =>
  (await verifyLedger(owner, services.algorithm, () => undefined, { vault: services.vault })).faults;

const versionOf = async (world: World) => (await world.as("luo").entry("enterprise", id)).entry.version;

describe.each(["sha256", "sm3"] as const)("an installation with %s", (founded) => {
  let world: World;
  beforeAll(async () => {
    world = await newWorld({ founded });
    const amended = await world
      .as("luo")
      .act("enterprise", id, "amend", { version: 1, input: planted }, "a-key");
    expect(amended.status, amended.text).toBe(200);
    expect(entryIn(amended).values).toMatchObject(masks);
  });

  test("masks them in the entry, the list, the ledger and what a form offers", async () => {
    const { entry, acts } = await world.as("luo").entry("enterprise", id);
    expect(entry.values).toMatchObject(masks);
    expect(acts.find(({ name }) => name === "amend")?.suggested).toMatchObject(masks);
    const listed = await world.as("luo").list("enterprise");
    expect(listed.entries.find((one) => one.id === id)?.values).toMatchObject(masks);
    const { lines, verified } = await world.as("luo").ledger("enterprise", id);
    expect(verified).toBe(true);
    const told = lines.at(-1)?.changes.map(({ field, value, sealed }) => [field, { value, sealed }]);
    expect(Object.fromEntries(told ?? [])).toMatchObject({
      phone: { value: masks.phone, sealed: true },
      ownerIdNumber: { value: masks.ownerIdNumber, sealed: true },
    });
    const { rows } = await world.owner.query(
      "select principal_phone, owner_id_number from view_enterprise where id = $1",
      [id],
    );
    expect(rows).toEqual([{ principal_phone: masks.principalPhone, owner_id_number: masks.ownerIdNumber }]);
  });

  test("keeps what it shows in the form when the form comes back untouched, and takes a new number", async () => {
    const version = await versionOf(world);
    const kept = await world.as("luo").act("enterprise", id, "amend", {
      version,
      input: { ...masks, staffCount: 100 + version, phone: planted.phone },
    });
    expect(kept.status, kept.text).toBe(200);
    const { lines } = await world.as("luo").ledger("enterprise", id);
    expect(lines.at(-1)?.changes.map(({ field }) => field)).toEqual(["staffCount"]);
    const other = await world.as("luo").act("enterprise", id, "amend", {
      version: version + 1,
      input: { phone: "139****9999" },
    });
    expect(other).toMatchObject({
      status: 422,
      body: { problems: [{ field: "phone", code: "not-a-phone" }] },
    });
  });

  test("shows them whole to whom the register says, for a reason, and the audit log tells it", async () => {
    const shown = await world.as("luo").send("POST", `${at}/shown`, {
      fields: ["principalPhone", "ownerIdNumber"],
      reason: why,
    });
    expect(shown).toMatchObject({
      status: 200,
      body: { values: { principalPhone: planted.principalPhone, ownerIdNumber: planted.ownerIdNumber } },
    });
    const { rows } = await world.owner.query<{ text: string; value: unknown }>(
      "select a.text, v.value from audit a join value v on v.entry = a.entry and v.version = a.version where a.act = 'numbersShown' and v.field = 'reason'",
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]?.value).toBe(why);
    expect(JSON.parse(rows[0]?.text ?? "")).toMatchObject({
      changes: { register: "enterprise", entry: id, fields: "principalPhone,ownerIdNumber" },
    });
  });

  test.each<readonly [string, () => Promise<{ status: number; body: unknown }>, number, string]>([
    [
      "a role that the register does not name for it",
      () => world.as("mei").send("POST", `${at}/shown`, { fields: ["ownerIdNumber"], reason: why }),
      403,
      "role-may-not",
    ],
    [
      "a leader, who reads that there is one",
      () => world.as("yang").send("POST", `${at}/shown`, { fields: ["phone"], reason: why }),
      403,
      "role-may-not",
    ],
    [
      "an inspector elsewhere",
      () => world.as("chen").send("POST", `${at}/shown`, { fields: ["phone"], reason: why }),
      404,
      "not-found",
    ],
    [
      "whoever gives no reason",
      () => world.as("luo").send("POST", `${at}/shown`, { fields: ["phone"], reason: " " }),
      400,
      "malformed-request",
    ],
    [
      "a field that is no personal number",
      () => world.as("luo").send("POST", `${at}/shown`, { fields: ["principal"], reason: why }),
      400,
      "malformed-request",
    ],
  ])("does not show them to %s", async (_, ask, status, code) => {
    expect(await ask()).toMatchObject({ status, body: { code } });
  });

  test("leaves them out of exports unless they are asked for, with a reason, by whom they are shown to", async () => {
    const list = "/api/registers/enterprise/entries.csv";
    const plain = await world.as("luo").get(list);
    expect(plain.status).toBe(200);
    for (const number of [...Object.values(planted), ...Object.values(masks)])
      expect(plain.text).not.toContain(number);
    expect(await world.as("luo").get(`${list}?personal=yes`)).toMatchObject({ status: 400 });
    const asked = `${list}?personal=yes&reason=${encodeURIComponent(why)}`;
    expect(await world.as("yang").get(asked)).toMatchObject({ status: 403 });
    const whole = await world.as("luo").get(asked);
    for (const number of Object.values(planted)) expect(whole.text).toContain(number);
    expect(
      await world.as("luo").send("POST", "/api/registers/enterprise/exports", {
        query: { personal: "yes", reason: why },
        format: "csv",
      }),
    ).toMatchObject({ status: 400 });

    // Brought back, neither the one nor the other changes anything.
    for (const file of [plain, whole]) {
      const luo = bringer(world.as("luo"));
      const tried = await luo.tried(await luo.brought("enterprise", "名册.csv", file.bytes));
      expect(tried.counts, JSON.stringify(await luo.rows(tried.id))).toMatchObject({
        change: 0,
        add: 0,
        refuse: 0,
      });
    }
  });

  test("takes a new one from a file, leaves masked and empty cells alone, and tells none of it whole", async () => {
    const luo = bringer(world.as("luo"));
    const { number } = (await world.as("luo").entry("enterprise", id)).entry;
    const rows = (...cells: readonly string[]) =>
      csvOf([
        ["编号", "企业名称", "主要负责人电话", "安全管理负责人电话", "联系电话"],
        [number, enterprises.copper.name, ...cells],
      ]);
    const one = await luo.brought("enterprise", "电话.csv", rows("18612345678", "", masks.phone));
    await luo.tried(one);
    const [row] = await luo.rows(one.id);
    expect(row).toMatchObject({
      verdict: "change",
      changes: [{ field: "principalPhone", from: masks.principalPhone, to: "186****5678" }],
    });
    const bad = await luo.brought("enterprise", "电话2.csv", rows("1861234567", "", ""));
    await luo.tried(bad);
    expect((await luo.rows(bad.id))[0]).toMatchObject({
      verdict: "refuse",
      problems: [{ code: "not-a-phone", given: "18****4567" }],
    });
    expect(await luo.run(one.id, "all")).toMatchObject({ state: "done" });
    const { entry } = await world.as("luo").entry("enterprise", id);
    expect(entry.values).toMatchObject({ ...masks, principalPhone: "186****5678" });
    const kept = await allThatIsKept(world);
    expect(kept).not.toContain("18612345678");
  });

  test("keeps no planted number anywhere in its database, and its ledger holds", async () => {
    const kept = await allThatIsKept(world);
    expect(kept.length).toBeGreaterThan(10_000);
    for (const number of Object.values(planted)) expect(kept).not.toContain(number);
    expect(await verified(world)).toEqual([]);
  });

  test.each([
    ["another entry", "entry = (select id from entry where id <> $1 limit 1)", "value-without-commitment"],
    [
      "another field of it",
      "field = 'phone', value = (select value from value where entry = $1 and field = 'safetyHeadPhone' limit 1)",
      "value-unreadable",
    ],
  ])("finds an envelope that was moved to %s", async (_, change, fault) => {
    const client = await world.owner.connect();
    try {
      await client.query("begin");
      await client.query(
        `update value set ${change} where entry = $1 and field = 'phone' and version = (select min(version) from value where entry = $1 and field = 'phone')`,
        [id],
      );
      const { faults } = await verifyWithin(client, {
        algorithm: world.services.algorithm,
        vault: world.services.vault,
      });
      expect(faults.map((one) => one.fault)).toContain(fault);
    } finally {
      await client.query("rollback");
      client.release();
    }
  });
});
