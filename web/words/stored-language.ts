import type { Language } from "../../core/words.ts";

export const languageKey = "zhiben.language";

/** The language in which the server is asked to answer. */
export function storedLanguage(): Language {
  return localStorage.getItem(languageKey) === "en" ? "en" : "zh";
}
