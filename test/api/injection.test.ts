import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Operation, readOperations } from "../support/attacks.ts";
import { entryIn } from "../support/client.ts";
import { fingerprint } from "../support/fingerprint.ts";
import { aHazard } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

let world: World;
let found: string;
let before: string;
beforeAll(async () => {
  world = await newWorld();
  found = await world.hazardFound();
  before = await fingerprint(world.owner);
});

// Each of them would leave a table behind, an error of the database, or everything in an answer that should hold nothing.
const injections = [
  "'; create table pwned (); --",
  "x' or '1'='1",
  "x') or true --",
  "0192f0c1-0000-7000-8000-000000000001'::uuid or true --",
  "1; create table pwned ()",
  "$1); create table pwned (); --",
  "\\'; create table pwned (); --",
  "x' union select username, password_hash from person --",
  "(select 1/0)",
  "id desc; create table pwned ()",
  "{{7*7}}",
];

const insides =
  /syntax error|relation "|column "|violates|invalid input|division by zero|argon2|node_modules|\.ts:\d/i;

afterEach(async () => {
  const { rows } = await world.owner.query("select to_regclass('pwned') as pwned");
  expect(rows).toEqual([{ pwned: null }]);
  expect(world.errors).toEqual([]);
});

const reads = (await readOperations()).filter(({ method }) => method === "GET");
const inQuery = reads.flatMap((operation) =>
  operation.parameters
    .filter((one) => one.in === "query")
    .map(({ name }) => ({ operation, name, line: `${operation.path} ${name}` })),
);
const inPath = (await readOperations()).flatMap((operation) =>
  operation.parameters
    .filter((one) => one.in === "path")
    .map(({ name }) => ({ operation, name, line: `${operation.method} ${operation.path} ${name}` })),
);

const known = (): Readonly<Record<string, string>> => ({
  register: "hazard",
  id: found,
  act: "proposeMajor",
  username: "mei",
  code: "hazard",
});
const pathOf = ({ path }: Operation, own: Readonly<Record<string, string>> = {}) =>
  path.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(own[key] ?? known()[key] ?? found));

/** The ones who between them may ask for everything. */
const askers = ["lin", "min", "tang", "shen"] as const;

describe("SQL in every parameter of every list and page", () => {
  test.each(inQuery)("$line is taken as a value, or refused", async ({ operation, name }) => {
    for (const text of injections)
      for (const asker of askers) {
        const query = new URLSearchParams({ [name]: text });
        const { status, text: said } = await world.as(asker).get(`${pathOf(operation)}?${query}`);
        expect([status < 500, text]).toEqual([true, text]);
        if (status >= 400) expect(said).not.toMatch(insides);
        // Whatever it is compared with, no entry is called so: an answer that holds the hazard was led astray.
        else if (operation.path.includes("/entries") && name !== "columns") expect(said).not.toContain(found);
      }
    expect(await fingerprint(world.owner)).toBe(before);
  });

  test.each(inPath)("$line is taken as a name, or refused", async ({ operation, name }) => {
    for (const text of injections) {
      const url = pathOf(operation, { [name]: text });
      const json = operation.method === "GET" ? {} : { payload: "{}" };
      const headers = operation.method === "GET" ? {} : { "content-type": "application/json" };
      for (const asker of askers) {
        const answer = await world.as(asker).raw({ method: operation.method, url, headers, ...json });
        expect([answer.status >= 400 && answer.status < 500, url]).toEqual([true, url]);
        expect(answer.text).not.toMatch(insides);
      }
    }
    expect(await fingerprint(world.owner)).toBe(before);
  });
});

test.each([
  "accept-language",
  "authorization",
  "cookie",
  "idempotency-key",
  "if-none-match",
  "range",
  "user-agent",
  "x-file-name",
  "x-forwarded-for",
  "x-request-id",
  "x-zhiben-unattended",
])("SQL in the header %s is taken as it is, or refused", async (name) => {
  for (const text of injections)
    for (const [method, url] of [
      ["GET", "/api/registers/hazard/entries"],
      ["GET", "/api/registers/hazard/entries.csv"],
      ["POST", "/api/files"],
      ["POST", "/api/session"],
    ] as const) {
      const payload = method === "GET" ? {} : { payload: '{"username":"lin","password":"wrong"}' };
      const type = url === "/api/session" ? "application/json" : "application/octet-stream";
      const headers = { ...(method === "GET" ? {} : { "content-type": type }), [name]: text };
      const answer = await world.as("lin").raw({ method, url, headers, ...payload });
      expect(answer.status).toBeLessThan(500);
      if (answer.status >= 400) expect(answer.text).not.toMatch(insides);
    }
});

test("SQL in the body of a sign-in is a name that nobody has", async () => {
  for (const username of injections.filter((text) => text.length <= 64)) {
    const answer = await world.nobody.send("POST", "/api/session", { username, password: username });
    expect([401, 429]).toContain(answer.status);
  }
});

test("what is written with SQL, markup or a formula in it stands in the record letter by letter", async () => {
  for (const text of [...injections, "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "{{7*7}}"]) {
    const input = aHazard({ title: text, description: text });
    const { id } = entryIn(mustDo(await world.as("su").open("hazard", { input })));
    const { entry } = await world.as("su").entry("hazard", id);
    expect([entry.values.title, entry.values.description]).toEqual([text, text]);
    expect(JSON.stringify(await world.ledgerOf(id))).toContain(JSON.stringify(text));
    const { entries } = await world.as("su").list("hazard", { q: text });
    expect(entries.map((listed) => listed.id)).toContain(id);
  }
});
