import type { Attempt, FollowUp, Register } from "../register/register.ts";

/** Whatever was merged keeps where to, and what it was merged into keeps all that was merged into it. */
type Merged = Attempt<{ readonly duplicateOf?: string }>;

/** Into the other: it takes this one up among its duplicates. Feature A9: linked both ways, never deleted. */
export const intoOther = (register: () => Register, attempt: Merged): readonly FollowUp[] =>
  toOther(register, "absorb", attempt, (known, id) => [...known, id]);

/** Out of the other again: it keeps the duplicates that remain. */
export const outOfOther = (register: () => Register, attempt: Merged): readonly FollowUp[] =>
  toOther(register, "release", attempt, (known, id) => known.filter((one) => one !== id));

/** The other entry learns of it in the same outcome, so that both ledgers tell it or neither does. */
function toOther(
  register: () => Register,
  act: "absorb" | "release",
  { entry, facts }: Merged,
  changed: (known: readonly string[], id: string) => readonly string[],
): readonly FollowUp[] {
  const other = facts.entries.duplicateOf;
  if (other === undefined) return [];
  const { duplicates: known } = other.values;
  const ids = Array.isArray(known) ? known.filter((id) => typeof id === "string") : [];
  const duplicates = changed(ids, entry.id);
  const input = { duplicates: duplicates.length > 0 ? duplicates : null };
  return [{ register: register(), entry: other, act, input }];
}
