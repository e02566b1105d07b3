import { type Entry, textValue } from "./entry.ts";

/** What cells are cut by, beside the day. */
export interface CellPlace {
  readonly region: string;
  readonly sector: string;
  readonly organisation: string;
  readonly level: string;
  /** Counted apart: only for those who see it. */
  readonly restricted: boolean;
}

/** Where an entry is counted as it stands. */
export function placeOf({ values }: Pick<Entry, "values">): CellPlace {
  return {
    region: textValue(values, "region") ?? "",
    sector: textValue(values, "sector") ?? "",
    organisation: textValue(values, "organisation") ?? "",
    level: textValue(values, "level") ?? "",
    restricted: values.restricted === true,
  };
}

/** Whether an act moves where, or from when, an entry is counted as overdue. No later act may lie on a day before such a move. */
export function isMoved(before: Pick<Entry, "values">, after: Pick<Entry, "values">): boolean {
  const isElsewhere = JSON.stringify(placeOf(before)) !== JSON.stringify(placeOf(after));
  return isElsewhere || before.values.dueOn !== after.values.dueOn;
}
