import { dayInShanghai } from "../../core/calendar/day.ts";
import { type ImportedItem, type Library, libraryOf } from "../../core/pack/library.ts";
import type { Campaign } from "./campaign.ts";
import { readLists } from "./criteria-texts.ts";
import { inOrder, type Queryable } from "./database.ts";

interface Row {
  readonly standard: string;
  readonly item: string;
  readonly text: string;
  readonly source: string;
  readonly article: string | null;
  readonly sectors: readonly string[] | null;
  readonly at: Date;
}

/**
 * The criteria library as it is now: the pack's, and what was imported beside it. Read in the caller's transaction and kept nowhere:
 * another server on the same database may have imported a moment ago, and what a hazard cites must be there.
 */
export async function currentLibrary(tx: Queryable, campaign: Campaign): Promise<Library> {
  const [items, lists] = await inOrder([readItems(tx, campaign), readLists(tx)]);
  if (items.length === 0 && lists.length === 0) return campaign.library;
  const days = new Map(items.toReversed().map(({ standard, on }) => [standard, on]));
  // A list comes with its first items, so the day of the oldest of them is its own.
  const dated = lists.flatMap(({ list }) => {
    const on = days.get(list.code);
    return on === undefined ? [] : [{ ...list, on }];
  });
  return libraryOf(campaign.pack, { items, lists: dated });
}

/** The items that the pack does not have: number and sectors as they came first, the text that came last. */
async function readItems(tx: Queryable, { criteria }: Campaign): Promise<readonly ImportedItem[]> {
  const { rows } = await tx.query<Row>({
    name: "imported-criteria-items",
    text: `select t.standard, t.item, t.text, t.source, t.article, t.sectors, i.at
      from criteria_text t join criteria_import i on i.id = t.import
      where t.standard || '/' || t.item <> all($1::text[])
      order by i.at, i.id`,
    values: [[...criteria.keys()]],
  });
  return [...Map.groupBy(rows, ({ standard, item }) => `${standard}/${item}`).values()].flatMap((texts) => {
    const [first, last] = [texts[0], texts.at(-1)];
    if (first === undefined || last === undefined) return [];
    const { standard, item, text, source, article } = last;
    return [
      {
        standard,
        item,
        text,
        source,
        article: article ?? undefined,
        sectors: first.sectors ?? undefined,
        on: dayInShanghai(first.at),
      },
    ];
  });
}

/** The library if any of these items is none of the pack's: the usual ones need no query. */
export const libraryFor = async (
  tx: Queryable,
  campaign: Campaign,
  items: readonly string[],
): Promise<Library> =>
  items.every((id) => campaign.criteria.has(id)) ? campaign.library : currentLibrary(tx, campaign);
