import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Pool, Queryable } from "../../server/store/database.ts";
import { migrate } from "../../server/store/migrate.ts";
import { dumpSchema } from "../../server/store/schema.ts";
import { emptyDatabase } from "../support/empty-database.ts";

const committed = await readFile(new URL("../../server/migrations/schema.sql", import.meta.url), "utf8");
let owner: Pool;
beforeAll(async () => {
  owner = await emptyDatabase(afterAll);
  await migrate(owner);
});

/** What `work` finds after a statement, which is undone again. */
async function after<T>(statement: string, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const tx = await owner.connect();
  try {
    await tx.query("begin");
    await tx.query(statement);
    return await work(tx);
  } finally {
    await tx.query("rollback");
    tx.release();
  }
}

test("the committed schema is what the migrations make", async () => {
  expect(await dumpSchema(owner)).toBe(committed);
});

// What no table of ours has yet, and the dump must tell all the same.
const rarities = `
  create table visit (id uuid not null, month date not null, place text collate "C" default '州', primary key (id, month))
    partition by range (month);
  create table visit_2026 partition of visit for values from ('2026-01-01') to ('2027-01-01');
  create index visit_place on visit (place);
  create unlogged table draft (id uuid primary key, head uuid references draft, unique (head)) with (fillfactor=70);
  alter table draft enable row level security;
  alter table draft force row level security;
  create policy own_drafts on draft as restrictive for update to zhiben_request, zhiben_commit using (true) with check (false);
  grant select (id), update (head) on draft to zhiben_request;
  grant select on draft to public;
  create function answer() returns integer language sql as 'select 42';
  revoke execute on function answer() from public;
  comment on table draft is '草稿''s';`;

test("the dump makes the same schema in an empty database", async () => {
  const dumped = await after(rarities, dumpSchema);
  const other = await emptyDatabase();
  await other.query(dumped);
  expect(await dumpSchema(other)).toBe(dumped);
  expect(dumped).toContain("partition of visit FOR VALUES FROM ('2026-01-01') TO ('2027-01-01')");
  expect(dumped).not.toBe(committed);
});

test.each([
  ["a column", "alter table post add column remark text"],
  ["a type", "alter table post alter column role type varchar(20)"],
  ["a collation", 'alter table post alter column role type text collate "C"'],
  ["a default", "alter table person alter column disabled set default true"],
  ["a column that may be empty", "alter table post alter column role drop not null"],
  ["a check", "alter table entry drop constraint entry_version_check"],
  ["a key", "alter table person drop constraint person_username_key"],
  ["what a key points at", "alter table post drop constraint post_person_fkey"],
  ["what a table inherits", "alter table entry_hazard no inherit entry"],
  ["an index", "drop index notice_once"],
  [
    "a function",
    "create or replace function refuse_change() returns trigger language plpgsql as 'begin end'",
  ],
  ["a trigger", "drop trigger ledger_only_grows on ledger"],
  ["a view", "alter view view_hazard reset (security_invoker)"],
  ["row-level security", "alter table value disable row level security"],
  ["a policy", "alter policy request_reads on notice using (true)"],
  ["a right to a table", "grant update on ledger to zhiben_request"],
  ["a right to a function", "grant execute on function entry_titles(uuid[]) to public"],
  ["a right to the schema", "revoke usage on schema public from zhiben_request"],
])("the dump tells of %s that differs", async (_, statement) => {
  expect(await after(statement, dumpSchema)).not.toBe(committed);
});

test.each([
  ["a sequence", "create sequence drawn"],
  ["a type of its own", "create type mood as enum ('calm')"],
  ["an aggregate", "create aggregate total (integer) (sfunc = int4pl, stype = integer)"],
  [
    "a column that is computed",
    "alter table post add column twice text generated always as (role || role) stored",
  ],
])("the dump refuses %s, which it cannot show", async (_, statement) => {
  await expect(after(statement, dumpSchema)).rejects.toThrow("cannot show");
});
