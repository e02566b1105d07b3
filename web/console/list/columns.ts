import { fitsColumn } from "../../../core/register/field.ts";
import { lineFields } from "../../../core/register/register.ts";
import type { FieldView, RegisterView } from "../../api/types.ts";

/** Every field that a list of the register can show, the usual ones first. */
export function columnsToChoose(register: RegisterView): readonly FieldView[] {
  const usual = new Set(register.list);
  // A reason or a comment belongs to its ledger line and not to the entry.
  const fitting = register.fields.filter(
    (field) => fitsColumn(field) && !Object.hasOwn(lineFields, field.name),
  );
  return [
    ...fitting.filter(({ name }) => usual.has(name)),
    ...fitting.filter(({ name }) => !usual.has(name)),
  ];
}

/**
 * The columns of a list: what the person chose, without what the register no longer has, and always with the title, by which a
 * row is opened; the register's own where nothing was chosen.
 */
export function columnsOf(register: RegisterView, chosen: readonly string[] | undefined): readonly string[] {
  if (chosen === undefined) return register.list;
  const known = new Set(columnsToChoose(register).map(({ name }) => name));
  const columns = chosen.filter((name) => known.has(name));
  return columns.includes(register.title) ? columns : [register.title, ...columns];
}

/** The same columns with one of them a place further forward (-1) or back (1); as they are where there is no such place. */
export function moved(columns: readonly string[], name: string, by: -1 | 1): readonly string[] {
  const at = columns.indexOf(name);
  const other = columns[at + by];
  if (at < 0 || other === undefined) return columns;
  return columns.map((column) => (column === name ? other : column === other ? name : column));
}
