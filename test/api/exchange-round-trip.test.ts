import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registers } from "../../core/registers/index.ts";
import { type Client, clientOf } from "../support/client.ts";
import { foundDemonstration } from "../support/demonstration.ts";
import { bringer, type ImportAnswer } from "../support/imports.ts";

let office: Client;
let end: () => Promise<void>;
beforeAll(async () => {
  const demonstration = await foundDemonstration("2026-03-11");
  end = demonstration.end;
  const nobody = clientOf(demonstration.app, async () => undefined);
  const answer = await nobody.send("POST", "/api/session", { username: "anweiban", password: "zhiben-demo" });
  const cookie = String([answer.headers["set-cookie"]].flat()[0]).split(";")[0];
  office = clientOf(demonstration.app, async () => cookie);
});
afterAll(() => end());

const names = registers.map(({ name }) => name);

async function takenOut(register: string, format: "xlsx" | "csv", query = ""): Promise<Buffer> {
  const answer = await office.get(`/api/registers/${register}/entries.${format}${query}`);
  return answer.bytes;
}

/** What of the file could not be taken as it went out, for whoever reads why the test fails. */
async function complaints(one: ImportAnswer) {
  const rows = await bringer(office).rows(one.id);
  return rows.filter(({ skipped }) => skipped !== "same").slice(0, 5);
}

describe.each(names)("every %s of the demonstration", (register) => {
  test.each(["xlsx", "csv"] as const)(
    "goes out as %s with every column, and brought back changes nothing",
    async (format) => {
      const zhang = bringer(office);
      const total = (await office.list(register, { count: "exact", limit: "1" })).total ?? 0;
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
