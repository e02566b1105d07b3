import { posix } from "node:path";
import { FileRefused } from "../file-refused.ts";
import { isBuiltInDate, isDateFormat } from "../serial-day.ts";
import { parseText } from "./markup.ts";
import type { Package } from "./package.ts";

/** A sheet of a workbook that can be seen, and the part in which it lies. */
export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** What of a workbook its sheets are read by. */
export interface Workbook {
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  /** Whether a cell of that style shows a day, by the style's place. */
  readonly isDate: readonly boolean[];
  /** The part with the texts that cells share; none where there is none. */
  readonly strings: string | undefined;
  readonly styles: string | undefined;
}

export async function readWorkbook(parts: Package): Promise<Workbook> {
  const root = await relations(parts, "/_rels/.rels", "/");
  const [main] = root.filter(({ type }) => type === "officeDocument");
  if (main === undefined || parts.named(main.target) === undefined) throw new FileRefused("file-not-a-table");
  const folder = posix.dirname(main.target);
  const own = await relations(parts, `${folder}/_rels/${posix.basename(main.target)}.rels`, folder);
  // A chart sheet has no cells.
  const worksheets = own.filter(({ type }) => type === "worksheet");
  const targets = new Map(worksheets.map(({ id, target }) => [id, target]));
  const { sheets, from1904 } = sheetsIn(await parts.text(main.target), targets);
  if (sheets === undefined) throw new FileRefused("file-not-a-table");
  const partOf = (kind: string) =>
    own.find(({ type, target }) => type === kind && parts.named(target) !== undefined)?.target;
  const styles = partOf("styles");
  return {
    sheets: sheets.filter(({ part }) => parts.named(part) !== undefined),
    from1904,
    styles,
    isDate: styles === undefined ? [] : dateStyles(await parts.text(styles)),
    strings: partOf("sharedStrings"),
  };
}

interface Relation {
  readonly id: string;
  /** The last word of the type's address, which differs between the two editions of the standard. */
  readonly type: string;
  readonly target: string;
}

async function relations(parts: Package, name: string, folder: string): Promise<readonly Relation[]> {
  const found: Relation[] = [];
  if (parts.named(name) === undefined) return found;
  parseText(await parts.text(name), {
    open(tag, { Id = "", Type = "", Target = "", TargetMode }) {
      if (tag !== "Relationship" || TargetMode === "External") return;
      const target = posix.resolve("/", folder, Target);
      found.push({ id: Id, type: posix.basename(Type), target: parts.named(target) ?? target });
    },
  });
  return found;
}

function sheetsIn(markup: string, targets: ReadonlyMap<string, string>) {
  let isWorkbook = false;
  let from1904 = false;
  const sheets: Sheet[] = [];
  parseText(markup, {
    open(tag, attributes) {
      if (tag === "workbook") isWorkbook = true;
      if (tag === "workbookPr") from1904 = ["1", "true"].includes(attributes.date1904 ?? "");
      if (tag !== "sheet" || attributes.state === "hidden" || attributes.state === "veryHidden") return;
      const id = Object.entries(attributes).find(([name]) => name.endsWith(":id"))?.[1];
      const part = targets.get(id ?? "");
      if (part !== undefined) sheets.push({ name: attributes.name ?? "", part });
    },
  });
  return { sheets: isWorkbook ? sheets : undefined, from1904 };
}

/** Which of the cell styles show days. */
function dateStyles(markup: string): readonly boolean[] {
  const formats = new Map<number, string>();
  const isDate: boolean[] = [];
  let inCells = false;
  parseText(markup, {
    open(tag, { numFmtId = "0", formatCode = "" }) {
      if (tag === "numFmt") formats.set(Number(numFmtId), formatCode);
      if (tag === "cellXfs") inCells = true;
      if (tag !== "xf" || !inCells) return;
      const own = formats.get(Number(numFmtId));
      isDate.push(own === undefined ? isBuiltInDate(Number(numFmtId)) : isDateFormat(own));
    },
    close(tag) {
      if (tag === "cellXfs") inCells = false;
    },
  });
  return isDate;
}
