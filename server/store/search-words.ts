/** A text as it is compared, in the words of the function `searchable` of the database: width and case make no difference. */
export const searchText = (text: string): string =>
  text.normalize("NFKC").replaceAll(/[A-Z]/g, (capital) => capital.toLowerCase());

/** What holds the text anywhere, for LIKE; its own signs in a text are signs like any other. */
export const holding = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

/**
 * What `search_words` makes of a text that holds this one has all these words: each two neighbouring characters. Of a single
 * character it is whatever begins with it, for the last character of a text is a word by itself.
 */
export function wordsOf(text: string): string {
  const characters = [...text];
  if (characters.length === 1) return `${quoted(text)}:*`;
  const pairs = characters.slice(1).map((second, at) => `${characters[at]}${second}`);
  return [...new Set(pairs)].map(quoted).join(" & ");
}

const quoted = (word: string): string => `'${word.replaceAll(/['\\]/g, (sign) => `${sign}${sign}`)}'`;
