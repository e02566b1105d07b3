import { isDay } from "../../../core/calendar/day.ts";
import { isAuditEvent } from "../../../core/ledger/audit.ts";
import { limits } from "../../../core/limits.ts";
import type { Search } from "../../api/queries.ts";

const isTerm = (most: number) => (value: string) => value.trim() !== "" && value.length <= most;

/** By what the audit log is narrowed, under the names that the API knows, and what may stand there. */
const usable: Readonly<Record<string, (value: string) => boolean>> = {
  account: isTerm(limits.usernameLengthCharacters),
  event: isAuditEvent,
  from: isDay,
  to: isDay,
  address: isTerm(limits.searchLengthCharacters),
  number: isTerm(limits.searchLengthCharacters),
};

/** Filters that the short bar has no room for. */
export const folded = ["address", "number"];

/** What of an address narrows the log; the rest is left out, for the API would refuse it. */
export const auditFilters = (search: Search): Record<string, string> =>
  Object.fromEntries(
    Object.entries(search).flatMap(([name, value]) =>
      Object.hasOwn(usable, name) && usable[name]?.(value) ? [[name, value.trim()]] : [],
    ),
  );

/** What of an address the API is asked for: the filters and the place. */
export const auditQuery = (search: Search): Record<string, string> => ({
  ...auditFilters(search),
  ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
});
