import { glossary } from "../../../core/glossary/glossary.ts";
import { useWords } from "../../words/language.tsx";

/** Terms with their meanings, each with its word in the other language beside it. */
export function TermList({ names }: { readonly names: readonly string[] }) {
  const { say, language } = useWords();
  return (
    <dl className="paper help-pairs help-terms">
      {names.map((name) => {
        const term = glossary[name];
        if (term === undefined) return null;
        return (
          <div key={name} id={name}>
            <dt>
              {say(term.words)}
              <span className="soft help-other" lang={language === "zh" ? "en" : "zh-CN"}>
                {language === "zh" ? term.words.en : term.words.zh}
              </span>
            </dt>
            <dd>{say(term.meaning).replaceAll("`", "")}</dd>
          </div>
        );
      })}
    </dl>
  );
}
