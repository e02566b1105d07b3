/** How failures of one kind slow down the next attempts. */
export interface SlowDown {
  /** How many failures cost nothing: people mistype, and try the password of another account first. */
  readonly freeFailures: number;
  /** After how long without a failure all is forgotten. */
  readonly forgottenAfterMinutes: number;
}

/**
 * What failures are counted by. A stranger is whoever comes from an address from which the account was not signed in to before; its
 * own person, at the usual place, waits for what went wrong there and for nothing else, so that nobody can shut them out. The counts
 * are ours (待核实); NIST SP 800-63B 5.2.2 allows a hundred failures in a row.
 */
export const slowDowns = {
  /** One account from one address. */
  pair: { freeFailures: 10, forgottenAfterMinutes: 24 * 60 },
  /** One account from all strange addresses together: many machines that guess one password. */
  account: { freeFailures: 30, forgottenAfterMinutes: 24 * 60 },
  /** One address against all accounts to which it is strange: one password tried on many. An office of 200 may come in at once. */
  address: { freeFailures: 300, forgottenAfterMinutes: 60 },
} as const satisfies Readonly<Record<string, SlowDown>>;
export type SlowDownKind = keyof typeof slowDowns;

const firstWaitMs = 60_000;
const longestWaitMs = 15 * 60_000;

/** How long the next attempt waits after so many failures: from a minute, twice as long each time, to a quarter of an hour. */
export function waitAfterMs(failures: number, { freeFailures }: SlowDown): number {
  if (failures < freeFailures) return 0;
  return Math.min(firstWaitMs * 2 ** (failures - freeFailures), longestWaitMs);
}
