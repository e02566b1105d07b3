import { reasonFont, reasonFormat } from "../plain-workbook.ts";
import { MarkupCutter } from "./markup.ts";

/** Styles with one more, and its place among those of cells. */
export interface AddedStyle {
  readonly markup: string;
  readonly style: number;
}

const lists = { fonts: "font", cellXfs: "xf" } as const;
type List = keyof typeof lists;
const isList = (name: string): name is List => name in lists;

/** Adds the look of a reason to a workbook's styles; undefined where they have no list to which it could be added. */
export function withReasonStyle(markup: string): AddedStyle | undefined {
  const counts = countsIn(markup);
  if (counts.fonts === undefined || counts.cellXfs === undefined) return undefined;
  const { fonts, cellXfs } = counts;
  const added: Readonly<Record<List, (prefix: string) => string>> = {
    fonts: (prefix) => `<${prefix}font>${reasonFont.replaceAll("<", `<${prefix}`)}</${prefix}font>`,
    cellXfs: (prefix) => `<${prefix}xf fontId="${fonts}" ${reasonFormat}/>`,
  };
  let written = "";
  cut(markup, (kind, name, raw) => {
    if (!isList(name)) written += raw;
    else if (kind === "closing") written += added[name](prefixOf(raw)) + raw;
    else written += raw.replace(/(\scount\s*=\s*["'])\d+/, `$1${(counts[name] ?? 0) + 1}`);
  });
  return { markup: written, style: cellXfs };
}

/** How many each list holds; of one that is not there, or that is written without an end of its own, nothing. */
function countsIn(markup: string): Readonly<Partial<Record<List, number>>> {
  const counts: Partial<Record<List, number>> = {};
  let current: List | undefined;
  cut(markup, (kind, name) => {
    if (isList(name)) {
      current = kind === "opening" ? name : undefined;
      if (current !== undefined) counts[current] = 0;
    } else if (current !== undefined && name === lists[current] && kind !== "closing")
      counts[current] = (counts[current] ?? 0) + 1;
  });
  return counts;
}

function cut(markup: string, onPiece: ConstructorParameters<typeof MarkupCutter>[0]): void {
  const cutter = new MarkupCutter(onPiece);
  cutter.write(markup);
  cutter.end();
}

/** The prefix of a tag with its colon; empty where it has none. */
export function prefixOf(raw: string): string {
  return /^<\/?([^\s:/>]+:)/.exec(raw)?.[1] ?? "";
}
