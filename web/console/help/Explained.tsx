import "./term.css";
import { useSyncExternalStore } from "react";
import type { Terms } from "../../../core/glossary/term.ts";
import { firstSight } from "../../ui/first-sight.ts";
import { useWords } from "../../words/language.tsx";
import { TermMark } from "./TermMark.tsx";
import { termsIn } from "./terms-in.ts";

let glossary: Terms | undefined;
let isComing = false;
const listeners = new Set<() => void>();

/** Fetches the glossary when a text that may need it is first shown; until it is there, texts stand plain. */
function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!isComing) {
    isComing = true;
    firstSight()
      .then(() => import("../../../core/glossary/glossary.ts"))
      .then(
        (module) => {
          glossary = module.glossary;
          for (const tell of listeners) tell();
        },
        // The network broke off: the next text asks again.
        () => {
          isComing = false;
        },
      );
  }
  return () => listeners.delete(listener);
}

/** A text in which the words of the glossary explain themselves. */
export function Explained({ text }: { readonly text: string }) {
  const { language } = useWords();
  const known = useSyncExternalStore(listen, () => glossary);
  if (known === undefined) return text;
  return termsIn(text, known, language).map((piece) =>
    typeof piece === "string" ? (
      piece
    ) : (
      <TermMark key={piece.said} said={piece.said} meaning={piece.term.meaning[language]} />
    ),
  );
}
