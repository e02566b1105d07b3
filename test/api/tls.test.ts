import { execFile } from "node:child_process";
import { copyFile, mkdtemp, readFile, rename, rm, utimes, writeFile } from "node:fs/promises";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { openTls } from "../../server/http/tls.ts";
import { readSettings } from "../../server/settings.ts";
import { password } from "../support/cast.ts";
import { newWorld } from "../support/world.ts";

let folder: string;
const at = (name: string) => join(folder, name);
const filesOf = (name: string) => ({ certificate: at(`${name}.pem`), key: at(`${name}.key`) });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhiben-tls-"));
  for (const name of ["one", "two"]) {
    const { certificate, key } = filesOf(name);
    const made = ["-keyout", key, "-out", certificate, "-subj", `/CN=${name}`, "-days", "2"];
    const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"];
    const names = ["-addext", "subjectAltName=IP:127.0.0.1"];
    await promisify(execFile)("openssl", ["req", "-x509", "-nodes", ...curve, ...names, ...made]);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Told {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
}

/** Asks by TLS, trusting this certificate alone. */
async function ask(port: number, trusted: string, body?: unknown): Promise<Told> {
  const ca = await readFile(filesOf(trusted).certificate);
  return new Promise((resolve, reject) => {
    const options = {
      host: "127.0.0.1",
      port,
      path: body === undefined ? "/api/health" : "/api/session",
      method: body === undefined ? "GET" : "POST",
      headers: { "content-type": "application/json" },
      ca,
      agent: false,
    };
    const asked = request(options, (response) => {
      response.resume();
      response.on("end", () => resolve({ status: response.statusCode, headers: response.headers }));
    });
    asked.on("error", reject);
    asked.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

test("the product speaks TLS itself, and then its cookie and its pages travel by nothing else", async () => {
  const world = await newWorld({ tls: filesOf("one") });
  await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  // Slow senders are bounded here as without TLS.
  expect(world.zhiben.app.server).toMatchObject({
    headersTimeout: limits.requestHeadSeconds * 1_000,
    requestTimeout: limits.requestSeconds * 1_000,
  });
  const listening = world.zhiben.app.server.address();
  const port = typeof listening === "object" && listening !== null ? listening.port : 0;
  const health = await ask(port, "one");
  expect(health).toMatchObject({
    status: 200,
    headers: { "strict-transport-security": "max-age=31536000" },
  });
  const signedIn = await ask(port, "one", { username: "lin", password });
  expect(String(signedIn.headers["set-cookie"])).toMatch(/HttpOnly; Secure; SameSite=Strict/);
  await expect(ask(port, "two")).rejects.toThrow("self-signed certificate");
});

test("without TLS nothing is said of it, and a proxy that speaks it says so for its own requests alone", async () => {
  const plain = await newWorld();
  const said = { "x-forwarded-proto": "https" };
  const header = "strict-transport-security";
  expect((await plain.nobody.get("/api/health", said)).headers[header]).toBeUndefined();
  const proxied = await newWorld({ proxies: ["127.0.0.1"] });
  expect((await proxied.nobody.get("/api/health", said)).headers[header]).toBe("max-age=31536000");
  expect((await proxied.nobody.get("/api/health")).headers[header]).toBeUndefined();
});

test("a certificate that changes is taken up, and one without its key is not", async () => {
  const used = filesOf("used");
  await copyFile(filesOf("one").certificate, used.certificate);
  await copyFile(filesOf("one").key, used.key);
  const errors: unknown[] = [];
  const tls = await openTls(used, (error) => errors.push(error), 20);
  const server = tls.createServer((_, response) => response.end());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const replace = async (from: string, to: string) => {
    await copyFile(from, `${to}.new`);
    await utimes(`${to}.new`, new Date(), new Date(Date.now() + 5_000));
    await rename(`${to}.new`, to);
  };
  expect((await ask(port, "one")).status).toBe(200);
  await replace(filesOf("two").certificate, used.certificate);
  await expect.poll(() => errors.length).toBeGreaterThan(0);
  expect((await ask(port, "one")).status).toBe(200);
  await replace(filesOf("two").key, used.key);
  await expect.poll(() => ask(port, "two").then(({ status }) => status, String)).toBe(200);
  await expect(ask(port, "one")).rejects.toThrow("self-signed certificate");
  tls.stop();
  server.close();
});

test("files that are no pair, or none, keep the product from starting", async () => {
  const mixed = { certificate: filesOf("one").certificate, key: filesOf("two").key };
  await writeFile(at("none.key"), "no key");
  for (const files of [mixed, { ...mixed, key: at("none.key") }, { ...mixed, key: at("absent.key") }])
    await expect(openTls(files, () => undefined)).rejects.toThrow("TLS_KEY");
  expect(() => readSettings({ TLS_KEY: "/key.pem" })).toThrow("TLS_CERT");
  expect(readSettings({ TLS_KEY: "/key.pem", TLS_CERT: "/cert.pem" }).tlsKey).toBe("/key.pem");
});
