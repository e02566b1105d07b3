import { useId } from "react";
import type { Figure } from "../../api/home-types.ts";
import { useWords } from "../../words/language.tsx";
import { FigureLink } from "./FigureLink.tsx";

// What is wrong wherever there is any of it; the others say how much there is.
const graveNames: ReadonlySet<string> = new Set(["openMajorHazards", "missedChecks"]);

/** The few numbers by which somebody sees how it stands where they answer for it. */
export function Watched({ figures }: { readonly figures: readonly Figure[] }) {
  const { words, say } = useWords();
  const id = useId();
  return (
    <section className="paper" aria-labelledby={id}>
      <header className="home-head">
        <h2 id={id}>{words.home.watched}</h2>
      </header>
      <dl className="watched">
        {figures.map((figure) => {
          const named = say(figure.words ?? figure.name);
          return (
            <div key={figure.name}>
              <dt>{named}</dt>
              <dd>
                <FigureLink
                  figure={figure}
                  title={named}
                  tone={graveNames.has(figure.name) ? "red" : "plain"}
                />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
