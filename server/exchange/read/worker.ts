import { parentPort, workerData } from "node:worker_threads";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { openCsv } from "./csv.ts";
import { FileRefused } from "./file-refused.ts";
import { openOlder } from "./older.ts";
import { sniff } from "./sniff.ts";
import type { TableSource } from "./table-source.ts";
import { openXlsx } from "./xlsx/open.ts";

// The thread in which a file is read: whatever it does to its reader, the server goes on. It sends what the table is, then a batch of
// rows each time that one is asked for.

interface Order {
  readonly path: string;
  readonly sheet: string | undefined;
}

const batchRows = 500;

async function open({ path, sheet }: Order): Promise<TableSource> {
  switch (await sniff(path)) {
    case "zip":
      return openXlsx(path, sheet);
    case "compound":
    case "markup":
      return openOlder(path, sheet);
    case "text":
      return openCsv(path);
    case "other":
      throw new FileRefused("file-not-a-table");
  }
}

async function* batches(source: TableSource): AsyncGenerator<readonly SheetRow[]> {
  let batch: SheetRow[] = [];
  for await (const row of source.read()) {
    batch.push(row);
    if (batch.length < batchRows) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

const port = parentPort;
if (port === null) throw new Error("This is the reading thread");
let rows: AsyncGenerator<readonly SheetRow[]> | undefined;
let source: TableSource | undefined;

const answer = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    port.postMessage(await work());
  } catch (error) {
    if (error instanceof FileRefused) port.postMessage({ refused: error.refusal.code });
    else
      port.postMessage({ failed: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
};

port.on("message", () =>
  answer(async () => {
    if (source === undefined) throw new Error("Not open yet");
    rows ??= batches(source);
    const { value, done } = await rows.next();
    return done ? { done: true } : { batch: value };
  }),
);

await answer(async () => {
  source = await open(workerData);
  const { format, encoding, sheets, sheet, facts, rows: count } = source;
  return { opened: { format, encoding, sheets, sheet, facts, rows: count } };
});
