import { once } from "node:events";
import { Writable } from "node:stream";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { annotateCsv } from "./annotate-csv.ts";
import { annotateOlder } from "./annotate-older.ts";
import type { AnnotatedKind, AnnotatedTable, RowReason } from "./annotated.ts";
import { answer } from "./thread.ts";
import { annotateXlsx } from "./xlsx/annotate.ts";

// The thread in which a file is given back with its reasons. It says a piece of the file, or that it wants reasons, and is answered
// before it says anything else; at the end it says what kind of file it was.

/** What the thread is to give back. */
export interface AnnotateOrder {
  readonly path: string;
  readonly table: AnnotatedTable;
}

/** What the thread says. */
export type AnnotateSaid =
  | { readonly chunk: Uint8Array }
  | { readonly wants: "reasons" }
  | { readonly kind: AnnotatedKind };

const annotators: Readonly<Record<AnnotatedTable["format"], typeof annotateXlsx>> = {
  xlsx: annotateXlsx,
  xls: annotateOlder,
  csv: annotateCsv,
};

const port = ownPort();

function ownPort(): MessagePort {
  if (parentPort === null) throw new Error("This is the thread that gives files back");
  return parentPort;
}

let turn: Promise<unknown> = Promise.resolve();

/** Says something once all before it is answered, and waits for the answer: reasons, where it wants any. */
function say(said: AnnotateSaid): Promise<readonly RowReason[]> {
  const answered = turn.then(async (): Promise<readonly RowReason[]> => {
    const heard = once(port, "message");
    port.postMessage(said);
    const [reasons] = await heard;
    return reasons;
  });
  turn = answered;
  return answered;
}

async function* reasons(): AsyncGenerator<RowReason> {
  for (;;) {
    const some = await say({ wants: "reasons" });
    if (some.length === 0) return;
    yield* some;
  }
}

const out = new Writable({
  write: (chunk: Uint8Array, _, done) => {
    say({ chunk }).then(() => done(), done);
  },
  highWaterMark: 1,
});

const { path, table }: AnnotateOrder = workerData;
await answer(port, async () => {
  const kind = await annotators[table.format](path, table, reasons(), out);
  out.end();
  await turn;
  return { kind };
});
