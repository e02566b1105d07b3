import type { MessagePort, Worker } from "node:worker_threads";
import { limits } from "../../../core/limits.ts";
import { type FileRefusalCode, FileRefused } from "./file-refused.ts";

// How the server and a thread that reads a file talk: the thread answers once to each thing that it is told, and once at its beginning.

/** What a thread says where it cannot go on. */
type Gave = { readonly refused: FileRefusalCode } | { readonly failed: string };

/** What a thread has for a number after its end. */
const ended = -1;

/** Tells the thread something and waits for its answer. */
export function ask<Said extends object>(worker: Worker, what: unknown): Promise<Said> {
  const answer = nextOf<Said>(worker);
  worker.postMessage(what);
  return answer;
}

/** What the thread says next. Throws FileRefused also where it needs more memory or time than it is given. */
export function nextOf<Said extends object>(worker: Worker): Promise<Said> {
  if (worker.threadId === ended) return Promise.reject(new Error("The reading thread ended"));
  return new Promise((resolve, reject) => {
    const giveUp = () => settle(() => reject(new FileRefused("file-reading-given-up")));
    const patience = setTimeout(giveUp, limits.readAnswerSeconds * 1000);
    const settle = (end: () => void) => {
      clearTimeout(patience);
      worker.off("message", hear);
      worker.off("error", fail);
      worker.off("exit", leave);
      end();
    };
    const hear = (said: Said | Gave) =>
      settle(() => {
        if ("refused" in said) reject(new FileRefused(said.refused));
        else if ("failed" in said) reject(new Error(said.failed));
        else resolve(said);
      });
    const fail = (error: Error & { readonly code?: string }) =>
      error.code === "ERR_WORKER_OUT_OF_MEMORY" ? giveUp() : settle(() => reject(error));
    const leave = () => settle(() => reject(new Error("The reading thread ended")));
    worker.on("message", hear);
    worker.on("error", fail);
    worker.on("exit", leave);
  });
}

/** In the thread: says what the work gives, or why it cannot go on. */
export async function answer(port: MessagePort, work: () => Promise<unknown>): Promise<void> {
  try {
    port.postMessage(await work());
  } catch (error) {
    const gave: Gave =
      error instanceof FileRefused
        ? { refused: error.refusal.code }
        : { failed: error instanceof Error ? (error.stack ?? error.message) : String(error) };
    port.postMessage(gave);
  }
}
