import type { SignInRules } from "./rules.ts";

/** How a session was used last. */
export interface SessionUse {
  /** To the minute. */
  readonly usedAt: Date;
  /** Whether its page has said that nobody is at it any more. */
  readonly locked: boolean;
}

// When a session was used last is known to the minute; nobody who is at work may be locked out by that.
const knownToMinutes = 1;

/** Whether a session does nothing until the password is given again. */
export function isLocked(
  { usedAt, locked }: SessionUse,
  { idleLockMinutes }: Pick<SignInRules, "idleLockMinutes">,
  now: Date,
): boolean {
  if (idleLockMinutes === undefined) return false;
  return locked || now.getTime() - usedAt.getTime() > (idleLockMinutes + knownToMinutes) * 60_000;
}
