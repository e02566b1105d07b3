import { limits } from "../limits.ts";
import type { ProblemCode } from "../problems.ts";
import type { Words } from "../words.ts";
import { checkString, checkText } from "./text.ts";

/**
 * What may be answered to an item of a checklist. An item of the criteria names what must not be, so "yes" could be read both ways:
 * the answers say whether it was found.
 */
export const answerOptions = {
  clear: { zh: "未发现", en: "None" },
  present: { zh: "发现", en: "Found" },
  notApplicable: { zh: "不涉及", en: "Not applicable" },
} as const satisfies Readonly<Record<string, Words>>;

export type AnswerOption = keyof typeof answerOptions;

/**
 * One answered item: an item of the criteria library, or a subject of one's own where the library has none. `note` says what was
 * seen. Never both an item and a subject.
 */
export type Answer = {
  readonly item?: string | undefined;
  readonly subject?: string | undefined;
  readonly answer: AnswerOption;
  readonly note?: string | undefined;
};

export const criteriaPattern = "^[A-Z0-9+]{2,6}/[0-9A-Za-z.-]{1,24}$";

const subjectLimits = { maxLength: limits.titleLengthCharacters, multiline: false };
const noteLimits = { maxLength: limits.shortTextLengthCharacters, multiline: true };
const members: readonly string[] = ["item", "subject", "answer", "note"] satisfies (keyof Answer)[];

/** Whether `value` is a list of answers, as far as it alone can tell. Which items may stand in it is for the register's rules. */
export function checkAnswers(value: unknown): ProblemCode | undefined {
  if (!Array.isArray(value)) return "wrong-type";
  if (value.length > limits.answersPerField) return "too-many";
  return value.map(checkAnswer).find((problem) => problem !== undefined);
}

function checkAnswer(value: unknown): ProblemCode | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return "wrong-type";
  const answer = new Map<string, unknown>(Object.entries(value));
  const [item, subject, note] = [answer.get("item"), answer.get("subject"), answer.get("note")];
  if ([...answer.keys()].some((name) => !members.includes(name))) return "wrong-type";
  if (answer.has("item") === answer.has("subject")) return "wrong-type";
  const chosen = answer.get("answer");
  if (typeof chosen !== "string") return "wrong-type";
  if (!Object.hasOwn(answerOptions, chosen)) return "not-an-option";
  return (
    (answer.has("item") ? checkString(item, 64, criteriaPattern) : checkText(subjectLimits, subject)) ??
    (answer.has("note") ? checkText(noteLimits, note) : undefined)
  );
}

const text = (maxLength: number) => ({ type: "string", minLength: 1, maxLength, pattern: "\\S" });

const answerSchema = (about: "item" | "subject", schema: object) => ({
  type: "object",
  properties: {
    [about]: schema,
    answer: { type: "string", enum: Object.keys(answerOptions) },
    note: text(noteLimits.maxLength),
  },
  required: [about, "answer"],
  additionalProperties: false,
});

/** The same as `checkAnswers`, as JSON Schema. */
export const answersSchema = {
  type: "array",
  maxItems: limits.answersPerField,
  items: {
    anyOf: [
      answerSchema("item", { type: "string", minLength: 1, maxLength: 64, pattern: criteriaPattern }),
      answerSchema("subject", text(subjectLimits.maxLength)),
    ],
  },
};

/** Whether a value that comes from JSON is an answer that was checked before. */
export function isAnswer(json: unknown): json is Answer {
  return checkAnswer(json) === undefined;
}

/** The answers among a value's members; none of anything else. */
export function answersIn(value: unknown): readonly Answer[] {
  return Array.isArray(value) ? value.filter(isAnswer) : [];
}
