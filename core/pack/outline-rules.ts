import type { Pack } from "./pack.ts";
import type { Located } from "./pack-problem.ts";
import { repeated } from "./row-rules.ts";

const leastPositions = 4;

/** An outline is of a region that there is, once, and its rings are closed (RFC 7946 §3.1.6). */
export function outlineRules({ outlines, regions }: Pick<Pack, "outlines" | "regions">): readonly Located[] {
  const codes = new Set(regions.map(({ code }) => code));
  const each = outlines.flatMap(({ region, rings }, index): readonly Located[] => {
    const at = `/outlines/${index}`;
    return [
      ...(codes.has(region) ? [] : [{ at: `${at}/region`, code: "unknown-region" as const, about: region }]),
      ...rings.flatMap((ring, ringIndex): readonly Located[] => {
        const [first, last] = [ring[0], ring.at(-1)];
        const isClosed =
          first !== undefined && last !== undefined && first[0] === last[0] && first[1] === last[1];
        return isClosed && ring.length >= leastPositions
          ? []
          : [{ at: `${at}/rings/${ringIndex}`, code: "ring-not-closed" }];
      }),
    ];
  });
  return [...repeated("/outlines", outlines, "region", ({ region }) => region), ...each];
}
