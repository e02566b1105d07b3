import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import type { Language, Words } from "../../core/words.ts";
import type { Dictionary } from "./dictionary.ts";
import { languageKey, storedLanguage } from "./stored-language.ts";
import { zh } from "./zh.ts";

/** The words at hand: Chinese always, English once somebody reads it. */
const dictionaries: { readonly zh: Dictionary; en?: Dictionary } = { zh };

/** Fetches the words of a language, if they are not here yet. */
export async function loadWords(language: Language): Promise<void> {
  if (language === "en") dictionaries.en ??= (await import("./en.ts")).en;
}

interface Speaking {
  readonly language: Language;
  readonly words: Dictionary;
  /** The words of a register, an act or a field in this language; a plain name stays as it is. */
  say(words: Words | string): string;
  switchLanguage(): void;
}

const Spoken = createContext<Speaking | undefined>(undefined);

export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState(storedLanguage);
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  const switchLanguage = () => {
    const other = language === "zh" ? "en" : "zh";
    localStorage.setItem(languageKey, other);
    void loadWords(other).then(() => setLanguage(other));
  };
  const say = (words: Words | string) => (typeof words === "string" ? words : words[language]);
  const speaking = { language, words: dictionaries[language] ?? zh, say, switchLanguage };
  return <Spoken.Provider value={speaking}>{children}</Spoken.Provider>;
}

export function useWords(): Speaking {
  const speaking = useContext(Spoken);
  if (speaking === undefined) throw new Error("No language around this component");
  return speaking;
}

/** Names the browser's tab after the page; undefined leaves it to whoever else names it. */
export function useTitle(title: string | undefined): void {
  const { words } = useWords();
  useEffect(() => {
    if (title !== undefined) document.title = `${title} · ${words.product}`;
  }, [title, words.product]);
}
