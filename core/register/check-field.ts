import { isDay } from "../calendar/day.ts";
import { limits } from "../limits.ts";
import type { ProblemCode } from "../problems.ts";
import type { Problem } from "../refusals.ts";
import { checkAnswers, criteriaPattern } from "./answers.ts";
import { excessOf } from "./excess.ts";
import type { ChoicesField, DecimalField, Field, Fields, RawInput } from "./field.ts";
import { checkPersonal } from "./personal.ts";
import { checkScores } from "./scores.ts";
import { checkString, checkText } from "./text.ts";

export const uuidPattern = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$";
/** What an id or a code looks like, by the kind of the field that holds it. */
export const patterns = {
  person: uuidPattern,
  organisation: uuidPattern,
  link: uuidPattern,
  files: uuidPattern,
  region: "^[0-9]{4,9}$",
  sector: "^S[0-9]{2}$",
  indicator: "^[a-z0-9]+(-[a-z0-9]+)*$",
  criteria: criteriaPattern,
  packRow: { measures: "^[1-9][0-9]{0,2}$", standards: "^[A-Z0-9+]{2,6}$" },
  position:
    "^geo:-?[0-9]{1,2}(\\.[0-9]{1,7})?,-?[0-9]{1,3}(\\.[0-9]{1,7})?;crs=(wgs84|cgcs2000|gcj02|bd09);u=[0-9]{1,6}$",
  // 1900 to 2199: a day is counted on from, and what is counted to must still be a day.
  day: "^(?:19|20|21)[0-9]{2}-",
} as const;

const days = new RegExp(patterns.day, "u");

/**
 * Whether `value` may be entered in `field`, as far as the value alone can tell; `undefined` means that it may. Figures may never be. `fieldSchema` says
 * the same, as a property test holds, but for two things that JSON Schema says badly: that text has no control characters,
 * and how many decimals a number may have.
 */
export function checkValue(field: Field, value: unknown): ProblemCode | undefined {
  switch (field.kind) {
    case "text":
      return checkText(field, value);
    case "code":
      return field.personal
        ? checkPersonal(field.personal, value)
        : checkString(value, field.maxLength, field.pattern);
    case "choice":
      if (typeof value !== "string") return "wrong-type";
      return Object.hasOwn(field.options, value) ? undefined : "not-an-option";
    case "choices":
      return checkChoices(field, value);
    case "integer":
      return Number.isSafeInteger(value) ? checkRange(Number(value), field.min, field.max) : "wrong-type";
    case "decimal":
      return checkDecimal(value, field);
    case "money":
      return checkDecimal(value, wholeCents);
    case "day":
      if (typeof value !== "string") return "wrong-type";
      return isDay(value) && days.test(value) ? undefined : "not-a-day";
    case "flag":
      return typeof value === "boolean" ? undefined : "wrong-type";
    case "files":
    case "persons":
    case "organisations":
      return checkIds(value, field.max);
    case "answers":
      return checkAnswers(value);
    case "scores":
      return checkScores(value);
    case "figures":
    case "verdicts":
      return "wrong-type";
    case "links":
      return checkIds(value, limits.pageSizeRows);
    case "sectors":
      return checkEach(value, limits.sectorsPerField, patterns.sector);
    case "packRows":
      return checkEach(value, limits.packRowsPerField, patterns.packRow[field.of]);
    case "indicators":
      return checkEach(value, field.max, patterns.indicator);
    default:
      return checkString(value, 64, patterns[field.kind]);
  }
}

function checkRange(value: number, min: number, max: number): ProblemCode | undefined {
  if (value < min) return "too-small";
  return value > max ? "too-large" : undefined;
}

const wholeCents = { min: 0, max: limits.moneyYuan, decimals: 2 };

function checkDecimal(
  value: unknown,
  { min, max, decimals }: Pick<DecimalField, "min" | "max" | "decimals">,
): ProblemCode | undefined {
  if (typeof value !== "number" || !Number.isFinite(value)) return "wrong-type";
  // Written with its decimals it must read back the same: multiplied by 100, large amounts would miss their cent.
  return (
    checkRange(value, min, max) ?? (Number(value.toFixed(decimals)) === value ? undefined : "wrong-type")
  );
}

function checkChoices({ options }: ChoicesField, value: unknown): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > Object.keys(options).length || new Set(value).size !== value.length) return "too-many";
  if (value.some((member) => typeof member !== "string")) return "wrong-type";
  return value.every((member) => Object.hasOwn(options, member)) ? undefined : "not-an-option";
}

const checkIds = (value: unknown, max: number) => checkEach(value, max, uuidPattern);

function checkEach(value: unknown, max: number, pattern: string): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > max || new Set(value).size !== value.length) return "too-many";
  return value.map((member) => checkString(member, 64, pattern)).find((problem) => problem !== undefined);
}

/** Problems of an input against the fields that an act asks for: every one of them, in the order of the fields. */
export function checkInput(
  fields: Fields,
  needs: readonly string[],
  takes: readonly string[],
  input: RawInput,
): readonly Problem[] {
  const asked = [...needs, ...takes];
  const unknown = Object.keys(input)
    .filter((name) => !asked.includes(name))
    .map((name): Problem => ({ field: name, code: "unknown" }));
  const located = asked.flatMap((name): Problem[] => {
    const field = fields[name];
    const value = Object.hasOwn(input, name) ? input[name] : undefined;
    if (field === undefined) return [];
    const needed = needs.includes(name) || (field.essential === true && value !== undefined);
    if (value === undefined || value === null) return needed ? [{ field: name, code: "required" }] : [];
    const found = checkValue(field, value);
    const excess = found && excessOf(field, value, found);
    if (found) return [{ field: name, code: found, ...(excess ? { excess } : {}) }];
    return needed && Array.isArray(value) && value.length === 0 ? [{ field: name, code: "required" }] : [];
  });
  return [...located, ...unknown];
}
