import type { Role } from "../scope/roles.ts";
import type { Step } from "./decide.ts";
import { actNamed } from "./register.ts";

/** Who hears that an entry has come to them: the roles, in the organisation that now holds it. */
export interface Arrival {
  readonly organisation: string;
  readonly roles: readonly Role[];
}

/** Who is told by name that somebody speaks of an entry: a person, in the roles that they have in one organisation. */
export interface Naming extends Arrival {
  readonly person: string;
}

/** Once for each person and organisation, however many posts they have there. */
export function namingsOf({ tells = [] }: Pick<Step, "tells">): readonly Naming[] {
  const posts = Map.groupBy(tells, ({ id, organisation }) => `${id} ${organisation}`);
  return [...posts.values()].flatMap((own): Naming[] => {
    const [first] = own;
    if (first === undefined) return [];
    const { id, organisation } = first;
    return [{ person: id, organisation, roles: [...new Set(own.map(({ role }) => role))] }];
  });
}

/** An entry arrives when it enters a state that somebody is awaited in, or passes to another holder. */
export function arrivalsOf({
  register,
  before,
  after,
}: Pick<Step, "register" | "before" | "after">): readonly Arrival[] {
  const awaits = register.states[after.state]?.awaits ?? [];
  const { holder } = after.values;
  const same = before.state === after.state && before.values.holder === holder;
  return same || holder === undefined || awaits.length === 0 ? [] : [{ organisation: holder, roles: awaits }];
}

/**
 * The arrivals that are told. One that is recorded with its history is not: whoever holds it has had it, and a ledger of thousands would
 * drown what is new. It stands in their list, and what is due reminds of itself.
 */
export const toldArrivalsOf = (
  step: Pick<Step, "register" | "act" | "before" | "after">,
): readonly Arrival[] => (actNamed(step.register, step.act)?.records ? [] : arrivalsOf(step));
