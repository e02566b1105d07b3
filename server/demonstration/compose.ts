import type { Chance } from "./chance.ts";
import type { EnterpriseRow, Fault, FaultKind, Hazards } from "./shape.ts";
import { fitsTo } from "./world.ts";

const mostTries = 40;

/**
 * One hazard of a kind, in words: `{name}` stands for a thing, a place or a number, the same one in all of its sentences. Drawn
 * anew until no other hazard has its title; `taken` remembers those that are told.
 */
export function composed(
  { parts, trades }: Hazards,
  kind: FaultKind,
  row: EnterpriseRow,
  chance: Chance,
  taken = new Set<string>(),
): Fault {
  const { of: usual } = trades.find((trade) => fitsTo(row, trade.for)) ?? { of: {} };
  const words = { ...parts, ...usual, ...kind.of, ...(kind.at && kind.at.length > 0 ? { at: kind.at } : {}) };
  let fault = drawn(kind, words, chance);
  for (let tries = 1; taken.has(fault.title) && tries < mostTries; tries += 1)
    fault = drawn(kind, words, chance);
  taken.add(fault.title);
  return fault;
}

function drawn(kind: FaultKind, words: Hazards["parts"], chance: Chance): Fault {
  const said = new Map<string, string>();
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => word(name));
  const word = (name: string): string => {
    const known = said.get(name);
    if (known !== undefined) return known;
    const list = words[name];
    if (list === undefined) throw new Error(`No words for {${name}}`);
    const chosen = fill(chance.pick(list));
    said.set(name, chosen);
    return chosen;
  };
  const { titles, why, fix } = chance.pick(kind.found);
  const at = chance.between(0, titles.length - 1);
  const [title = "", also = title] = [...titles.slice(at), ...titles.slice(0, at)].map(fill);
  return {
    title,
    also,
    ...(kind.at?.length === 0 ? {} : { place: word("at") }),
    why: fill(why),
    fix: fill(fix),
    ...(kind.item === undefined ? {} : { item: kind.item }),
  };
}
