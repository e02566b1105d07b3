import type { Queryable } from "./database.ts";

/**
 * The whole schema `public` of a database as statements that would make it, read from the catalogs: PostgreSQL's own programs
 * that come with Zhiben have no pg_dump. The same text from PostgreSQL 15 on, whatever the owner, the locale and the order in
 * which things were made. Throws on a kind of object that it would leave out.
 */
export async function dumpSchema(db: Queryable): Promise<string> {
  await refuseUnknown(db);
  const sections: string[] = [];
  for (const query of [
    tables,
    constraints,
    // Before the indexes, which may be over what a function makes of a row.
    functions,
    indexes,
    views,
    triggers,
    policies,
    rights,
    comments,
  ]) {
    const { rows } = await db.query<{ statement: string }>(query);
    if (rows.length > 0) sections.push(rows.map(({ statement }) => `${statement};\n`).join(""));
  }
  return [heading, ...sections].join("\n");
}

const heading =
  "-- Dumped from the catalogs by `npm run generate`, after the migrations; it is compared, and never run.\n";

// The months of the audit log come and go with time, by `make_audit_month` and a drop: the schema is what they are partitions of.
const own = `c.relnamespace = 'public'::regnamespace and c.relname !~ '^audit_\\d{4}_\\d{2}$'`;

/** Tables, indexes, views and what belongs to them; a sequence, a type of its own or a foreign table would be lost. */
async function refuseUnknown(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ unknown: string }>(`
    select c.oid::regclass::text as unknown from pg_class c where ${own} and c.relkind not in ('r', 'p', 'v', 'i', 'I', 't')
    union all
    select t.oid::regtype::text from pg_type t
      where t.typnamespace = 'public'::regnamespace and t.typtype in ('d', 'e', 'm', 'r')
    union all
    select p.oid::regprocedure::text from pg_proc p
      where p.pronamespace = 'public'::regnamespace and p.prokind not in ('f', 'p')
    union all
    select a.attrelid::regclass || '.' || a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where ${own} and (a.attidentity <> '' or a.attgenerated <> '')`);
  if (rows.length === 0) return;
  throw new Error(`The dump of the schema cannot show ${rows.map(({ unknown }) => unknown).join(", ")}`);
}

// NOT NULL is said with the column, and not as the constraint as which PostgreSQL 18 lists it beside.
const columnsOfTable = `
  select string_agg(format(E'\\n  %s', concat_ws(' ',
      quote_ident(a.attname),
      format_type(a.atttypid, a.atttypmod),
      case when a.attcollation <> t.typcollation then 'collate ' || quote_ident(l.collname) end,
      'default ' || pg_get_expr(d.adbin, d.adrelid),
      case when a.attnotnull then 'not null' end)), ',' order by a.attnum)
  from pg_attribute a
    join pg_type t on t.oid = a.atttypid
    left join pg_collation l on l.oid = a.attcollation
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attislocal`;

// What inherits comes after what it inherits from.
const tables = `
  select concat_ws(' ',
      case c.relpersistence when 'u' then 'create unlogged table' else 'create table' end,
      c.oid::regclass,
      case
        when c.relispartition then format('partition of %s %s', p.parents, pg_get_expr(c.relpartbound, c.oid))
        else format(E'(%s\\n)', (${columnsOfTable}))
      end,
      case when not c.relispartition then 'inherits (' || p.parents || ')' end,
      case when c.relkind = 'p' then 'partition by ' || pg_get_partkeydef(c.oid) end,
      'with (' || array_to_string(c.reloptions, ', ') || ')') as statement
  from pg_class c, lateral (
    select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) as parents
    from pg_inherits i where i.inhrelid = c.oid) p
  where ${own} and c.relkind in ('r', 'p')
  order by p.parents is not null, c.relname`;

const constraints = `
  select format('alter table %s add constraint %I %s', c.oid::regclass, k.conname, pg_get_constraintdef(k.oid)) as statement
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where ${own} and k.contype in ('p', 'u', 'c', 'x', 'f') and k.conislocal
  order by k.contype = 'f', c.relname, k.conname`;

const indexes = `
  select pg_get_indexdef(i.indexrelid) as statement
  from pg_index i join pg_class c on c.oid = i.indexrelid
  where ${own} and not c.relispartition and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)
  order by c.relname`;

