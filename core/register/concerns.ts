import type { Step } from "./decide.ts";
import { arrivalsOf } from "./notices.ts";
import type { Register } from "./register.ts";

/**
 * How an entry has to do with somebody in an organisation: they opened it, they acted on it after that, or it came to their role
 * once. `who` is a person's id, and of what came the role.
 */
export interface Concern {
  readonly organisation: string;
  readonly kind: "opened" | "acted" | "came";
  readonly who: string;
}

/** Whom a step concerns. Nobody looks for what the engine has done, and who only said something has done nothing. */
export function concernsOf(
  step: Pick<Step, "register" | "before" | "after" | "actor" | "remark">,
): readonly Concern[] {
  const { before, actor, remark } = step;
  const came = arrivalsOf(step).flatMap(({ organisation, roles }) =>
    roles.map((who): Concern => ({ organisation, kind: "came", who })),
  );
  if (actor.role === "system" || remark !== undefined) return came;
  const kind = before.version === 0 ? "opened" : "acted";
  return [{ organisation: actor.organisation, kind, who: actor.id }, ...came];
}

const named = new WeakMap<Register, readonly string[]>();

/**
 * The fields that name a party which nothing ever waits for: a department of the trade, a second supervisor, a park, whoever found
 * it. Whom a state names as its holder is asked to act, and not merely told.
 */
export function toldPartiesOf(register: Register): readonly string[] {
  const known = named.get(register);
  if (known !== undefined) return known;
  const holders = new Set(Object.values(register.states).map(({ holder }) => holder));
  const found = Object.entries(register.allFields).flatMap(([name, { party }]) =>
    party && !holders.has(name) ? [name] : [],
  );
  named.set(register, found);
  return found;
}
