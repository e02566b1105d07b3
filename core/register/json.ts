import type { Json } from "../ledger/canonical.ts";
import { isAnswer } from "./answers.ts";
import type { StoredFile, Value, Values } from "./field.ts";
import { isFrozenFigure } from "./figures.ts";
import { isScore } from "./scores.ts";
import { isVerdict } from "./verdicts.ts";

/** A value of an entry as JSON; throws on what JSON cannot hold, which no checked input contains. */
export function checkedJson(value: unknown): Json {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  if (typeof value === "number" && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map(checkedJson);
  if (typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, checkedJson(member)]));
  }
  throw new TypeError(`Not a JSON value: ${typeof value}`);
}

/** What a table or a ledger line holds, as a value of an entry; undefined for `null` and for what no field holds. */
export function valueOfJson(json: unknown): Value | undefined {
  if (typeof json === "string" || typeof json === "number" || typeof json === "boolean") return json;
  if (!Array.isArray(json)) return undefined;
  const ids = json.filter((member) => typeof member === "string");
  if (ids.length === json.length) return ids;
  if (json.every(isAnswer)) return json;
  if (json.every(isScore)) return json;
  if (json.every(isVerdict)) return json;
  return json.every(isFrozenFigure) ? json : json.filter(isStoredFile);
}

function isStoredFile(json: unknown): json is StoredFile {
  if (typeof json !== "object" || json === null) return false;
  const { id, hash, name, type, sizeBytes }: { [K in keyof StoredFile]?: unknown } = json;
  return (
    [id, hash, name, type].every((member) => typeof member === "string") && typeof sizeBytes === "number"
  );
}

/** Values by field name, each as `valueOfJson` reads it. */
export function valuesOfJson(members: Iterable<readonly [string, unknown]>): Values {
  const read: [string, Value][] = [];
  for (const [name, json] of members) {
    const value = valueOfJson(json);
    if (value !== undefined) read.push([name, value]);
  }
  return Object.fromEntries(read);
}
