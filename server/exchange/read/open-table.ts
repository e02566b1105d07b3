import { stat } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { SheetRow } from "../../../core/exchange/table.ts";
import { limits } from "../../../core/limits.ts";
import { FileRefused } from "./file-refused.ts";
import { type FileKind, sniff } from "./sniff.ts";
import type { TableSource } from "./table-source.ts";
import { ask, nextOf } from "./thread.ts";
import type { Order } from "./worker.ts";

/** A table that is being read. */
export interface OpenedTable extends Omit<TableSource, "read" | "rows"> {
  /** The number of its last row, as far as its file tells. */
  readonly rowsEstimate: number;
  /** The rows in their order, some hundreds at a time; once. Blank ones are left out. Throws FileRefused. */
  batches(): AsyncIterable<readonly SheetRow[]>;
  close(): Promise<void>;
}

/** What the reading thread answers. */
type Said =
  | { readonly opened: Omit<TableSource, "read"> }
  | { readonly batch: readonly SheetRow[] }
  | { readonly done: true };

/** How much the thread may hold of its own: the older kinds are read whole, the others piece by piece. */
const memoryMegabytes: Readonly<Record<FileKind, number>> = {
  zip: 96,
  text: 96,
  other: 96,
  compound: 512,
  markup: 160,
};

/**
 * Opens a file of rows by what it holds: a workbook, one of the older kind, or a text; its name says nothing. It is read in a thread of
 * its own with bounded memory, so that no file stops the server or takes its memory. The sheet is the one named, or the first that
 * holds anything. Throws FileRefused where it cannot be taken.
 */
export async function openTable(
  path: string,
  options: { readonly sheet?: string; readonly name: string; readonly rowsAtMost?: number },
): Promise<OpenedTable> {
  if ((await stat(path)).size > limits.importFileBytes) throw new FileRefused("file-too-large");
  const kind = await sniff(path);
  const order: Order = {
    path,
    kind,
    sheet: options.sheet || undefined,
    rowsAtMost: options.rowsAtMost ?? limits.importRows,
  };
  const worker = new Worker(new URL("worker.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes[kind], maxYoungGenerationSizeMb: 4 },
  });
  // A fault after the last answer has nobody who waits for it.
  worker.on("error", () => undefined);
  const close = async () => {
    await worker.terminate();
  };
  try {
    const said = await nextOf<Said>(worker);
    if (!("opened" in said)) throw new Error("The reading thread did not open the file");
    const { rows, ...opened } = said.opened;
    return { ...opened, rowsEstimate: rows, batches: () => batchesOf(worker), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function* batchesOf(worker: Worker): AsyncGenerator<readonly SheetRow[]> {
  try {
    // The next batch is read while this one is dealt with.
    let coming = ask<Said>(worker, "next");
    for (;;) {
      const said = await coming;
      if (!("batch" in said)) return;
      coming = ask<Said>(worker, "next");
      // Whoever stops early does not wait for it.
      coming.catch(() => undefined);
      yield said.batch;
    }
  } finally {
    await worker.terminate();
  }
}
