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

/** A workbook after LibreOffice has opened it and saved it as something else. */
async function converted(workbook: Buffer, to: string, extension: string): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), "zhiben-office-"));
  const out = join(folder, "out");
  try {
    await writeFile(join(folder, "table.xlsx"), workbook);
    const own = `-env:UserInstallation=file://${folder}/profile`;
    await run(program, [own, "--headless", "--convert-to", to, "--outdir", out, join(folder, "table.xlsx")]);
    return await readFile(join(out, `table.${extension}`));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The first sheet of a workbook as LibreOffice shows it, cell by cell. */
async function shownByOffice(workbook: Buffer): Promise<readonly (readonly string[])[]> {
  // Commas, quotes, UTF-8, from the first row on, as cells show what they hold, the first sheet.
  const filter = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false";
  return csvRows((await converted(workbook, filter, "csv")).toString("utf8"));
}

/** LibreOffice as another program that opens our files; undefined where it is not installed, and its tests are skipped. */
export const opens = isThere ? shownByOffice : undefined;

/** A workbook as LibreOffice saves it; undefined where it is not installed. */
export const saves = isThere
  ? (workbook: Buffer) => converted(workbook, "xlsx:Calc MS Excel 2007 XML", "xlsx")
  : undefined;
