import { limits } from "../../../core/limits.ts";
import { FileRefused } from "./file-refused.ts";

/** Takes a record of a text: its cells, and the record as it is written, with the end of its line. */
export type OnRecord = (cells: readonly string[], raw: string) => void;

const lineEnd = /\r\n|\n|\r/g;

/**
 * Cuts a text into records at the ends of its lines, but not within quotes; all records together are the text, letter by letter. Throws
 * FileRefused where a cell holds more than a cell can, as where a quotation mark is missing.
 */
export class RecordCutter {
  readonly #delimiter: string;
  readonly #onRecord: OnRecord;
  readonly #cellCharacters: number;
  #rest = "";

  constructor(delimiter: string, onRecord: OnRecord, cellCharacters: number = limits.cellLengthCharacters) {
    this.#delimiter = delimiter;
    this.#onRecord = onRecord;
    this.#cellCharacters = cellCharacters;
  }

  write(piece: string): void {
    this.#rest = this.#cut(this.#rest + piece, false);
    if (this.#rest.length > limits.importColumns * this.#cellCharacters)
      throw new FileRefused("file-cell-too-long");
  }

  end(): void {
    const left = this.#cut(this.#rest, true);
    if (left !== "") this.#onRecord(this.#cellsOf(left) ?? [left], left);
    this.#rest = "";
  }

  #cut(text: string, isEnd: boolean): string {
    let start = 0;
    let from = 0;
    for (;;) {
      lineEnd.lastIndex = from;
      const found = lineEnd.exec(text);
      if (found === null) break;
      const next = found.index + found[0].length;
      // The second half of a line's end may still come.
      if (found[0] === "\r" && next === text.length && !isEnd) break;
      const cells = this.#cellsOf(text.slice(start, found.index));
      from = next;
      if (cells === undefined) continue;
      this.#onRecord(cells, text.slice(start, next));
      start = next;
    }
    return text.slice(start);
  }

  /** The cells of a record; undefined where its last quotation is not closed yet. */
  #cellsOf(record: string): readonly string[] | undefined {
    const delimiter = this.#delimiter;
    if (!record.includes('"')) return record.split(delimiter).map((cell) => this.#checked(cell));
    const cells: string[] = [];
    let at = 0;
    for (;;) {
      let text = "";
      if (record[at] === '"') {
        const end = endOfQuoted(record, at);
        if (end < 0) {
          this.#checked(record.slice(at + 1));
          return undefined;
        }
        text = record.slice(at + 1, end).replaceAll('""', '"');
        at = end + 1;
      }
      const stop = record.indexOf(delimiter, at);
      cells.push(this.#checked(text + record.slice(at, stop < 0 ? undefined : stop)));
      if (stop < 0) return cells;
      at = stop + delimiter.length;
    }
  }

  #checked(cell: string): string {
    if (cell.length > this.#cellCharacters) throw new FileRefused("file-cell-too-long");
    return cell;
  }
}

/** Where the quotation that begins there ends; -1 where it does not. */
function endOfQuoted(record: string, start: number): number {
  let at = record.indexOf('"', start + 1);
  while (at >= 0 && record[at + 1] === '"') at = record.indexOf('"', at + 2);
  return at;
}
