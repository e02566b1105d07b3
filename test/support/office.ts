import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { csvRows } from "./workbook.ts";

const run = promisify(execFile);
const program = "soffice";
const isThere = await run(program, ["--version"]).then(
  () => true,
  () => false,
);

/** The first sheet of a workbook as LibreOffice shows it, cell by cell. */
async function shownByOffice(workbook: Buffer): Promise<readonly (readonly string[])[]> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-office-"));
  try {
    await writeFile(join(folder, "table.xlsx"), workbook);
    // Commas, quotes, UTF-8, from the first row on, as cells show what they hold, the first sheet.
    const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
    const own = `-env:UserInstallation=file://${folder}/profile`;
    await run(program, [
      own,
      "--headless",
      "--convert-to",
      filter,
      "--outdir",
      folder,
      join(folder, "table.xlsx"),
    ]);
    return csvRows(await readFile(join(folder, "table.csv"), "utf8"));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** LibreOffice as another program that opens our files; undefined where it is not installed, and its tests are skipped. */
export const opens = isThere ? shownByOffice : undefined;
