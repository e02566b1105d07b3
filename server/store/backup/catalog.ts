import { createHash } from "node:crypto";
import type { Queryable } from "../database.ts";
import { versionTable } from "../migrate.ts";

/** A table of which a backup keeps the rows. */
export interface KeptTable {
  readonly name: string;
  /** Without the generated ones, which the database works out again. */
  readonly columns: readonly string[];
  /** The parts of a partitioned table; its rows are kept together, and a part that is missing elsewhere is made there. */
  readonly partitions: readonly Partition[];
  readonly partitioned: boolean;
}

export interface Partition {
  readonly name: string;
  /** As PostgreSQL writes it: `FOR VALUES FROM (…) TO (…)`. */
  readonly bound: string;
}

export interface Sequence {
  readonly name: string;
  /** A bigint, in digits. */
  readonly last: string;
  readonly called: boolean;
}

// Of the product's own schema: no parts of partitioned tables, nothing temporary, nothing that an extension brought.
const ownTables = `c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
  and c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  and c.relname <> '${versionTable}'`;

/**
 * Every table of the product as the catalog knows it, in an order in which they can be filled: what others refer to comes
 * before them. Left out is the one in which migrations write down themselves.
 */
export async function keptTables(tx: Queryable): Promise<readonly KeptTable[]> {
  const { rows } = await tx.query<KeptTable & { refersTo: readonly string[] }>(
    `select c.relname::text as name, c.relkind = 'p' as partitioned,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
        and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      coalesce((select json_agg(json_build_object('name', p.relname, 'bound', pg_get_expr(p.relpartbound, p.oid))
          order by p.relname)
        from pg_inherits i join pg_class p on p.oid = i.inhrelid where i.inhparent = c.oid and p.relispartition),
        '[]') as partitions,
      array(select r.relname::text from pg_constraint k join pg_class r on r.oid = k.confrelid
        where k.conrelid = c.oid and k.contype = 'f' and r.oid <> c.oid) as "refersTo"
    from pg_class c where ${ownTables} order by c.relname collate "C"`,
  );
  const ordered: KeptTable[] = [];
  let waiting = rows;
  while (waiting.length > 0) {
    const placed = new Set(ordered.map(({ name }) => name));
    const next = waiting.filter(({ refersTo }) => refersTo.every((name) => placed.has(name)));
    if (next.length === 0)
      throw new Error(`Tables refer to each other in a circle: ${waiting.map(({ name }) => name)}`);
    ordered.push(...next.map(({ refersTo: _, ...table }) => table));
    waiting = waiting.filter((table) => !next.includes(table));
  }
  return ordered;
}

/** A hash over all tables and columns with their types: rows of one database fit into another where both have the same. */
export async function schemaHash(tx: Queryable): Promise<string> {
  const { rows } = await tx.query<{ said: string }>(
    `select concat_ws(' ', c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attgenerated,
        (select k.collname from pg_collation k where k.oid = a.attcollation and k.oid <> t.typcollation)) as said
      from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where ${ownTables} order by c.relname collate "C", a.attname collate "C"`,
  );
  return createHash("sha256")
    .update(rows.map(({ said }) => said).join("\n"))
    .digest("hex");
}

export async function readSequences(tx: Queryable): Promise<readonly Sequence[]> {
  const { rows } = await tx.query<{ name: string; quoted: string }>(
    `select c.relname::text as name, quote_ident(c.relname) as quoted from pg_class c
      where c.relkind = 'S' and c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
      order by c.relname collate "C"`,
  );
  const read: Sequence[] = [];
  for (const { name, quoted } of rows) {
    const { rows: stands } = await tx.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from ${quoted}`,
    );
    read.push(...stands.map((stand) => ({ name, ...stand })));
  }
  return read;
}

/** Whether nothing at all stands in the product's schema: no table, view or sequence but those of extensions. */
export async function isEmpty(tx: Queryable): Promise<boolean> {
  const { rowCount } = await tx.query(
    `select 1 from pg_class c where c.relnamespace = (select oid from pg_namespace where nspname = current_schema())
      and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
      limit 1`,
  );
  return rowCount === 0;
}
