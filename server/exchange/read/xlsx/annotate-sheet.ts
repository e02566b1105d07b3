import { resultHeading } from "../../../../core/exchange/result-column.ts";
import { columnLetters } from "../../../../core/exchange/table.ts";
import { limits } from "../../../../core/limits.ts";
import type { Reasons, RowReason } from "../annotated.ts";
import { textCell } from "../plain-workbook.ts";
import { prefixOf } from "./annotate-styles.ts";
import { attributesOf, letterAttribute, MarkupCutter, type PieceKind, textOf } from "./markup.ts";
import { placeOf } from "./place.ts";

/** Where in a sheet the reasons go. */
export interface ResultColumn {
  /** From 0 on. */
  readonly at: number;
  /** It is left from an earlier import, and what it holds goes. */
  readonly isThere: boolean;
  readonly headerRow: number;
  /** The place of the reasons' style; none where the workbook has no styles. */
  readonly style: number | undefined;
}

interface Piece {
  readonly kind: PieceKind;
  readonly name: string;
  readonly raw: string;
}

/** A sheet's markup letter by letter, with one column more. */
export async function* annotatedSheet(
  part: AsyncIterable<Buffer>,
  column: ResultColumn,
  reasons: Reasons,
): AsyncGenerator<string> {
  let pieces: Piece[] = [];
  const cutter = new MarkupCutter((kind, name, raw) => pieces.push({ kind, name, raw }));
  const writer = new SheetWriter(column, reasons);
  for await (const text of textOf(part)) {
    cutter.write(text);
    for (const piece of pieces) {
      if (piece.name === "row" || piece.name === "sheetData") await writer.takeRow(piece);
      else writer.take(piece);
    }
    pieces = [];
    yield writer.written();
  }
  cutter.end();
  for (const piece of pieces) writer.take(piece);
  yield writer.written();
}

const columnWidth = 60;

class SheetWriter {
  readonly #column: ResultColumn;
  readonly #reasons: Reasons;
  #text = "";
  #row = 0;
  #cell = -1;
  #hasColumns = false;
  #hasWidth = false;
  #isHeadDone = false;
  /** What the row is still to be told. */
  #told: RowReason | undefined;
  #isDropping = false;

  constructor(column: ResultColumn, reasons: Reasons) {
    this.#column = column;
    this.#reasons = reasons;
  }

  written(): string {
    const text = this.#text;
    this.#text = "";
    return text;
  }

