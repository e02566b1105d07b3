import { limits } from "../limits.ts";
import type { Words } from "../words.ts";
import { answersSchema } from "./answers.ts";
import { patterns, uuidPattern } from "./check-field.ts";
import type { DecimalField, Field, IntegerField, MoneyField } from "./field.ts";
import { scoresSchema } from "./scores.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema (2020-12) of one field's input, with why it is asked. */
export function fieldSchema(field: Field): JsonSchema {
  const schema = valueSchema(field);
  const period = field.kind === "code" && field.periods ? periodForm : undefined;
  const said = [schema.description ?? [], ...[period, field.why, field.law].map(inBoth)].flat();
  return said.length === 0 ? schema : { ...schema, description: said.join(" · ") };
}

const periodForm: Words = {
  zh: "YYYY 为年度，YYYY-MM 为月度，YYYY-Q1 为季度，YYYY-H1 为半年",
  en: "YYYY for a year, YYYY-MM for a month, YYYY-Q1 for a quarter, YYYY-H1 for a half-year",
};

const inBoth = (words: Words | undefined): readonly string[] =>
  words === undefined ? [] : [words.zh, words.en];

const enteredByNobody = (title: string): JsonSchema => ({ title, not: {} });

function valueSchema(field: Field): JsonSchema {
  const title = field.words.zh;
  switch (field.kind) {
    case "text":
      return { title, type: "string", minLength: 1, maxLength: field.maxLength, pattern: "\\S" };
    case "code":
      return {
        title,
        type: "string",
        minLength: 1,
        maxLength: field.maxLength,
        ...(field.pattern ? { pattern: field.pattern } : {}),
      };
    case "choice":
      return { title, type: "string", enum: Object.keys(field.options) };
    case "choices":
      return {
        title,
        type: "array",
        uniqueItems: true,
        items: { type: "string", enum: Object.keys(field.options) },
      };
    case "integer":
    case "decimal":
    case "money":
      return numberSchema(field);
    case "day":
      return { title, type: "string", format: "date", pattern: patterns.day };
    case "flag":
      return { title, type: "boolean" };
    case "files":
    case "links":
    case "persons":
    case "organisations":
      return several(title, field.kind === "links" ? limits.pageSizeRows : field.max, uuidPattern);
    case "figures":
    case "verdicts":
      return enteredByNobody(title);
    case "answers":
      return { title, ...answersSchema };
    case "scores":
      return { title, ...scoresSchema };
    case "sectors":
      return several(title, limits.sectorsPerField, patterns.sector);
    case "packRows":
      return several(title, limits.packRowsPerField, patterns.packRow[field.of]);
    case "indicators":
      return several(title, field.max, patterns.indicator);
    default:
      return { title, type: "string", minLength: 1, maxLength: 64, pattern: patterns[field.kind] };
  }
}

/** Ids or codes, each once. */
const several = (title: string, maxItems: number, pattern: string): JsonSchema => ({
  title,
  type: "array",
  maxItems,
  uniqueItems: true,
  items: { type: "string", pattern },
});

function numberSchema(field: IntegerField | DecimalField | MoneyField): JsonSchema {
  const title = field.words.zh;
  switch (field.kind) {
    case "integer":
      return { title, type: "integer", minimum: field.min, maximum: field.max };
    case "decimal":
      return {
        title,
        type: "number",
        minimum: field.min,
        maximum: field.max,
        description: `最多${field.decimals}位小数 at most ${field.decimals} decimals`,
      };
    case "money":
      return {
        title,
        type: "number",
        minimum: 0,
        maximum: limits.moneyYuan,
        description: "元，最多两位小数 yuan, two decimals at most",
      };
  }
}
