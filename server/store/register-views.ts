import type { Field } from "../../core/register/field.ts";
import type { Register } from "../../core/register/register.ts";
import { columnsOf, snake, sqlTypes, tableOf } from "./tables.ts";

/** A register as a reporting tool reads it: a view with a typed column for every declared field, under its own name. */
export const viewOf = (register: Register): string => `view_${snake(register.name)}`;

/** Whatever the register, an entry's place in its lifecycle; everything else is a field. */
const entryColumns: Readonly<Record<string, string>> = {
  id: "条目 · Entry",
  version: "版本 · Version",
  state: "环节 · State",
  county: "县市 · County",
};

/**
 * The statements that create a register's view. `security_invoker`: whoever reads it sees the rows that row-level security
 * lets them see in the table, not those of the view's owner. A list of files or links stays `jsonb`.
 */
export function createView(register: Register): string {
  const view = viewOf(register);
  const columnOf = new Map([...columnsOf(register)].map(([column, { field }]) => [field, column]));
  const fields = Object.entries(register.allFields);
  const columns = [
    ...Object.keys(entryColumns).map((column) => `  e.${column}`),
    ...fields.map(([name, field]) => {
      const column = columnOf.get(name);
      const value = column === undefined ? fromData(name, field) : `e.${column}`;
      return `  ${value} as ${snake(name)}`;
    }),
  ];
  const comments = [
    ...Object.entries(entryColumns),
    ...fields.map(([name, { words }]): [string, string] => [snake(name), `${words.zh} · ${words.en}`]),
  ].map(([column, words]) => `comment on column ${view}.${column} is ${quoted(words)};`);
  return `create view ${view} with (security_invoker = true) as select
${columns.join(",\n")}
from ${tableOf(register)} e;
comment on view ${view} is ${quoted(`${register.words.zh} · ${register.words.en}`)};
${comments.join("\n")}
grant select on ${view} to zhiben_request;
`;
}

/** The value of a field that has no column, in the type that its column would have. */
function fromData(name: string, { kind, personal }: Field): string {
  // `personal:version:mask`: reports read the mask.
  if (personal) return `split_part(e.data ->> ${quoted(name)}, ':', 3)`;
  const type = sqlTypes[kind];
  if (type === "jsonb") return `e.data -> ${quoted(name)}`;
  const text = `e.data ->> ${quoted(name)}`;
  return type.startsWith("text") ? text : `(${text})::${type}`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
