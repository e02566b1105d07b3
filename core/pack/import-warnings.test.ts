import { expect, test } from "vitest";
import { warningsOf } from "./import-warnings.ts";
import { libraryOf } from "./library.ts";

const words = { zh: "名", en: "Name" };
const sourced = { source: "出处", toBeConfirmed: false };
const standard = (code: string, officialItems: number | null, from: string | null = "2026-01-01") => ({
  code,
  kind: "criteria" as const,
  name: words,
  document: null,
  issuer: null,
  nature: null,
  from,
  officialItems,
  sectors: ["S05"],
  ...sourced,
});
const item = (code: string, number: string) => ({
  standard: code,
  item: number,
  article: number,
  text: words,
  ...sourced,
});
const topic = (code: string, number: string, officialItems: number | null) => ({
  standard: code,
  topic: number,
  heading: number,
  text: words,
  officialItems,
  ...sourced,
});
const library = libraryOf({
  standards: [standard("GM", 3), standard("HC26", 53), standard("SE", 47), standard("RP", null, null)],
  topics: [topic("HC26", "5.1", 2), topic("SE", "4.4", null)],
  items: [item("GM", "12-1"), item("GM", "12-2"), item("SE", "4.1-a")],
});

test.each([
  {
    story: "numbers like those of the standard are well",
    added: ["GM/13-1", "HC26/5.1.1", "SE/4.4-a"],
    gives: [],
  },
  {
    story: "another make of number is told",
    added: ["GM/13.1", "SE/44"],
    gives: ["1 number-unlike", "2 number-unlike"],
  },
  { story: "a number under no topic is told", added: ["HC26/9.1.1"], gives: ["1 number-unlike"] },
  {
    story: "one more than the official text has is told",
    added: ["GM/13-1", "GM/13-2"],
    gives: ["2 beyond-official-count"],
  },
  {
    story: "one more than a topic has is told",
    added: ["HC26/5.1.1", "HC26/5.1.2", "HC26/5.1.3"],
    gives: ["3 beyond-official-count"],
  },
  {
    story: "of a standard without its first day it is told once that nothing can be cited",
    added: ["RP/1", "RP/2"],
    gives: ["1 not-citable"],
  },
])("$story", ({ added, gives }) => {
  const rows = added.map((id, at) => {
    const [code = "", number = ""] = id.split("/");
    return { row: at + 1, standard: code, item: number };
  });
  expect(warningsOf(library, rows).map(({ row, code }) => `${row} ${code}`)).toEqual(gives);
});
