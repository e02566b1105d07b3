import { once } from "node:events";
import http from "node:http";
import { connect, type Socket } from "node:net";
import { z } from "zod";
import type { Zhiben } from "../../server/start.ts";

/** Opens the product's door on loopback, and tells its port. */
export async function listening({ app }: Zhiben): Promise<number> {
  if (!app.server.listening) await app.listen({ host: "127.0.0.1", port: 0 });
  const address = app.server.address();
  if (typeof address !== "object" || address === null) throw new Error("It does not listen");
  return address.port;
}

export interface WireAnswer {
  readonly status: number;
  readonly code: string | undefined;
  readonly text: string;
}

interface WireRequest {
  readonly method?: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Parts are sent one by one, without saying beforehand how many there will be. */
  readonly body?: string | Buffer | Iterable<string>;
}

const problem = z.object({ code: z.string() });

export function codeIn(text: string): string | undefined {
  try {
    return problem.safeParse(JSON.parse(text)).data?.code;
  } catch {
    return undefined;
  }
}

/** Asks over a real connection, where addresses and headers arrive as they were written. */
export function overTheWire(
  port: number,
  { method = "GET", path, headers = {}, body }: WireRequest,
): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, method, path, headers, agent: false });
    let answered = false;
    request.on("response", (response) => {
      answered = true;
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      const end = () => {
        const text = Buffer.concat(parts).toString();
        request.destroy();
        resolve({ status: response.statusCode ?? 0, code: codeIn(text), text });
      };
      response.on("end", end);
    });
    // Whoever is refused in the midst of a body may find the connection closed under it.
    request.on("error", (error) => answered || reject(error));
    if (body === undefined || typeof body === "string" || Buffer.isBuffer(body)) request.end(body);
    else {
      for (const part of body) request.write(part);
      request.end();
    }
  });
}

/** A connection on which nothing is sent but what the test writes; `heard` is there once the other side has closed it. */
export async function bareConnection(
  port: number,
): Promise<{ readonly socket: Socket; readonly heard: Promise<string> }> {
  const socket = connect(port, "127.0.0.1");
  await once(socket, "connect");
  const parts: Buffer[] = [];
  socket.on("data", (part) => parts.push(part));
  socket.on("error", () => undefined);
  const heard = new Promise<string>((resolve) => {
    socket.on("close", () => resolve(Buffer.concat(parts).toString()));
  });
  return { socket, heard };
}
