import { searchOfAddress } from "../list/address.ts";

/** What the map's address says: the register and the indicator, and beside them the filters of the register's own list. */
export interface MapSearch {
  readonly [filter: string]: string;
}

export const searchOfMap = (search: Record<string, unknown>): MapSearch => searchOfAddress(search);

/** The register whose entries are shown: the one that is asked for, where it lies on the map, or the first that does. */
export const registerOf = (search: MapSearch, names: readonly string[]): string | undefined =>
  names.find((name) => name === search.register) ?? names[0];

/** The filters alone, as the list of the register has them in its address. */
export function filtersOf({
  register: _register,
  indicator: _indicator,
  cursor: _cursor,
  ...filters
}: MapSearch) {
  return filters;
}
