import { isDay } from "../calendar/day.ts";
import { listColumns, type TextColumn, type TextProblem, type TextProblemCode } from "./criteria-file.ts";
import type { CheckedRow } from "./criteria-rows.ts";
import type { KeyCheckList, Library, LibraryStandard } from "./library.ts";

/** Codes of a cell: S05, or S05、S16. */
export const sectorCodes = (cell: string | undefined): readonly string[] =>
  cell === undefined ? [] : [...new Set(cell.split(/[\s,，、;；]+/).filter((code) => code !== ""))];

export type Faults = readonly (readonly [column: TextColumn, code: TextProblemCode])[];

const needed = ["issuer", "issued", "from"] as const;

/** What is wrong with a row that stands for a list that nobody has imported yet. */
export function newListFaults({ cells }: CheckedRow, library: Library): Faults {
  const missing = [...needed, "sector" as const].filter((column) => cells[column] === undefined);
  const days = (["issued", "from"] as const).filter((column) => {
    const day = cells[column];
    return day !== undefined && !isDay(day);
  });
  const code = /^[A-Z0-9]{2,6}$/.test(cells.standard);
  return [
    ...(code ? [] : [["standard", "standard-malformed"] as const]),
    ...missing.map((column) => [column, "cell-missing"] as const),
    ...days.map((column) => [column, "not-a-day"] as const),
    ...(mayReplace(cells.replaces, cells.from, library) ? [] : [["replaces", "replaces-unknown"] as const]),
  ];
}

/** A list ends on the eve of the one that replaces it, so it must have begun, and end once. */
function mayReplace(replaced: string | undefined, from = "", { standards }: Library): boolean {
  if (replaced === undefined) return true;
  const other = standards.find(({ code }) => code === replaced);
  return other?.importedOn !== undefined && other.to === undefined && (other.from ?? "") < from;
}

/** What a row says of the list that it belongs to and that is not so: a list is said once, and a changed one has another code. */
export function sameListFaults({ cells }: CheckedRow, said: LibraryStandard | CheckedRow): Faults {
  const of = "cells" in said ? said.cells : saidOf(said);
  return listColumns.flatMap((column) => {
    const value = cells[column];
    return value === undefined || value === of[column] ? [] : [[column, "list-differs"] as const];
  });
}

const saidOf = (standard: LibraryStandard): CheckedRow["cells"] | Partial<CheckedRow["cells"]> =>
  standard.importedOn === undefined
    ? {}
    : {
        list: standard.name.zh,
        ...(standard.document === null ? {} : { document: standard.document }),
        ...(standard.issuer === null ? {} : { issuer: standard.issuer.zh }),
        ...(standard.issued === undefined ? {} : { issued: standard.issued }),
        ...(standard.from === null ? {} : { from: standard.from }),
        ...(standard.replaces === undefined ? {} : { replaces: standard.replaces }),
      };

/** The list that rows declare: what its first row says, for all the sectors that any of them names. */
export function listOfRows(code: string, rows: readonly CheckedRow[]): KeyCheckList {
  const [first] = rows;
  const { list = "", document, issuer = "", issued = "", from = "", replaces } = first?.cells ?? {};
  const sectors = [...new Set(rows.flatMap(({ cells }) => sectorCodes(cells.sector)))].toSorted();
  return {
    code,
    name: list,
    ...(document === undefined ? {} : { document }),
    issuer,
    issued,
    from,
    sectors,
    ...(replaces === undefined ? {} : { replaces }),
  };
}

/** Faults of a row, located. */
export const located = (row: number, faults: Faults): readonly TextProblem[] =>
  faults.map(([column, code]) => ({ row, column, code }));
