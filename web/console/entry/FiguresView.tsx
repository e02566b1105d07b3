import "./figures.css";
import { useQuery } from "@tanstack/react-query";
import type { ComparedFigure, CountedFigure } from "../../api/figures-types.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView } from "../../api/types.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { useWords } from "../../words/language.tsx";
import { FigureOfBoard, ListLink } from "../board/FigureOfBoard.tsx";
import { figureText } from "../words-of.ts";

/**
 * The figures that an entry keeps: as they were frozen, as they would be today, and what changed between. Those of several places stand
 * in a table for each indicator, region by region with their ranks; those of sectors are folded below.
 */
export function FiguresView({ entry, field }: { readonly entry: EntryView; readonly field: string }) {
  const { words } = useWords();
  const { data } = useQuery(queries.entryFigures(entry.register, entry.id, entry.version));
  const rows = data?.figures[field] ?? [];
  const [first] = rows;
  if (first === undefined) return <span className="soft">{words.figures.reading}</span>;
  const { from, to, asOf } = first;
  if (rows.every(({ place }) => place === undefined))
    return <FiguresTable rows={rows} caption={words.figures.caption(from, to, asOf)} />;
  const byIndicator = Map.groupBy(rows, ({ indicator }) => indicator);
  return (
    <div className="stack">
      <p className="soft">{words.figures.captionOfPlaces(from, to, asOf)}</p>
      {[...byIndicator].map(([indicator, own]) => (
        <FiguresOfPlaces key={indicator} rows={own} />
      ))}
    </div>
  );
}

/** One indicator of a region, of the regions below it and of sectors. */
function FiguresOfPlaces({ rows }: { readonly rows: readonly ComparedFigure[] }) {
  const { words, say } = useWords();
  const [first] = rows;
  const { regions = [], sectors = [] } = Object.groupBy(rows, ({ sector }) =>
    sector ? "sectors" : "regions",
  );
  if (first === undefined) return null;
  const name = say(first.name);
  return (
    <div className="figures-of-places">
      <FiguresTable rows={regions} caption={name} places={words.figures.place} />
      {sectors.length > 0 && (
        <details>
          <summary>{words.figures.bySector(sectors.length)}</summary>
          <FiguresTable
            rows={sectors}
            caption={words.figures.ofSectors(name)}
            places={words.figures.sector}
          />
        </details>
      )}
    </div>
  );
}

interface TableProps {
  readonly rows: readonly ComparedFigure[];
  readonly caption: string;
  /** What heads the rows where they are places of one indicator, instead of indicators. */
  readonly places?: string;
}

/** What a phone has no room for in columns stands below today's figure, where it says more than the frozen one. */
function FiguresTable({ rows, caption, places }: TableProps) {
  const { words } = useWords();
  const isNarrow = useNarrow();
  const isRanked = rows.some(({ frozen, today }) => (frozen.rank ?? today.rank) !== undefined);
  return (
    <div className="figures">
      <table>
        <caption className={places === undefined ? "soft" : "figures-name"}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{places ?? words.figures.indicator}</th>
            <th scope="col">{places === undefined ? words.figures.reported : words.figures.drawnUp}</th>
            {isRanked && <th scope="col">{words.figures.rank}</th>}
            <th scope="col">{words.figures.today}</th>
            {isRanked && !isNarrow && <th scope="col">{words.figures.rankToday}</th>}
            {!isNarrow && <th scope="col">{words.figures.difference}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={`${row.indicator} ${row.place?.zh}`} {...{ row, isRanked, isNarrow }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly row: ComparedFigure;
  readonly isRanked: boolean;
  readonly isNarrow: boolean;
}

function Row({ row, isRanked, isNarrow }: RowProps) {
  const { words, say } = useWords();
  const { frozen, today } = row;
  return (
    <tr>
      <th scope="row">{say(row.place ?? row.name)}</th>
      <td>
        <Told figure={frozen} row={row} />
        {!row.reproduced && <p className="soft">{words.figures.notReproduced}</p>}
      </td>
      {isRanked && <td className="figures-rank">{frozen.rank}</td>}
      <td>
        <Told figure={today} row={row} />
        {isNarrow && row.changed.length > 0 && (
          <p>
            {words.figures.difference} <Difference row={row} />
          </p>
        )}
        {isNarrow && today.rank !== undefined && today.rank !== frozen.rank && (
          <p>{words.figures.nowRanks(today.rank)}</p>
        )}
      </td>
      {isRanked && !isNarrow && <td className="figures-rank">{today.rank}</td>}
      {!isNarrow && (
        <td>
          <Difference row={row} />
        </td>
      )}
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
