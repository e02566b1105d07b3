/** What asking for, or deciding on, the removal of a lost second factor is held against. */
interface ResetCase {
  readonly person: string;
  readonly askedBy: string;
  readonly decidedBy: string;
}

/**
 * Why somebody may not decide on a removal; undefined where they may. It takes two administrators, neither of them the person: with a
 * one-time password of the same hand, one alone could sign in as anybody. GB/T 22239-2019, 8.1.7.2.
 */
export function resetFault({
  person,
  askedBy,
  decidedBy,
}: ResetCase): "own-account" | "asked-by-oneself" | undefined {
  if (decidedBy === person) return "own-account";
  return decidedBy === askedBy ? "asked-by-oneself" : undefined;
}
