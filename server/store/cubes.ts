import type { Day } from "../../core/calendar/day.ts";
import {
  type CubeQuery,
  type CubeRow,
  cubeOf,
  type TermCells,
  timeOf,
  wholeOf,
  windowsOf,
} from "../../core/campaign/cube.ts";
import type { Cut, Figure, Indicator, Term } from "../../core/campaign/indicator.ts";
import type { Scope } from "../../core/scope/scope.ts";
import { type CellColumn, type CellQuery, readCells } from "./cells.ts";
import { inOrder, type Queryable } from "./database.ts";

export interface CubeAsked extends CubeQuery {
  readonly indicator: Indicator;
  readonly cut: Cut;
  /** As it was known on this day; as it is known now where it is absent. */
  readonly asOf?: Day | undefined;
}

/** An indicator by place and time, and as one figure, within a scope. */
export async function readCube(
  tx: Queryable,
  scope: Scope,
  asked: CubeAsked,
): Promise<{ readonly whole: Figure; readonly rows: readonly CubeRow[] }> {
  const cells = await readCubeCells(tx, scope, asked);
  return {
    whole: wholeOf(asked.indicator, asked, cells),
    rows: asked.by.length === 0 ? [] : cubeOf(asked.indicator, asked, cells),
  };
}

/** The cells of which an indicator is made by these places and times; of them any fewer places and times are worked out, too. */
export async function readCubeCells(
  tx: Queryable,
  scope: Scope,
  asked: CubeAsked,
): Promise<{ readonly counts: TermCells; readonly of: TermCells }> {
  const { counts, of } = asked.indicator;
  const [counted, divided] = await inOrder([
    readTerm(tx, scope, counts, asked),
    of === undefined ? Promise.resolve(nothing) : readTerm(tx, scope, of, asked),
  ]);
  return { counts: counted, of: divided };
}

const nothing: TermCells = { before: [], within: [] };

async function readTerm(tx: Queryable, scope: Scope, term: Term, asked: CubeAsked): Promise<TermCells> {
  const { before, within } = windowsOf(term, asked);
  const time = timeOf(asked);
  const query: Omit<CellQuery, "window"> = {
    measures: [term.count],
    asOf: asked.asOf,
    depth: depthOf(asked),
    by: columnsFor(term, asked),
    within: asked.cut,
  };
  const bucket = time === undefined ? undefined : time === "day" || time === "week" ? "day" : "month";
  const [standing, coming] = await inOrder([
    before === undefined ? Promise.resolve([]) : readCells(tx, scope, { ...query, window: before }),
    readCells(tx, scope, { ...query, window: within, bucket }),
  ]);
  return { before: standing, within: coming };
}

function depthOf({ by }: CubeQuery): CellQuery["depth"] {
  if (by.includes("township")) return 9;
  return by.includes("county") ? 6 : 0;
}

function columnsFor({ levels, kinds }: Term, { by }: CubeQuery): readonly CellColumn[] {
  const isTold = (column: CellColumn) =>
    by.includes(column) || (column === "level" && levels) || (column === "kind" && kinds);
  return (["sector", "park", "level", "kind", "organisation"] as const).filter(isTold);
}
