import type { Day } from "../../core/calendar/day.ts";
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
