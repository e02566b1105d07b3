import { isOfEngine } from "../../../core/register/entry.ts";
import type { Words } from "../../../core/words.ts";
import type { EntryView, FieldView, Ledger, RegisterView } from "../../api/types.ts";

/** Fields of an entry that one act filled in; without a ledger there is one group without a name. */
export interface FieldGroup {
  readonly key: string;
  readonly words: Words | undefined;
  readonly fields: readonly FieldView[];
}

/**
 * The entry's fields under the headings that they declare, and all others under the acts that first filled them in, in the order
 * in which that happened: the page of a register is laid out by its own life, and no register needs a layout of its own.
 */
export function groupFields(
  register: RegisterView,
  entry: EntryView,
  ledger: Ledger | undefined,
): readonly FieldGroup[] {
  const shown = register.fields.filter(
    // What belongs to itself need not be told that it does.
    ({ name, internal }) =>
      internal !== true &&
      entry.values[name] !== entry.id &&
      (entry.values[name] !== undefined || isErased(entry, name)) &&
      !isOfEngine(name) &&
      (name !== register.title || isErased(entry, name)),
  );
  const groups = new Map<string, { words: Words | undefined; fields: FieldView[] }>();
  for (const { act, actWords } of ledger?.lines ?? [])
    if (!groups.has(act)) groups.set(act, { words: actWords, fields: [] });
  const declared = new Map<string, { words: Words; fields: FieldView[] }>();
  const rest = { words: undefined, fields: [] };
  for (const field of shown) {
    const { group } = field;
    const home = group && (declared.get(group.zh) ?? { words: group, fields: [] });
    if (group !== undefined && home !== undefined) declared.set(group.zh, home);
    (home ?? groups.get(fillerOf(field.name, ledger)) ?? rest).fields.push(field);
  }
  return [...declared, ...groups, ["", rest] as const]
    .filter(([, { fields }]) => fields.length > 0)
    .map(([key, group]) => ({ key, ...group }));
}

/** Whether what stood in the field was erased by law, and nothing has been entered since. */
export function isErased({ values }: EntryView, field: string): boolean {
  return Array.isArray(values.erased) && values.erased.some((name) => name === field);
}

/** The act that first gave the field a value. */
function fillerOf(name: string, ledger: Ledger | undefined): string {
  const line = ledger?.lines.find(({ changes }) =>
    changes.some(
      ({ field, value, erasedOn }) => field === name && (value !== null || erasedOn !== undefined),
    ),
  );
  return line?.act ?? "";
}
