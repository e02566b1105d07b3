import { limits } from "../limits.ts";
import { type Field, patterns, uuidPattern } from "./field.ts";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** The JSON Schema (2020-12) of one field's input. */
export function fieldSchema(field: Field): JsonSchema {
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
      return { title, type: "integer", minimum: field.min, maximum: field.max };
    case "money":
      return {
        title,
        type: "number",
        minimum: 0,
        maximum: limits.moneyYuan,
        description: "元，最多两位小数 yuan, two decimals at most",
      };
    case "day":
      return { title, type: "string", format: "date", pattern: patterns.day };
    case "flag":
      return { title, type: "boolean" };
    case "files":
    case "links":
      return {
        title,
        type: "array",
        maxItems: field.kind === "files" ? field.max : limits.pageSizeRows,
        uniqueItems: true,
        items: { type: "string", pattern: uuidPattern },
      };
    default:
      return { title, type: "string", minLength: 1, maxLength: 64, pattern: patterns[field.kind] };
  }
}
