/** Lets an address, or whoever else is named, ask so often and no oftener, where anybody may ask for what costs us work. */
export interface RateGuard {
  /** Whether this address may ask now; asking counts, whether it may or not. */
  mayAsk(address: string, now: Date): boolean;
  /** One ask that was counted cost us nothing after all. */
  takeBack(address: string): void;
}

const minuteMs = 60_000;
const addressesRemembered = 10_000;

/** So many asks in a minute, or in another window. */
export function newRateGuard(asksMost: number, windowMs = minuteMs): RateGuard {
  const asked = new Map<string, { count: number; until: number }>();
  return {
    mayAsk(address, now) {
      const known = asked.get(address);
      const fresh = known === undefined || known.until <= now.getTime();
      const count = fresh ? 1 : known.count + 1;
      asked.delete(address);
      asked.set(address, { count, until: fresh ? now.getTime() + windowMs : known.until });
      // The one that has not asked for the longest goes first, so that many addresses cannot fill the memory.
      const [oldest] = asked.keys();
      if (asked.size > addressesRemembered && oldest !== undefined) asked.delete(oldest);
      return count <= asksMost;
    },
    takeBack(address) {
      const known = asked.get(address);
      if (known !== undefined && known.count > 0) known.count -= 1;
    },
  };
}
