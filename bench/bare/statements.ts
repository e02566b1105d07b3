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

/** The statement that reads a page's rows. */
export function listStatement({ statements }: Captured): Statement {
  const found = statements.find(({ text }) => text.includes("from entry_hazard e") && text.includes("limit"));
  if (found === undefined) throw new Error("The captured page reads no rows");
  return found;
}

/** What a request sends but for the transaction, the scope and the roles: for the tables' owner those change nothing. */
export const workOf = ({ statements }: Captured): readonly Statement[] =>
  statements.filter(({ text }) => !/^(begin|commit|set |select set_config\()/.test(text));
