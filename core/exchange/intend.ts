import { importRowRefusals } from "../refusals/import-row.ts";
import type { Entry } from "../register/entry.ts";
import type { Field, RawInput } from "../register/field.ts";
import { maskOf } from "../register/personal.ts";
import { actNamed, type Register } from "../register/register.ts";
import type { Role } from "../scope/roles.ts";
import { cellOf } from "./cell.ts";
import { cellText } from "./cell-text.ts";
import { actThatChanges, changedColumns, inputOfChange } from "./change.ts";
import { type Column, stateColumn } from "./columns.ts";
import type { ReadRow } from "./read-row.ts";
import type { Entered } from "./reading.ts";
import type { SheetRow } from "./table.ts";
import type { RowChange, RowProblem } from "./told.ts";

/** What a name in a cell means: an id, or why it means none. */
export type Meant = { readonly id: string } | { readonly problem: Pick<RowProblem, "code" | "words"> };

/** A row as it was read, with what its names mean. */
export interface MeantRow {
  readonly row: SheetRow;
  readonly read: ReadRow;
  /** Of the fields that were given by name. */
  readonly meant: ReadonlyMap<string, Meant>;
}

/** What a row asks for, as far as can be told before the rules are asked. */
export type Intention =
  | {
      readonly kind: "act";
      readonly act: string;
      readonly input: RawInput;
      readonly changes: readonly RowChange[];
    }
  | { readonly kind: "nothing" }
  | { readonly kind: "wrong"; readonly problems: readonly RowProblem[] };

/** The columns of a file, as the person said what they are: none where a column is left out. */
export type FileColumns = readonly (Column | undefined)[];

const problemOf = (
  code: keyof typeof importRowRefusals,
  { column, field, given }: Pick<RowProblem, "column" | "field" | "given">,
): RowProblem => ({ column, field, code, words: importRowRefusals[code], given });

/** A row that is none of the entries in sight opens one by this act, with all that it holds. */
export function toOpen(
  register: Register,
  actName: string,
  columns: FileColumns,
  { row, read, meant }: MeantRow,
): Intention {
  const act = actNamed(register, actName);
  const taken = new Set([
    ...(act?.needs ?? []),
    ...(act?.takes ?? []),
    ...(act?.records ? [stateColumn] : []),
  ]);
  const problems: RowProblem[] = read.problems.map((one) => located(one, columns[one.column]?.field));
  const input: Record<string, unknown> = {};
  for (const [column, declared] of columns.entries()) {
    const field = declared?.name;
    const entered = field === undefined ? undefined : read.entered.get(field);
    if (field === undefined || entered === undefined || isNothing(entered)) continue;
    const given = shownGiven(declared?.field, cellText(row.cells[column]));
    const found = meantBy(field, entered, meant);
    if (!taken.has(field)) problems.push(problemOf("column-not-taken", { column, field, given }));
    else if ("problem" in found) problems.push({ column, field, given, ...found.problem });
    else input[field] = found.value;
  }
  return problems.length > 0
    ? { kind: "wrong", problems }
    : { kind: "act", act: actName, input, changes: [] };
}

const isNothing = (entered: Entered): boolean => "value" in entered && entered.value === null;

/** What a cell gives to an act, its name looked up. */
function meantBy(
  field: string,
  entered: Entered,
  meant: MeantRow["meant"],
): { readonly value: unknown } | { readonly problem: Pick<RowProblem, "code" | "words"> } {
  if ("value" in entered) return entered;
  const found = "named" in entered ? meant.get(field) : undefined;
  if (found !== undefined) return "id" in found ? { value: found.id } : found;
  const code = "shown" in entered ? "column-shown-only" : "name-unknown";
  return { problem: { code, words: importRowRefusals[code] } };
}

/** How the entry that a row is stands beside it. */
export interface Standing {
  readonly entry: Entry;
  /** By its number, as rows of an export are: there an empty cell was emptied; by what else it is known by, it says nothing. */
  readonly by: "number" | "key";
  readonly label: (field: string, value: string) => string | undefined;
  /** Whoever brings the file. */
  readonly role: Role;
  /** Given by acts that ask for one: which file and row. */
  readonly reason: string;
}

/** A row that is an entry changes it exactly in the cells that differ, by an act that leaves its state alone. */
export function toChange(
  register: Register,
  columns: FileColumns,
  { row, read, meant }: MeantRow,
  standing: Standing,
): Intention {
  const { entry, by, label, role, reason } = standing;
  const differing = new Set(changedColumns(register, entry, read.entered, label));
  const problems: RowProblem[] = [];
  const input: Record<string, unknown> = {};
  const changes: (RowChange & { readonly column: number })[] = [];
  for (const [column, declared] of columns.entries()) {
    if (declared === undefined || declared.name === "number") continue;
    const field = declared.name;
    const [given, stands] = [cellText(row.cells[column]), cellText(cellOf(declared, entry, register, label))];
    const misread = read.problems.find((one) => one.column === column);
    if (misread !== undefined && given !== stands) problems.push(located(misread, declared.field));
    const entered = read.entered.get(field);
    if (entered === undefined || !differing.has(field)) continue;
    // A personal number is left out of most exports: an empty cell does not say that there is none.
    if (isNothing(entered) && (by === "key" || declared.field.personal)) continue;
    const found = meantBy(field, entered, meant);
    if ("problem" in found) problems.push({ column, field, given, ...found.problem });
    else if (found.value !== entry.values[field]) {
      input[field] = found.value;
      const to = isNothing(entered) ? "" : shownGiven(declared.field, given);
      changes.push({ field, from: stands, to, column });
    }
  }
  if (problems.length > 0) return { kind: "wrong", problems };
  if (changes.length === 0) return { kind: "nothing" };
  const act = actThatChanges(register, entry, Object.keys(input), role);
  if (act === undefined) {
    const refused = changes.map(({ column, field, to }) =>
      problemOf("no-act-changes-this", { column, field, given: to }),
    );
    return { kind: "wrong", problems: refused };
  }
  return { kind: "act", act, input: inputOfChange(register, act, entry, input, reason), changes };
}

const located = (
  { column, field, code, says, given }: ReadRow["problems"][number],
  declared: Field | undefined,
): RowProblem => ({ column, field, code, words: says, given: shownGiven(declared, given) });

/** What stood in a cell, as it is told: a personal number, or what was meant for one, by its mask. */
const shownGiven = (field: Field | undefined, given: string): string =>
  field?.personal && given !== "" ? maskOf(field.personal, given) : given;
