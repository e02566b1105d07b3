import { Link } from "@tanstack/react-router";
import type { Board } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";
import { yearsOf } from "./board-view.ts";

/** The campaign's years with how much of them is gone; the end of a past one shows the board as it was. */
export function Timeline({ board }: { readonly board: Board }) {
  const { words } = useWords();
  const { day, today } = board;
  return (
    <ol className="board-years" aria-label={words.board.timeline}>
      {yearsOf(board).map(({ year, ends, gone }) => (
        <li key={year} className="board-year" title={words.board.gone(gone)}>
          <span className="board-year-bar" aria-hidden="true">
            <span style={{ inlineSize: `${gone}%` }} />
          </span>
          {ends < today ? (
            <Link
              to="/board"
              search={(before) => ({ ...before, day: ends })}
              aria-current={day === ends ? "date" : undefined}
            >
              {words.board.endOf(year)}
            </Link>
          ) : (
            <span className="soft">{words.board.endOf(year)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