  async takeRow({ kind, name, raw }: Piece): Promise<void> {
    if (name === "row" && kind === "closing") {
      this.#tell(prefixOf(raw));
      this.#text += raw;
    } else if (name === "row") await this.#beginRow(kind, raw);
    else {
      if (kind !== "closing" && !this.#hasColumns) this.#text += this.#columns(prefixOf(raw));
      if (kind === "closing") await this.#rowsBefore(Number.POSITIVE_INFINITY, prefixOf(raw));
      this.#text += raw;
    }
  }

  take({ kind, name, raw }: Piece): void {
    if (name === "c" && this.#row > 0) this.#takeCell(kind, raw);
    else if (this.#isDropping) return;
    else if (name === "dimension" && kind !== "closing") this.#text += this.#dimension(raw);
    else if (name === "cols" || name === "col") this.#takeColumns(kind, name, raw);
    else this.#text += kind === "other" ? inUtf8(raw) : raw;
  }

  async #beginRow(kind: PieceKind, raw: string): Promise<void> {
    const number = letterAttribute(raw, "r");
    const prefix = prefixOf(raw);
    this.#row = number === undefined ? this.#row + 1 : Number(number);
    this.#cell = -1;
    this.#told = await this.#rowsBefore(this.#row, prefix);
    if (this.#told === undefined) {
      this.#text += raw;
      return;
    }
    // How far a row reaches is told to save a reader time, and may be left out.
    const open = raw.replace(/\sspans\s*=\s*(?:"[^"]*"|'[^']*')/, "");
    if (kind === "opening") {
      this.#text += open;
      return;
    }
    this.#text += `${open.slice(0, open.lastIndexOf("/"))}>`;
    this.#tell(prefix);
    this.#text += `</${prefix}row>`;
  }

  /** Writes rows that the sheet does not have and that are told something, and gives what is told to the one that comes next. */
  async #rowsBefore(row: number, prefix: string): Promise<RowReason | undefined> {
    const due = [...(await this.#reasons.upTo(row))];
    const { headerRow } = this.#column;
    if (!this.#isHeadDone && headerRow <= row) {
      due.push({ row: headerRow, text: resultHeading });
      this.#isHeadDone = true;
    }
    for (const one of due.filter((each) => each.row < row).sort((a, b) => a.row - b.row))
      this.#text += `<${prefix}row r="${one.row}">${this.#cellOf(one, prefix)}</${prefix}row>`;
    return due.findLast((each) => each.row === row);
  }

  #takeCell(kind: PieceKind, raw: string): void {
    if (kind === "closing") {
      if (!this.#isDropping) this.#text += raw;
      this.#isDropping = false;
      return;
    }
    const place = letterAttribute(raw, "r");
    this.#cell = place === undefined ? this.#cell + 1 : placeOf(place).column;
    const { at, isThere, headerRow } = this.#column;
    const isReplaced = this.#cell === at && (this.#told !== undefined || (isThere && this.#row >= headerRow));
    if (this.#cell >= at) this.#tell(prefixOf(raw));
    if (isReplaced) this.#isDropping = kind === "opening";
    else this.#text += raw;
  }

  #tell(prefix: string): void {
    if (this.#told !== undefined) this.#text += this.#cellOf(this.#told, prefix);
    this.#told = undefined;
  }

  #cellOf({ row, text }: RowReason, prefix: string): string {
    const { at, style } = this.#column;
    return textCell(`${columnLetters(at)}${row}`, text.slice(0, limits.cellLengthCharacters), style, prefix);
  }

  #dimension(raw: string): string {
    const [, from = "", to = ""] = /^([A-Z]+\d+)(?::([A-Z]+\d+))?$/.exec(attributesOf(raw).ref ?? "") ?? [];
    const [first, last] = [placeOf(from), placeOf(to || from)];
    if (from === "" || last.column >= this.#column.at) return raw;
    const row = Math.max(last.row, first.row, this.#column.headerRow);
    const reach = `${from}:${columnLetters(this.#column.at)}${row}`;
    return raw.replace(/(\sref\s*=\s*["'])[^"']*/, `$1${reach}`);
  }

  #columns(prefix: string): string {
    this.#hasColumns = true;
    return `<${prefix}cols>${this.#width(prefix)}</${prefix}cols>`;
  }

  #width(prefix: string): string {
    const number = this.#column.at + 1;
    this.#hasWidth = true;
    return `<${prefix}col min="${number}" max="${number}" width="${columnWidth}" customWidth="1"/>`;
  }

  /** The widths of columns stand in their order, and none may be told twice. */
  #takeColumns(kind: PieceKind, name: string, raw: string): void {
    const prefix = prefixOf(raw);
    const number = this.#column.at + 1;
    if (name === "cols") {
      this.#hasColumns = true;
      if (kind === "closing" && !this.#hasWidth) this.#text += this.#width(prefix);
    } else if (kind !== "closing") {
      const { min, max } = attributesOf(raw);
      if (!this.#hasWidth && Number(min) > number) this.#text += this.#width(prefix);
      if (Number(min) <= number && number <= Number(max)) this.#hasWidth = true;
    }
    this.#text += raw;
  }
}

/** A part in UTF-16 is given back in UTF-8, and has to say so. */
const inUtf8 = (raw: string): string =>
  raw.startsWith("<?xml") ? raw.replace(/(\sencoding\s*=\s*)(["'])utf-16\w*\2/i, '$1"UTF-8"') : raw;
