import { brotliDecompressSync, gunzipSync } from "node:zlib";
import Fastify from "fastify";
import { expect, test } from "vitest";
import { compressAnswers, encodingFor } from "./compress.ts";

test.each([
  { accepted: "", gives: undefined },
  { accepted: "identity", gives: undefined },
  { accepted: "gzip, deflate, br, zstd", gives: "br" },
  { accepted: "GZIP", gives: "gzip" },
  { accepted: "br;q=0, gzip;q=0.5", gives: "gzip" },
  { accepted: "br;q=0.0,gzip; q=0", gives: undefined },
  { accepted: "brotli", gives: undefined },
])("to “$accepted” we send $gives", ({ accepted, gives }) => {
  expect(encodingFor(accepted)).toBe(gives);
});

const long = { text: "隐患".repeat(2_000) };

async function app() {
  const made = Fastify();
  compressAnswers(made);
  made.get("/long", async () => long);
  made.get("/short", async () => ({ text: "隐患" }));
  made.post("/long", async () => long);
  return made;
}

test.each([
  { encoding: "br", unpack: brotliDecompressSync },
  { encoding: "gzip", unpack: gunzipSync },
])("a long answer goes out under $encoding and arrives whole", async ({ encoding, unpack }) => {
  const answer = await (await app()).inject({ url: "/long", headers: { "accept-encoding": encoding } });
  expect(answer.headers["content-encoding"]).toBe(encoding);
  expect(answer.headers.vary).toBe("accept-encoding");
  expect(Number(answer.headers["content-length"])).toBe(answer.rawPayload.byteLength);
  expect(answer.rawPayload.byteLength).toBeLessThan(200);
  expect(JSON.parse(unpack(answer.rawPayload).toString())).toEqual(long);
});

test.each([
  { story: "a client that takes nothing", url: "/long", method: "GET", headers: {} },
  { story: "a short answer", url: "/short", method: "GET", headers: { "accept-encoding": "br" } },
  { story: "the answer to a write", url: "/long", method: "POST", headers: { "accept-encoding": "br" } },
] as const)("$story gets it plain", async ({ url, method, headers }) => {
  const answer = await (await app()).inject({ url, method, headers });
  expect(answer.headers["content-encoding"]).toBeUndefined();
  expect(answer.json().text).toContain("隐患");
});
