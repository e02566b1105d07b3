import type { Register } from "../register/register.ts";
import { likeness } from "./closest.ts";
import { fieldOfColumn, stateColumn } from "./columns.ts";
import { engineHeadings, rowNumberHeadings } from "./engine-headings.ts";
import { plain } from "./plain.ts";

export type HowGuessed = "exact" | "synonym" | "similar";

/**
 * A heading taken for a field, and how much speaks for it: most by the field's own words, then by other words of a field that people
 * enter, then by the own words of one that only acts set, and least by likeness, which is below 1.
 */
export interface Match {
  readonly field: string;
  readonly how: HowGuessed;
  readonly score: number;
}

interface Headings {
  readonly exact: ReadonlyMap<string, readonly string[]>;
  readonly synonyms: ReadonlyMap<string, readonly string[]>;
  readonly found: Map<string, readonly Match[]>;
}

/**
 * A heading is like another when they share three fifths of their pairs of letters, and neither is shorter than this: of shorter ones
 * a single letter turns 复查日期 into 检查日期.
 */
const leastLikeness = 0.6;
const leastLetters = 5;

/** An export shows what acts set, and nobody types it: 企业 over a column of enterprises is their name. */
const derivedLater = 1.5;

const stars = /[*＊※☆★]/g;
const numbering = /^(?:[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）.、．]+)/;
const brackets = /[(（[【〔][^)）\]】〕]*[)）\]】〕]/g;
const signs = /[()（）[\]【】〔〕:：、,，.。/\\\-—_“”"'‘’;；|]/g;

/** The forms in which a heading is compared: without stars, numbers, blanks and signs; and then also without what stands in brackets. */
export function formsOf(heading: string): readonly string[] {
  const text = plain(heading).replaceAll(stars, "").replace(numbering, "");
  const forms = [text.replaceAll(signs, ""), text.replaceAll(brackets, "").replaceAll(signs, "")];
  return [...new Set(forms)].filter((form) => form !== "");
}

const rowNumbers: ReadonlySet<string> = new Set(rowNumberHeadings.flatMap(formsOf).concat("#"));

/** Whether a heading is that of the rows' own numbers. */
export const isRowNumber = (heading: string): boolean =>
  plain(heading) === "#" || formsOf(heading).some((form) => rowNumbers.has(form));

const prepared = new WeakMap<Register, Headings>();

function headingsOf(register: Register): Headings {
  const known = prepared.get(register);
  if (known !== undefined) return known;
  const exact = new Map<string, string[]>();
  const synonyms = new Map<string, string[]>();
  const add = (to: Map<string, string[]>, text: string, field: string) => {
    for (const form of formsOf(text)) {
      const fields = to.get(form) ?? [];
      if (!fields.includes(field)) to.set(form, [...fields, field]);
    }
  };
  for (const name of [...Object.keys(register.allFields), stateColumn]) {
    const field = fieldOfColumn(register, name);
    if (field === undefined) continue;
    for (const text of [field.words.zh, field.words.en, name]) add(exact, text, name);
    for (const text of register.exchange.headings?.[name] ?? []) add(synonyms, text, name);
  }
  for (const [name, texts] of Object.entries(engineHeadings))
    for (const text of texts) add(synonyms, text, name);
  const headings = { exact, synonyms, found: new Map() };
  prepared.set(register, headings);
  return headings;
}

/** The fields for which a heading may be taken, the likeliest first; none for one that is like nothing. */
export function matchesOf(register: Register, heading: string): readonly Match[] {
  const headings = headingsOf(register);
  const forms = formsOf(heading);
  const key = forms.join(" ");
  const known = headings.found.get(key);
  if (known !== undefined) return known;
  const named = forms.flatMap((form, at) => [
    ...matching(headings.exact, form, "exact", 3 - at / 10).map((match) =>
      register.allFields[match.field]?.derived ? { ...match, score: match.score - derivedLater } : match,
    ),
    ...matching(headings.synonyms, form, "synonym", 2 - at / 10),
  ]);
  const matches = best(named.length > 0 ? named : forms.flatMap((form) => similar(headings, form)));
  headings.found.set(key, matches);
  return matches;
}

const matching = (
  by: ReadonlyMap<string, readonly string[]>,
  form: string,
  how: HowGuessed,
  score: number,
): readonly Match[] => (by.get(form) ?? []).map((field, at) => ({ field, how, score: score - at / 100 }));

function similar({ exact, synonyms }: Headings, form: string): readonly Match[] {
  if (form.length < leastLetters) return [];
  return [exact, synonyms].flatMap((by) =>
    [...by].flatMap(([other, fields]) => {
      const score = other.length < leastLetters ? 0 : likeness(form, other);
      return score < leastLikeness ? [] : fields.map((field): Match => ({ field, how: "similar", score }));
    }),
  );
}

/** Each field once, as what speaks most for it. */
function best(matches: readonly Match[]): readonly Match[] {
  const byField = new Map<string, Match>();
  for (const match of matches.toSorted((one, other) => other.score - one.score))
    if (!byField.has(match.field)) byField.set(match.field, match);
  return [...byField.values()];
}
