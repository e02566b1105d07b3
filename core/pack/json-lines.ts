import { under } from "./shape.ts";

/** Where each value of a JSON text begins, and what JSON.parse does not tell. Lines count from 1. */
export interface JsonLines {
  /** Line of each value, by JSON Pointer. */
  readonly lines: ReadonlyMap<string, number>;
  /** Members that repeat an earlier one of their object; JSON.parse would silently let the last one win. */
  readonly repeated: readonly { readonly at: string; readonly line: number }[];
  /** Line of the first thing that is not JSON; absent for a text that JSON.parse accepts. */
  readonly faultLine?: number;
}

type Expected = "value" | "value or ]" | "name" | "name or }" | ":" | ", or end" | "nothing";

interface Level {
  readonly at: string;
  readonly isList: boolean;
  /** Index of a list's member, or the last name that an object's member was given. */
  member: string | number;
}

interface Reading {
  readonly lines: Map<string, number>;
  readonly repeated: { at: string; line: number }[];
  readonly levels: Level[];
  line: number;
  expected: Expected;
}

/** A string on one line, one of JSON's signs, a line break, an unfinished string, or a number or word. */
const token = /"(?:[^"\\\n]|\\.)*"|[{}[\]:,\n]|"[^\n]*|[^ \t\r\n{}[\]:,"]+/g;

export function jsonLines(source: string): JsonLines {
  const reading: Reading = { lines: new Map(), repeated: [], levels: [], line: 1, expected: "value" };
  for (const [sign] of source.matchAll(token)) {
    if (sign === "\n") reading.line += 1;
    else if (!takes(reading, sign)) return { ...reading, faultLine: reading.line };
  }
  return reading.expected === "nothing" ? reading : { ...reading, faultLine: reading.line };
}

/** Reads one token; whether it may stand here. */
function takes(reading: Reading, sign: string): boolean {
  const { expected, levels } = reading;
  const level = levels.at(-1);
  switch (sign) {
    case "}":
    case "]": {
      const isList = sign === "]";
      const isEmpty = expected === (isList ? "value or ]" : "name or }");
      if (level?.isList !== isList || !(isEmpty || expected === ", or end")) return false;
      levels.pop();
      return valueEnded(reading);
    }
    case ",":
      if (level === undefined || expected !== ", or end") return false;
      if (typeof level.member === "number") level.member += 1;
      reading.expected = level.isList ? "value" : "name";
      return true;
    case ":":
      reading.expected = "value";
      return expected === ":";
    default:
      if (level !== undefined && (expected === "name" || expected === "name or }"))
        return takesName(reading, level, sign);
      return (expected === "value" || expected === "value or ]") && takesValue(reading, sign);
  }
}

function takesName(reading: Reading, level: Level, sign: string): boolean {
  if (!sign.startsWith('"') || !isScalar(sign)) return false;
  level.member = String(JSON.parse(sign));
  const at = place(reading);
  if (reading.lines.has(at)) reading.repeated.push({ at, line: reading.line });
  reading.expected = ":";
  return true;
}

function takesValue(reading: Reading, sign: string): boolean {
  const at = place(reading);
  reading.lines.set(at, reading.line);
  if (sign === "{" || sign === "[") {
    const isList = sign === "[";
    reading.levels.push({ at, isList, member: isList ? 0 : "" });
    reading.expected = isList ? "value or ]" : "name or }";
    return true;
  }
  return isScalar(sign) && valueEnded(reading);
}

function valueEnded(reading: Reading): true {
  reading.expected = reading.levels.length === 0 ? "nothing" : ", or end";
  return true;
}

function place({ levels }: Reading): string {
  const level = levels.at(-1);
  return level === undefined ? "" : under(level.at, level.member);
}

function isScalar(sign: string): boolean {
  try {
    JSON.parse(sign);
    return true;
  } catch {
    return false;
  }
}

/** Line of a value, or of the nearest one around it: what is missing has no line of its own. */
export function lineAt(read: JsonLines, at: string): number {
  const line = read.lines.get(at);
  if (line !== undefined) return line;
  return at === "" ? 1 : lineAt(read, at.slice(0, at.lastIndexOf("/")));
}
