import type { Field } from "../../core/register/field.ts";
import type { Keeping } from "../../core/register/keeping.ts";
import type { Register } from "../../core/register/register.ts";
import type { Role } from "../../core/scope/roles.ts";
import { watchingRole } from "../../core/scope/scope.ts";

/** Values that every entry table has as columns, whatever its register; the rest of a register's columns are its own. */
const commonColumns = new Set([
  "number",
  "level",
  "region",
  "sector",
  "organisation",
  "holder",
  "foundOn",
  "openedOn",
  "closedOn",
  "stateSince",
  "dueOn",
  "firstDueOn",
  "restricted",
]);

/** A register's table. Names come from the declaration alone, never from a request. */
export const tableOf = (register: Register): string => `entry_${snake(register.name)}`;

export function snake(name: string): string {
  return name.replaceAll("-", "_").replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

/** Fields that are columns of the table, by column name. `title` is the column of the register's title field. */
export function columnsOf(
  register: Register,
): ReadonlyMap<string, { readonly field: string; readonly kind: Field["kind"] }> {
  const promoted = Object.entries(register.allFields).filter(
    ([name, field]) => field.column || name === register.title,
  );
  return new Map(
    promoted.map(([name, field]) => [
      name === register.title ? "title" : snake(name),
      { field: name, kind: field.kind },
    ]),
  );
}

/** The column of a field by which entries are compared; a declaration that compares by another is a mistake of the register. */
export function columnOf(
  register: Register,
  field: string,
): { readonly column: string; readonly kind: Field["kind"] } {
  const found = [...columnsOf(register)].find(([, promoted]) => promoted.field === field);
  if (found === undefined) throw new Error(`${register.name}.${field} is compared, so it must be a column`);
  return { column: found[0], kind: found[1].kind };
}

/**
 * How the column of a field is held against many values, which come as an array of this `type` and stand in `key`. They have the
 * column's type beforehand: a cast that can fail is not leak-proof, and under row-level security no index serves behind it.
 */
export function keyedBy(
  register: Register,
  field: string,
  key: string,
): { readonly type: string; readonly equal: string } {
  const { column, kind } = columnOf(register, field);
  const [type = "", collation] = sqlTypes[kind].split(" collate ");
  const collated = collation === undefined ? "" : ` collate ${collation}`;
  return { type: `${type}[]`, equal: `e.${column} = ${key}${collated}` };
}

/** The type of a column that holds a field of that kind. */
export const sqlTypes: Readonly<Record<Field["kind"], string>> = {
  text: "text",
  code: "text",
  choice: "text",
  choices: "jsonb",
  integer: "integer",
  decimal: "numeric",
  money: "numeric",
  day: "date",
  flag: "boolean",
  person: "uuid",
  persons: "jsonb",
  organisation: "uuid",
  organisations: "jsonb",
  region: 'text collate "C"',
  sector: "text",
  sectors: "jsonb",
  packRows: "jsonb",
  indicators: "jsonb",
  link: "uuid",
  links: "jsonb",
  criteria: "text",
  files: "jsonb",
  answers: "jsonb",
  scores: "jsonb",
  figures: "jsonb",
  verdicts: "jsonb",
  position: "text",
};

/** Whether entries of a register have a place of their own: degrees and the system in which they were measured. */
export const hasPoint = ({ allFields }: Register): boolean => Object.hasOwn(allFields, "coordinateSystem");

/** Columns that this register adds to the common ones. */
function ownColumns(register: Register): readonly [column: string, type: string, unique: boolean][] {
  return [...columnsOf(register)].flatMap(([column, { field, kind }]): [string, string, boolean][] => {
    const own = column !== "title" && !commonColumns.has(field);
    return own ? [[column, sqlTypes[kind], register.allFields[field]?.unique === true]] : [];
  });
}

/** The statements that create a register's table, its indexes, its rights and its row-level policies. */
export function createTable(register: Register): string {
  const table = tableOf(register);
  const own = ownColumns(register);
  const point = hasPoint(register)
    ? ["  point_longitude double precision", "  point_latitude double precision"]
    : [];
  const columns = [...own.map(([column, type]) => `  ${column} ${type}`), ...point].join(",\n");
  const uniques = own
    .filter(([, , unique]) => unique)
    .map(([column]) => `create unique index ${table}_${column} on ${table} (${column});`);
  return `create table ${table} (
${columns}
) inherits (entry);
alter table ${table} add primary key (id);
alter table ${table} add check (register = '${register.name}');
create unique index ${table}_number on ${table} (number);
${uniques.map((line) => `${line}\n`).join("")}${[...listIndexes(table, register), ...alikeIndexes(register), ...linksIndexes(register)].join("\n")}
alter table ${table} enable row level security;
create policy request_reads on ${table} for select to zhiben_request using (
${register.keeping ? keptPolicy(register.keeping) : scopePolicy}
);
create policy commit_all on ${table} to zhiben_commit using (true) with check (true);
grant select on ${table} to zhiben_request;
grant select, insert, update on ${table} to zhiben_commit;
`;
}

/**
 * A page stays as quick at a million entries as at ten thousand only if an index carries the level of region that was asked
 * for, then the sort, then the id that breaks ties.
 */
function listIndexes(table: string, { keeping }: Register): readonly string[] {
  const sorted = "opened_on desc, id desc";
  return [
    `create index ${table}_opened on ${table} (${sorted});`,
    `create index ${table}_county on ${table} (county, ${sorted});`,
    `create index ${table}_region on ${table} (region, ${sorted});`,
    `create index ${table}_organisation on ${table} (organisation, ${sorted});`,
    `create index ${table}_state on ${table} (state, ${sorted});`,
    `create index ${table}_holder on ${table} (holder, due_on, id) where closed_on is null;`,
    `create index ${table}_due on ${table} (due_on, id) where due_on is not null;`,
    `create index ${table}_closed on ${table} (closed_on, id) where closed_on is not null;`,
    `create index ${table}_found on ${table} (found_on desc, id desc);`,
    ...(keeping
      ? [
          `create index ${table}_kept_unit on ${table} (kept_unit, ${sorted});`,
          `create index ${table}_kept_person on ${table} (kept_person);`,
        ]
      : []),
    `create index ${table}_words on ${table} using gin (search_words(title, number));`,
    `create index ${table}_provisional on ${table} (id) where closed_on is null and data ->> 'dueProvisional' = 'true';`,
  ];
}

/**
 * What rules ask about entries alike is found by the values that they share; and by the same index, where it begins like what an entry is
 * known by when it comes in a table, that entry. Without the last of these a row was looked for among all of its enterprise and day.
 */
function alikeIndexes(register: Register): readonly string[] {
  const asked = Object.values(register.acts).flatMap(({ facts }) => facts?.alike ?? []);
  const keys = register.exchange.keys ?? [];
  const columns = asked.map(({ same, newestBy }) => {
    const begins = [...same, newestBy];
    const key = keys.find((fields) => begins.every((field) => fields.includes(field))) ?? [];
    return [
      ...same.map((field) => columnOf(register, field).column),
      `${columnOf(register, newestBy).column} desc`,
      ...key.filter((field) => !begins.includes(field)).map((field) => columnOf(register, field).column),
    ].join(", ");
  });
  const table = tableOf(register);
  return [...new Set(columns)].map(
    (list, at) => `create index ${table}_alike${at === 0 ? "" : at + 1} on ${table} (${list});`,
  );
}

/** Which entries name one among their links: few do, so only those are in it. */
function linksIndexes(register: Register): readonly string[] {
  const table = tableOf(register);
  return [...columnsOf(register)]
    .filter(([, { kind }]) => kind === "links")
    .map(
      ([column]) =>
        `create index ${table}_${column} on ${table} using gin (${column}) where ${column} is not null;`,
    );
}

/**
 * The policy of what all entries inherit from, by which work lists, ledger lines and sealed values are read: the kept registers beside
 * those that a scope shows.
 */
export function parentPolicy(registers: readonly Register[]): string {
  const kept = registers.flatMap(({ name, keeping }) =>
    keeping ? [`  or (register = '${name}' and (\n${keptPolicy(keeping)}\n  ))`] : [],
  );
  return `alter policy request_reads on entry using (
${[scopePolicy, ...kept].join("\n")}
);
`;
}

/** The row-level policy of a kept register: what `inScope` in core says of it. */
function keptPolicy({ by, heads }: Keeping): string {
  const named = (roles: readonly Role[]) => roles.map((role) => `'${role}'`).join(", ");
  const organisation = `(select nullif(current_setting('zhiben.organisation', true), '')::uuid)`;
  return `  (select current_setting('zhiben.role', true)) in (${named(by)})
  or kept_person = (select nullif(current_setting('zhiben.person', true), '')::uuid)
  or (
    (select current_setting('zhiben.role', true)) in (${named(heads)})
    and ${organisation} in (kept_unit, holder)
  )`;
}

/** The row-level policy, in the words of `001_kernel.sql`: plain comparisons only, so that indexes still serve. */
const scopePolicy = `  (
    (select current_setting('zhiben.sees', true)) = 'region'
    and region >= (select current_setting('zhiben.region_from', true))
    and region < (select current_setting('zhiben.region_before', true))
    and (
      (select current_setting('zhiben.sectors', true)) = 'all'
      or sector = any ((select string_to_array(current_setting('zhiben.sectors', true), ','))::text[])
    )
    and (restricted is not true or (select current_setting('zhiben.role', true)) = '${watchingRole}')
  )
  or (
    (select current_setting('zhiben.sees', true)) = 'organisation'
    and organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid)
  )
  or (
    -- Not exists(…): that was planned as a hash of all that an organisation is party to, built for every page.
    select true from party p
    where p.organisation = (select nullif(current_setting('zhiben.organisation', true), '')::uuid) and p.entry = id
    limit 1
  )`;
