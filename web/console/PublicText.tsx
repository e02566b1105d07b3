import { bo } from "../words/bo.ts";
import { useWords } from "../words/language.tsx";
import { inTibetan, type PublicWord } from "../words/tibetan.ts";

interface PublicTextProps {
  readonly word: PublicWord;
  /** The same in the language of the screen. */
  readonly children: string;
}

/** A sentence of a page that anybody can open: in Tibetan above where that has been checked, with who did, and as the screen says it. */
export function PublicText({ word, children }: PublicTextProps) {
  const { words } = useWords();
  const tibetan = inTibetan(bo, word);
  return (
    <>
      {tibetan?.checked && (
        <p>
          <span lang="bo">{tibetan.text}</span>{" "}
          <small className="soft">{words.tibetanChecked(tibetan.checked.by, tibetan.checked.on)}</small>
        </p>
      )}
      <p className="soft">{children}</p>
    </>
  );
}
