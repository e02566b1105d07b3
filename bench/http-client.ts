import { connect, type Socket } from "node:net";

/** An answer as the load needs it. */
export interface Reply {
  readonly status: number;
  readonly headers: string;
  readonly body: Buffer;
}

/** One kept-alive connection that sends a request at a time. */
export interface HttpClient {
  send(request: string): Promise<Reply>;
  close(): void;
}

/**
 * A client that costs next to nothing: the load shares two cores with the server, and node:http took as much of them as the
 * server did. It knows only answers with a content-length, which is what the server sends.
 */
export async function openClient(host: string, port: number): Promise<HttpClient> {
  const socket = connect({ host, port, noDelay: true });
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  return { send: (request) => exchange(socket, request), close: () => socket.destroy() };
}

function exchange(socket: Socket, request: string): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    let wanted = Number.POSITIVE_INFINITY;
    const settle = (work: () => void) => {
      socket.off("data", onData).off("close", onClose);
      work();
    };
    const onClose = () => settle(() => reject(new Error("The server closed the connection")));
    const onData = (chunk: Buffer) => {
      chunks.push(chunk);
      length += chunk.length;
      if (wanted === Number.POSITIVE_INFINITY) wanted = wholeLength(chunks);
      if (length >= wanted) settle(() => resolve(replyOf(Buffer.concat(chunks))));
    };
    socket.on("data", onData).on("close", onClose);
    socket.write(request);
  });
}

const blankLine = "\r\n\r\n";

function wholeLength(chunks: readonly Buffer[]): number {
  const start = Buffer.concat(chunks);
  const end = start.indexOf(blankLine);
  if (end < 0) return Number.POSITIVE_INFINITY;
  const declared = /content-length: (\d+)/i.exec(start.toString("latin1", 0, end))?.[1];
  return end + blankLine.length + Number(declared ?? 0);
}

function replyOf(whole: Buffer): Reply {
  const end = whole.indexOf(blankLine);
  const headers = whole.toString("latin1", 0, end);
  return { status: Number(headers.slice(9, 12)), headers, body: whole.subarray(end + blankLine.length) };
}

/** The text of a request; a body is sent as JSON. */
export function requestText(method: string, path: string, cookie: string, body?: unknown): string {
  const text = body === undefined ? "" : JSON.stringify(body);
  const head = [`${method} ${path} HTTP/1.1`, "host: 127.0.0.1", `cookie: ${cookie}`];
  if (text !== "") head.push("content-type: application/json", `content-length: ${Buffer.byteLength(text)}`);
  return `${head.join("\r\n")}${blankLine}${text}`;
}
