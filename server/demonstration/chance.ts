import { createHash } from "node:crypto";

/** A seeded source of chance: the same name draws the same, on every machine and in every year. */
export interface Chance {
  /** A whole number from `least` to `most`, both of them possible. */
  between(least: number, most: number): number;
  pick<T>(list: readonly T[]): T;
  /** One of them by its weight. */
  weighed<T extends { readonly weight: number }>(list: readonly T[]): T;
  /** True as often as the share says, from 0 to 1. */
  falls(share: number): boolean;
}

export function newChance(name: string): Chance {
  let drawn = 0;
  const next = () => {
    drawn += 1;
    return createHash("sha256").update(`${name}#${drawn}`).digest().readUInt32BE(0) / 2 ** 32;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (list) => member(list, between(0, list.length - 1)),
    weighed(list) {
      const total = list.reduce((sum, { weight }) => sum + weight, 0);
      let left = next() * total;
      const at = list.findIndex(({ weight }) => {
        left -= weight;
        return left < 0;
      });
      return member(list, Math.max(0, at));
    },
    falls: (share) => next() < share,
  };
}

function member<T>(list: readonly T[], at: number): T {
  const found = list[at];
  if (found === undefined) throw new Error("Nothing to choose from");
  return found;
}
