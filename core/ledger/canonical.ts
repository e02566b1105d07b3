export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** RFC 8785. */
export function canonical(value: Json): string {
  if (typeof value === "number" && !Number.isFinite(value)) throw new TypeError("Not a JSON number");
  if (typeof value === "string" && !value.isWellFormed()) throw new TypeError("Not well-formed text");
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonical).join(",")}]`;
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(",")}}`;
}
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
