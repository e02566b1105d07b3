import { isDay } from "../../core/calendar/day.ts";

/** What the pages say that anybody can open, and may be said in Tibetan: what the product is for. */
export type PublicWord = "purpose";

/** A text in Tibetan, and who has checked it: a person who reads it, by name and day. Null is a translation that nobody has checked. */
export interface TibetanText {
  readonly text: string;
  readonly checked: { readonly by: string; readonly on: string } | null;
}

export type TibetanWords = Readonly<Partial<Record<PublicWord, TibetanText>>>;

/** The Tibetan that may be shown of a public word. Of what nobody named has checked there is none, and the Chinese stands alone. */
export function inTibetan(words: TibetanWords, word: PublicWord): TibetanText | undefined {
  const found = words[word];
  if (found?.checked == null || !/\p{Script=Tibetan}/u.test(found.text)) return undefined;
  const { by, on } = found.checked;
  return by.trim() !== "" && isDay(on) ? found : undefined;
}
