import { Link } from "@tanstack/react-router";
import type { FigureView, HeadView, PivotRowView, PivotView } from "../../api/analysis.ts";
import type { Dictionary } from "../../words/dictionary.ts";
import { useWords } from "../../words/language.tsx";
import { ListLink } from "../board/FigureOfBoard.tsx";
import { type AnalysisSearch, drill } from "./analysis-view.ts";

interface TableProps {
  readonly pivot: PivotView;
  readonly search: AnalysisSearch;
  readonly caption: string;
}

/** The table: every figure opens the list that it counts, every head leads a level below. */
export function PivotTable({ pivot, search, caption }: TableProps) {
  const { words, say } = useWords();
  const shown = shownOf(pivot);
  const { by, columns, rows, total, whole } = pivot;
  return (
    <div className="analysis-frame">
      <table className="table analysis-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{say(by.rows.words)}</th>
            {columns.map((head) => (
              <th key={head.code} scope="col">
                <HeadName pivot={pivot} search={search} along="columns" head={head} />
              </th>
            ))}
            {shown.end && <th scope="col">{endName(pivot, words, say)}</th>}
            {shown.beside && <th scope="col">{words.analysis.before}</th>}
            {shown.beside && <th scope="col">{words.analysis.yearBefore}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} pivot={pivot} search={search} row={row} />
          ))}
        </tbody>
        {whole !== null && total.rows !== "none" && (
          <tfoot>
            <tr>
              <th scope="row">{words.analysis.total[total.rows]}</th>
              {columns.map((head) => (
                <Cell key={head.code} pivot={pivot} figure={head.figure} />
              ))}
              {shown.end && <Cell pivot={pivot} figure={whole.figure} />}
              {shown.beside && <Cell pivot={pivot} figure={whole.before} than={whole.figure} />}
              {shown.beside && <Cell pivot={pivot} figure={whole.yearBefore} than={whole.figure} />}
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

/** Whether rows have something at their end, and what they were before beside it. */
function shownOf({ columns, rows, total }: PivotView) {
  const end = columns.length === 0 || total.columns !== "none";
  return { end, beside: end && rows.some(({ before }) => before !== undefined) };
}

function endName(
  { columns, indicator, total }: PivotView,
  { analysis }: Dictionary,
  say: ReturnType<typeof useWords>["say"],
): string {
  if (columns.length === 0) return say(indicator.name);
  return total.columns === "none" ? "" : analysis.total[total.columns];
}

function Row({ pivot, search, row }: Omit<TableProps, "caption"> & { readonly row: PivotRowView }) {
  const shown = shownOf(pivot);
  return (
    <tr>
      <th scope="row">
        <HeadName pivot={pivot} search={search} along="rows" head={row} />
      </th>
      {row.cells.map((figure, at) => (
        <Cell key={pivot.columns[at]?.code ?? at} pivot={pivot} figure={figure} />
      ))}
      {shown.end && <Cell pivot={pivot} figure={row.figure} />}
      {shown.beside && <Cell pivot={pivot} figure={row.before} than={row.figure} />}
      {shown.beside && <Cell pivot={pivot} figure={row.yearBefore} than={row.figure} />}
    </tr>
  );
}

interface HeadProps extends Omit<TableProps, "caption"> {
  readonly along: "rows" | "columns";
  readonly head: HeadView;
}

function HeadName({ pivot, search, along, head }: HeadProps) {
  const { words, say } = useWords();
  const below = drill(search, pivot, along, head);
  const name = say(head.words);
  if (below === undefined) return name;
  return (
    <Link to="/analysis" search={below} aria-label={words.analysis.drill(name)}>
      {name}
    </Link>
  );
}

interface CellProps {
  readonly pivot: Pick<PivotView, "unit" | "indicator">;
  readonly figure: FigureView | undefined;
  /** What it has become since: beside an earlier figure stands by how much. */
  readonly than?: FigureView | undefined;
}

function Cell({ pivot: { unit, indicator }, figure, than }: CellProps) {
  const { words } = useWords();
  if (figure === undefined) return <td className="analysis-figure">{words.board.nothing}</td>;
  if (figure.untold !== undefined)
    return <td className="analysis-figure soft">{words.analysis.untold[figure.untold]}</td>;
  const text = figureText(figure, unit, words);
  const { opensList } = words.board;
  const isDivided = figure.of !== undefined && figure.opensOf !== undefined;
  return (
    <td className="analysis-figure">
      {isDivided ? text : <ListLink opens={figure.opens} text={text} name={opensList(text)} />}
      <Since figure={figure} than={than} />
      {figure.of !== undefined && figure.opensOf !== undefined && (
        <span className="analysis-parts">
          {indicator.rest && "1 − "}
          <ListLink opens={figure.opens} text={`${figure.counted}`} name={opensList(`${figure.counted}`)} />
          {" / "}
          <ListLink opens={figure.opensOf} text={`${figure.of}`} name={opensList(`${figure.of}`)} />
        </span>
      )}
    </td>
  );
}

/** By how much it is more or less now, in the unit of the figure; of shares in points. */
function Since({ figure, than }: Pick<CellProps, "than"> & { readonly figure: FigureView }) {
  const { words } = useWords();
  if (than === undefined || than.value === null || figure.value === null) return null;
  const change = Math.round((than.value - figure.value) * 100) / 100;
  if (change === 0) return null;
  const text = change > 0 ? `+${change}` : `−${-change}`;
  return (
    <span className="soft" title={words.analysis.since}>
      {" "}
      ({text})
    </span>
  );
}

/** A figure as the table writes it; its unit stands above the table, but for a percent. */
export function figureText(
  { value }: Pick<FigureView, "value">,
  unit: PivotView["unit"],
  { board }: Dictionary,
): string {
  if (value === null) return board.nothing;
  return unit === "percent" ? `${value}%` : `${value}`;
}
