import { Link } from "@tanstack/react-router";
import type { Board } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";
import { Lamp } from "./Lamp.tsx";

/** The measures as a list with their worst lamps, for a phone: one leads to its units, and these to their evidence. */
export function MeasureList({ board }: { readonly board: Board }) {
  const { say } = useWords();
  return board.actions.map(({ number: action, title }) => (
    <section key={action} className="paper board-list" aria-label={say(title)}>
      <h2>{say(title)}</h2>
      <ul>
        {board.measures
          .filter((measure) => measure.action === action)
          .map(({ number, title: what, lamp }) => (
            <li key={number}>
              <Link
                to="/board"
                search={(before) => ({ ...before, measure: `${number}` })}
                className="board-row"
              >
                {lamp !== null && <Lamp colour={lamp.colour} />}
                <span>
                  {number} {say(what)}
                </span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  ));
}
