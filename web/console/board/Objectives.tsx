import { Link } from "@tanstack/react-router";
import type { Board, SectionOnBoard } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";
import { Lamp } from "./Lamp.tsx";

/** The plan's objectives with their lamps and first figures; each opens what is behind it. */
export function Objectives({ board }: { readonly board: Board }) {
  const { words } = useWords();
  return (
    <ul className="board-objectives" aria-label={words.board.objectives}>
      {board.sections
        .filter(({ kind }) => kind === "objective")
        .map((section) => (
          <li key={section.id}>
            <Objective board={board} section={section} />
          </li>
        ))}
    </ul>
  );
}

function Objective({
  board,
  section: { id, title, lamp },
}: {
  readonly board: Board;
  readonly section: SectionOnBoard;
}) {
  const { words, say } = useWords();
  const shown = board.targets.find((target) => target.section === id && target.proof !== undefined)?.proof;
  const value = shown?.whole.value;
  return (
    <Link
      to="/board"
      search={(before) => ({ ...before, section: id })}
      className="board-objective"
      title={say(title)}
    >
      {lamp !== null && <Lamp colour={lamp.colour} />}
      <span className="board-objective-words">
        <span>{say(title)}</span>
        {shown !== undefined && typeof value === "number" && (
          <span className="board-objective-figure">
            <span className="soft">{say(shown.name)}</span>
            <strong>{words.board.unitOf[shown.unit](value)}</strong>
          </span>
        )}
      </span>
    </Link>
  );
}
