import type { MergedRange, SheetRow } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import { FileRefused } from "../file-refused.ts";
import { cellOf, type RawCell, type Reading } from "./cell.ts";
import { letterAttribute, MarkupCutter, type PieceKind, readText, textOf } from "./markup.ts";
import { placeOf } from "./place.ts";

/** What is found of a sheet by looking for it without reading its cells. */
export interface SheetScan {
  readonly merged: readonly MergedRange[];
  /** The number of its last row. */
  readonly rows: number;
}

const rowNumber = /<(?:\w+:)?row(?=[\s>/])(?:[^>]*?\sr="(\d+)")?/g;
const mergedReference = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+\d+):([A-Z]+\d+)"/g;
const mergesKept = 10_000;
const tagCharacters = 4_096;

/** Counts the rows of a sheet and finds its merged cells, which stand behind all its rows. Throws FileRefused. */
export async function scanSheet(part: AsyncIterable<Buffer>): Promise<SheetScan> {
  const merged: MergedRange[] = [];
  let rows = 0;
  let rest = "";
  const look = (text: string) => {
    for (const found of text.matchAll(rowNumber)) rows = found[1] === undefined ? rows + 1 : Number(found[1]);
    if (!text.includes("mergeCell")) return;
    for (const [, from = "", to = ""] of text.matchAll(mergedReference))
      if (merged.length < mergesKept) merged.push(rangeOf(from, to));
  };
  for await (const piece of textOf(part)) {
    const text = rest + piece;
    // Cut before a tag that may go on in the next piece.
    const end = Math.max(text.lastIndexOf("<"), text.length - tagCharacters, 0);
    look(text.slice(0, end));
    rest = text.slice(end);
  }
  look(rest);
  return { merged, rows };
}

function rangeOf(from: string, to: string): MergedRange {
  const [start, stop] = [placeOf(from), placeOf(to)];
  return { fromRow: start.row, toRow: stop.row, fromColumn: start.column, toColumn: stop.column };
}

/** The rows of a sheet that hold anything, as it is unpacked. Throws FileRefused. */
export async function* readSheet(
  part: AsyncIterable<Buffer>,
  reading: Reading,
): AsyncGenerator<readonly SheetRow[]> {
  const reader = new RowReader(reading);
  const cutter = new MarkupCutter((kind, name, raw) => reader.take(kind, name, raw));
  for await (const text of textOf(part)) {
    cutter.write(text);
    yield reader.found();
  }
  cutter.end();
  yield reader.found();
}

/** Puts rows together from the pieces of a sheet's markup. */
class RowReader {
  readonly #reading: Reading;
  #found: SheetRow[] = [];
  #cells: SheetRow["cells"][number][] = [];
  #row = 0;
  #column = -1;
  #cell: RawCell | undefined;
  #isValue = false;
  #isFormula = false;
  #inAid = false;

  constructor(reading: Reading) {
    this.#reading = reading;
  }

  found(): readonly SheetRow[] {
    const found = this.#found;
    this.#found = [];
    return found;
  }

  take(kind: PieceKind, name: string, raw: string): void {
    if (kind === "text") this.#text(raw);
    else if (name === "c") this.#cellTag(kind, raw);
    else if (name === "row") this.#rowTag(kind, raw);
    else if (this.#cell !== undefined) this.#tagInCell(this.#cell, kind === "opening", name);
  }

  #rowTag(kind: PieceKind, raw: string): void {
    if (kind === "closing") this.#endRow();
    else this.#beginRow(raw);
  }

  #cellTag(kind: PieceKind, raw: string): void {
    if (kind === "closing") this.#endCell();
    else this.#beginCell(raw, kind === "single");
  }

  #tagInCell(cell: RawCell, opens: boolean, name: string): void {
    switch (name) {
      case "v":
      case "t":
        this.#isValue = opens && !this.#inAid;
        if (!this.#inAid) cell.value ??= "";
        return;
      case "f":
        this.#isFormula = opens;
        cell.formula ??= "";
        return;
      case "rPh":
        this.#inAid = opens;
        return;
      default:
    }
  }

  #text(raw: string): void {
    if (this.#cell === undefined) return;
    if (this.#isValue) this.#cell.value = (this.#cell.value ?? "") + readText(raw);
    else if (this.#isFormula) this.#cell.formula = readText(raw);
  }

  #beginRow(raw: string): void {
    const r = letterAttribute(raw, "r");
    this.#row = r === undefined ? this.#row + 1 : Number(r);
    if (!(this.#row >= 1 && this.#row <= limits.sheetRows)) throw new FileRefused("file-broken");
    this.#cells = [];
    this.#column = -1;
  }

  #beginCell(raw: string, isSingle: boolean): void {
    const place = letterAttribute(raw, "r");
    this.#column = place === undefined ? this.#column + 1 : placeOf(place).column;
    if (isSingle) return;
    const style = Number(letterAttribute(raw, "s") ?? 0);
    this.#cell = { type: letterAttribute(raw, "t") ?? "n", style, formula: undefined, value: undefined };
    this.#isValue = false;
    this.#isFormula = false;
  }

  #endCell(): void {
    const value = this.#cell === undefined ? null : cellOf(this.#cell, this.#reading);
    this.#cell = undefined;
    if (value === null) return;
    if (!(this.#column >= 0)) throw new FileRefused("file-broken");
    if (this.#column >= limits.importColumns) throw new FileRefused("file-too-many-columns");
    while (this.#cells.length < this.#column) this.#cells.push(null);
    this.#cells[this.#column] = value;
  }

  #endRow(): void {
    if (this.#cells.length > 0) this.#found.push({ number: this.#row, cells: this.#cells });
    this.#cells = [];
  }
}
