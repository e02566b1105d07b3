/** Pairs of letters that follow one another, each once. */
function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < text.length; at += 1) pairs.add(text.slice(at, at + 2));
  return pairs;
}

/**
 * How alike two texts are, from 0 to 1: twice the pairs of letters that they share, by all that they have (Dice, 1945). Pairs and not
 * single letters, because in Chinese two letters make a word.
 */
export function likeness(one: string, other: string): number {
  if (one === other) return 1;
  const [pairs, others] = [pairsOf(one), pairsOf(other)];
  if (pairs.size === 0 || others.size === 0) return 0;
  let shared = 0;
  for (const pair of pairs) if (others.has(pair)) shared += 1;
  return (2 * shared) / (pairs.size + others.size);
}

/** The most alike of some texts, where any is alike at all: to be named to whoever wrote something else. */
export function closest(given: string, among: Iterable<string>): string | undefined {
  let found: string | undefined;
  let most = 0;
  for (const one of among) {
    const alike = likeness(given, one) || (one.includes(given) || given.includes(one) ? leastLikeness : 0);
    if (alike > most) [found, most] = [one, alike];
  }
  return most >= leastLikeness ? found : undefined;
}

/** A word shares with another at least a quarter of its pairs before anybody calls it the closest. */
const leastLikeness = 0.25;
