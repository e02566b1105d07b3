import { Link } from "@tanstack/react-router";
import { lampColours } from "../../../core/campaign/lamp.ts";
import type { Board, BoardUnitView } from "../../api/board-types.ts";
import { Drawer } from "../../ui/controls/Drawer.tsx";
import { useWords } from "../../words/language.tsx";
import { Lamp } from "./Lamp.tsx";
import { Reason } from "./Reason.tsx";

interface UnitProps {
  readonly board: Board;
  readonly unit: BoardUnitView;
  readonly onClose: () => void;
}

/** All that one unit owes: its lamp of each measure with the reason, the worst first, each leading to its targets. */
export function UnitDrawer({ board, unit, onClose }: UnitProps) {
  const { words, say } = useWords();
  const owed = board.measures
    .flatMap(({ number, title, cells }) =>
      cells.filter((cell) => cell.unit === unit.id).map((cell) => ({ ...cell, number, title })),
    )
    .toSorted((one, other) => lampColours.indexOf(other.colour) - lampColours.indexOf(one.colour));
  return (
    <Drawer title={say(unit.name)} closeName={words.board.close} onClose={onClose}>
      <div className="stack board-drawer">
        <p className="soft">{words.board.owes(owed.length)}</p>
        <ul className="board-shares">
          {owed.map(({ number, title, colour, reason }) => (
            <li key={number}>
              <Lamp colour={colour} />
              <span>
                <Link to="/board" search={(before) => ({ ...before, measure: `${number}` })}>
                  {number} {say(title)}
                </Link>
                <br />
                <Reason board={board} reason={reason} />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </Drawer>
  );
}
