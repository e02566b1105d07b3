import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultCode } from "../../core/ledger/faults.ts";
import type { Queryable } from "../../server/store/database.ts";
import { newStory, type Story } from "./behind.ts";
import { beside, type Tampering, tamperings } from "./tampering.ts";

let story: Story;
beforeAll(async () => {
  story = await newStory();
});
afterAll(() => story.release());

test("the story is sound before anybody touches it", async () => {
  expect(await story.after(async () => undefined)).toEqual([]);
});

test("every table of the database is tampered with here, or said to be beside the record", async () => {
  const { rows } = await story.world.owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
      and not relispartition order by 1`,
  );
  expect(rows.map(({ name }) => name)).toEqual([...Object.keys(tamperings), ...Object.keys(beside)].sort());
});

/** The codes under which a statement's effect is found. */
async function found(table: string, statement: string): Promise<readonly FaultCode[]> {
  const faults = await story.after(async (tx) => {
    await unbind(tx, table);
    const { rowCount } = await tx.query(statement);
    if (!statement.startsWith("truncate")) expect(rowCount, statement).toBeGreaterThan(0);
  });
  return [...new Set(faults.map(({ fault }) => fault))];
}

/** Takes away the constraints that would refuse a change: whoever owns the database can. */
async function unbind(tx: Queryable, table: string): Promise<void> {
  await tx.query(`do $$ declare c record; begin
    for c in select conname from pg_constraint where conrelid = '${table}'::regclass and contype in ('c', 'p', 'u')
      and coninhcount = 0 loop execute format('alter table ${table} drop constraint %I cascade', c.conname); end loop;
    for c in select i.inhparent::regclass as name from pg_inherits i join pg_index x on x.indexrelid = i.inhrelid
      where x.indrelid = '${table}'::regclass and not exists (select from pg_constraint where conindid = i.inhparent) loop
      execute format('drop index %s', c.name); end loop;
    for c in select indexrelid::regclass as name from pg_index where indrelid = '${table}'::regclass
      and not exists (select from pg_inherits where inhrelid = indexrelid) loop
      execute format('drop index %s', c.name); end loop; end $$`);
}

async function columnsOf(table: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await story.world.owner.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
    [table],
  );
  return new Map(rows.map(({ name, type }) => [name, type]));
}

/** Another value of the same type. */
const others: Readonly<Record<string, (column: string) => string>> = {
  text: (column) => `coalesce(${column}, '') || 'x'`,
  uuid: () => "'01890000-0000-7000-8000-000000000001'::uuid",
  integer: (column) => `coalesce(${column}, 0) + 1`,
  smallint: (column) => `coalesce(${column}, 0) + 1`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  "double precision": (column) => `coalesce(${column}, 0) + 1`,
  numeric: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `not coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, '2026-01-01') + 1`,
  "timestamp with time zone": (column) => `${column} + interval '1 millisecond'`,
  jsonb: (column) => `jsonb_build_array(${column})`,
  "text[]": (column) => `coalesce(${column}, array[]::text[]) || array['x']`,
};

const rowOf = (table: string, { row = "true" }: Tampering, alias = "t") =>
  `${alias}.ctid = (select ctid from only ${table} where ${row} order by ctid limit 1)`;

async function inserted(table: string, tampering: Tampering, other: Readonly<Record<string, string>>) {
  const columns = [...(await columnsOf(table)).keys()];
  const values = columns.map((column) => other[column] ?? column);
  return `insert into ${table} (${columns.join(", ")}) select ${values.join(", ")} from ${table} t where ${rowOf(table, tampering)}`;
}

function swapped(table: string, tampering: Tampering, columns: readonly string[], where = "true"): string {
  const differs = columns.map((column) => `a.${column} <> b.${column}`).join(" and ");
  const set = columns.map(
    (column) => `${column} = case when t.ctid = a.ctid then b.${column} else a.${column} end`,
  );
  return `update ${table} t set ${set.join(", ")} from ${table} a, ${table} b
    where ${rowOf(table, tampering, "a")} and t.ctid in (a.ctid, b.ctid)
      and b.ctid = (select b.ctid from ${table} b where ${differs} and ${where} order by b.ctid limit 1)`;
}

describe.each(Object.entries(tamperings))("of the table %s", (name, tampering) => {
  const table = tampering.part ?? name;
  test("a row is changed, in any column", async () => {
    const { changed, free = {}, to = {} } = tampering;
    for (const [column, type] of await columnsOf(table)) {
      const other = to[column] ?? others[type]?.(column);
      expect(other, `${column} ${type}`).toBeDefined();
      const codes = await found(
        table,
        `update ${table} t set ${column} = ${other} where ${rowOf(table, tampering)}`,
      );
      const expected = column in free ? [] : expect.arrayContaining([expect.toBeOneOf([...changed])]);
      expect(codes, `${table}.${column}`).toEqual(expected);
    }
  });

  test("a row is deleted", async () => {
    const codes = await found(table, `delete from ${table} t where ${rowOf(table, tampering)}`);
    expect(codes).toContain(tampering.deleted);
  });

  test("all rows are deleted", async () => {
    expect(await found(table, `truncate ${table}`)).toContain(tampering.truncated);
  });

  test("a row is inserted", async () => {
    const one = tampering.inserted;
    if (typeof one === "string") return;
    expect(await found(table, await inserted(table, tampering, one.with))).toContain(one.found);
  });

  test("two rows exchange what they say", async () => {
    const one = tampering.swapped;
    if (typeof one === "string") return;
    expect(await found(table, swapped(table, tampering, one.columns, one.where))).toContain(one.found);
  });
});

test.each<readonly [what: string, table: string, statement: string, code: FaultCode]>([
  ["a sum in parts of a cent", "cell", "update cell set sum = sum / 1000 where sum > 0", "cells-differ"],
  ["a sum that is no number", "cell", "update cell set sum = 'NaN' where sum > 0", "cells-differ"],
  ["a counter set back", "number_series", "update number_series set drawn = drawn - 1", "counter-behind"],
  [
    "an entry put where none belongs",
    "entry",
    `insert into entry (id, register, number, title, state, version, head, opened_on, state_since, data)
      select '01890000-0000-7000-8000-000000000001', 'rumour', number, title, state, version, head, opened_on, state_since, data
      from entry_hazard limit 1`,
    "register-unknown",
  ],
  [
    "the last line of an entry cut off with all that came of it",
    "ledger",
    `with gone as (delete from ledger where act = 'close' returning entry, version),
      unplaced as (delete from leaf using gone where leaf.entry = gone.entry and leaf.version = gone.version)
      delete from value using gone where value.entry = gone.entry and value.version = gone.version`,
    "entry-differs",
  ],
  [
    "two leaves moved",
    "leaf",
    "update leaf set position = 15 - position where position in (7, 8)",
    "past-rewritten",
  ],
  [
    "lines of an entry placed in another order",
    "leaf",
    `update leaf f set position = o.position from leaf o where f.entry = o.entry and o.version = 5 - f.version
      and f.version in (2, 3)`,
    "leaf-order",
  ],
])("%s is found", async (_, table, statement, code) => {
  expect(await found(table, statement)).toContain(code);
});
