import { problemWords } from "../../../core/problems.ts";
import { checkInput } from "../../../core/register/check-field.ts";
import type { RawInput, Value, Values } from "../../../core/register/field.ts";
import { isMask } from "../../../core/register/personal.ts";
import type { Language, Words } from "../../../core/words.ts";
import type { ActView, FieldView, RegisterView } from "../../api/types.ts";
import { coreFields, fieldNamed } from "../words-of.ts";
import { answersOf, sentAnswers } from "./answers.ts";
import { scoresOf, sentScores } from "./scores.ts";

/** The fields that an act asks for, in its own order, with the options that it takes. */
export function askedFields(
  register: RegisterView,
  { needs, takes, leavesOut = {} }: ActView,
): readonly FieldView[] {
  return [...needs, ...takes].map((name) => {
    const field = fieldNamed(register, name);
    const without = leavesOut[name];
    if (field.kind !== "choice" || without === undefined) return field;
    const options = Object.entries(field.options).filter(([option]) => !without.includes(option));
    return { ...field, options: Object.fromEntries(options) };
  });
}

/** Fields under the headings that they declare, in the order in which each is first asked for; without one, a field stands by itself. */
export function grouped(
  fields: readonly FieldView[],
): readonly { readonly heading: Words | undefined; readonly members: readonly FieldView[] }[] {
  const groups = new Map<string, { heading: Words | undefined; members: FieldView[] }>();
  for (const field of fields) {
    const key = field.group?.zh ?? field.name;
    const group = groups.get(key) ?? { heading: field.group, members: [] };
    group.members.push(field);
    groups.set(key, group);
  }
  return [...groups.values()];
}

function isBlank(value: Value | undefined): boolean {
  if (value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return Array.isArray(value) && value.length === 0;
}

/**
 * What a form sends. What is left empty is not sent, so that it stays as it is; what the form offered and the person took away
 * is sent as `null`, which clears it. A file is sent by its id.
 */
export function toInput(act: ActView, values: Values, offered: Values): RawInput {
  const asked = [...act.needs, ...act.takes];
  return Object.fromEntries(
    asked.flatMap((name): [string, unknown][] => {
      const value = values[name];
      // The mask of a personal number, left as it was offered: the number stays what it is.
      if (readsAsMask(value) && value === offered[name]) return [];
      if (value !== undefined && !isBlank(value)) return [[name, wireValue(value)]];
      return act.takes.includes(name) && !isBlank(offered[name]) ? [[name, null]] : [];
    }),
  );
}

const readsAsMask = (value: Value | undefined): boolean => typeof value === "string" && isMask(value);

function wireValue(value: Value): unknown {
  if (typeof value === "string") return value.trim();
  const answers = answersOf(value);
  if (answers.length > 0) return sentAnswers(answers);
  const scores = scoresOf(value);
  if (scores.length > 0) return sentScores(scores);
  return Array.isArray(value)
    ? value.map((member) => (typeof member === "object" && "id" in member ? member.id : member))
    : value;
}

export type FieldProblems = Readonly<Record<string, string>>;

/** What core finds wrong with the input, in words: the same check as the server's, before anything is sent. */
export function problemsOf(
  register: RegisterView,
  act: ActView,
  input: RawInput,
  language: Language,
): FieldProblems {
  const found = checkInput(coreFields(register), act.needs, act.takes, input);
  return Object.fromEntries(found.map((problem) => [problem.field, problemWords(problem)[language]]));
}
