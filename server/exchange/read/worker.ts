import { parentPort, workerData } from "node:worker_threads";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { openCsv } from "./csv.ts";
import { FileRefused } from "./file-refused.ts";
import { openCompound, openMarkup } from "./older.ts";
import type { FileKind } from "./sniff.ts";
import type { TableSource } from "./table-source.ts";
import { answer } from "./thread.ts";
import { openXlsx } from "./xlsx/open.ts";

// The thread in which a file is read: whatever it does to its reader, the server goes on. It sends what the table is, then a batch of
// rows each time that one is asked for.

/** What the thread is to read. */
export interface Order {
  readonly path: string;
  readonly kind: FileKind;
  readonly sheet: string | undefined;
  /** The most rows that are taken, blank ones left out. */
  readonly rowsAtMost: number;
}

/** A source of which the first rows have been seen. */
interface Begun {
  readonly source: TableSource;
  readonly rows: AsyncGenerator<readonly SheetRow[]>;
  first: readonly SheetRow[] | undefined;
}

const openers: Readonly<Record<FileKind, (path: string, sheet: string | undefined) => Promise<TableSource>>> =
  {
    zip: openXlsx,
    compound: openCompound,
    markup: openMarkup,
    text: openCsv,
    other: async () => {
      throw new FileRefused("file-not-a-table");
    },
  };

/** Opens the sheet that is asked for, else the first that holds anything: the one before it is often an explanation in a text box. */
async function begin(order: Order): Promise<Begun> {
  const source = await openers[order.kind](order.path, order.sheet);
  const begun = await firstOf(source, order.rowsAtMost);
  if (begun !== undefined) return begun;
  for (const name of order.sheet === undefined ? source.sheets.slice(1) : []) {
    const next = await firstOf(await openers[order.kind](order.path, name), order.rowsAtMost);
    if (next !== undefined) return next;
  }
  throw new FileRefused("file-sheet-empty");
}

async function firstOf(source: TableSource, rowsAtMost: number): Promise<Begun | undefined> {
  const rows = batches(source, rowsAtMost);
  const { value, done } = await rows.next();
  return done ? undefined : { source, rows, first: value };
}

async function* batches(source: TableSource, rowsAtMost: number): AsyncGenerator<readonly SheetRow[]> {
  let waiting: SheetRow[] = [];
  let count = 0;
  for await (const rows of source.read()) {
    count += rows.length;
    if (count > rowsAtMost) throw new FileRefused("file-too-many-rows");
    for (const row of rows) waiting.push(row);
    let at = 0;
    for (; waiting.length - at >= limits.importBatchRows; at += limits.importBatchRows)
      yield waiting.slice(at, at + limits.importBatchRows);
    if (at > 0) waiting = waiting.slice(at);
  }
  if (waiting.length > 0) yield waiting;
}

const port = parentPort;
if (port === null) throw new Error("This is the reading thread");
let begun: Begun | undefined;

async function nextBatch(): Promise<unknown> {
  if (begun === undefined) throw new Error("Not open yet");
  const { first } = begun;
  begun.first = undefined;
  if (first !== undefined) return { batch: first };
  const { value, done } = await begun.rows.next();
  return done ? { done: true } : { batch: value };
}

port.on("message", () => answer(port, nextBatch));

await answer(port, async () => {
  begun = await begin(workerData);
  const { read: _, ...opened } = begun.source;
  return { opened };
});
