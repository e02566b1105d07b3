import type { Register } from "../../core/register/register.ts";
import type { LedgerLine } from "../api/types.ts";

/** A line of a register's ledger as the API would show it, for tests. */
export function aLine(
  register: Register,
  version: number,
  act: string,
  changes: Readonly<Record<string, unknown>>,
): LedgerLine {
  const words = register.acts[act]?.words ?? { zh: act, en: act };
  return {
    version,
    act,
    actWords: words,
    state: "found",
    stateWords: words,
    actor: { id: "lin", name: "林" },
    roleWords: words,
    organisation: { id: "o", name: "局" },
    at: "2026-11-24T02:00:00Z",
    day: "2026-11-24",
    changes: Object.entries(changes).map(([field, value]) => ({ field, words, value, sealed: false })),
    hash: "",
    prev: "",
    position: null,
  };
}
