import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packProblems } from "../../core/pack/pack-problem.ts";
import { faultyPacks } from "../../test/support/faulty-packs.ts";
import { smallPack } from "../../test/support/small-pack.ts";
import { readPack } from "./read-pack.ts";
import { StartProblem } from "./start-problem.ts";

const diqing = join(import.meta.dirname, "../../packs/diqing");
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhiben-pack-"));
  await cp(diqing, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

async function replace(file: string, piece: string, by: string): Promise<void> {
  const text = await readFile(join(folder, file), "utf8");
  expect(text).toContain(piece);
  await writeFile(join(folder, file), text.replace(piece, by));
}

/** The lines of the English message but the first. */
async function findings(): Promise<readonly string[]> {
  const problem: unknown = await readPack(folder).catch((error: unknown) => error);
  if (!(problem instanceof StartProblem)) throw new Error("the pack was accepted");
  expect(problem.code).toBe("pack-invalid");
  expect(problem.words.zh.split("\n")).toHaveLength(problem.words.en.split("\n").length);
  return problem.words.en
    .split("\n")
    .slice(1)
    .map((line) => line.trim());
}

test("a problem is told with the file and line on which it stands", async () => {
  await replace("sectors.json", '"highRisk": "some"', '"highRisk": "maybe"');
  await replace("regions.json", '"level": "prefecture"', '"level": "shire"');
  expect(await findings()).toEqual([
    'regions.json:4 /regions/1/level Not one of the options: "shire"',
    'sectors.json:7 /sectors/4/highRisk Not one of the options: "maybe"',
  ]);
});

test("what is missing is told at the row that lacks it", async () => {
  await replace("sectors.json", ', "highRisk": "some"', "");
  expect(await findings()).toEqual(["sectors.json:7 /sectors/4/highRisk This is missing"]);
});

test("rows that do not agree are told as well", async () => {
  await replace("organisations.json", '"S17"', '"S77"');
  expect(await findings()).toEqual([
    expect.stringMatching(
      /^organisations\.json:\d+ \/organisations\/\d+\/duties\/0\/sectors\/0 There is no such sector: S77$/,
    ),
  ]);
});

test("a unit, a day and a clause of the plan that cannot be are told together, each with its line", async () => {
  await replace("plan.json", '"unit": "counties"', '"unit": "districts"');
  await replace("measures.json", '"by": "2024-12-31"', '"by": "2027-12-31"');
  await replace("measures.json", '"text": "将安全生产', '"text": "把安全生产');
  const said = await findings();
  expect(said).toEqual([
    expect.stringMatching(
      /^plan\.json:\d+ \/sections\/\d+\/clauses\/0\/\w+\/0\/unit There is no such organisation or group: districts$/,
    ),
    expect.stringMatching(
      /^measures\.json:\d+ \/measures\/0\/clauses The clauses, one after another, are not the text: /,
    ),
    expect.stringMatching(
      /^measures\.json:\d+ \/measures\/0\/clauses\/\d\/dates\/0\/by Outside the days of the campaign: 2027-12-31$/,
    ),
  ]);
  const text = (await readFile(join(folder, "measures.json"), "utf8")).split("\n");
  expect(text[Number(said[2]?.split(/[: ]/)[1]) - 1]).toContain("2027-12-31");
});

test("a calendar that cannot be is told with its line, and stops no start by an error of our own", async () => {
  await replace("calendar.json", '"to": "2024-02-17"', '"to": "2024-02-07"');
  await replace("calendar.json", '"2024-02-18"', '"2024-02-19"');
  expect(await findings()).toEqual([
    "calendar.json:7 /0/holidays/1/to Ends before it begins: 2024-02-10 – 2024-02-07",
    expect.stringMatching(/^calendar\.json:\d+ \/0\/swappedWorkingDays\/1 No weekend day.*2024-02-19$/),
  ]);
});

test("a criteria version that overlaps another of its lineage is told with its line", async () => {
  await replace("criteria.json", '"to": "2026-09-29"', '"to": "2026-09-30"');
  expect(await findings()).toEqual([
    "criteria.json:5 /standards/2/from Two versions are in force on the same day: HC17, HC26",
  ]);
});

test("what is not JSON is told with its line", async () => {
  await replace("sectors.json", '"highRisk": "some"', '"highRisk": some');
  expect(await findings()).toEqual(["sectors.json:7 Not valid JSON"]);
});

test("a name given twice in one object is told, since the second would silently win", async () => {
  await replace("sectors.json", '"highRisk": "some"', '"highRisk": "some", "highRisk": "no"');
  expect(await findings()).toEqual(["sectors.json:7 /sectors/4/highRisk Named twice in one object"]);
});

test("a file in another encoding is told", async () => {
  await writeFile(join(folder, "sectors.json"), Buffer.from([0x7b, 0xc4, 0xe3, 0x7d]));
  expect(await findings()).toEqual(["sectors.json Not UTF-8"]);
});

test("a missing file is told", async () => {
  await rm(join(folder, "plan.json"));
  expect(await findings()).toEqual([expect.stringMatching(/^plan\.json Cannot be read \(ENOENT/)]);
});

/** A file of a pack as somebody might write it: each member on a line of its own. */
const written = (content: unknown): string => JSON.stringify(content, undefined, 2);

/** The line of a value, found without the reader: by a mark put in its place. A member that is missing has the line of its row. */
function lineOf(content: unknown, at: string): number {
  const mark = "the place that is looked for";
  const marked: unknown = JSON.parse(written(content));
  const names = at.split("/").slice(1);
  const last = names.pop();
  if (last === undefined) return 1;
  const around = names.reduce<unknown>((value, name) => Reflect.get(Object(value), name), marked);
  const name = last.replaceAll("~1", "/");
  if (!Reflect.has(Object(around), name)) return lineOf(content, at.slice(0, at.lastIndexOf("/")));
  Reflect.set(Object(around), name, mark);
  const lines = written(marked).split("\n");
  return lines.findIndex((line) => line.includes(mark)) + 1;
}

// Every rule has its row here, so whoever edits a pack is led to each thing that can be wrong with it.
describe.each(faultyPacks)("$file is refused with file and line", ({ file, rows }) => {
  test.each(rows)("where $story", async ({ content, at, code }) => {
    for (const [name, own] of smallPack(file, content)) await writeFile(join(folder, name), written(own));
    const [said = "", ...others] = await findings();
    expect(others).toEqual([]);
    const place = `${file}:${lineOf(content, at)} ${at} `;
    expect(said.slice(0, place.length)).toBe(place);
    expect(said.slice(place.length).split(": ")[0]).toBe(packProblems[code].en);
  });
});
