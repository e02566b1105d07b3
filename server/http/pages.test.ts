import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fastify, { type FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, test } from "vitest";
import { servePages } from "./pages.ts";
import { HttpProblem } from "./problems.ts";

let folder: string;
let app: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhiben-pages-"));
  await mkdir(join(folder, "assets"));
  await writeFile(
    join(folder, "index.html"),
    '<html data-demonstration="__DEMONSTRATION__"><script nonce="__CSP_NONCE__"></script>',
  );
  await writeFile(join(folder, "assets", "a-hash.js"), "a();");
  app = fastify();
  app.setErrorHandler((error, _, reply) => {
    const absent = error instanceof HttpProblem && error.code === "not-found";
    return reply.status(absent ? 404 : 500).send();
  });
  await servePages(app, folder, () => "drawn", true);
});

afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

interface Row {
  readonly method: "GET" | "HEAD" | "POST";
  readonly url: string;
  readonly encoding?: string;
  readonly gives: number;
  readonly body?: string;
}

const page = '<html data-demonstration="true"><script nonce="drawn"></script>';

// A health probe and a command-line client name no encoding that they accept, a browser does.
test.each<Row>([
  { method: "GET", url: "/", gives: 200, body: page },
  { method: "GET", url: "/", encoding: "gzip, br", gives: 200, body: page },
  { method: "GET", url: "/?from=mail", gives: 200, body: page },
  { method: "GET", url: "/registers/hazard", gives: 200, body: page },
  { method: "GET", url: "/assets/", gives: 200, body: page },
  { method: "HEAD", url: "/", gives: 200, body: "" },
  { method: "HEAD", url: "/registers/hazard", gives: 200, body: "" },
  { method: "GET", url: "/assets/a-hash.js", gives: 200, body: "a();" },
  { method: "GET", url: "/assets/b-hash.js", gives: 404 },
  { method: "GET", url: "/api/nothing", gives: 404 },
  { method: "POST", url: "/registers/hazard", gives: 404 },
])("$method $url gives $gives", async ({ method, url, encoding, gives, body }) => {
  const headers = encoding === undefined ? {} : { "accept-encoding": encoding };
  const answer = await app.inject({ method, url, headers });
  expect(answer.statusCode).toBe(gives);
  if (body !== undefined) expect(answer.body).toBe(body);
});
