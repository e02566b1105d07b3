import type { Writable } from "node:stream";
import { Worker } from "node:worker_threads";
import type { AnnotateOrder, AnnotateSaid } from "./annotate-worker.ts";
import type { AnnotatedKind, AnnotatedTable, RowReason } from "./annotated.ts";
import { ask, nextOf } from "./thread.ts";
import { writeOn } from "./write-on.ts";

/** How many reasons are sent to the thread at once. */
const reasonsAtOnce = 500;
/** How much the thread may hold of its own; of an older workbook, which is read whole, its reader has a thread and memory besides. */
const memoryMegabytes = 96;

/**
 * Gives a person's own file back with one column more, in which each row that was not taken has its reason; all else stays as it is. Of
 * an older workbook or a page the values alone, as a workbook of the present kind. It is written in a thread of its own, which those who
 * ask for anything else meanwhile do not wait for. The stream is left open. Throws FileRefused.
 */
export async function annotate(
  path: string,
  table: AnnotatedTable,
  reasons: AsyncIterable<RowReason>,
  out: Writable,
): Promise<AnnotatedKind> {
  const order: AnnotateOrder = { path, table };
  const worker = new Worker(new URL("annotate-worker.ts", import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: 4 },
  });
  // A fault after the last answer has nobody who waits for it.
  worker.on("error", () => undefined);
  const source = reasons[Symbol.asyncIterator]();
  try {
    let said = await nextOf<AnnotateSaid>(worker);
    while (!("kind" in said)) {
      if ("chunk" in said) {
        await writeOn(out, said.chunk);
        said = await ask(worker, []);
      } else said = await ask(worker, await someOf(source));
    }
    return said.kind;
  } finally {
    await worker.terminate();
    await source.return?.();
  }
}

/** The next reasons; none once there are no more. */
async function someOf(source: AsyncIterator<RowReason>): Promise<readonly RowReason[]> {
  const some: RowReason[] = [];
  while (some.length < reasonsAtOnce) {
    const { value, done } = await source.next();
    if (done) break;
    some.push(value);
  }
  return some;
}
