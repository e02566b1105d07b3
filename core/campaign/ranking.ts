import type { FrozenFigure } from "../register/figures.ts";

/** What of a frozen figure decides its rank. */
export type Ranking = Pick<FrozenFigure, "indicator" | "ranks" | "value" | "few" | "withheld">;

/**
 * The rank of each figure among those of its indicator, in their order: whoever has the same value shares a rank, and the next one has as
 * many before it as there are (1, 1, 3). None where nothing ranks by it, where there was nothing to divide by, or where it is not told. What
 * is counted are results as the registers have them; clicks and log-ins are in no register, so nothing can rank by them.
 */
export function ranksOf(figures: readonly Ranking[]): readonly (number | undefined)[] {
  const byIndicator = Map.groupBy(figures.filter(isRanked), ({ indicator }) => indicator);
  return figures.map((figure) => {
    if (!isRanked(figure)) return undefined;
    const { indicator, ranks, value } = figure;
    const others = byIndicator.get(indicator) ?? [];
    const ahead = others.filter((other) => (ranks === "most" ? other.value > value : other.value < value));
    return ahead.length + 1;
  });
}

const isRanked = <F extends Ranking>(figure: F): figure is F & { readonly value: number } =>
  figure.ranks !== undefined && figure.value !== null && !figure.few && !figure.withheld;
