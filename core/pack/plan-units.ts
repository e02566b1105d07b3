import type { Organisation, Pack } from "./pack.ts";
import type { Clause, NamedUnit, Plan } from "./plan.ts";

/** A group's id → its members. */
export type Groups = ReadonlyMap<string, readonly string[]>;

/** Whether one of the units named is this one, or a group that it belongs to. */
export function isAmong(named: readonly { readonly unit: string }[], unit: string, groups: Groups): boolean {
  return named.some((one) => one.unit === unit || groups.get(one.unit)?.includes(unit) === true);
}

/**
 * The units under which an organisation finds its own part of the plan: itself; a county's department also the prefecture's
 * bureau of its line, and the county's other organisations the county's government, since the plan names no county units but those.
 */
export function unitsOf({ organisations }: Pack, own: Organisation): readonly string[] {
  if (own.level !== "county" || own.kind === "government" || own.kind === "partyCommittee") return [own.id];
  const above =
    own.kind === "department"
      ? own.parent
      : organisations.find(({ kind, region }) => kind === "government" && region === own.region)?.id;
  return above === undefined ? [own.id] : [own.id, above];
}

/** The units of several clauses, each once, by the words in which it comes first. */
export function gathered(clauses: readonly Clause[], as: "leads" | "joint"): readonly NamedUnit[] {
  const found = new Map<string, NamedUnit>();
  for (const clause of clauses)
    for (const named of clause[as] ?? []) if (!found.has(named.unit)) found.set(named.unit, named);
  return [...found.values()];
}

/** Ids of every organisation and group that the plan names, groups first and each with its members after it. */
export function unitsNamed(plan: Plan): ReadonlySet<string> {
  const clauses = [...plan.measures, ...plan.sections].flatMap((one) => one.clauses ?? []);
  const named = [
    ...plan.taskForce,
    ...plan.jointEverywhere.joint,
    ...gathered(clauses, "leads"),
    ...gathered(clauses, "joint"),
  ];
  const groups = plan.groups.flatMap(({ id, members }) => [id, ...members]);
  return new Set([...groups, ...named.map(({ unit }) => unit)]);
}
