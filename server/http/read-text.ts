import { Readable } from "node:stream";
import { HttpProblem } from "./problems.ts";

/** Reads the bytes of a body, up to a limit; throws an HttpProblem on more. */
export async function readBytes(body: unknown, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body instanceof Readable ? body : []) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > mostBytes) throw new HttpProblem("body-too-large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Reads a body that is text in UTF-8, up to a limit; throws an HttpProblem on more, and on bytes that are no text. */
export async function readText(body: unknown, mostBytes: number): Promise<string> {
  const bytes = await readBytes(body, mostBytes);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new HttpProblem("malformed-encoding");
  }
}
