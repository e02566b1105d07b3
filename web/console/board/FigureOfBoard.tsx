import { Link } from "@tanstack/react-router";
import type { BoardFigure, TargetView } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";
import { listOf } from "./board-view.ts";

/** A figure, and the lists that it counts: of a share both what is counted and what it is divided by. */
export function FigureOfBoard({
  figure,
  unit,
}: {
  readonly figure: BoardFigure;
  readonly unit: NonNullable<TargetView["proof"]>["unit"];
}) {
  const { words } = useWords();
  const { board } = words;
  const value = figure.value === null ? board.nothing : board.unitOf[unit](figure.value);
  if (figure.of === undefined || figure.opensOf === undefined)
    return <ListLink opens={figure.opens} text={value} name={board.opensList(value)} />;
  return (
    <span>
      {value}{" "}
      <span className="soft">
        ({figure.rest && "1 − "}
        <ListLink
          opens={figure.opens}
          text={`${figure.counted}`}
          name={board.opensList(`${figure.counted}`)}
        />
        {" / "}
        <ListLink opens={figure.opensOf} text={`${figure.of}`} name={board.opensList(`${figure.of}`)} />)
      </span>
    </span>
  );
}

export function ListLink({
  opens,
  text,
  name,
}: {
  readonly opens: string;
  readonly text: string;
  readonly name: string;
}) {
  const { register, search } = listOf(opens);
  return (
    <Link
      to="/registers/$register"
      params={{ register }}
      search={search}
      aria-label={name}
      className="board-figure"
    >
      {text}
    </Link>
  );
}
