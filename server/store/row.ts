import { pointOfValues } from "../../core/map/position.ts";
import type { Entry } from "../../core/register/entry.ts";
import { valuesOfJson } from "../../core/register/json.ts";
import { ownerOf } from "../../core/register/keeping.ts";
import type { Register } from "../../core/register/register.ts";
import { columnsOf, hasPoint, sqlTypes } from "./tables.ts";

/** An entry as its table holds it, with the hash on which the next ledger line builds. */
export interface StoredEntry extends Entry {
  readonly head: string;
}

export type Row = Readonly<Record<string, unknown>>;

interface Columns {
  readonly all: ReturnType<typeof columnsOf>;
  /** The column of each field that has one. */
  readonly ofField: ReadonlyMap<string, string>;
}

const columnsByRegister = new WeakMap<Register, Columns>();

function columnsFor(register: Register): Columns {
  const known = columnsByRegister.get(register);
  if (known) return known;
  const all = columnsOf(register);
  const columns = { all, ofField: new Map([...all].map(([column, { field }]) => [field, column])) };
  columnsByRegister.set(register, columns);
  return columns;
}

/** The row of an entry: promoted values in their columns, the rest together. A column that it does not have is null. */
export function rowOf(register: Register, entry: Entry, head: string): Row {
  const { ofField } = columnsFor(register);
  const data: Record<string, unknown> = {};
  const row: Record<string, unknown> = {
    id: entry.id,
    register: register.name,
    state: entry.state,
    version: entry.version,
    head,
    county: typeof entry.values.region === "string" ? entry.values.region.slice(0, 6) : null,
    ...keptColumnsOf(register, entry),
    ...pointColumnsOf(register, entry),
  };
  for (const [field, value] of Object.entries<unknown>(entry.values)) {
    const column = ofField.get(field);
    if (column === undefined) data[field] = value;
    else if (value !== undefined) row[column] = value;
  }
  row.data = data;
  return row;
}

/** Of a kept register, by what its entries are seen. */
function keptColumnsOf({ keeping }: Register, { id, values }: Entry): Row {
  if (keeping === undefined) return {};
  return {
    kept_unit: values[keeping.unit] ?? null,
    kept_person: ownerOf(keeping.person, id, values) ?? null,
  };
}

/** Where an entry with a place of its own lies, in the one system of the map: what was entered stays in the entry beside its own system. */
function pointColumnsOf(register: Register, { values }: Entry): Row {
  if (!hasPoint(register)) return {};
  const point = pointOfValues(values);
  return { point_longitude: point?.longitude ?? null, point_latitude: point?.latitude ?? null };
}

/** The entry in a row that `select *` of its register's table gave. */
export function entryOf(register: Register, row: Row): StoredEntry {
  const rest = typeof row.data === "object" && row.data !== null ? Object.entries(row.data) : [];
  const promoted: [string, unknown][] = [];
  for (const [column, { field }] of columnsFor(register).all) promoted.push([field, row[column]]);
  return {
    id: String(row.id),
    register: register.name,
    version: Number(row.version),
    state: String(row.state),
    head: String(row.head),
    values: valuesOfJson(rest.concat(promoted)),
  };
}

/** Every column that an insert or update of this register writes. */
export const columnNames = (register: Register): readonly string[] => [...columnTypes(register).keys()];

/** The same columns with their types, without collations. */
export function columnTypes(register: Register): ReadonlyMap<string, string> {
  const own = [...columnsFor(register).all].map(
    ([column, { kind }]) => [column, sqlTypes[kind].split(" collate ")[0] ?? ""] as const,
  );
  return new Map([
    ["id", "uuid"],
    ["register", "text"],
    ["state", "text"],
    ["version", "integer"],
    ["head", "text"],
    ["county", "text"],
    ...(register.keeping ? kept : []),
    ...(hasPoint(register) ? point : []),
    ...own,
    ["data", "jsonb"],
  ]);
}

const kept: readonly (readonly [string, string])[] = [
  ["kept_unit", "uuid"],
  ["kept_person", "uuid"],
];
const point: readonly (readonly [string, string])[] = [
  ["point_longitude", "double precision"],
  ["point_latitude", "double precision"],
];
