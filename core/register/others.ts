import type { Day } from "../calendar/day.ts";
import type { Entry } from "./entry.ts";

/** Another entry of the register with the same values in the fields that an act names: the newest of them, at most twenty. */
export interface AlikeFact {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  /** The day in the field that orders them. */
  readonly day: Day;
}

/** What stands of an enterprise that applies for access, on the sight of the engine. */
export interface RegistrantFact {
  /** The entry of the roll with its credit code. */
  readonly enterprise?: Entry | undefined;
  /** How many hold the post of its principal, or await it. */
  readonly principals: number;
  /** The user name that its new account gets: nobody has it. Absent where all are taken. */
  readonly username?: string | undefined;
}
