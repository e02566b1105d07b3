import { beforeAll, describe, expect, test } from "vitest";
import { inTransaction } from "../../server/store/database.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
beforeAll(async () => {
  world = await newWorld();
  await world.hazardBroughtTo("majorConfirmed");
  await world.sequenced();
});

const statements = {
  update: (table: string) => `update ${table} set hash = hash`,
  delete: (table: string) => `delete from ${table}`,
  truncate: (table: string) => `truncate ${table}`,
};

/** The code with which PostgreSQL ends a statement; undefined where it does what it was told. */
async function codeOf(role: string | undefined, statement: string): Promise<string | undefined> {
  const tx = await world.owner.connect();
  try {
    await tx.query(role === undefined ? "begin" : `begin; set local role ${role}`);
    await tx.query(statement);
    return undefined;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    await tx.query("rollback");
    tx.release();
  }
}

const forbidden = "42501";

describe.each(["zhiben_request", "zhiben_commit"])("the role %s", (role) => {
  describe.each(["ledger", "leaf"])("of the %s", (table) => {
    test.each(Object.entries(statements))("may not %s anything", async (_, statement) => {
      expect(await codeOf(role, statement(table))).toBe(forbidden);
    });
  });

  test.each([
    ["change who somebody is", "update person set name = name"],
    ["give itself a post", "insert into post select * from post"],
    ["change what the installation is", "update installation set kind = 'real'"],
    ["change an official text", "update criteria_text set text = text"],
    ["remove an import of official texts", "delete from criteria_import"],
    ["change a list of key check items", "update criteria_list set name = name"],
    ["take back the withdrawal of an import", "delete from criteria_withdrawal"],
    ["remove an entry", "delete from entry_hazard"],
    ["loosen a policy", "alter policy request_reads on entry_hazard using (true)"],
    ["switch off row-level security", "alter table entry_hazard disable row level security"],
    ["switch off the triggers", "alter table ledger disable trigger all"],
  ])("may not %s", async (_, statement) => {
    expect(await codeOf(role, statement)).toBe(forbidden);
  });
});

/** How many rows a role reads, with whatever settings; the code of what is wrong where it may not. */
async function readAs(role: string, statement: string): Promise<number | string> {
  const tx = await world.owner.connect();
  try {
    await tx.query(`begin; set local role ${role}`);
    return (await tx.query(statement)).rowCount ?? 0;
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  } finally {
    await tx.query("rollback");
    tx.release();
  }
}

describe("the role of auditors, which a transaction steps into for nobody else,", () => {
  test.each([
    ["the log itself", "select from audit"],
    ["what the log sealed", "select from value"],
    ["who signs in under which name", "select name, username from person"],
    ["which lines there are", "select entry, version from ledger"],
  ])("reads %s", async (_, statement) => {
    expect(await readAs("zhiben_audit", statement)).toBeGreaterThan(0);
  });

  test("reads no value but those of the log", async () => {
    const { rows } = await world.owner.query<{ of_log: number; others: number }>(
      `select count(*) filter (where a.entry is not null) as of_log, count(*) filter (where a.entry is null) as others
        from value v left join audit a on a.entry = v.entry and a.version = v.version`,
    );
    expect(rows[0]?.others).toBeGreaterThan(0);
    expect(await readAs("zhiben_audit", "select from value")).toBe(rows[0]?.of_log);
  });

  test.each([
    ["entries", "select from entry_hazard"],
    ["entries of all registers", "select from entry"],
    ["what a line of the ledger says", "select text from ledger"],
    ["passwords", "select password_hash from person"],
    ["sessions", "select from session"],
    ["parties", "select from party"],
    ["notices", "select from notice"],
    ["what entries are called", "select entry_titles(array[]::uuid[])"],
  ])("may not read %s", async (_, statement) => {
    expect(await readAs("zhiben_audit", statement)).toBe(forbidden);
  });

  test.each([
    ["change the log", "update audit set hash = hash"],
    ["remove from it", "delete from audit"],
    ["empty it", "truncate audit"],
    ["write into it", "insert into audit select * from audit"],
    ["read past its policies", "select from audit_without_month"],
    ["remove a value", "delete from value"],
    ["loosen a policy", "alter policy audit_reads on value using (true)"],
  ])("may not %s", async (_, statement) => {
    expect(await codeOf("zhiben_audit", statement)).toBe(forbidden);
  });
});

test.each([
  ["append to the ledger", "insert into ledger select * from ledger"],
  ["import official texts", "insert into criteria_import select * from criteria_import"],
  ["write an official text", "insert into criteria_text select * from criteria_text"],
  ["write a list of key check items", "insert into criteria_list select * from criteria_list"],
  ["withdraw an import", "insert into criteria_withdrawal select * from criteria_withdrawal"],
  ["write an entry", "insert into entry_hazard select * from entry_hazard"],
  ["change an entry", "update entry_hazard set version = version"],
  ["place a line", "insert into leaf select * from leaf"],
  ["write a count", "insert into cell select * from cell"],
  ["write a count that no month holds yet", "insert into cell_fresh select * from cell_fresh"],
  ["write the sum of a month", "update cell_month set count = count"],
  ["take up counts into the months", "select roll_cells()"],
  ["write a sealed value", "update value set value = value"],
  ["make itself party to an entry", "insert into party select * from party"],
  ["name a place of a party", "insert into party_place select * from party_place"],
  ["put an entry into somebody's list", "insert into concern select * from concern"],
])("whoever only reads may not %s", async (_, statement) => {
  expect(await codeOf("zhiben_request", statement)).toBe(forbidden);
});

describe.each(["ledger", "leaf"])("the owner itself, of the %s,", (table) => {
  test.each(Object.entries(statements))("is stopped from %s by a trigger", async (_, statement) => {
    expect(await codeOf(undefined, statement(table))).toBe(forbidden);
  });
});

test("the statements are refused for want of rights, and are otherwise good", async () => {
  await world.owner.query("alter table leaf disable trigger leaf_only_grows");
  for (const statement of Object.values(statements))
    expect(await codeOf(undefined, statement("leaf"))).toBeUndefined();
  await world.owner.query("alter table leaf enable trigger leaf_only_grows");
});

test("every connection that serves requests has stepped down to the role that reads", async () => {
  const { rows } = await inTransaction(world.services.pool, undefined, (tx) =>
    tx.query<{ role: string; super: boolean }>(
      "select current_user as role, rolsuper as super from pg_roles where rolname = current_user",
    ),
  );
  expect(rows).toEqual([{ role: "zhiben_request", super: false }]);
});

test("row-level security stands on every table that holds what belongs to somebody", async () => {
  const { rows } = await world.owner.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1`,
  );
  expect(rows.map(({ relname }) => relname)).toEqual([
    "cell",
    "cell_fresh",
    "cell_month",
    "concern",
    "entry",
    "entry_account",
    "entry_assessment",
    "entry_briefing",
    "entry_directive",
    "entry_document",
    "entry_enterprise",
    "entry_enterprise_application",
    "entry_evaluation",
    "entry_hazard",
    "entry_partner_token",
    "entry_post",
    "entry_report",
    "entry_risk_point",
    "entry_self_check",
    "entry_service_body",
    "entry_site",
    "entry_sub_plan",
    "entry_task",
    "ledger",
    "notice",
    "party",
    "party_place",
    "value",
  ]);
});
