/** How many shades a map has; the eye tells no more apart. */
export const shadeCount = 5;

/**
 * The shade of a figure among those of its neighbours, from 0 for nothing to the darkest for the most. Equal steps up to the most:
 * with three counties, quantiles would paint a difference of one as three steps.
 */
export function shadeOf(value: number | null | undefined, most: number): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.min(shadeCount - 1, Math.ceil((value / most) * (shadeCount - 1))));
}
