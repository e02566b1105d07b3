import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Below that, what is saved is less than what the headers of one answer take. */
const leastCharacters = 1_000;
/** A description of hazards of 160 kB takes 4 ms by it and becomes 17 kB; at 9 it takes 12 ms and becomes 15 kB. */
const brotliParams = { [constants.BROTLI_PARAM_QUALITY]: 4 };

/**
 * Sends texts compressed to whoever takes that: on a slow line an uncompressed page of a list takes longer than its making. Only
 * what is read: the length of a compressed answer tells of a secret in it if somebody else can have words put beside it. Our one
 * secret, the session, stands in a cookie and in no body, a page's nonce is another each time, and no other site can make a browser
 * ask in somebody's name (the cookie is for the same site only).
 */
export function compressAnswers(app: FastifyInstance): void {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || request.method !== "GET") return payload;
    reply.header("vary", "accept-encoding");
    if (payload.length < leastCharacters || reply.hasHeader("content-encoding")) return payload;
    return compressed(request, reply, payload);
  });
}

async function compressed(
  request: FastifyRequest,
  reply: FastifyReply,
  text: string,
): Promise<string | Buffer> {
  const encoding = encodingFor(String(request.headers["accept-encoding"] ?? ""));
  if (encoding === undefined) return text;
  const bytes = encoding === "br" ? await brotli(text, { params: brotliParams }) : await gzipped(text);
  reply.header("content-encoding", encoding).header("content-length", bytes.byteLength);
  return bytes;
}

/** The best of what a client names and does not rule out; undefined where that is nothing we make. */
export function encodingFor(accepted: string): "br" | "gzip" | undefined {
  const taken = accepted
    .toLowerCase()
    .split(",")
    .map((one) => one.trim().split(/\s*;\s*/))
    .filter(([, quality]) => !/^q=0(\.0*)?$/.test(quality ?? ""))
    .map(([name]) => name);
  return (["br", "gzip"] as const).find((encoding) => taken.includes(encoding));
}
