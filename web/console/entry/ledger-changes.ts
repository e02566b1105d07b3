import { isOfComment } from "../../../core/register/comment.ts";
import { isOfEngine } from "../../../core/register/entry.ts";
import type { LedgerChange, LedgerLine } from "../../api/types.ts";

/** What a line changed, beside what the ledger said of the same field until then. */
export interface Change {
  readonly after: LedgerChange;
  /** Absent where nothing stood in the field, or what stood there has been erased since. */
  readonly before: LedgerChange | undefined;
}

/**
 * By version, what a person or the act itself changed; what the engine counts for every act stands in the line's head. Lines
 * come in the order in which they were written.
 */
export function changesByLine(lines: readonly LedgerLine[]): ReadonlyMap<number, readonly Change[]> {
  const standing = new Map<string, LedgerChange>();
  return new Map(
    lines.map(({ version, changes }) => {
      const told = changes.filter(({ field }) => !isOfEngine(field));
      const found = told.map((after): Change => ({ after, before: filled(standing.get(after.field)) }));
      // What a comment says takes the place of nothing that was said before.
      for (const change of told) if (!isOfComment(change.field)) standing.set(change.field, change);
      return [version, found];
    }),
  );
}

const filled = (change: LedgerChange | undefined): LedgerChange | undefined =>
  change === undefined || change.value === null ? undefined : change;
