import { type Role, readingRoles } from "../scope/roles.ts";
import type { Actor } from "../scope/scope.ts";
import type { Act, Register } from "./register.ts";

/** Whether a register as a whole is a role's business: who looks after the product has none but with what they keep. */
export function isBusinessOf({ keeping }: Pick<Register, "keeping">, role: Role): boolean {
  if (keeping === undefined) return readingRoles.includes(role);
  return keeping.by.includes(role) || keeping.heads.includes(role);
}

/** Whether a role may look into a register at all: into one that is kept everybody may, for they find their own there. */
export const mayRead = (register: Pick<Register, "keeping">, role: Role): boolean =>
  register.keeping !== undefined || readingRoles.includes(role);

/** Whether somebody acting now may look into a register: by a token, into those alone that it names. */
export const mayLookInto = (
  register: Pick<Register, "name" | "keeping">,
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
