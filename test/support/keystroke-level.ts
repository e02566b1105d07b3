/** What somebody does with their hands to get something done, as a story counts it. */
export interface Effort {
  readonly taps: number;
  /** Fields into which something was typed. */
  readonly fields: number;
  readonly characters: number;
  /** Strokes of a finger that bring the next part of a page into sight. */
  readonly swipes: number;
  /** Pages and forms that came up. */
  readonly screens: number;
}

/**
 * Seconds of each operator. Card, Moran and Newell, "The Keystroke-Level Model for User Performance Time with Interactive Systems",
 * Communications of the ACM 23(7), 1980: thinking 1.35, pointing 1.10, pressing 0.10; theirs is a mouse, taken here for a finger.
 * Typing: 36.2 words of five signs a minute on a phone, Palin and others, "How do People Type on Mobile Devices?", MobileHCI 2019.
 * Waiting is assumed.
 */
const seconds = { think: 1.35, point: 1.1, press: 0.1, type: 60 / (36.2 * 5), wait: 1 } as const;

/** An estimate, in seconds, of how long hands and decisions take; reading a text and looking at the world come on top. */
export function estimatedSeconds({ taps, fields, characters, swipes, screens }: Effort): number {
  const pointing = seconds.point + seconds.press;
  return (
    (taps + fields) * seconds.think +
    (taps + swipes) * pointing +
    characters * seconds.type +
    screens * seconds.wait
  );
}
