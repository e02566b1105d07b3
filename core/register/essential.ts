import type { Field, Fields } from "./field.ts";

/** An act as far as it says what an entry is opened with. */
interface Opening {
  readonly from: "new" | readonly string[];
  readonly needs?: readonly string[];
}

/** What every opening act needs, an entry is never without; a register that nothing opens has no such field. */
export function withEssentials({
  fields,
  acts,
}: {
  readonly fields: Fields;
  readonly acts: Readonly<Record<string, Opening>>;
}): Fields {
  const openings = Object.values(acts).filter(({ from }) => from === "new");
  const isEssential = (name: string) =>
    openings.length > 0 && openings.every(({ needs = [] }) => needs.includes(name));
  const marked = Object.entries(fields).map(([name, field]): [string, Field] =>
    isEssential(name) ? [name, { ...field, essential: true }] : [name, field],
  );
  return Object.fromEntries(marked);
}
