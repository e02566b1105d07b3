import { addressGroup } from "../../core/sign-in/address-group.ts";
import { type SlowDownKind, slowDowns, waitAfterMs } from "../../core/sign-in/slow-down.ts";

/** Somebody who tries a password. */
export interface Guesser {
  readonly username: string;
  readonly address: string;
  /** Whether this account was signed in to from this address before. */
  readonly known: boolean;
}

/** Whoever has to wait, for how long, and whether they are told so for the first time: other tries need no line in a log. */
export interface Wait {
  readonly seconds: number;
  readonly first: boolean;
}

/**
 * Slows down guessing, by rules of `core/sign-in/slow-down.ts`. It keeps what it knows in memory: each server counts by itself, and
 * one that starts anew has forgotten.
 */
export interface SignInGuard {
  /**
   * Whether this one has to wait; undefined for one who may try now. Whoever may try is counted as having failed until `succeeded`
   * says otherwise: else a hundred guesses that are sent at once would all be tried.
   */
  attempt(guesser: Guesser, now: Date): Wait | undefined;
  succeeded(guesser: Guesser): void;
  /** The attempt was no failure, and a step is still to come: all counts are as they were before it. */
  passed(guesser: Guesser): void;
}

interface Count {
  failures: number;
  last: number;
  refused: boolean;
}

const countsRemembered = 10_000;

export function newSignInGuard(): SignInGuard {
  // Kind by kind: an attacker with many names pushes out names, and not the count of their own address.
  const counts = { pair: newCounts(), account: newCounts(), address: newCounts() };
  const concerning = ({ username, known, ...from }: Guesser): readonly [SlowDownKind, string][] => {
    const address = addressGroup(from.address);
    const pair: [SlowDownKind, string] = ["pair", JSON.stringify([username, address])];
    return known ? [pair] : [pair, ["account", username], ["address", address]];
  };
  return {
    attempt(guesser, now) {
      const at = now.getTime();
      const concerned = concerning(guesser);
      const waits = concerned.map(([kind, key]) => ({
        count: counts[kind].at(kind, key, at),
        kind,
      }));
      const longest = waits
        .map(({ count, kind }) => ({ count, ms: waitMs(count, kind, at) }))
        .reduce((one, other) => (other.ms > one.ms ? other : one));
      if (longest.ms > 0) {
        const first = longest.count?.refused === false;
        if (longest.count !== undefined) longest.count.refused = true;
        return { seconds: Math.ceil(longest.ms / 1_000), first };
      }
      for (const [kind, key] of concerned) counts[kind].fail(kind, key, at);
      return undefined;
    },
    succeeded(guesser) {
      for (const [kind, key] of concerning(guesser)) {
        // Of an account or an address that others guess at, the one success takes back no more than itself.
        if (kind === "pair") counts[kind].forget(key);
        else counts[kind].takeBack(key);
      }
    },
    passed(guesser) {
      for (const [kind, key] of concerning(guesser)) counts[kind].takeBack(key);
    },
  };
}

function waitMs(count: Count | undefined, kind: SlowDownKind, at: number): number {
  const wait = count === undefined ? 0 : waitAfterMs(count.failures, slowDowns[kind]);
  // Where nothing is to be waited for, a clock that was set back must not make somebody wait.
  return count === undefined || wait === 0 ? 0 : count.last + wait - at;
}

function newCounts() {
  const counts = new Map<string, Count>();
  const at = (kind: SlowDownKind, key: string, now: number): Count | undefined => {
    const known = counts.get(key);
    const over = slowDowns[kind].forgottenAfterMinutes * 60_000;
    return known !== undefined && now - known.last < over ? known : undefined;
  };
  return {
    at,
    fail(kind: SlowDownKind, key: string, now: number): void {
      const failures = (at(kind, key, now)?.failures ?? 0) + 1;
      counts.delete(key);
      counts.set(key, { failures, last: now, refused: false });
      // The one that has not failed for the longest goes first, so that many names cannot fill the memory.
      const [oldest] = counts.keys();
      if (counts.size > countsRemembered && oldest !== undefined) counts.delete(oldest);
    },
    forget(key: string): void {
      counts.delete(key);
    },
    takeBack(key: string): void {
      const known = counts.get(key);
      if (known !== undefined) known.failures -= 1;
    },
  };
}
