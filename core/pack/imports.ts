import type { Day } from "../calendar/day.ts";
import { type Imported, type ImportedItem, type KeyCheckList, type Library, libraryOf } from "./library.ts";
import type { Pack } from "./pack.ts";

/** When an import came, and when it was withdrawn if it was. */
interface Counted {
  readonly on: Day;
  readonly withdrawnOn?: Day | undefined;
}

export type BroughtText = ImportedItem & Counted;
export type BroughtList = KeyCheckList & Counted;

/** All texts and lists that were ever imported, in the order of their coming. */
export interface Brought {
  readonly lists: readonly BroughtList[];
  readonly texts: readonly BroughtText[];
}

/** The library of a pack and of the imports that stand. Those that were withdrawn leave only their names behind. */
export function libraryWith(pack: Pick<Pack, "standards" | "topics" | "items">, brought: Brought): Library {
  const now = libraryOf(pack, importedBy(only(brought, stands)));
  if ([...brought.lists, ...brought.texts].every(stands)) return now;
  const ever = libraryOf(pack, importedBy(brought)).criteria;
  const days = new Map(brought.texts.map((text) => [`${text.standard}/${text.item}`, text.withdrawnOn]));
  const lists = new Map(brought.lists.map((list) => [list.code, list.withdrawnOn]));
  const withdrawn = [...ever].flatMap(([id, citable]) => {
    // An item goes with its list, though the import that added it there stands.
    const withdrawnOn = days.get(id) ?? lists.get(citable.standard.code);
    return now.criteria.has(id) || withdrawnOn === undefined
      ? []
      : [[id, { ...citable, withdrawnOn }] as const];
  });
  return {
    ...now,
    withdrawn: new Map(withdrawn),
    stoodOn: (on) => libraryOf(pack, importedBy(only(brought, (one) => stoodOn(one, on)))).criteria,
  };
}

const stands = ({ withdrawnOn }: Counted): boolean => withdrawnOn === undefined;

/** An import counts for the checks of the day after it came up to those of the day on which it was withdrawn. */
const stoodOn = ({ on: came, withdrawnOn = "9999-12-31" }: Counted, on: Day): boolean =>
  came < on && on <= withdrawnOn;

const only = ({ lists, texts }: Brought, counts: (one: Counted) => boolean): Brought => ({
  lists: lists.filter(counts),
  texts: texts.filter(counts),
});

/** What imports come to: a list as it came last, an item by its first number and sectors and its last text. */
function importedBy({ lists, texts }: Brought): Imported {
  const byItem = Map.groupBy(texts, ({ standard, item }) => `${standard}/${item}`);
  return {
    lists: [...new Map(lists.map((list) => [list.code, list])).values()],
    items: [...byItem.values()].flatMap((own) => {
      const [first, last] = [own[0], own.at(-1)];
      return first === undefined || last === undefined
        ? []
        : [{ ...last, sectors: first.sectors, on: first.on }];
    }),
  };
}
