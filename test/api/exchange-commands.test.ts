import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterprises, password } from "../support/cast.ts";
import { zhiben } from "../support/command.ts";
import { csvOf } from "../support/imports.ts";
import { newWorld, type World } from "../support/world.ts";

let world: World;
let url: string;
let folder: string;
beforeAll(async () => {
  world = await newWorld();
  url = await world.zhiben.app.listen({ host: "127.0.0.1", port: 0 });
  folder = await mkdtemp(join(tmpdir(), "zhiben-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const asLin = { ZHIBEN_PASSWORD: password };
const run = (...given: readonly string[]) =>
  zhiben(undefined, [...given, "--url", url, "--user", "lin"], asLin);

async function ledger(name: string, ...titles: readonly string[]): Promise<string> {
  const rows = titles.map((title) => [title, enterprises.copper.name, "2026-03-02", "部门检查"]);
  const file = join(folder, name);
  await writeFile(file, csvOf([["隐患名称", "企业名称", "发现日期", "隐患来源"], ...rows]));
  return file;
}

const counted = async (q: string) => (await world.as("lin").list("hazard", { q, count: "exact" })).total;

describe("zhiben import", () => {
  test("tries a file and writes nothing, unless it is told to bring it in", async () => {
    const file = await ledger("试.csv", "命令甲", "命令乙");
    const tried = await run("import", "hazard", file);
    expect(tried.out).toContain("将新增 2");
    expect({ code: tried.code, found: await counted("命令") }).toEqual({ code: 0, found: 0 });
    const done = await run("import", "hazard", file, "--all");
    expect(done.out).toContain("已新增 2");
    expect({ code: done.code, found: await counted("命令") }).toEqual({ code: 0, found: 2 });
  });

  test("says which rows are refused and why, and brings in the good ones where it is told to", async () => {
    const file = await ledger("错.csv", "命令丙", "");
    const tried = await run("import", "hazard", file, "--all");
    expect(tried.out).toContain("第 3 行：");
    expect({ code: tried.code, found: await counted("命令丙") }).toEqual({ code: 1, found: 0 });
    const done = await run("import", "hazard", file, "--good");
    expect({ code: done.code, found: await counted("命令丙") }).toEqual({ code: 1, found: 1 });
  });
});

test("zhiben export writes the list that its address narrows", async () => {
  const file = join(folder, "out.csv");
  const said = await run("export", "hazard", file, "--filter", "state=found&fields=list");
  expect(said).toMatchObject({ code: 0, err: "" });
  const rows = (await readFile(file, "utf8")).trim().split("\r\n");
  // The heading above the rows, and the remark below them.
  expect(rows.length - 2).toBe(
    (await world.as("lin").list("hazard", { state: "found", count: "exact" })).total,
  );
});

test.each([
  { story: "no user", given: ["import", "hazard", "x.csv"], says: "--user" },
  { story: "no file", given: ["import", "hazard", "--user", "lin"], says: "台账.xlsx" },
  {
    story: "a file that is not there",
    given: ["import", "hazard", "none.csv", "--user", "lin"],
    says: "none.csv",
  },
  {
    story: "an ending that is none of the formats",
    given: ["export", "hazard", "x.doc", "--user", "lin"],
    says: ".xlsx",
  },
  {
    story: "an address where nobody answers",
    given: ["export", "hazard", "x.csv", "--user", "lin", "--url", "http://127.0.0.1:9"],
    says: "127.0.0.1:9",
  },
])("with $story it ends in words and does nothing", async ({ given, says }) => {
  const said = await zhiben(undefined, given, asLin);
  expect(said.code).toBe(2);
  expect(said.err).toContain(says);
});

test("whoever is not let in is told so", async () => {
  const said = await zhiben(
    undefined,
    ["export", "hazard", join(folder, "x.csv"), "--url", url, "--user", "lin"],
    {
      ZHIBEN_PASSWORD: "not it",
    },
  );
  expect(said.code).toBe(2);
  expect(said.err).toContain("401");
});
