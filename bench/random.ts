/** A seeded source of chance: the same seed draws the same dataset on every machine. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
  /** One member of a list that is not empty. */
  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T;
  /** A UUID of version 7 for a moment, with drawn bits. */
  id(atMs: number): string;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to scatter a dataset, small enough to read. */
export function newRandom(seed: number): Random {
  let state = seed >>> 0;
  const bits = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const below = (limit: number) => Math.floor((bits() / 2 ** 32) * limit);
  return {
    next: () => bits() / 2 ** 32,
    below,
    pick(list) {
      const chosen = list[below(list.length)];
      if (chosen === undefined) throw new Error("Nothing to pick from");
      return chosen;
    },
    id: (atMs) => uuid(atMs, [bits(), bits(), bits()]),
  };
}

function uuid(atMs: number, [high = 0, middle = 0, low = 0]: readonly number[]): string {
  const hex = (value: number, digits: number) =>
    Math.floor(value).toString(16).padStart(digits, "0").slice(-digits);
  const time = hex(atMs, 12);
  const variant = hex(0x8000 | (middle & 0x3fff), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(high, 3)}-${variant}-${hex(middle >>> 16, 4)}${hex(low, 8)}`;
}
