import { dayInShanghai } from "../../core/calendar/day.ts";
import { type BroughtText, libraryWith } from "../../core/pack/imports.ts";
import type { Library } from "../../core/pack/library.ts";
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
  readonly withdrawn: Date | null;
}

/**
 * The criteria library as it is now: the pack's, and what was imported beside it. Read in the caller's transaction and kept nowhere:
 * another server on the same database may have imported a moment ago, and what a hazard cites must be there.
 */
export async function currentLibrary(tx: Queryable, campaign: Campaign): Promise<Library> {
  const [texts, found] = await inOrder([readTexts(tx, campaign), readLists(tx)]);
  if (texts.length === 0 && found.length === 0) return campaign.library;
  const lists = found.map(({ list, ...moments }) => ({ ...list, ...days(moments) }));
  return libraryWith(campaign.pack, { texts, lists });
}

const days = ({ at, withdrawn }: Pick<Row, "at" | "withdrawn">) => ({
  on: dayInShanghai(at),
  ...(withdrawn === null ? {} : { withdrawnOn: dayInShanghai(withdrawn) }),
});

/** The texts of items that the pack does not have, in the order of their coming. */
async function readTexts(tx: Queryable, { criteria }: Campaign): Promise<readonly BroughtText[]> {
  const { rows } = await tx.query<Row>({
    name: "imported-criteria-items",
    text: `select t.standard, t.item, t.text, t.source, t.article, t.sectors, i.at, w.at as withdrawn
      from criteria_text t join criteria_import i on i.id = t.import left join criteria_withdrawal w on w.import = t.import
      where t.standard || '/' || t.item <> all($1::text[])
      order by i.at, i.id`,
    values: [[...criteria.keys()]],
  });
  return rows.map(({ article, sectors, at, withdrawn, ...row }) => ({
    ...row,
    article: article ?? undefined,
    sectors: sectors ?? undefined,
    ...days({ at, withdrawn }),
  }));
}

const isOfPack = ({ library }: Campaign, standard: string): boolean =>
  library.standards.some(({ code }) => code === standard);

/** The library if any of these items and standards is none of the pack's: the usual ones need no query. */
export const libraryFor = async (
  tx: Queryable,
  campaign: Campaign,
  items: readonly string[],
  standards: readonly string[] = [],
): Promise<Library> =>
  items.every((id) => campaign.criteria.has(id)) && standards.every((code) => isOfPack(campaign, code))
    ? campaign.library
    : currentLibrary(tx, campaign);
