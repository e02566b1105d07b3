import type { Terms } from "../../../core/glossary/term.ts";
import type { HelpText, HelpTexts } from "../../words/help-text.ts";

/** Every sentence of a page, its title first. */
export const sentencesOf = ({ title, purpose, parts, marks = [], troubles = [] }: HelpText) => [
  title,
  purpose,
  ...parts.flatMap((part) => [...(part.title === undefined ? [] : [part.title]), ...part.steps]),
  ...[...marks, ...troubles].map(([what, said]) => `${what} ${said}`),
];

const wordsOf = (asked: string): readonly string[] => asked.toLowerCase().split(/\s+/).filter(Boolean);

const holds = (text: string, words: readonly string[]) =>
  words.every((word) => text.toLowerCase().includes(word));

export interface FoundPage {
  readonly name: string;
  readonly title: string;
  /** The first sentence that says a word that was looked for. */
  readonly sentence: string;
}

/** Pages that say all words that are looked for, those that say it in their title first. */
export function findPages(texts: HelpTexts, asked: string): readonly FoundPage[] {
  const words = wordsOf(asked);
  if (words.length === 0) return [];
  const found = Object.entries(texts).flatMap(([name, text]) => {
    const sentences = sentencesOf(text);
    if (!holds(sentences.join(" "), words)) return [];
    const said = sentences.slice(1).find((one) => words.some((word) => holds(one, [word])));
    return [{ name, title: text.title, sentence: said ?? text.purpose, named: holds(text.title, words) }];
  });
  return found.toSorted((a, b) => Number(b.named) - Number(a.named));
}

/** Names of the terms whose word or meaning, in either language, says all that is looked for; all of them for nothing. */
export function findTerms(glossary: Terms, asked: string): readonly string[] {
  const words = wordsOf(asked);
  return Object.entries(glossary)
    .filter(([, { words: term, meaning }]) =>
      holds([term.zh, term.en, meaning.zh, meaning.en].join(" "), words),
    )
    .map(([name]) => name);
}
