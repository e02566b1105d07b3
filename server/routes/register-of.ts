import type { Register } from "../../core/register/register.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import { mayRead } from "../../core/scope/rights.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";

/** The registers that come before somebody in this role. */
export const registersFor = ({ role }: Pick<Actor, "role">): readonly Register[] =>
  mayRead(role) ? registers : [];

/** The register of that name; a 404 alike where there is none and where it does not come before the asker's role. */
export function registerFor(name: string, actor: Pick<Actor, "role">): Register {
  const register = registerNamed(name);
  if (register === undefined || !registersFor(actor).includes(register)) throw new HttpProblem("not-found");
  return register;
}
