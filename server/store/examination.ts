import type { Day } from "../../core/calendar/day.ts";
import type { Queryable } from "./database.ts";
import { productRoles } from "./migrate.ts";

/** What `zhiben doctor` asks of a database, with the owner's rights. */

export async function readPostgresVersion(db: Queryable): Promise<{ number: number; name: string }> {
  const { rows } = await db.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::integer as number, current_setting('server_version') as name",
  );
  return rows[0] ?? { number: 0, name: "" };
}

/** The database's clock, and the time of the ledger line that was placed last. */
export async function readClocks(db: Queryable): Promise<{ database: Date; lastLine: Date | null }> {
  const { rows } = await db.query<{ database: Date; lastLine: Date | null }>(
    `select clock_timestamp() as database, (select l.at from leaf f
        join ledger l on l.entry = f.entry and l.version = f.version order by f.position desc limit 1) as "lastLine"`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error("The database tells no time");
  return row;
}

/** How many committed lines wait for their position, and since when the oldest does. */
export async function readBacklog(db: Queryable): Promise<{ lines: number; since: Date | null }> {
  const { rows } = await db.query<{ lines: number; since: Date | null }>(
    "select count(*) as lines, min(at) as since from unsequenced",
  );
  return rows[0] ?? { lines: 0, since: null };
}

/** Roles of the product that are missing, and those that stand above rights and policies. */
export async function readRoles(db: Queryable): Promise<{ missing: string[]; powerful: string[] }> {
  const { rows } = await db.query<{ role: string; present: boolean; powerful: boolean }>(
    `select r.role, p.rolname is not null as present, coalesce(p.rolsuper or p.rolbypassrls, false) as powerful
      from unnest($1::text[]) r (role) left join pg_roles p on p.rolname = r.role`,
    [[...productRoles]],
  );
  return {
    missing: rows.flatMap(({ role, present }) => (present ? [] : [role])),
    powerful: rows.flatMap(({ role, powerful }) => (powerful ? [role] : [])),
  };
}

/** Rights by which a role of the product could change what only grows, as `role right table`. */
export async function readForbiddenRights(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ forbidden: string }>(
    `select concat_ws(' ', p.rolname, r.forbidden, t.name) as forbidden
      from pg_roles p, unnest(array['ledger', 'leaf', 'tree_node', 'checkpoint']) t (name),
        unnest(array['UPDATE', 'DELETE', 'TRUNCATE', 'TRIGGER']) r (forbidden)
      where p.rolname = any($1) and to_regclass(t.name) is not null
        and (has_table_privilege(p.oid, to_regclass(t.name), r.forbidden)
          or (r.forbidden = 'UPDATE' and has_any_column_privilege(p.oid, to_regclass(t.name), 'UPDATE')))
      order by 1`,
    [[...productRoles]],
  );
  return rows.map(({ forbidden }) => forbidden);
}

/** Tables that only grow and whose trigger against changes is missing or switched off. */
export async function readUnguarded(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string }>(
    `select t.name from unnest(array['ledger', 'leaf', 'tree_node', 'checkpoint']) t (name)
      where to_regclass(t.name) is not null and not exists (
        select 1 from pg_trigger g where g.tgrelid = to_regclass(t.name)
          and g.tgname = t.name || '_only_grows' and g.tgenabled in ('O', 'A'))
      order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** Tables with entries, or with what belongs to them, that a request would read without its scope: and why. */
export async function readUnscoped(db: Queryable): Promise<readonly string[]> {
  const { rows } = await db.query<{ name: string; why: string }>(
    `with held as (
        select c.oid, c.relname, c.relrowsecurity from pg_class c
        where c.oid = any (array[to_regclass('entry'), to_regclass('ledger'), to_regclass('value'), to_regclass('party'),
            to_regclass('notice')])
          or c.oid in (select inhrelid from pg_inherits where inhparent = to_regclass('entry'))),
      policies as (
        select p.polrelid, pg_get_expr(p.polqual, p.polrelid) as condition from pg_policy p
        where p.polpermissive and p.polcmd in ('r', '*')
          and (p.polroles = '{0}' or (select oid from pg_roles where rolname = 'zhiben_request') = any (p.polroles)))
      select relname as name, case
          when not relrowsecurity then 'row-level security is off'
          when not exists (select 1 from policies where polrelid = oid) then 'no policy for zhiben_request'
          else 'a policy lets everything through' end as why
      from held
      where not relrowsecurity or not exists (select 1 from policies where polrelid = oid)
        or exists (select 1 from policies where polrelid = oid and condition = 'true')
      order by 1`,
  );
  return rows.map(({ name, why }) => `${name}: ${why}`);
}

/** How many people whose post is current hold an enforcement certificate that has run out, or does until that day. */
export async function countCertificates(
  db: Queryable,
  today: Day,
  soon: Day,
): Promise<{ expired: number; expiring: number }> {
  const { rows } = await db.query<{ expired: number; expiring: number }>(
    `select count(*) filter (where certificate_to < $1) as expired,
        count(*) filter (where certificate_to between $1 and $2) as expiring
      from person p where not disabled and certificate_to is not null and exists (
        select 1 from post o where o.person = p.id and o.from_day <= $1 and (o.to_day is null or o.to_day >= $1))`,
    [today, soon],
  );
  return rows[0] ?? { expired: 0, expiring: 0 };
}

/** When the oldest line from that position on was written; undefined where there is none. */
export async function oldestLineFrom(db: Queryable, position: number): Promise<Date | undefined> {
  // Leaves of a dropped month of the audit log have no line any more.
  const { rows } = await db.query<{ at: Date | null }>(
    `select coalesce(l.at, a.at) as at from leaf f left join ledger l using (entry, version)
        left join audit a using (entry, version) where f.position >= $1 order by f.position limit 1`,
    [position],
  );
  return rows[0]?.at ?? undefined;
}

/** How many erasures from before that moment still have files or dead rows to clear away. */
export async function countUnfinishedErasures(db: Queryable, before: Date): Promise<number> {
  const { rows } = await db.query<{ count: number }>(
    `select count(distinct (u.entry, u.version)) as count
      from unfinished_erasure u join ledger l using (entry, version) where l.at < $1`,
    [before],
  );
  return rows[0]?.count ?? 0;
}
