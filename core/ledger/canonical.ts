export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
export type JsonObject = { readonly [name: string]: Json };

/**
 * The one text of a JSON value, by RFC 8785 (JCS): no blanks, members in the order of their names' UTF-16 code units, numbers
 * and escapes as ECMAScript writes them. Throws a TypeError on whatever JSON cannot hold: NaN and the infinities, undefined,
 * text with a lone surrogate, a Date and every other object that is not a plain one.
 */
export function canonical(value: Json): string {
  switch (typeof value) {
    case "string":
      return canonicalText(value);
    case "boolean":
      return String(value);
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
      return JSON.stringify(value);
    case "object":
      if (value === null) return "null";
      // Array.from also visits the holes of a sparse list, which must be refused and not left out.
      if (isList(value)) return `[${Array.from(value, canonical).join(",")}]`;
      return canonicalObject(value);
    default:
      throw new TypeError(`Not a JSON value: ${typeof value}`);
  }
}

/**
 * Whether a text is the canonical one of the value that was read from it. Most often it is what the engine writes itself, with all
 * members in order; that is seen several times faster than the text is built anew.
 */
export function isCanonical(text: string, value: Json): boolean {
  // A lone surrogate, which no canonical text has, is written as such an escape; so may be what only looks like one.
  if (!text.includes("\\ud") && JSON.stringify(value) === text && isOrdered(value)) return true;
  try {
    return canonical(value) === text;
  } catch {
    return false;
  }
}

function isOrdered(value: Json): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (isList(value)) return value.every(isOrdered);
  let last = "";
  for (const name of Object.keys(value)) {
    const member = value[name];
    if (name < last || member === undefined || !isOrdered(member)) return false;
    last = name;
  }
  return true;
}

export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !isList(value);
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function canonicalObject(value: JsonObject): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError("Not a plain JSON object");
  let members = "";
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member === undefined) throw new TypeError("Not a JSON value: undefined");
    members += `${members === "" ? "" : ","}${canonicalText(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}

function canonicalText(text: string): string {
  // JSON.stringify would write a lone surrogate as an escape, and two different texts could not be told apart as UTF-8.
  if (!text.isWellFormed()) throw new TypeError("Not well-formed text: a lone surrogate");
  return JSON.stringify(text);
}
