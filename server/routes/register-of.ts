import type { Register } from "../../core/register/register.ts";
import { isBusinessOf, mayRead } from "../../core/register/rights.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";

/** The registers that are the business of somebody in this role. */
export const registersFor = ({ role }: Pick<Actor, "role">): readonly Register[] =>
  registers.filter((register) => isBusinessOf(register, role));

/** The register of that name; a 404 alike where there is none and where the asker's role may not look into it. */
export function registerFor(name: string, { role }: Pick<Actor, "role">): Register {
  const register = registerNamed(name);
  if (register === undefined || !mayRead(register, role)) throw new HttpProblem("not-found");
  return register;
}
