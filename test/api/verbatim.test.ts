import { beforeAll, describe, expect, test } from "vitest";
import { registerNamed } from "../../core/registers/index.ts";
import { entryIn } from "../support/client.ts";
import { aHazard, stepsTo } from "../support/paths.ts";
import { mustDo, newWorld, type World } from "../support/world.ts";

/** Texts that some layer or other might take for more than text. */
const nasty = [
  "'); drop table entry_hazard; --",
  "1' or '1'='1",
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "{{7*7}} #{7*7} <%= 7*7 %>",
  "\\'; update ledger set text = ''; --",
  "$1 :title @title %s %d",
  "=cmd|' /C calc'!A0",
  "尾矿库 🏔️ a\u0301\u200d　末尾空格 ",
];

let world: World;
let bystander: string;
beforeAll(async () => {
  world = await newWorld();
  bystander = await world.hazardFound({ title: "旁边的隐患" });
});

describe.each(nasty)("the text %j", (text) => {
  test("in every text of the whole way comes back as it was, and changes nothing else", async () => {
    const other = await world.as("su").entry("hazard", bystander);
    const texts = { title: text, place: text, description: text };
    const id = entryIn(mustDo(await world.as("su").open("hazard", { input: aHazard(texts) }))).id;
    const entered: Record<string, string> = { ...texts };
    for (const [at, { by, act, input }] of stepsTo("closed", "major").entries()) {
      const own = Object.fromEntries(textFields(act).map((name) => [name, text]));
      Object.assign(entered, own);
      mustDo(await world.as(by).act("hazard", id, act, { version: at + 1, input: { ...input(id), ...own } }));
    }
    const { entry } = await world.as("mei").entry("hazard", id);
    expect(entry.values).toMatchObject(entered);
    expect(entry.title).toBe(text);
    const { lines, verified } = await world.as("mei").ledger("hazard", id);
    expect(verified).toBe(true);
    for (const { changes } of lines)
      for (const { field, value } of changes) if (field in entered) expect(value).toBe(text);
    const { entries } = await world.as("su").list("hazard", { limit: "200" });
    expect(entries.find((listed) => listed.id === id)?.title).toBe(text);
    expect(await world.as("su").entry("hazard", bystander)).toEqual(other);
  });
});

function textFields(act: string): readonly string[] {
  const register = registerNamed("hazard");
  const { needs = [], takes = [] } = register?.acts[act] ?? {};
  return [...needs, ...takes].filter((name) => register?.allFields[name]?.kind === "text");
}

test("a reason comes back as it was, too", async () => {
  const [text = ""] = nasty;
  const id = await world.hazardBroughtTo("majorProposed");
  mustDo(await world.as("mei").act("hazard", id, "disagree", { version: 2, input: { reason: text } }));
  const { lines } = await world.as("su").ledger("hazard", id);
  expect(lines.at(-1)?.reason).toBe(text);
});
