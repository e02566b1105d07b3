import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { capture } from "./capture.ts";

/** Writes what a real page and a real act send today to `bench/bare/captured`, or to another folder. Takes the address of a bench database. */
const [url = "", folder = fileURLToPath(new URL("bare/captured/", import.meta.url))] = process.argv.slice(2);
for (const [name, captured] of Object.entries(await capture(url))) {
  await writeFile(join(folder, `${name}.generated.json`), `${JSON.stringify(captured, null, 2)}\n`);
}
