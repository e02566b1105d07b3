import { isOfComment } from "./comment.ts";
import type { Fields } from "./field.ts";

/** Names that fields had before → those that they have. Throws where two fields claim one name, present or former, or one that a comment holds. */
export function renamedIn(register: string, fields: Fields): ReadonlyMap<string, string> {
  const renamed = new Map<string, string>();
  for (const [name, { was = [] }] of Object.entries(fields)) {
    if ([name, ...[was].flat()].some(isOfComment))
      throw new Error(`In the register ${register} a field is or was called ${name} as what a comment holds`);
    for (const former of [was].flat()) {
      if (Object.hasOwn(fields, former) || renamed.has(former))
        throw new Error(`In the register ${register} two fields are or were called ${former}`);
      renamed.set(former, name);
    }
  }
  return renamed;
}
