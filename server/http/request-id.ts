import { STATUS_CODES } from "node:http";
import type { Socket } from "node:net";
import { newId } from "../store/ids.ts";
import { HttpProblem, type HttpProblemCode, problemBody } from "./problems.ts";

/** The header in which every answer names its request. One that arrives is not believed: the log must not be steered from outside. */
export const requestIdHeader = "x-request-id";

/** Answers bytes that are no HTTP request, which no hook ever sees, and closes the connection. */
export function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === "ECONNRESET" || socket.destroyed) return;
  const id = newId();
  const problem = problemBody(new HttpProblem(whatIsWrong(error.code)), "zh", id);
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    `${requestIdHeader}: ${id}`,
    "content-type: application/problem+json",
    `content-length: ${Buffer.byteLength(body)}`,
    "connection: close",
  ];
  if (socket.writable) socket.write(`${head.join("\r\n")}\r\n\r\n${body}`);
  socket.destroy(error);
}

/** By the codes with which Node tells what it did not take. */
function whatIsWrong(code: string | undefined): HttpProblemCode {
  if (code === "HPE_HEADER_OVERFLOW") return "head-too-large";
  return code === "ERR_HTTP_REQUEST_TIMEOUT" ? "request-too-slow" : "malformed-request";
}
