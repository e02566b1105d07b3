import type { Waiting } from "../api/queries.ts";
import type { RegisterSummary } from "../api/types.ts";

/** The registers under one heading of the menu. */
export interface MenuGroup {
  readonly heading: "own" | "others" | "registers";
  readonly registers: readonly RegisterSummary[];
}

/**
 * The menu by the work of a post: first the registers in which work can wait for it, then what it reads. Both in the order of the
 * registers, whatever waits at the moment: a menu that moves is not learnt. Who only reads needs no two headings.
 */
export function menuGroups(registers: readonly RegisterSummary[], waiting: readonly Waiting[]) {
  const isOwn = ({ name }: RegisterSummary) => waiting.some(({ register }) => register === name);
  const own = registers.filter(isOwn);
  const others = registers.filter((register) => !isOwn(register));
  const groups: readonly MenuGroup[] =
    own.length === 0
      ? [{ heading: "registers", registers: others }]
      : [
          { heading: "own", registers: own },
          { heading: "others", registers: others },
        ];
  return groups.filter((group) => group.registers.length > 0);
}
