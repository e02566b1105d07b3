import { mayRead } from "../scope/rights.ts";
import type { Role } from "../scope/roles.ts";
import type { Act, Register } from "./register.ts";

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

/** What a role may do in each of these registers: none that it does not read, and no act that the engine alone does. */
export const rightsIn = (registers: readonly Register[], role: Role): readonly RegisterRight[] =>
  mayRead(role)
    ? registers.map((register) => ({
        register,
        acts: Object.entries(register.acts).flatMap(([name, act]) =>
          act.by.every((one) => one === "system") ? [] : [{ name, act, may: act.by.includes(role) }],
        ),
      }))
    : [];
