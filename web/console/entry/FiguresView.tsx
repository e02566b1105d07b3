import "./figures.css";
import { useQuery } from "@tanstack/react-query";
import type { ComparedFigure, CountedFigure } from "../../api/figures-types.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { FigureOfBoard, ListLink } from "../board/FigureOfBoard.tsx";
import { figureText } from "../words-of.ts";

/**
 * The figures that an entry keeps: as they were frozen, as they would be today, and what changed between. Those of several places stand
 * in a table for each indicator, place by place, with their ranks.
 */
export function FiguresView({ entry, field }: { readonly entry: EntryView; readonly field: string }) {
  const { words } = useWords();
  const { data } = useQuery(queries.entryFigures(entry.register, entry.id, entry.version));
  const rows = data?.figures[field] ?? [];
  if (rows.length === 0) return <span className="soft">{words.figures.reading}</span>;
  if (rows.every(({ place }) => place === undefined)) return <FiguresTable rows={rows} />;
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator);
  return (
    <div className="stack">
      {[...byIndicator].map(([indicator, own]) => (
        <FiguresTable key={indicator} rows={own} byPlace />
      ))}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly ComparedFigure[];
  /** Rows are places of one indicator, instead of indicators. */
  readonly byPlace?: boolean;
}

function FiguresTable({ rows, byPlace = false }: TableProps) {
  const { words, say } = useWords();
  const [first] = rows;
  if (first === undefined) return null;
  const caption = words.figures.caption(first.from, first.to, first.asOf);
  const isRanked = rows.some(({ frozen, today }) => (frozen.rank ?? today.rank) !== undefined);
  return (
    <div className="figures">
      <table>
        <caption>{byPlace ? `${say(first.name)} · ${caption}` : caption}</caption>
        <thead>
          <tr>
            <th scope="col">{byPlace ? words.figures.place : words.figures.indicator}</th>
            <th scope="col">{words.figures.reported}</th>
            {isRanked && <th scope="col">{words.figures.rank}</th>}
            <th scope="col">{words.figures.today}</th>
            {isRanked && <th scope="col">{words.figures.rankToday}</th>}
            <th scope="col">{words.figures.difference}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.indicator} ${row.place?.zh}`} row={row} isRanked={isRanked} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ row, isRanked }: { readonly row: ComparedFigure; readonly isRanked: boolean }) {
  const { words, say } = useWords();
  return (
    <tr>
      <th scope="row">{say(row.place ?? row.name)}</th>
      <td>
        <Told figure={row.frozen} row={row} />
        {!row.reproduced && <p className="soft">{words.figures.notReproduced}</p>}
      </td>
      {isRanked && <td>{row.frozen.rank}</td>}
      <td>
        <Told figure={row.today} row={row} />
      </td>
      {isRanked && <td>{row.today.rank}</td>}
      <td>
        <Difference row={row} />
      </td>
    </tr>
  );
}

/** A figure that opens what it counts; one over few people says only that they are few, one that would tell it nothing. */
function Told({ figure, row }: { readonly figure: CountedFigure; readonly row: ComparedFigure }) {
  const { words } = useWords();
  const { fewBelow, withheld } = figure;
  if (fewBelow !== undefined) return <span title={words.figures.fewBecause(fewBelow)}>{`<${fewBelow}`}</span>;
  if (withheld) return <span title={words.figures.withheldBecause}>{words.figures.withheld}</span>;
  const own = row.rest ? { ...figure, rest: true as const } : figure;
  return <FigureOfBoard figure={own} unit={row.unit} />;
}

/** By how much, and the list of what changed; nothing where the figure is the same. */
function Difference({ row: { difference, unit, changed, name } }: { readonly row: ComparedFigure }) {
  const { words, say } = useWords();
  if (changed.length === 0) return <span className="soft">{words.figures.same}</span>;
  const amount = difference === null ? words.figures.changed : figureText(difference, unit, words);
  const text = difference !== null && difference > 0 ? `+${amount}` : amount;
  return (
    <>
      {changed.map((opens, at) => (
        <ListLink
          key={opens}
          opens={opens}
          text={at === 0 ? text : words.figures.ofWhole}
          name={words.figures.opensChanged(say(name), at === 0 ? text : words.figures.ofWhole)}
        />
      ))}
    </>
  );
}
