import { type Role, roles } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import type { Act, Register } from "./register.ts";

/** Whether a register as a whole is a role's business: who looks after the product has none but with what they keep. */
export function isBusinessOf(register: Looked, role: Role): boolean {
  const { keeping } = register;
  if (keeping === undefined) return findsEntriesIn(register, role);
  return keeping.by.includes(role) || keeping.heads.includes(role);
}

type Looked = Pick<Register, "keeping" | "fields" | "states">;

/**
 * Whether entries of a register come before a role: every register's before one that sees by region; before one that sees its own
 * organisation those of its kind, and those in which work can wait for it, so that no enterprise is shown an empty list of service
 * bodies, nor they one of hazards, and a park finds its tasks.
 */
function findsEntriesIn({ fields: { organisation }, states }: Looked, role: Role): boolean {
  const held = roles[role];
  if (held.sees !== "organisation") return held.sees !== "nothing";
  if (organisation?.kind === "link" && organisation.register === held.of) return true;
  return Object.values(states).some(({ awaits }) => awaits?.includes(role));
}

/** Whether a role may look into a register at all: into one that is kept everybody may, for they find their own there. */
export const mayRead = (register: Looked, role: Role): boolean =>
  register.keeping !== undefined || findsEntriesIn(register, role);

/** Whether somebody acting now may look into a register: by a token, into those alone that it names. */
export const mayLookInto = (
  register: Looked & Pick<Register, "name">,
  { role, token }: Pick<Actor, "role" | "token">,
): boolean => mayRead(register, role) && (token === undefined || token.mayRead.includes(register.name));

/** What a role may do in a register that comes before it. */
export interface RegisterRight {
  readonly register: Register;
  readonly acts: readonly {
    readonly name: string;
    readonly act: Act;
    /** Whether the role may; where and when is for the entry's state, the scope and the act's own rules to say. */
    readonly may: boolean;
  }[];
}

/** What a role may do in each of these registers that is its business; no act that the engine alone does. */
export const rightsIn = (registers: readonly Register[], role: Role): readonly RegisterRight[] =>
  registers
    .filter((register) => isBusinessOf(register, role))
    .map((register) => ({
      register,
      acts: Object.entries(register.acts).flatMap(([name, act]) =>
        act.by.every((one) => one === "system") ? [] : [{ name, act, may: act.by.includes(role) }],
      ),
    }));
