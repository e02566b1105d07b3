/** Why a row was not taken. */
export interface RowReason {
  /** As a program shows it. */
  readonly row: number;
  readonly text: string;
}

/** The table of which the reasons speak. */
export interface AnnotatedTable {
  readonly format: "xlsx" | "xls" | "csv";
  readonly sheet: string;
  /** The last row of its head, which the new column's heading joins. */
  readonly headerRow: number;
}

/** What kind of file was given back. */
export interface AnnotatedKind {
  readonly type: string;
  readonly extension: string;
}

export const workbookKind: AnnotatedKind = {
  type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  extension: "xlsx",
};

/** Reasons asked for by ascending rows. */
export class Reasons {
  readonly #source: AsyncIterator<RowReason>;
  #next: RowReason | undefined;
  #hasBegun = false;

  constructor(source: AsyncIterable<RowReason>) {
    this.#source = source[Symbol.asyncIterator]();
  }

  /** The first reason that was not taken yet. */
  async next(): Promise<RowReason | undefined> {
    if (!this.#hasBegun) await this.#advance();
    return this.#next;
  }

  /** Takes the reasons up to that row, and of several for one row all of them. */
  async upTo(row: number): Promise<readonly RowReason[]> {
    const taken: RowReason[] = [];
    for (let next = await this.next(); next !== undefined && next.row <= row; next = await this.next()) {
      const last = taken.at(-1);
      if (last?.row === next.row)
        taken[taken.length - 1] = { row: next.row, text: `${last.text}；${next.text}` };
      else taken.push(next);
      await this.#advance();
    }
    return taken;
  }

  async close(): Promise<void> {
    await this.#source.return?.();
  }

  async #advance(): Promise<void> {
    this.#hasBegun = true;
    const { value, done } = await this.#source.next();
    this.#next = done ? undefined : value;
  }
}
