import type { Field } from "../../core/register/field.ts";
import { lineFields, type Register } from "../../core/register/register.ts";
import type { EntryView, FieldView, RegisterView } from "../api/types.ts";

/** A register as the API would describe it, for tests that need a real one. */
export function described(register: Register): RegisterView {
  const fields = { ...register.allFields, ...lineFields };
  return {
    name: register.name,
    plural: register.plural,
    words: register.words,
    measures: register.measures,
    law: register.law,
    title: register.title,
    list: register.list,
    filters: register.filters,
    fields: Object.entries(fields).map(([name, field]) => describedField(name, field)),
    states: Object.entries(register.states).map(([name, { words, final }]) => ({
      name,
      words,
      final: final === true,
    })),
    acts: Object.entries(register.acts).map(
      ([name, { words, law, from, to, by, needs, takes, neededNext, warns, personalData, remarks }]) => ({
        name,
        words,
        law,
        opening: from === "new",
        personalData: personalData === true,
        remarks: remarks === true,
        from: from === "new" ? [] : from,
        to: typeof to === "object" ? "restored" : to,
        by,
        needs: needs ?? [],
        takes: takes ?? [],
        neededNext: neededNext ?? [],
        warns: warns !== undefined,
      }),
    ),
    opening: [],
    pointedAtBy: [],
    mayImport: true,
    importModes: ["open", "record"],
  };
}

function describedField(name: string, field: Field): FieldView {
  const { sealed, derived, ...shown }: Field = field;
  return { ...shown, name, sealed: sealed === true, derived: derived === true };
}

/** An entry of a register with some values, as the API would show it. */
export function anEntry(register: Register, given: Partial<EntryView>): EntryView {
  return {
    id: "0190a000-0000-7000-8000-000000000001",
    register: register.name,
    number: "YH533401-2026-00001",
    state: Object.keys(register.states)[0] ?? "",
    version: 1,
    title: "",
    values: {},
    labels: {},
    due: null,
    ...given,
  };
}
