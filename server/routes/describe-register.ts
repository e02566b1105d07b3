import { mayBringIn, openingOf } from "../../core/exchange/columns.ts";
import type { Field, Fields } from "../../core/register/field.ts";
import { fieldSchema, type JsonSchema } from "../../core/register/field-schema.ts";
import { type Act, lineFields, type Register } from "../../core/register/register.ts";
import type { Role } from "../../core/scope/roles.ts";

export const summarizeRegister = ({ name, plural, words, measures }: Register) => ({
  name,
  plural,
  words,
  measures,
});

interface Asker {
  readonly role: Role;
  /** The registers that they may look into, as they see them. */
  readonly registers: readonly Register[];
}

/** A register as screens and programs learn of it: all of it derived from the declarations. */
export function describeRegister(
  register: Register,
  opening: readonly unknown[],
  { role, registers }: Asker,
) {
  const fields = { ...register.allFields, ...lineFields };
  return {
    ...summarizeRegister(register),
    law: register.law,
    title: register.title,
    list: register.list,
    filters: register.filters,
    fields: Object.entries(fields).map(([name, field]) => ({ name, ...describeField(field, role) })),
    states: describeStates(register),
    acts: Object.entries(register.acts).map(([name, act]) => describeAct(register, name, act)),
    opening,
    pointedAtBy: registers.flatMap((other) => pointingAt(register, other)),
    mayImport: mayBringIn(register, role),
    importModes: importModes.filter((mode) => openingOf(register, mode) !== undefined),
  };
}

/** By which fields the entries of another register point at those of this one, where its list can be narrowed so. */
function pointingAt({ name: target }: Register, { name, words, filters, allFields }: Register) {
  return Object.entries(allFields).flatMap(([fieldName, field]) => {
    if (field.kind !== "link" && field.kind !== "links") return [];
    if (field.register !== target || !filters.includes(fieldName)) return [];
    return [
      { register: name, field: fieldName, words: (field.kind === "links" && field.backwards) || words },
    ];
  });
}

export const describeStates = ({ states }: Register) =>
  Object.entries(states).map(([name, { words, final }]) => ({ name, words, final: final === true }));

const importModes = ["open", "record"] as const;

function describeField(field: Field, role: Role) {
  const {
    sealed,
    derived,
    column: _column,
    party: _party,
    unique: _unique,
    was: _was,
    shownTo = [],
    ...shown
  }: Field = field;
  return {
    ...shown,
    sealed: sealed === true,
    derived: derived === true,
    // Whether whoever asks may have the whole of what every answer masks.
    ...(shownTo.includes(role) ? { mayBeShown: true } : {}),
  };
}

function describeAct(register: Register, name: string, act: Act) {
  const { words, law, from, to, by, needs = [], takes = [], neededNext = [], leavesOut } = act;
  return {
    name,
    words,
    law,
    opening: from === "new",
    personalData: act.personalData === true,
    remarks: act.remarks === true,
    ...(act.confirms ? { confirms: act.confirms } : {}),
    from: from === "new" ? [] : from,
    // The state that it was in before, where it takes another act back.
    to,
    by,
    needs,
    takes,
    neededNext,
    ...(leavesOut ? { leavesOut } : {}),
    warns: act.warns !== undefined,
    input: inputSchema(register, act),
  };
}

/** The JSON Schema (2020-12) of what an act takes. */
export function inputSchema(
  register: Register,
  { needs = [], takes = [] }: Pick<Act, "needs" | "takes">,
): JsonSchema {
  const fields: Fields = { ...register.allFields, ...lineFields };
  const properties = [...needs, ...takes].flatMap((name) => {
    const field = fields[name];
    if (field === undefined) return [];
    const schema = fieldSchema(field);
    const needed = needs.includes(name) || field.essential === true;
    const isList = needed && schema.type === "array";
    // `null` clears an optional field.
    const optional = needed ? schema : { anyOf: [schema, { type: "null" }] };
    return [[name, isList ? { ...schema, minItems: 1 } : optional] as const];
  });
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    required: needs,
    additionalProperties: false,
  };
}
