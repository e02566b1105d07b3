import type { ProblemCode } from "../problems.ts";

/** What a text may be: how long, and whether over several lines. */
interface TextLimits {
  readonly maxLength: number;
  readonly multiline: boolean;
}

/** Whether `value` is a text of at least one sign that shows, within its limits; `undefined` means that it is. */
export function checkText(limits: TextLimits, value: unknown): ProblemCode | undefined {
  if (typeof value !== "string") return "wrong-type";
  if (value.trim() === "") return "required";
  if (isLonger(value, limits.maxLength)) return "too-long";
  // PostgreSQL holds no NUL, and other control characters only hide things from a reader.
  return hasControlCharacters(value, limits.multiline) ? "control-characters" : undefined;
}

/** Whether there are more characters than that, counted as JSON Schema does: a rare one such as 𠮷 is one, not two. */
function isLonger(value: string, maxLength: number): boolean {
  return value.length > maxLength && Array.from(value).length > maxLength;
}

function hasControlCharacters(value: string, multiline: boolean): boolean {
  if (!value.isWellFormed()) return true;
  for (let at = 0; at < value.length; at += 1) {
    const point = value.charCodeAt(at);
    const lineBreak = multiline && (point === 10 || point === 13 || point === 9);
    if ((point < 32 && !lineBreak) || point === 127) return true;
  }
  return false;
}

const patterns = new Map<string, RegExp>();

/** A pattern of a declaration, of which there are few, and which every value of its field is held against. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern) ?? new RegExp(pattern, "u");
  patterns.set(pattern, known);
  return known;
}

/** Whether `value` is an identifier of that length and form; `pattern` is a regular expression over the whole of it. */
export function checkString(
  value: unknown,
  maxLength: number,
  pattern: string | undefined,
): ProblemCode | undefined {
  if (typeof value !== "string") return "wrong-type";
  if (value === "") return "required";
  if (isLonger(value, maxLength)) return "too-long";
  if (hasControlCharacters(value, false)) return "control-characters";
  return pattern === undefined || compiled(pattern).test(value) ? undefined : "bad-pattern";
}