const functions = `
  select trim(trailing E'\\n' from pg_get_functiondef(p.oid)) as statement
  from pg_proc p where p.pronamespace = 'public'::regnamespace order by p.oid::regprocedure::text collate "C"`;

// PostgreSQL 15 names the table before each column even where there is but one, later versions do not: our views call it e.
const views = `
  select format(E'create view %s%s as\\n%s', c.oid::regclass,
      ' with (' || array_to_string(c.reloptions, ', ') || ')',
      regexp_replace(trim(trailing ';' from pg_get_viewdef(c.oid)), '\\me\\.', '', 'g')) as statement
  from pg_class c where ${own} and c.relkind = 'v' order by c.relname`;

const triggers = `
  select pg_get_triggerdef(t.oid) as statement
  from pg_trigger t join pg_class c on c.oid = t.tgrelid
  where ${own} and not t.tgisinternal and t.tgparentid = 0
  order by c.relname, t.tgname`;

const policies = `
  select statement from (
    select c.relname as table, '' as policy, format('alter table %s enable row level security', c.oid::regclass) as statement
    from pg_class c where ${own} and c.relrowsecurity
    union all
    select c.relname, '', format('alter table %s force row level security', c.oid::regclass)
    from pg_class c where ${own} and c.relforcerowsecurity
    union all
    select c.relname, p.polname, concat_ws(' ',
        format('create policy %I on %s', p.polname, c.oid::regclass),
        case when not p.polpermissive then 'as restrictive' end,
        'for ' || case p.polcmd
          when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end,
        'to ' || (
          select string_agg(case g when 0 then 'public' else g::regrole::text end, ', ' order by g::regrole::text collate "C")
          from unnest(p.polroles) g),
        'using (' || pg_get_expr(p.polqual, p.polrelid) || ')',
        'with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')')
    from pg_policy p join pg_class c on c.oid = p.polrelid where ${own}
  ) all_policies order by "table", policy, statement collate "C"`;

// What the owner may do is the owner's affair; what nobody else may do any more, such as calling a function, is said.
const rights = `
  with object as (
    select 'schema' as kind, n.nspname::text as name, n.nspowner as owner, n.nspacl as acl, '' as columns
    from pg_namespace n where n.nspname = 'public'
    union all
    select 'table', c.oid::regclass::text, c.relowner, c.relacl, ''
    from pg_class c where ${own} and c.relkind in ('r', 'p', 'v')
    union all
    select 'table', c.oid::regclass::text, c.relowner, a.attacl, ' (' || quote_ident(a.attname) || ')'
    from pg_attribute a join pg_class c on c.oid = a.attrelid where ${own} and a.attacl is not null
    union all
    select 'function', p.oid::regprocedure::text, p.proowner, coalesce(p.proacl, acldefault('f', p.proowner)), ''
    from pg_proc p where p.pronamespace = 'public'::regnamespace
  ), granted as (
    select o.kind, o.name, case g.grantee when 0 then 'public' else g.grantee::regrole::text end as role,
      string_agg(lower(g.privilege_type) || o.columns, ', ' order by g.privilege_type) as privileges
    from object o, lateral aclexplode(o.acl) g
    where g.grantee <> o.owner group by o.kind, o.name, o.columns, g.grantee
  )
  select statement from (
    select kind, name, '' as role, format('revoke all on function %s from public', name) as statement
    from object where kind = 'function' and not exists (
      select 1 from granted where granted.kind = 'function' and granted.name = object.name and granted.role = 'public')
    union all
    select kind, name, role, format('grant %s on %s %s to %s', privileges, kind, name, role) from granted
    where not (kind = 'function' and role = 'public')
  ) all_rights order by kind, name collate "C", role collate "C", statement collate "C"`;

const comments = `
  select format('comment on %s %s is %L', case
      when d.objsubid > 0 then 'column' when c.relkind = 'v' then 'view' else 'table' end,
      concat_ws('.', c.oid::regclass, quote_ident(a.attname)), d.description) as statement
  from pg_description d
    join pg_class c on c.oid = d.objoid and d.classoid = 'pg_class'::regclass
    left join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid and d.objsubid > 0
  where ${own} order by c.relname, d.objsubid`;
