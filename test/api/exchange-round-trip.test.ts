import { read, utils, write } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openingOf } from "../../core/exchange/columns.ts";
import type { Register } from "../../core/register/register.ts";
import { registers } from "../../core/registers/index.ts";
import { type Client, clientOf } from "../support/client.ts";
import { foundDemonstration } from "../support/demonstration.ts";
import { bringer, type ImportAnswer } from "../support/imports.ts";
import { saves } from "../support/office.ts";
import { aToken } from "../support/people-journeys.ts";
import { mustDo } from "../support/world.ts";

/** Who brings rows into which registers: those that are kept are the administrators' own. */
const accounts = {
  account: "sysadmin",
  post: "secadmin",
  "partner-token": "sysadmin",
} as const satisfies Readonly<Record<string, string>>;

const clients = new Map<string, Client>();
let end: () => Promise<void>;
beforeAll(async () => {
  const demonstration = await foundDemonstration("2026-03-11");
  end = demonstration.end;
  const nobody = clientOf(demonstration.app, async () => undefined);
  for (const username of new Set(["anweiban", ...Object.values(accounts)])) {
    const answer = await nobody.send("POST", "/api/session", { username, password: "zhiben-demo" });
    const cookie = String([answer.headers["set-cookie"]].flat()[0]).split(";")[0];
    clients.set(
      username,
      clientOf(demonstration.app, async () => cookie),
    );
  }
  // Nobody exchanges data with the demonstration until somebody asks for it.
  const input = {
    ...aToken,
    everySector: true,
    mayRead: ["hazard", "enterprise"],
    mayDo: ["hazard.find", "enterprise.amend"],
    masked: ["hazard.description", "enterprise.principal"],
  };
  mustDo(await whoBrings("partner-token").open("partner-token", { input }));
});
afterAll(() => end());

function whoBrings(register: string): Client {
  const client = clients.get(new Map<string, string>(Object.entries(accounts)).get(register) ?? "anweiban");
  if (client === undefined) throw new Error(`Nobody brings rows into ${register}`);
  return client;
}

// What only the engine opens, as what strangers apply for, nobody brings in.
const opened = registers.filter(({ acts }) =>
  Object.values(acts).some(({ from, by }) => from === "new" && by.some((role) => role !== "system")),
);
const isOpenedByRow = (register: Register) =>
  (["open", "record"] as const).some((mode) => openingOf(register, mode) !== undefined);
const names = opened.filter(isOpenedByRow).map(({ name }) => name);

test("a row of a table opens whatever people open, but for what is drawn up with figures that are frozen", () => {
  expect(opened.filter((register) => !isOpenedByRow(register)).map(({ name }) => name)).toEqual(["briefing"]);
});

async function takenOut(register: string, format: "xlsx" | "csv", query = ""): Promise<Buffer> {
  const answer = await whoBrings(register).get(`/api/registers/${register}/entries.${format}${query}`);
  return answer.bytes;
}

/** What of the file could not be taken as it went out, for whoever reads why the test fails. */
async function complaints(one: ImportAnswer) {
  const rows = await bringer(whoBrings(one.register)).rows(one.id);
  return rows.filter(({ skipped }) => skipped !== "same").slice(0, 5);
}

describe.each(names)("every %s of the demonstration", (register) => {
  test.each(["xlsx", "csv"] as const)(
    "goes out as %s with every column, and brought back changes nothing",
    async (format) => {
      const zhang = bringer(whoBrings(register));
      const total = (await whoBrings(register).list(register, { count: "exact", limit: "1" })).total ?? 0;
      expect(total).toBeGreaterThan(0);
      const one = await zhang.brought(register, `out.${format}`, await takenOut(register, format));
      expect(one.columns.filter(({ heading, field }) => heading !== "" && field === null)).toEqual([]);
      const tried = await zhang.tried(one);
      expect(tried.counts, JSON.stringify(await complaints(tried))).toEqual({
        add: 0,
        change: 0,
        skip: total,
        refuse: 0,
      });
    },
  );
});

describe.each(names)("%s, saved by LibreOffice on the way", (register) => {
  test.skipIf(saves === undefined)("comes back as it went out", async () => {
    const person = bringer(whoBrings(register));
    const workbook = await saves?.(await takenOut(register, "xlsx"));
    const one = await person.brought(register, "saved.xlsx", workbook ?? Buffer.from(""));
    const tried = await person.tried(one);
    expect(tried.counts, JSON.stringify(await complaints(tried))).toMatchObject({
      add: 0,
      change: 0,
      refuse: 0,
    });
    expect(tried.counts.skip).toBeGreaterThan(0);
  });
});

test.skipIf(saves === undefined)(
  "what is edited in a list that went out comes back as exactly those changes",
  async () => {
    const person = bringer(whoBrings("enterprise"));
    const book = read(await takenOut("enterprise", "xlsx"));
    const [name = ""] = book.SheetNames;
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new Error("The list has no sheet");
    const rows = utils.sheet_to_json<readonly string[]>(sheet, { header: 1, defval: "" });
    const head = rows.findIndex((cells) => cells.includes("企业名称"));
    const state = (rows[head] ?? []).indexOf("办理环节");
    const standing = rows.flatMap((cells, row) =>
      row > head && cells[state] === "正常生产经营" ? [row] : [],
    );
    const [first = 0, second = 0, , fourth = 0] = standing;
    const edits = [
      { row: first, heading: "地址", to: "建塘镇长征大道一号" },
      { row: second, heading: "从业人员（人）", to: "77" },
      { row: fourth, heading: "主要负责人", to: "扎西" },
    ];
    for (const { row, heading, to } of edits) {
      const column = (rows[head] ?? []).indexOf(heading);
      expect(column, heading).toBeGreaterThanOrEqual(0);
      const value = /^\d+$/.test(to) ? Number(to) : to;
      utils.sheet_add_aoa(sheet, [[value]], { origin: { r: row, c: column } });
    }
    const edited = await saves?.(Buffer.from(write(book, { type: "buffer", bookType: "xlsx" })));
    const one = await person.brought("enterprise", "edited.xlsx", edited ?? Buffer.from(""));
    const tried = await person.tried(one);
    expect(tried.counts, JSON.stringify(await complaints(tried))).toMatchObject({
      add: 0,
      change: 3,
      refuse: 0,
    });
    const changed = await person.rows(one.id, "change");
    expect(changed.map(({ row, changes }) => [row, changes.map(({ label, to }) => [label.zh, to])])).toEqual(
      edits.map(({ row, heading, to }) => [row + 1, [[heading, to]]]),
    );
    await person.run(one.id, "all");
    // Brought once more, there is nothing left to change.
    const again = await person.brought("enterprise", "edited.xlsx", edited ?? Buffer.from(""));
    expect((await person.tried(again)).counts).toMatchObject({ add: 0, change: 0, refuse: 0 });
  },
);
