/** Slows down guessing: after some failures for one account from one address, that pair waits; nobody else does. */
export interface SignInGuard {
  /** Whether this pair may try now. */
  mayTry(username: string, address: string, now: Date): boolean;
  /** Whether a pair that may not try is told so for the first time: its other tries need no line in a log. */
  firstRefused(username: string, address: string): boolean;
  failed(username: string, address: string, now: Date): void;
  succeeded(username: string, address: string): void;
}

const failuresAllowed = 10;
const windowMs = 15 * 60_000;
const pairsRemembered = 10_000;

export function newSignInGuard(): SignInGuard {
  const failures = new Map<string, { count: number; until: number; refused: boolean }>();
  const key = (username: string, address: string) => JSON.stringify([username, address]);
  return {
    mayTry(username, address, now) {
      const known = failures.get(key(username, address));
      return known === undefined || known.until < now.getTime() || known.count < failuresAllowed;
    },
    firstRefused(username, address) {
      const known = failures.get(key(username, address));
      const first = known?.refused === false;
      if (known) known.refused = true;
      return first;
    },
    failed(username, address, now) {
      const at = key(username, address);
      const known = failures.get(at);
      const fresh = known === undefined || known.until < now.getTime();
      failures.delete(at);
      const count = fresh ? 1 : known.count + 1;
      failures.set(at, { count, until: now.getTime() + windowMs, refused: false });
      // The oldest goes first, so that an attacker with many names cannot fill the memory.
      const [oldest] = failures.keys();
      if (failures.size > pairsRemembered && oldest !== undefined) failures.delete(oldest);
    },
    succeeded(username, address) {
      failures.delete(key(username, address));
    },
  };
}
