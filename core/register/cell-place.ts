import { type Entry, textValue } from "./entry.ts";
import type { Register } from "./register.ts";

/** What cells are cut by, beside the day. */
export interface CellPlace {
  readonly region: string;
  readonly sector: string;
  readonly organisation: string;
  readonly park: string;
  readonly level: string;
  /** The value of the one further choice by which a register is counted apart: of hazards where they come from. */
  readonly kind: string;
  /** Counted apart: only for those who see it. */
  readonly restricted: boolean;
}

type Placing = Pick<Register, "countedBy">;

/** Where an entry is counted as it stands. */
export function placeOf({ countedBy }: Placing, { values }: Pick<Entry, "values">): CellPlace {
  return {
    region: textValue(values, "region") ?? "",
    sector: textValue(values, "sector") ?? "",
    organisation: textValue(values, "organisation") ?? "",
    park: textValue(values, "park") ?? "",
    level: textValue(values, "level") ?? "",
    kind: countedBy === undefined ? "" : (textValue(values, countedBy) ?? ""),
    restricted: values.restricted === true,
  };
}

/** Whether an act moves where, or from when, an entry is counted as overdue. No later act may lie on a day before such a move. */
export function isMoved(
  register: Placing,
  before: Pick<Entry, "values">,
  after: Pick<Entry, "values">,
): boolean {
  const isElsewhere = JSON.stringify(placeOf(register, before)) !== JSON.stringify(placeOf(register, after));
  return isElsewhere || before.values.dueOn !== after.values.dueOn;
}
