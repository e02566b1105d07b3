import diagnostics from "node:diagnostics_channel";
import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { registers } from "../../core/registers/index.ts";
import { inputSchema } from "../../server/routes/describe-register.ts";
import { readOperations } from "../support/attacks.ts";
import { bringer } from "../support/imports.ts";
import { aHazard } from "../support/paths.ts";
import { rolesAndPeople } from "../support/roles.ts";
import { png, upload } from "../support/uploads.ts";
import { anArchive, sheetMarkup, stringsMarkup, workbookParts } from "../support/workbooks.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let found: string;
let trap: Server;
let address: string;
let reached = 0;
const opened: unknown[] = [];
// Connections of the database are opened by its driver, on some versions of Node in the same way.
const isDatabase = (stack = "") => /node_modules\/pg\/lib\/connection/.test(stack);
const note = (message: unknown) => {
  if (!isDatabase(new Error().stack)) opened.push(message);
};

beforeAll(async () => {
  world = await newWorld();
  found = await world.hazardFound();
  trap = createServer((socket) => {
    reached += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => trap.listen(0, "127.0.0.1", resolve));
  const at = trap.address();
  address = `127.0.0.1:${typeof at === "object" && at !== null ? at.port : 0}`;
  // Whatever asks by fetch, http or net goes by this way.
  diagnostics.subscribe("net.client.socket", note);
});
afterAll(() => {
  diagnostics.unsubscribe("net.client.socket", note);
  trap.close();
});

const addresses = () => [
  `http://${address}/a`,
  `//${address}/a`,
  `smtp://${address}`,
  `file://${address}/etc/passwd`,
];

/** Nobody was asked since, by this process or by a thread of it. */
function expectNobodyAsked(): void {
  expect(opened).toEqual([]);
  expect(reached).toBe(0);
}

test("no address in a field of an act is asked for anything", async () => {
  for (const register of registers)
    for (const [act, declared] of Object.entries(register.acts)) {
      const { properties } = inputSchema(register, declared);
      const names = Object.keys(properties ?? {});
      const [by] = rolesAndPeople.filter(({ role }) => declared.by.includes(role));
      if (by === undefined) continue;
      const client = world.as(by.name);
      for (const text of addresses().slice(0, 2)) {
        const input = Object.fromEntries(names.map((name) => [name, text]));
        const answer =
          declared.from === "new"
            ? await client.open(register.name, { act, input })
            : await client.act(register.name, found, act, { version: 1, input });
        expect(answer.status).toBeLessThan(500);
      }
    }
  // And in fields where an address is as good a text as any.
  for (const text of addresses())
    expect(
      (await world.as("su").open("hazard", { input: aHazard({ title: text, description: text }) })).status,
    ).toBe(201);
  expectNobodyAsked();
});

test("no address in a parameter, a body or a header is asked for anything", async () => {
  for (const { method, path, parameters, requestBody } of await readOperations()) {
    const url = path.replaceAll(/\{(\w+)\}/g, (_, key: string) => (key === "register" ? "hazard" : found));
    const query = new URLSearchParams();
    for (const { name, in: where } of parameters)
      if (where === "query") query.append(name, addresses()[0] ?? "");
    const [type] = Object.keys(requestBody?.content ?? {});
    const members = [
      "url",
      "address",
      "callback",
      "redirect",
      "file",
      "name",
      "body",
      "to",
      "origin",
      "witness",
      "filter",
    ];
    const body = JSON.stringify(Object.fromEntries(members.map((name) => [name, addresses()[0]])));
    const headers = {
      ...(type === undefined ? {} : { "content-type": type }),
      "x-file-name": encodeURIComponent(addresses()[0] ?? ""),
      host: address,
      origin: `http://${address}`,
      referer: `http://${address}/`,
      forwarded: `for=1;host=${address}`,
      "x-forwarded-host": address,
      "x-forwarded-for": address,
      "x-original-url": addresses()[0] ?? "",
    };
    for (const name of ["lin", "mei", "zhang", "tang", "min", "shen"] as const)
      for (const asked of [url, `${url}?${query}`]) {
        const answer = await world.as(name).raw({
          method,
          url: asked,
          headers,
          ...(type === undefined || method === "GET" ? {} : { payload: body }),
        });
        expect([answer.status < 500, asked]).toEqual([true, asked]);
      }
  }
  expectNobodyAsked();
});

const external = (to: string) => ({
  "xl/worksheets/_rels/sheet1.xml.rels": `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="${to}" TargetMode="External"/></Relationships>`,
  "xl/externalLinks/_rels/externalLink1.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" Target="${to}" TargetMode="External"/></Relationships>`,
});

test("no address in a file is asked for anything", async () => {
  const [to = ""] = addresses();
  const entity = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "${to}"><!ENTITY % p SYSTEM "${to}"> %p;]>`;
  const sheet = sheetMarkup(`<row r="1"><c r="A1"><f>WEBSERVICE("${to}")</f><v>1</v></c></row>`);
  const books = [
    { ...external(to), "xl/worksheets/sheet1.xml": sheet },
    { "xl/worksheets/sheet1.xml": sheet.replace(/<\?xml[^>]*\?>/, entity) },
    { "xl/worksheets/sheet1.xml": sheet, "xl/sharedStrings.xml": `${entity}<sst><si><t>&e;</t></si></sst>` },
  ];
  const lin = bringer(world.as("lin"));
  for (const parts of books) {
    const book = await anArchive("a.xlsx", {
      ...workbookParts,
      "xl/sharedStrings.xml": stringsMarkup(),
      ...parts,
    });
    expect((await lin.bring("hazard", "a.xlsx", await readFile(book))).status).toBeLessThan(500);
  }
  expect((await lin.bring("hazard", "a.csv", `编号,隐患名称\n,${to}\n`)).status).toBeLessThan(500);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg"><image href="${to}"/></svg>`;
  expect((await upload(world.as("su"), "a.svg", Buffer.from(svg))).status).toBe(415);
  expect((await upload(world.as("su"), "a.png", png(to))).status).toBe(201);
  const witness = { "content-type": "text/plain" };
  const asked = await world.nobody.raw({
    method: "POST",
    url: "/api/witness/add-checkpoint",
    headers: witness,
    payload: `old 0\n\n${to}\n1\nAAAA\n\n— ${to} AAAA\n`,
  });
  expect(asked.status).toBeLessThan(500);
  expectNobodyAsked();
});

test("and whoever would be asked is heard here", async () => {
  await fetch(`http://${address}/`).catch(() => undefined);
  expect(reached).toBeGreaterThan(0);
  expect(opened.length).toBeGreaterThan(0);
});
