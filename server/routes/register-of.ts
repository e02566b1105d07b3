import type { Register } from "../../core/register/register.ts";
import { isBusinessOf, mayLookInto } from "../../core/register/rights.ts";
import { registerNamed, registers } from "../../core/registers/index.ts";
import type { Actor } from "../../core/scope/scope.ts";
import { HttpProblem } from "../http/problems.ts";

/** The registers that are the business of somebody in this role. */
export const registersFor = (actor: Pick<Actor, "role" | "token">): readonly Register[] =>
  registers.filter((register) => isBusinessOf(register, actor.role) && mayLookInto(register, actor));

/** The register of that name; a 404 alike where there is none and where the asker may not look into it. */
export function registerFor(name: string, actor: Pick<Actor, "role" | "token">): Register {
  const register = registerNamed(name);
  if (register === undefined || !mayLookInto(register, actor)) throw new HttpProblem("not-found");
  return register;
}
