import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { password } from "../support/cast.ts";
import { bringer, csvOf } from "../support/imports.ts";
import { fileIn, png, upload } from "../support/uploads.ts";
import { listening, overTheWire } from "../support/wire.ts";
import { anArchive, sheetMarkup, stringsMarkup, workbookParts } from "../support/workbooks.ts";
import { mustDo, newWorld, signIn, type World } from "../support/world.ts";

const secret = "not-for-anybody";
let home: string;
let world: World;
let port: number;
let cookie: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "zhiben-pages-"));
  const pages = join(home, "pages");
  await mkdir(join(pages, "assets"), { recursive: true });
  await mkdir(join(home, "keys"));
  await writeFile(join(pages, "index.html"), "<!doctype html><title>治本</title>");
  await writeFile(join(pages, "assets", "a.js"), "");
  await writeFile(join(pages, ".hidden"), secret);
  // Beside the pages, where a path upwards would find them.
  await writeFile(join(home, "secret.txt"), secret);
  await writeFile(join(home, "keys", "signing-key"), secret);
  world = await newWorld({ pages });
  port = await listening(world.zhiben);
  cookie = await signIn(world.zhiben.app, "lin", password);
});
afterAll(() => rm(home, { recursive: true, force: true }));

const upwards = [
  "../",
  "..%2f",
  "%2e%2e/",
  "%2e%2e%2f",
  "..%5c",
  "..\\",
  "....//",
  "%252e%252e%252f",
  "..;/",
  ".%00./",
];
const targets = ["secret.txt", "keys/signing-key", "etc/passwd"];
const outside = (up: string) =>
  [1, 2, 5, 12].flatMap((depth) => targets.map((target) => up.repeat(depth) + target));

describe.each(["/", "/assets/", "//", "/assets/../../", "/api/../", "/%2e/"])("below %s", (base) => {
  test.each(upwards)("%s leads nowhere", async (up) => {
    for (const path of outside(up)) {
      const { status, text } = await overTheWire(port, { path: base + path });
      expect([
        status === 200 ? text.startsWith("<!doctype") : status >= 400 && status < 500,
        base + path,
      ]).toEqual([true, base + path]);
      expect(text).not.toContain(secret);
      expect(text).not.toContain("root:");
    }
  });
});

test("a whole path, an address or a folder is no page's file", async () => {
  for (const path of [
    join(home, "secret.txt"),
    `file://${home}/secret.txt`,
    "http://127.0.0.1/etc/passwd",
    "/assets/",
    "/.hidden",
  ]) {
    const { text } = await overTheWire(port, { path });
    expect(text).not.toContain(secret);
    expect(text).not.toContain("a.js");
  }
});

test("no part of a route's path leads to a file", async () => {
  const found = await world.hazardFound();
  const entry = `/api/registers/hazard/entries/${found}`;
  for (const up of upwards)
    for (const path of outside(up))
      for (const base of [
        `${entry}/files/`,
        "/api/exports/",
        "/api/imports/",
        "/api/registers/",
        "/api/criteria/standards/",
      ]) {
        const ends = base === "/api/exports/" || base === "/api/imports/" ? "/file" : "";
        const { status, text } = await overTheWire(port, { path: base + path + ends, headers: { cookie } });
        expect([status >= 400 && status < 500, base + path]).toEqual([true, base + path]);
        expect(text).not.toContain(secret);
      }
});

/** All that lies in and beside the data folder, so that a file which went astray is seen. */
async function everyPath(): Promise<readonly string[]> {
  const own = await readdir(world.dataDir, { recursive: true });
  const around = await readdir(dirname(world.dataDir));
  return [...own, ...around.filter((name) => name.includes("astray"))].toSorted();
}

const astray = [
  "../astray.csv",
  "../../astray.csv",
  "/tmp/astray.csv",
  "..\\astray.csv",
  "a/../../astray.csv",
];

test.each(astray)("a file that is called %s lies under no name of its sender's", async (name) => {
  const lin = world.as("lin");
  const before = await everyPath();
  const photo = await upload(lin, name.replace(".csv", ".png"), png(name));
  const brought = await bringer(lin).bring(
    "hazard",
    name,
    csvOf([
      ["编号", "隐患名称"],
      ["", name],
    ]),
  );
  const added = (await everyPath()).filter((path) => !before.includes(path));
  for (const path of added) expect(path).not.toContain("astray");
  // What is told back of the name is a name and no path, wherever the browser would put it.
  for (const { status, text } of [photo, brought]) {
    expect(status).toBeLessThan(500);
    if (status < 300) expect(text).not.toMatch(/"name":"[^"]*[/\\]/);
  }
});

test("a name comes back in the header of a download without breaking out of it", async () => {
  const name = 'a"; filename="evil.html\r\nx-injected: 1.png';
  const answer = await upload(world.as("su"), name, png("header"));
  if (answer.status >= 400) return expect(answer.status).toBe(400);
  const file = fileIn(answer);
  const id = await world.hazardFound({ photos: [file.id] });
  const got = mustDo(
    await world.as("su").get(`/api/registers/hazard/entries/${id}/files/${file.id}?download=1`),
  );
  expect(got.headers["x-injected"]).toBeUndefined();
  return expect(String(got.headers["content-disposition"])).not.toMatch(/filename="[^"]*evil\.html"/);
});

test("parts of a workbook that are called like paths are written nowhere", async () => {
  const before = await everyPath();
  const book = await anArchive("astray.xlsx", {
    ...workbookParts,
    "xl/worksheets/sheet1.xml": sheetMarkup(
      '<row r="1"><c r="A1" t="inlineStr"><is><t>编号</t></is></c></row>',
    ),
    "xl/sharedStrings.xml": stringsMarkup(),
    "../../astray.xml": secret,
    "/tmp/astray.xml": secret,
    "..\\astray.xml": secret,
  });
  const { status } = await bringer(world.as("lin")).bring("hazard", "a.xlsx", await readFile(book));
  expect(status).toBeLessThan(500);
  for (const path of await everyPath()) if (!before.includes(path)) expect(path).not.toContain("astray");
});
