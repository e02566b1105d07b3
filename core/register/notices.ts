import type { Role } from "../scope/roles.ts";
import type { Step } from "./decide.ts";

/** Who hears that an entry has come to them: the roles, in the organisation that now holds it. */
export interface Arrival {
  readonly organisation: string;
  readonly roles: readonly Role[];
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
