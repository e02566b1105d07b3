import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useRef, useState } from "react";
import type { Board, MeasureOnBoard } from "../../api/board-types.ts";
import { useWords } from "../../words/language.tsx";
import { lampShapes } from "./board-view.ts";
import { Lamp } from "./Lamp.tsx";

const moves: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** The measures by the units as a heat map on one screen. One stop for the keyboard, and arrow keys within. */
export function BoardMatrix({ board }: { readonly board: Board }) {
  const { words, say } = useWords();
  const table = useRef<HTMLTableElement>(null);
  const [reached, setReached] = useState<string>();
  const active = tabStop(board, reached);
  const move = (event: KeyboardEvent) => {
    const step = moves[event.key];
    const place = event.target instanceof HTMLElement ? event.target.dataset.place : undefined;
    if (step === undefined || place === undefined) return;
    event.preventDefault();
    const next = nextPlace(table.current, place, step);
    if (next === undefined) return;
    setReached(next.dataset.place);
    next.focus();
  };
  return (
    <table ref={table} className="board-matrix" onKeyDown={move}>
      <caption className="visually-hidden">
        {words.board.matrix} · {words.board.matrixHelp}
      </caption>
      <colgroup>
        <col className="board-col-action" />
        <col className="board-col-measure" />
        <col className="board-col-worst" />
      </colgroup>
      <Units board={board} active={active} />
      {board.actions.map(({ number, title }) => {
        const own = board.measures.filter(({ action }) => action === number);
        return (
          <tbody key={number}>
            {own.map((measure, index) => (
              <Row
                key={measure.number}
                board={board}
                measure={measure}
                row={rowOf(measure)}
                active={active}
                action={index === 0 ? { title: say(title), rows: own.length } : undefined}
              />
            ))}
          </tbody>
        );
      })}
    </table>
  );
}

/** The names of the units, each of which opens all that it owes. */
function Units({ board, active }: Pick<RowProps, "board" | "active">) {
  const { words, say } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" className="board-corner" colSpan={3}>
          {words.board.measures(board.measures.length)}
        </th>
        {board.units.map(({ id, shortName, name }, index) => (
          <th key={id} scope="col" className="board-unit" title={say(name)}>
            <Link
              to="/board"
              search={({ day }) => ({ ...(day === undefined ? {} : { day }), unit: id })}
              tabIndex={active === `${head} ${index + 1}` ? 0 : -1}
              data-place={`${head} ${index + 1}`}
            >
              <span>{say(shortName)}</span>
            </Link>
          </th>
        ))}
      </tr>
    </thead>
  );
}

/** The row of the units' names, above that of the first measure. */
const head = -1;

const rowOf = ({ number }: MeasureOnBoard): number => number - 1;

/** The cell that was reached last, or else the first row that there is: without one no key would lead into the matrix. */
function tabStop({ actions, measures, units }: Board, reached: string | undefined): string | undefined {
  const [row, column = 0] = reached?.split(" ").map(Number) ?? [];
  if (row === head && units[column - 1] !== undefined) return reached;
  const at = measures.find((measure) => rowOf(measure) === row);
  if (at !== undefined && (column === 0 || at.cells.some(({ unit }) => unit === units[column - 1]?.id)))
    return reached;
  const [first] = actions.flatMap(({ number }) => measures.filter(({ action }) => action === number));
  return first && `${rowOf(first)} 0`;
}

/** The next cell in that direction that there is. */
function nextPlace(
  table: HTMLTableElement | null,
  place: string,
  [rows, columns]: readonly [number, number],
): HTMLElement | undefined {
  const most = 60;
  let [row = 0, column = 0] = place.split(" ").map(Number);
  for (let step = 0; step < most; step++) {
    row += rows;
    column += columns;
    const found = table?.querySelector<HTMLElement>(`[data-place="${row} ${column}"]`);
    if (found) return found;
  }
  return undefined;
}

interface RowProps {
  readonly board: Board;
  readonly measure: MeasureOnBoard;
  readonly row: number;
  readonly active: string | undefined;
  readonly action: { readonly title: string; readonly rows: number } | undefined;
}

function Row({ board, measure: { number, title, lamp, cells }, row, active, action }: RowProps) {
  const { words, say } = useWords();
  const name = `${words.board.measure(number)} ${say(title)}`;
  return (
    <tr>
      {action !== undefined && (
        <th scope="rowgroup" rowSpan={action.rows} className="board-action" title={action.title}>
          <span>{action.title}</span>
        </th>
      )}
      <th scope="row" className="board-measure" title={name}>
        <Link
          to="/board"
          search={(before) => ({ ...before, measure: `${number}` })}
          tabIndex={active === `${row} 0` ? 0 : -1}
          data-place={`${row} 0`}
        >
          {number} {say(title)}
        </Link>
      </th>
      <td className="board-worst">{lamp !== null && <Lamp colour={lamp.colour} />}</td>
      {board.units.map(({ id, shortName }, index) => {
        const cell = cells.find(({ unit }) => unit === id);
        if (cell === undefined) return <td key={id} className="board-none" />;
        const reason = board.reasons[cell.reason];
        const why = reason === undefined ? "" : say(reason);
        const label = words.board.cell(name, say(shortName), words.board.lamp[cell.colour], why);
        return (
          <td key={id} className={`lamp-${cell.colour}`}>
            <Link
              to="/board"
              search={(before) => ({ ...before, measure: `${number}`, unit: id })}
              tabIndex={active === `${row} ${index + 1}` ? 0 : -1}
              data-place={`${row} ${index + 1}`}
              aria-label={label}
              title={label}
            >
              {lampShapes[cell.colour]}
            </Link>
          </td>
        );
      })}
    </tr>
  );
}
