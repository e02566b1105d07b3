import { crc32, inflateRawSync } from "node:zlib";

/** The files of an archive by their names, read by its central directory and held against their checksums. */
export function unzipped(bytes: Buffer): ReadonlyMap<string, string> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error("No archive");
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [nameLength, local] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = inflateRawSync(bytes.subarray(start, start + bytes.readUInt32LE(at + 20)));
    if (crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    if (content.length !== bytes.readUInt32LE(at + 24)) throw new Error(`${name} has another size`);
    files.set(name, content.toString("utf8"));
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return files;
}

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' };

const plain = (xml: string): string =>
  xml
    .replaceAll(/&\w+;/g, (entity) => entities[entity] ?? entity)
    .replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** The cells of a sheet as they stand in its file: rows from the first on, texts as texts, numbers and days as the file counts them. */
export function cellsOf(workbook: Buffer, sheet = 1): readonly (readonly (string | number)[])[] {
  const xml = unzipped(workbook).get(`xl/worksheets/sheet${sheet}.xml`) ?? "";
  return [...xml.matchAll(/<row r="(\d+)"[^>]*>(.*?)<\/row>/gs)].map(([, , cells = ""]) => {
    const row: (string | number)[] = [];
    for (const [, letters = "", rest = ""] of cells.matchAll(/<c r="([A-Z]+)\d+"(.*?)(?:\/>|<\/c>)/gs)) {
      const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
      const text = /<t[^>]*>(.*?)<\/t>/s.exec(rest)?.[1];
      const number = /<v>(.*?)<\/v>/.exec(rest)?.[1];
      while (row.length < column) row.push("");
      row[column] = text === undefined ? (number === undefined ? "" : Number(number)) : plain(text);
    }
    return row;
  });
}

/** The rows of a CSV file, by RFC 4180. */
export function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let [row, cell, quoted]: [string[], string, boolean] = [[], "", false];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (quoted && sign === '"' && text[at + 1] === '"') at += 1;
    else if (sign === '"') {
      quoted = !quoted;
      continue;
    }
    if (quoted || (sign !== "," && sign !== "\r" && sign !== "\n")) cell += sign;
    else if (sign === ",") [row, cell] = [[...row, cell], ""];
    else if (sign === "\n") {
      rows.push([...row, cell]);
      [row, cell] = [[], ""];
    }
  }
  return rows;
}
