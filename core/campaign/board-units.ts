import type { Organisation, Pack } from "../pack/pack.ts";
import type { Clause, NamedUnit } from "../pack/plan.ts";
import { gathered } from "../pack/plan-units.ts";
import { type BoardUnitKind, boardUnitKinds } from "./board-unit-kind.ts";
import type { TargetRow } from "./target.ts";

/** A column of the board: who has a share in the campaign's targets. */
export interface BoardUnit {
  /** Id of an organisation of the pack. */
  readonly id: string;
  readonly kind: BoardUnitKind;
  readonly organisation: Organisation;
}

/**
 * The units of the board: the government of the pack's whole region, those of its counties, its parks, and the bodies of the
 * prefecture that lead a clause of a measure, by themselves or in a group. A Party committee shares its government's column.
 */
export function boardUnits(pack: Pack): readonly BoardUnit[] {
  const { organisations, plan } = pack;
  const leading = new Set(
    members(
      pack,
      gathered(
        plan.measures.flatMap(({ clauses }) => clauses),
        "leads",
      ),
    ),
  );
  return boardUnitKinds.flatMap((kind) =>
    organisations
      .filter((organisation) => kindOf(organisation, leading) === kind)
      .map((organisation) => ({ id: organisation.id, kind, organisation })),
  );
}

function kindOf(
  { id, kind, level }: Organisation,
  leading: ReadonlySet<string>,
): BoardUnit["kind"] | undefined {
  if (kind === "government") return level === "township" ? undefined : level;
  if (kind === "park") return "park";
  return level === "prefecture" && kind !== "partyCommittee" && leading.has(id) ? "department" : undefined;
}

/** The units of the board that have a share in a target; ids that are none of its units are left out. */
export function sharing(
  pack: Pack,
  units: readonly BoardUnit[],
  shares: TargetRow["units"],
  clause: Clause,
): readonly string[] {
  const named = new Set(asked(pack, units, shares, clause).map((id) => columnOf(pack, units, id)));
  return units.filter(({ id }) => named.has(id)).map(({ id }) => id);
}

function asked(
  pack: Pack,
  units: readonly BoardUnit[],
  shares: TargetRow["units"],
  { leads = [], joint = [] }: Clause,
): readonly string[] {
  switch (shares) {
    case "all":
      return units.map(({ id }) => id);
    case "governments":
      return units.filter(({ organisation }) => organisation.kind === "government").map(({ id }) => id);
    case "leads":
      return members(pack, leads);
    case "joint":
      return members(pack, [...leads, ...joint, ...pack.plan.jointEverywhere.joint]);
    default:
      return shares;
  }
}

/** The organisations that the plan names, each group by its members. */
function members({ plan }: Pack, named: readonly NamedUnit[]): readonly string[] {
  const groups = new Map(plan.groups.map((group) => [group.id, group.members]));
  return named.flatMap(({ unit }) => groups.get(unit) ?? [unit]);
}

/**
 * The column in which an organisation answers: its own, or else that of the county's government around it. A Party committee and its
 * government answer together (党政同责), and the board shows no county's bureaus. Undefined where the board has none for it.
 */
export function columnOf(pack: Pack, units: readonly BoardUnit[], id: string): string | undefined {
  if (units.some((unit) => unit.id === id)) return id;
  const own = pack.organisations.find((one) => one.id === id);
  return units.find(
    ({ kind, organisation }) => kind === "county" && own?.region.startsWith(organisation.region),
  )?.id;
}
