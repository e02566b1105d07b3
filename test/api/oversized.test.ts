import { afterEach, beforeAll, expect, test } from "vitest";
import { limits } from "../../core/limits.ts";
import { password } from "../support/cast.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { aHazard } from "../support/paths.ts";
import { listening, overTheWire, type WireAnswer } from "../support/wire.ts";
import { newWorld, signIn, type World } from "../support/world.ts";

let world: World;
let port: number;
let cookie: string;
let before: string;
beforeAll(async () => {
  world = await newWorld();
  port = await listening(world.zhiben);
  cookie = await signIn(world.zhiben.app, "su", password);
  await world.hazardFound();
  before = await fingerprint(world.owner);
});

afterEach(async () => {
  expect((await overTheWire(port, { path: "/api/health" })).status).toBe(200);
  expect(await fingerprint(world.owner)).toBe(before);
  expect(world.errors).toEqual([]);
});

const hazards = "/api/registers/hazard/entries";
const json = { "content-type": "application/json" };
const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  overTheWire(port, { path, headers: { cookie, ...headers } });
const post = (body: string | Iterable<string>, path = hazards) =>
  overTheWire(port, { method: "POST", path, headers: { cookie, ...json }, body });
const told = ({ status, code }: WireAnswer) => [status, code];

test.each<[string, () => Promise<WireAnswer>]>([
  ["a header", () => get("/api/session", { "x-long": "a".repeat(20_000) })],
  ["many headers", () => get("/api/session", manyHeaders(1_500))],
  ["a cookie", () => get("/api/session", { cookie: `${cookie}; other=${"a".repeat(20_000)}` })],
  ["an address", () => get(`/api/session?${"a".repeat(20_000)}`)],
  ["a path", () => get(`/${"a/".repeat(10_000)}`)],
])("%s beyond what a request may say before its body", async (_, ask) => {
  expect(told(await ask())).toEqual([431, "head-too-large"]);
});

const manyHeaders = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`x-many-${at}`, "1"]));

const tooLarge = " ".repeat(limits.requestBodyBytes);

test.each<[string, () => Promise<WireAnswer>]>([
  ["that says how large it is", () => post(`{}${tooLarge}`)],
  ["that does not say", () => post(["{}", ...Array.from({ length: 9 }, () => " ".repeat(256 * 1_024))])],
  ["of whoever is not signed in", () => overTheWire(port, signingIn(`{}${tooLarge}`))],
])("a body larger than allowed %s", async (_, ask) => {
  expect(told(await ask())).toEqual([413, "body-too-large"]);
});

const signingIn = (body: string) => ({ method: "POST", path: "/api/session", headers: json, body });

/** As many as fit into a body: the answer must not be larger than what was asked. */
const many = (count: number, one: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => one(at)).join(",");

test.each<[string, string, number]>([
  ["nested lists", `{"input":{"title":${"[".repeat(400_000)}${"]".repeat(400_000)}}}`, 422],
  ["nested objects", `{"input":${'{"a":'.repeat(150_000)}1${"}".repeat(150_000)}}`, 422],
  ["nested where the form is looked at", `${'{"input":'.repeat(90_000)}1${"}".repeat(90_000)}`, 422],
  ["fields that the register does not have", `{"input":{${many(60_000, (at) => `"f${at}":1`)}}}`, 422],
  ["members beside the input", `{"input":{},${many(60_000, (at) => `"f${at}":1`)}}`, 400],
  [
    "files in a field",
    JSON.stringify({
      input: aHazard({ photos: Array(25_000).fill("0192f0c1-0000-7000-8000-000000000001") }),
    }),
    422,
  ],
  [
    "members of a list of codes",
    JSON.stringify({ input: aHazard({ sector: Array(200_000).fill("S") }) }),
    422,
  ],
  ["one text", JSON.stringify({ input: aHazard({ title: "长".repeat(300_000) }) }), 422],
  ["digits in a number", `{"input":{"title":${"9".repeat(500_000)}}}`, 422],
])("%s as many as a body holds", async (_, body, status) => {
  const answer = await post(body);
  expect([400, 422]).toContain(status);
  expect(answer.status).toBe(status);
  expect(answer.text.length).toBeLessThan(100_000);
});

test.each([
  ["parameters", `${hazards}?${many(1_500, (at) => `a${at}=1`).replaceAll(",", "&")}`],
  ["values of one parameter", `${hazards}?${many(2_000, () => "state=x").replaceAll(",", "&")}`],
  ["a search", `${hazards}?q=${"a".repeat(5_000)}`],
  ["a cursor", `${hazards}?cursor=${"a".repeat(5_000)}`],
  ["an id", `${hazards}/${"a".repeat(150)}`],
])("%s in an address as many as it holds", async (_, path) => {
  const answer = await get(path);
  expect([400, 404]).toContain(answer.status);
  expect(answer.text.length).toBeLessThan(100_000);
});

test("part of a path longer than any name is refused", async () => {
  expect(told(await get(`/api/registers/${"a".repeat(5_000)}/entries`))).toEqual([400, "malformed-request"]);
});

test("a name of a file longer than any is refused, whoever reads it", async () => {
  const headers = { cookie, "content-type": "application/octet-stream", "x-file-name": "a".repeat(5_000) };
  for (const path of ["/api/files", "/api/registers/hazard/imports"])
    expect((await overTheWire(port, { method: "POST", path, headers, body: "a" })).status).toBe(400);
});
