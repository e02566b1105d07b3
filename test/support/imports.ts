import { expect } from "vitest";
import { z } from "zod";
import { importShape, rowShape } from "../../server/routes/import-views.ts";
import type { Client } from "./client.ts";

export type ImportAnswer = z.output<typeof importShape>;
export type RowAnswer = z.output<typeof rowShape>;

const importIn = (body: unknown): ImportAnswer => z.object({ import: importShape }).parse(body).import;

/** A text of comma separated cells, row by row. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `${rows.map((cells) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")).join("\n")}\n`;

/** Somebody who brings files. */
export function bringer(client: Client) {
  const bring = (register: string, name: string, bytes: string | Buffer) =>
    client.raw({
      method: "POST",
      url: `/api/registers/${register}/imports`,
      headers: { "x-file-name": encodeURIComponent(name), "content-type": "application/octet-stream" },
      payload: bytes,
    });
  const read = async (id: string) => importIn((await client.get(`/api/imports/${id}`)).body);
  /** Waits until nothing works on it. */
  const rested = async (id: string): Promise<ImportAnswer> => {
    for (let looked = 0; looked < 1_000; looked += 1) {
      const one = await read(id);
      if (one.state !== "checking" && one.state !== "running") return one;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    throw new Error("It never came to rest");
  };
  const post = async (id: string, what: string, body?: unknown) =>
    client.send("POST", `/api/imports/${id}/${what}`, body);
  /** Brings a file that can be read. */
  const brought = async (register: string, name: string, bytes: string | Buffer): Promise<ImportAnswer> => {
    const answer = await bring(register, name, bytes);
    expect(answer.status, answer.text).toBe(201);
    return importIn(answer.body);
  };
  /** Says that the guess is right, or what is to be other than it, and waits for the trial. */
  const tried = async (one: ImportAnswer, other: Partial<NonNullable<ImportAnswer["plan"]>> = {}) => {
    const answer = await client.send("PUT", `/api/imports/${one.id}/plan`, { ...one.plan, ...other });
    expect(answer.status, answer.text).toBe(200);
    return rested(one.id);
  };
  const run = async (id: string, choice: "all" | "good") => {
    const answer = await post(id, "run", { choice });
    expect(answer.status, answer.text).toBe(200);
    return rested(id);
  };
  const rows = async (id: string, verdict?: RowAnswer["verdict"]): Promise<readonly RowAnswer[]> => {
    const found: RowAnswer[] = [];
    for (let after: number | null = 0; after !== null; ) {
      const query = new URLSearchParams({ after: String(after), ...(verdict ? { verdict } : {}) });
      const { body } = await client.get(`/api/imports/${id}/rows?${query}`);
      const page = z.object({ rows: z.array(rowShape), next: z.number().nullable() }).parse(body);
      found.push(...page.rows);
      after = page.next;
    }
    return found;
  };
  return { bring, brought, tried, run, rows, read, rested, post };
}
