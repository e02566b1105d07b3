import type { Ledger, LedgerLine, RegisterView } from "../../api/types.ts";

interface Reader {
  readonly person: string;
  /** Up to which version they have said, or shown, that they know the entry. */
  readonly version: number;
}

/**
 * What others did that a person does not know of yet. Whoever did something themselves, sent it from the version before, and so
 * knew what stood there; a remark asks for no version, and may have crossed with what another did.
 */
export function linesSince(
  { acts }: RegisterView,
  { lines }: Ledger,
  { person, version }: Reader,
): readonly LedgerLine[] {
  const remarks = new Set(acts.filter((act) => act.remarks).map(({ name }) => name));
  const known = lines.findLast(({ actor, act }) => actor.id === person && !remarks.has(act))?.version ?? 0;
  return lines.filter((line) => line.version > Math.max(known, version) && line.actor.id !== person);
}
