import { type NoteSignature, readSignatureLines } from "../../core/ledger/note.ts";
import { type Submission, submissionText } from "../../core/ledger/witness.ts";
import type { HandingProblem } from "./outcome.ts";

/** What a witness answered (C2SP tlog-witness). */
export type WitnessAnswer =
  | { readonly signatures: readonly NoteSignature[] }
  /** It stands at another size than the proof started from. */
  | { readonly size: number }
  | { readonly problem: HandingProblem; readonly detail: string };

const timeoutMs = 10_000;
const mostAnswerBytes = 64 * 1024;

/** Hands a submission to a witness. Answers, and never throws, whatever the network or the other side does. */
export async function submitOverHttp(url: string, submission: Submission): Promise<WitnessAnswer> {
  try {
    const response = await fetch(`${url.replace(/\/$/, "")}/add-checkpoint`, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      body: submissionText(submission),
      // Whoever was named is asked, and nobody else to whom it points.
      redirect: "error",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return answerOf(response, await readText(response));
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return { problem: "unreachable", detail: cause instanceof Error ? cause.message : String(cause) };
  }
}

function answerOf({ status, headers }: Response, text: string): WitnessAnswer {
  const detail = `HTTP ${status}`;
  if (status === 200) {
    const signatures = readSignatureLines(text);
    return signatures ? { signatures } : { problem: "bad-answer", detail };
  }
  if (status === 409 && headers.get("content-type")?.startsWith("text/x.tlog.size")) {
    const size = /^(0|[1-9]\d{0,15})\n$/.exec(text)?.[1];
    return size === undefined ? { problem: "bad-answer", detail } : { size: Number(size) };
  }
  if (status === 409 || status === 422) return { problem: "rewritten", detail };
  if (status === 404 || status === 403) return { problem: "untrusted", detail };
  return { problem: status === 400 ? "bad-answer" : "unreachable", detail };
}

async function readText({ body }: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of body ?? []) {
    parts.push(part);
    bytes += part.length;
    if (bytes > mostAnswerBytes) throw new RangeError("The answer is too long");
  }
  return Buffer.concat(parts).toString("utf8");
}
