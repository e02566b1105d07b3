import type { Term, Terms } from "../../../core/glossary/term.ts";
import type { Language } from "../../../core/words.ts";

/** A piece of a text: plain, or a word that the glossary explains. */
export type Piece = string | { readonly said: string; readonly term: Term };

/** How a term occurs in a text: one cell of the glossary may name several words that belong together. */
const spellings = ({ words }: Term, language: Language): readonly string[] =>
  words[language].split(/ \/ |、|, /);

interface Lookout {
  readonly bySpelling: ReadonlyMap<string, Term>;
  /** Finds any of them, the longer word before the shorter. */
  readonly any: RegExp;
}

const lookouts = new WeakMap<Terms, Partial<Record<Language, Lookout>>>();

/** What to look for in texts of a language; made once, for a page has dozens of texts. */
function lookoutOf(glossary: Terms, language: Language): Lookout {
  const known = lookouts.get(glossary) ?? {};
  lookouts.set(glossary, known);
  known[language] ??= newLookout(glossary, language);
  return known[language];
}

function newLookout(glossary: Terms, language: Language): Lookout {
  const bySpelling = new Map<string, Term>();
  for (const term of Object.values(glossary))
    if (term.explained)
      for (const said of spellings(term, language)) bySpelling.set(said.toLowerCase(), term);
  const longestFirst = [...bySpelling.keys()].toSorted((a, b) => b.length - a.length).map(literally);
  const word = language === "zh" ? longestFirst.join("|") : `\\b(?:${longestFirst.join("|")})\\b`;
  return { bySpelling, any: new RegExp(word, "gi") };
}

/** Cuts a text at the words that are to be explained, the longer word before the shorter, each of them once. */
export function termsIn(text: string, glossary: Terms, language: Language): readonly Piece[] {
  const { bySpelling, any } = lookoutOf(glossary, language);
  const pieces: Piece[] = [];
  const seen = new Set<Term>();
  let end = 0;
  for (const { 0: said, index } of text.matchAll(any)) {
    const term = bySpelling.get(said.toLowerCase());
    if (term === undefined || seen.has(term)) continue;
    seen.add(term);
    if (index > end) pieces.push(text.slice(end, index));
    pieces.push({ said, term });
    end = index + said.length;
  }
  return end === text.length && pieces.length > 0 ? pieces : [...pieces, text.slice(end)];
}

const literally = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
