import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** One statement as a real request sent it. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** What one real request sent, which of its values belong to its entry, and which it drew anew. */
export interface Captured {
  readonly statements: readonly Statement[];
  readonly entry?: { readonly id: string; readonly number: string; readonly organisation: string };
  readonly drawn?: readonly string[];
}

export async function readCaptured(folder: string, name: string): Promise<Captured> {
  return JSON.parse(await readFile(join(folder, `${name}.generated.json`), "utf8"));
}

/** The statements that read a page's rows: one of a list, and of a search those that find them before. */
export function listStatements({ statements }: Captured): readonly Statement[] {
  const found = statements.filter(({ text }) => text.includes("from entry_hazard e"));
  if (found.length === 0) throw new Error("The captured page reads no rows");
  return found;
}

/** What a request sends but for the transaction, the scope and the roles: for the tables' owner those change nothing. */
export const workOf = ({ statements }: Captured): readonly Statement[] =>
  statements.filter(({ text }) => !/^(begin|commit|set |select set_config\()/.test(text));
