import type { Day } from "../../core/calendar/day.ts";
import { checkValue } from "../../core/register/check-field.ts";
import { fieldsOfLine } from "../../core/register/decide.ts";
import type { Entry } from "../../core/register/entry.ts";
import type { RawInput } from "../../core/register/field.ts";
import type { Act, FactsWanted, Register } from "../../core/register/register.ts";
import type { Actor, Scope } from "../../core/scope/scope.ts";

/** What is asked for when facts are loaded: the acts in question, on this entry, with this input. */
export interface FactsRequest {
  readonly register: Register;
  readonly acts: readonly Act[];
  readonly entry: Entry;
  readonly input: RawInput;
  readonly actor: Actor;
  readonly scope: Scope;
  readonly day: Day;
}

/** A request with what its acts want to know. */
export interface Wanting {
  readonly request: FactsRequest;
  readonly wanted: readonly FactsWanted[];
}

/**
 * Of what was entered only that which an act takes and which has the form of its field. The rest is refused when it is decided; until
 * then it must not get as far as a statement, where an id that is none is an error of ours.
 */
export function wellFormed({ register, acts, input }: FactsRequest): RawInput {
  const fields = fieldsOfLine(register);
  const formed: Record<string, unknown> = {};
  for (const name of Object.keys(input)) {
    const isAsked = acts.some(({ needs, takes }) => needs?.includes(name) || takes?.includes(name));
    const field = isAsked && Object.hasOwn(fields, name) ? fields[name] : undefined;
    const value = input[name];
    if (field !== undefined && (value === null || checkValue(field, value) === undefined))
      formed[name] = value;
  }
  return formed;
}
