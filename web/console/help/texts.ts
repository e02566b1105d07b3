import { use } from "react";
import type { Language } from "../../../core/words.ts";
import type { HelpTexts } from "../../words/help-text.ts";
import { useWords } from "../../words/language.tsx";

const load: Readonly<Record<Language, () => Promise<{ readonly texts: HelpTexts }>>> = {
  zh: () => import("../../words/zh/help/texts.ts"),
  en: () => import("../../words/en/help/texts.ts"),
};
const loaded = new Map<Language, Promise<HelpTexts>>();

/** The pages of the help in this person's language, fetched when they are first asked for. */
export function useHelpTexts(): HelpTexts {
  const { language } = useWords();
  return use(textsIn(language));
}

function textsIn(language: Language): Promise<HelpTexts> {
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const coming = load[language]().then(({ texts }) => texts);
  loaded.set(language, coming);
  // What the network broke off is asked for again.
  coming.catch(() => loaded.delete(language));
  return coming;
}
