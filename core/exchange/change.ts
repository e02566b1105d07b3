import type { Entry } from "../register/entry.ts";
import type { RawInput } from "../register/field.ts";
import { type Act, actNamed, lineFields, type Register } from "../register/register.ts";
import type { Role } from "../scope/roles.ts";
import { cellOf } from "./cell.ts";
import { exportColumns, isMending, stateColumn } from "./columns.ts";
import { isEmpty, textOf } from "./plain.ts";
import type { Entered } from "./reading.ts";

/**
 * The act by which a row changes these fields of an entry: one that people do, that leaves the state as it is and takes every one of
 * them, and that needs nothing which is neither among them nor held by the entry nor the reason that an import gives. Of several the
 * one that takes the least beside them. `role` leaves out what it may not do. Undefined where no act changes them all.
 */
export function actThatChanges(
  register: Register,
  entry: Entry,
  fields: readonly string[],
  role?: Role,
): string | undefined {
  const able = Object.entries(register.acts).filter(
    ([, act]) => isOpenTo(act, entry, role) && takesAll(act, fields) && hasItsNeeds(act, entry, fields),
  );
  return able.toSorted(([, one], [, other]) => extentOf(one) - extentOf(other))[0]?.[0];
}

const isOpenTo = (act: Act, { state }: Entry, role: Role | undefined): boolean =>
  isMending(act) && act.from.includes(state) && (role === undefined || act.by.includes(role));

const askedBy = ({ needs = [], takes = [] }: Act): readonly string[] => [...needs, ...takes];

const takesAll = (act: Act, fields: readonly string[]): boolean => {
  const asked = askedBy(act);
  return fields.length > 0 && fields.every((field) => asked.includes(field));
};

const isOfLine = (name: string): boolean => Object.hasOwn(lineFields, name);

const hasItsNeeds = ({ needs = [] }: Act, { values }: Entry, fields: readonly string[]): boolean =>
  needs.every((name) => fields.includes(name) || isOfLine(name) || values[name] !== undefined);

/** What is needed weighs more than what may be given: an act that is about something else needs more. */
const extentOf = ({ needs = [], takes = [] }: Act): number => needs.length * 100 + takes.length;

/**
 * What is entered into the act that changes a row's fields: the changes, what it needs beside them as the entry holds it, and the
 * reason where it asks for one or takes it.
 */
export function inputOfChange(
  register: Register,
  name: string,
  { values }: Pick<Entry, "values">,
  changes: RawInput,
  reason: string,
): RawInput {
  const act = actNamed(register, name);
  const held = (act?.needs ?? []).filter((field) => !isOfLine(field) && !Object.hasOwn(changes, field));
  return {
    ...Object.fromEntries(held.map((field) => [field, values[field]])),
    ...changes,
    ...(act !== undefined && askedBy(act).includes("reason") ? { reason } : {}),
  };
}

/**
 * The columns of a row in which it differs from an entry: where neither the value that was read, nor what an export would show there,
 * is what the cell holds. A row that was exported and came back as it went differs in none.
 */
export function changedColumns(
  register: Register,
  entry: Pick<Entry, "state" | "values">,
  entered: ReadonlyMap<string, Entered>,
  label: (field: string, value: string) => string | undefined,
): readonly string[] {
  return exportColumns(register, [...entered.keys()])
    .filter(({ name, field }) => {
      const read = entered.get(name);
      const held = name === stateColumn ? entry.state : entry.values[name];
      if (read === undefined) return false;
      if ("value" in read && isSame(read.value, held)) return false;
      // A text that ends in blanks, or breaks its lines as another system does, is shown as it is read.
      if ("value" in read && typeof read.value !== "string" && read.value !== null) return true;
      const shown = textOf(cellOf({ name, field }, entry, register, label));
      return written(shown) !== written(textOfEntered(read));
    })
    .map(({ name }) => name);
}

const written = (text: string): string => (isEmpty(text) ? "" : text.replaceAll(/\r\n?/g, "\n"));

function textOfEntered(read: Entered): string {
  if ("named" in read) return read.named;
  if ("shown" in read) return read.shown;
  return typeof read.value === "string" ? read.value : "";
}

/** The same value, or nothing on both sides; the order of a list's members is none of its own. */
function isSame(read: unknown, held: unknown): boolean {
  const [one, other] = [read ?? null, held ?? null].map((value) => (isFalseOrNone(value) ? null : value));
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((member) => other.includes(member));
  return one === other;
}

/** A flag that nobody raised is not held, and 否 in its cell says the same. */
const isFalseOrNone = (value: unknown): boolean =>
  value === false || (Array.isArray(value) && value.length === 0);
