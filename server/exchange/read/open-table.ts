import { Worker } from "node:worker_threads";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { type FileRefusalCode, FileRefused } from "./file-refused.ts";
import type { TableSource } from "./table-source.ts";

/** A table that is being read. */
export interface OpenedTable extends Omit<TableSource, "read" | "rows"> {
  /** The number of its last row, as far as its file tells. */
  readonly rowsEstimate: number;
  /** The rows in their order, some hundreds at a time; once. */
  batches(): AsyncIterable<readonly SheetRow[]>;
  close(): Promise<void>;
}

/** What the reading thread answers. */
type Said =
  | { readonly opened: Omit<TableSource, "read"> }
  | { readonly batch: readonly SheetRow[] }
  | { readonly done: true }
  | { readonly refused: FileRefusalCode }
  | { readonly failed: string };

/** Little room for what is short-lived keeps the thread small: it makes nothing else. */
const memory = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8 };

/**
 * Opens a file of rows by what it holds: a workbook, one of the older kind, or a text. It is read in a thread of its own with bounded
 * memory, so that no file stops the server or takes its memory. Throws FileRefused where it cannot be taken.
 */
export async function openTable(
  path: string,
  { sheet }: { sheet?: string; name: string },
): Promise<OpenedTable> {
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: { path, sheet: sheet === "" ? undefined : sheet },
    resourceLimits: memory,
  });
  const close = async () => {
    await worker.terminate();
  };
  try {
    const said = await next(worker);
    if (!("opened" in said)) throw new Error("The reading thread did not open the file");
    const { rows, ...opened } = said.opened;
    return { ...opened, rowsEstimate: rows, batches: () => batchesOf(worker), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* batchesOf(worker: Worker): AsyncGenerator<readonly SheetRow[]> {
  // The next batch is read while this one is dealt with.
  let coming = ask(worker);
  for (;;) {
    const said = await coming;
    if (!("batch" in said)) return;
    coming = ask(worker);
    // Whoever stops early does not wait for it.
    coming.catch(() => undefined);
    yield said.batch;
  }
}

function ask(worker: Worker): Promise<Said> {
  const answer = next(worker);
  worker.postMessage("next");
  return answer;
}

function next(worker: Worker): Promise<Said> {
  return new Promise((resolve, reject) => {
    const settle = (end: () => void) => {
      worker.off("message", hear);
      worker.off("error", fail);
      worker.off("exit", leave);
      end();
    };
    const hear = (said: Said) =>
      settle(() => {
        if ("refused" in said) reject(new FileRefused(said.refused));
        else if ("failed" in said) reject(new Error(said.failed));
        else resolve(said);
      });
    const fail = (error: Error & { readonly code?: string }) =>
      settle(() =>
        reject(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? new FileRefused("file-unpacks-too-large") : error),
      );
    const leave = () => settle(() => reject(new Error("The reading thread ended")));
    worker.on("message", hear);
    worker.on("error", fail);
    worker.on("exit", leave);
  });
}
