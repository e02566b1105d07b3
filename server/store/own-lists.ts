import type { Register } from "../../core/register/register.ts";
import type { Parameters } from "./scope.ts";

/** A role's work in an organisation: what it holds, in the states that await the role. */
export interface Awaits {
  readonly organisation: string;
  readonly states: readonly string[];
}

/**
 * A list that somebody calls their own, in the organisation of their present post. `opened`: what they opened. `acted`: what they
 * acted on after its opening, and what does not await them now. `copied`: what once came to their role, or names their organisation
 * where nothing is waited for, and what neither awaits them now nor was opened or acted on by them.
 */
export type OwnList = {
  readonly organisation: string;
  readonly person: string;
} & (
  | { readonly kind: "opened" }
  | { readonly kind: "acted"; readonly awaits: Awaits }
  | {
      readonly kind: "copied";
      readonly awaits: Awaits;
      readonly role: string;
      /** The fields that name an organisation which is told and not asked. */
      readonly as: readonly string[];
    }
);

// Nobody is awaited in a closed entry; said, so that the index of held entries serves.
export const awaitsCondition = ({ organisation, states }: Awaits, parameters: Parameters): string =>
  `e.closed_on is null and e.holder = ${parameters.add(organisation)} and e.state = any(${parameters.add(states)}::text[])`;

/** What of the concerns (under the alias `k`) is this list's, or comes into it before the rest is looked at. */
export function concernsCondition(register: Register, list: OwnList, parameters: Parameters): string {
  const [kind, who] =
    list.kind === "copied" ? (["came", list.role] as const) : ([list.kind, list.person] as const);
  return `k.organisation = ${parameters.add(list.organisation)} and k.kind = '${kind}' and k.who = ${parameters.add(who)}
    and k.register = '${register.name}'`;
}

/** What of the parties (under the alias `p`) is told and not asked; its own matters are no news to an enterprise. */
export const toldCondition = (
  register: Register,
  { organisation }: OwnList,
  role: string,
  parameters: Parameters,
): string =>
  `p.organisation = ${parameters.add(organisation)} and ${role} and p.register = '${register.name}' and not p.own`;

/** That an entry stands in the list, wherever it is looked for. */
export function ownListConditions(
  register: Register,
  list: OwnList,
  parameters: Parameters,
): readonly string[] {
  const concerned = `select k.opened_on, k.entry from concern k where ${concernsCondition(register, list, parameters)}`;
  const told =
    list.kind === "copied"
      ? ` union all select p.opened_on, p.entry from party p where ${toldCondition(
          register,
          list,
          `p.role = any(${parameters.add(list.as)}::text[])`,
          parameters,
        )}`
      : "";
  return [`(e.opened_on, e.id) in (${concerned}${told})`, ...exceptions(register, list, parameters)];
}

/** What of those whom the list finds it leaves out again. */
export function exceptions(register: Register, list: OwnList, parameters: Parameters): readonly string[] {
  if (list.kind === "opened") return [];
  const awaited = `(${awaitsCondition(list.awaits, parameters)}) is not true`;
  if (list.kind === "acted") return [awaited];
  const theirs = `k.organisation = ${parameters.add(list.organisation)} and k.who = ${parameters.add(list.person)}`;
  return [
    awaited,
    `not exists (select 1 from concern k where ${theirs} and k.kind in ('opened', 'acted')
      and k.register = '${register.name}' and k.opened_on = e.opened_on and k.entry = e.id)`,
  ];
}
