import { cellText } from "../../../core/exchange/cell-text.ts";
import { type GuessedTable, guessTable, rowsLookedAt } from "../../../core/exchange/headings.ts";
import { columnLetters, type SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { checkPersonal, maskOf, type PersonalKind } from "../../../core/register/personal.ts";
import type { Register } from "../../../core/register/register.ts";
import { type OpenedTable, openTable } from "../read/open-table.ts";
import type { Plan } from "./plan.ts";

/** What is found in a file when it is first opened, for the person to look at and to set right. */
export interface Reading {
  readonly format: OpenedTable["format"];
  readonly encoding?: string | undefined;
  readonly sheets: readonly string[];
  readonly sheet: string;
  /** What the sheet is taken for; null where no heading is known in it. */
  readonly guess: GuessedTable | null;
  /** Its first rows as they are seen, for the person to find the heading. */
  readonly head: readonly { readonly row: number; readonly cells: readonly string[] }[];
  /** About how many rows it has. */
  readonly rows: number;
}

const shownRows = 20;
const shownCharacters = 60;

/** Opens a file of rows and looks at its beginning. Throws FileRefused where it cannot be taken. */
export async function readHead(
  register: Register,
  file: { readonly path: string; readonly name: string },
  sheet?: string,
): Promise<Reading> {
  const table = await openTable(file.path, { name: file.name, ...(sheet === undefined ? {} : { sheet }) });
  try {
    const first: SheetRow[] = [];
    for await (const batch of table.batches()) {
      first.push(...batch.slice(0, rowsLookedAt - first.length));
      if (first.length >= rowsLookedAt) break;
    }
    const guess = guessTable(register, first, table.facts) ?? null;
    const kinds = new Map(
      guess?.columns.map(({ column, field }) => [column, register.allFields[field ?? ""]?.personal]),
    );
    return {
      format: table.format,
      encoding: table.encoding,
      sheets: table.sheets,
      sheet: table.sheet,
      guess,
      head: first.slice(0, shownRows).map(({ number, cells }) => ({
        row: number,
        cells: cells
          .slice(0, limits.importColumns)
          .map((cell, column) => withoutNumbers(cellText(cell), kinds.get(column)).slice(0, shownCharacters)),
      })),
      rows: table.rowsEstimate ?? first.length,
    };
  } finally {
    await table.close();
  }
}

const looksPersonal = /(?<![0-9A-Z])(?:1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9X])(?![0-9A-Z])/g;

/** What a cell shows of itself before anybody has said what its column holds: what is kept must not give a number away. */
const withoutNumbers = (text: string, kind: PersonalKind | undefined): string =>
  kind !== undefined && checkPersonal(kind, text) === undefined
    ? maskOf(kind, text)
    : text.replaceAll(looksPersonal, (number) => maskOf("phone", number));

/** The plan as it is guessed; undefined where nothing was recognised. */
export function guessedPlan({ guess, sheet }: Reading): Plan | undefined {
  if (guess === null) return undefined;
  const last = Math.max(...guess.columns.map(({ column }) => column), -1);
  const columns = Array.from({ length: last + 1 }, (_, at) => {
    return guess.columns.find(({ column }) => column === at)?.field ?? null;
  });
  return { sheet, headerRows: guess.headerRows, firstRow: guess.firstRow, columns, mode: guess.mode };
}

/** The headings by column, as the plan says where they stand: of several rows the words from above to below. */
export function headingsOf({ head, guess }: Reading, { headerRows, columns }: Plan): readonly string[] {
  const isGuess = guess?.headerRows.from === headerRows.from && guess.headerRows.to === headerRows.to;
  return columns.map((_, at) => {
    const guessed = isGuess ? guess.columns.find(({ column }) => column === at)?.heading : undefined;
    if (guessed !== undefined) return guessed;
    const rows = head.filter(({ row }) => row >= headerRows.from && row <= headerRows.to);
    const words = rows.map(({ cells }) => cells[at] ?? "").filter((text) => text !== "");
    return words.length > 0 ? [...new Set(words)].join(" ") : columnLetters(at);
  });
}
