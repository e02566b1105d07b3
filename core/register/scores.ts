import { limits } from "../limits.ts";
import type { ProblemCode } from "../problems.ts";
import { checkString, checkText } from "./text.ts";

/** One line of a score sheet: an item or a veto of a scheme, by its id there, its points, and why. */
export type Score = {
  readonly item: string;
  readonly points?: number | undefined;
  readonly reason?: string | undefined;
};

const itemPattern = "^[a-z0-9]+(-[a-z0-9]+)*$";
const mostPoints = 100;
const mostItems = 100;
const reasonLimits = { maxLength: limits.shortTextLengthCharacters, multiline: true };
const members: readonly string[] = ["item", "points", "reason"] satisfies (keyof Score)[];

/** Whether `value` may be entered as a score sheet, as far as it alone can tell. What stands in the scheme is for the register's rules. */
export function checkScores(value: unknown): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > mostItems) return "too-many";
  return value.map(checkScore).find((problem) => problem !== undefined);
}

function checkScore(value: unknown): ProblemCode | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "wrong-type";
  const score = new Map<string, unknown>(Object.entries(value));
  if ([...score.keys()].some((name) => !members.includes(name))) return "wrong-type";
  return (
    checkString(score.get("item"), 64, itemPattern) ??
    (score.has("points") ? checkPoints(score.get("points")) : undefined) ??
    (score.has("reason") ? checkText(reasonLimits, score.get("reason")) : undefined)
  );
}

function checkPoints(value: unknown): ProblemCode | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return "wrong-type";
  if (value < 0) return "too-small";
  if (value > mostPoints) return "too-large";
  return Number(value.toFixed(2)) === value ? undefined : "wrong-type";
}

/** The same as `checkScores`, as JSON Schema. */
export const scoresSchema = {
  type: "array",
  maxItems: mostItems,
  items: {
    type: "object",
    properties: {
      item: { type: "string", minLength: 1, maxLength: 64, pattern: itemPattern },
      points: {
        type: "number",
        minimum: 0,
        maximum: mostPoints,
        description: "最多2位小数 at most 2 decimals",
      },
      reason: { type: "string", minLength: 1, maxLength: reasonLimits.maxLength, pattern: "\\S" },
    },
    required: ["item"],
    additionalProperties: false,
  },
};

/** Whether a value that comes from JSON is a line of a score sheet that was checked before. */
export function isScore(json: unknown): json is Score {
  return checkScore(json) === undefined;
}

/** The lines of a score sheet among a value's members; none of anything else. */
export function scoresIn(value: unknown): readonly Score[] {
  return Array.isArray(value) ? value.filter(isScore) : [];
}
