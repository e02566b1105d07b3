// GB 32100-2015: digits and letters without I, O, S, V and Z; each stands for its place in this row.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Weights of the first 17 places: powers of 3, modulo 31. */
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** A unified social credit code by its form alone: 18 characters of the alphabet. */
export const creditCodePattern = "^[0-9A-HJ-NP-RTUW-Y]{18}$";

/**
 * Whether the 18th character of a unified social credit code is the check digit of the first 17, as GB 32100-2015 computes it.
 * Some real codes fail it, so that a misfit may be pointed out and never refused.
 */
export function creditCodeFits(code: string): boolean {
  const sum = weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(code.charAt(at)), 0);
  // 31 − 0 is 0 again: without the second remainder every 31st code would have no check digit at all.
  return alphabet.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}
