import { addDays, type Day } from "../calendar/day.ts";
import { isInForce, loadedItems, sectorsOf } from "./criteria.ts";
import type { CriteriaItem, CriteriaStandard, CriteriaTopic, Pack } from "./pack.ts";

/** An item as the library has it: the pack's own, or one that somebody imported. */
export interface LibraryItem extends CriteriaItem {
  /** Day of the import that brought it; absent for the pack's own. */
  readonly importedOn?: Day;
}

/** A standard as the library has it: the pack's own, or a list of key check items that somebody imported. */
export interface LibraryStandard extends CriteriaStandard {
  readonly importedOn?: Day;
  /** Day on which an imported list was issued. */
  readonly issued?: Day;
}

/** Days on which a sector has criteria of its own; without `to` they have not ended. */
export interface JudgedSpan {
  readonly sector: string;
  readonly from: Day;
  readonly to?: Day | undefined;
}

/** What a hazard can cite. */
export interface Citable {
  readonly item: LibraryItem;
  readonly standard: LibraryStandard;
  /** Of a key check item: when which sectors have criteria, which go before it. */
  readonly standsBehind?: readonly JudgedSpan[];
}

/** The criteria library of an installation: what the pack holds, and what was imported beside it. */
export interface Library {
  readonly standards: readonly LibraryStandard[];
  readonly topics: Pack["topics"];
  readonly items: readonly LibraryItem[];
  /** `GM/3-2` → what it is. */
  readonly criteria: ReadonlyMap<string, Citable>;
  /** Items whose imports were withdrawn: none of the library, but what cited or answered them before still names them. */
  readonly withdrawn: ReadonlyMap<string, WithdrawnItem>;
  /** What could be cited as imports stood on an earlier day; absent where none was withdrawn. */
  readonly stoodOn?: (on: Day) => Library["criteria"];
}

/** An item that somebody imported by mistake. */
export interface WithdrawnItem extends Citable {
  readonly withdrawnOn: Day;
}

/** A list of key check items (重点检查事项) that somebody imported for sectors without criteria. */
export interface KeyCheckList {
  readonly code: string;
  readonly name: string;
  readonly document?: string | undefined;
  readonly issuer: string;
  readonly issued: Day;
  /** First day in force. */
  readonly from: Day;
  readonly sectors: readonly string[];
  /** Code of the imported list that ends on its eve. */
  readonly replaces?: string | undefined;
}

/** An item that somebody imported and the pack does not have. */
export interface ImportedItem {
  readonly standard: string;
  readonly item: string;
  /** As it is cited; its number where nobody said otherwise. */
  readonly article?: string | undefined;
  /** The official text that came last. */
  readonly text: string;
  readonly source: string;
  /** Sectors to which it applies; absent means all of its standard. */
  readonly sectors?: readonly string[] | undefined;
  /** Day of its first import. */
  readonly on: Day;
}

/** What was imported beside the pack. */
export interface Imported {
  readonly lists: readonly (KeyCheckList & { readonly on: Day })[];
  readonly items: readonly ImportedItem[];
}

type Content = Pick<Pack, "standards" | "topics" | "items">;

/** The library of a pack and of what was imported. Where the pack has an item by now, an imported one is its official text only. */
export function libraryOf(pack: Content, imported: Imported = { lists: [], items: [] }): Library {
  const registered = new Set(pack.standards.map(({ code }) => code));
  const lists = imported.lists.filter(({ code }) => !registered.has(code));
  const standards = [...pack.standards, ...lists.map((list) => standardOf(list, lists))];
  const byCode = new Map(standards.map((standard) => [standard.code, standard]));
  const own = new Set(pack.items.map(({ standard, item }) => `${standard}/${item}`));
  const brought = imported.items.filter(
    ({ standard, item }) => byCode.has(standard) && !own.has(`${standard}/${item}`),
  );
  const items = [...pack.items, ...brought.toSorted(byNumber).map(itemOf)];
  const spans = judgedSpans(standards);
  const criteria = items.flatMap((item) => {
    const standard = byCode.get(item.standard);
    if (standard === undefined) return [];
    const behind = standard.kind === "keyCheckItems" ? { standsBehind: spans } : {};
    return [[`${item.standard}/${item.item}`, { item, standard, ...behind }] as const];
  });
  return { standards, topics: pack.topics, items, criteria: new Map(criteria), withdrawn: new Map() };
}

/** Whether an item's number is one under a topic: 5.1.2 or 5.1-2 under 5.1. */
export const isUnder = (item: string, { topic }: Pick<CriteriaTopic, "topic">): boolean =>
  [".", "-"].some((sign) => item.startsWith(`${topic}${sign}`));

/** The topics of which items are missing: one whose items were all imported is known by more than its heading. */
export function openTopics({ topics, items }: Pick<Library, "topics" | "items">): readonly CriteriaTopic[] {
  return topics.filter((topic) => {
    const own = items.filter(({ standard, item }) => standard === topic.standard && isUnder(item, topic));
    return topic.officialItems === null || own.length < topic.officialItems;
  });
}

// What is brought is in Chinese, as it was published: nobody here translates an official text.
const asPublished = (text: string) => ({ zh: text, en: text });

function standardOf(list: Imported["lists"][number], lists: Imported["lists"]): LibraryStandard {
  const { code, name, document = null, issuer, issued, from, sectors, replaces, on } = list;
  const next = lists.find((other) => other.replaces === code);
  return {
    code,
    kind: "keyCheckItems",
    name: asPublished(name),
    document,
    issuer: asPublished(issuer),
    nature: null,
    from,
    ...(next === undefined ? {} : { to: addDays(next.from, -1) }),
    ...(replaces === undefined ? {} : { replaces }),
    officialItems: null,
    sectors,
    source: document === null ? issuer : `${issuer} ${document}`,
    toBeConfirmed: false,
    issued,
    importedOn: on,
  };
}

function itemOf({ standard, item, article = item, text, source, sectors, on }: ImportedItem): LibraryItem {
  return {
    standard,
    item,
    article,
    text: asPublished(text),
    source,
    toBeConfirmed: false,
    ...(sectors === undefined ? {} : { sectors }),
    importedOn: on,
  };
}

const byStandardAndNumber = new Intl.Collator("en", { numeric: true });
const byNumber = (one: ImportedItem, other: ImportedItem): number =>
  byStandardAndNumber.compare(`${one.standard}/${one.item}`, `${other.standard}/${other.item}`);

/** When which sectors have criteria: those whose first day nobody has confirmed judge nothing. */
function judgedSpans(standards: readonly CriteriaStandard[]): readonly JudgedSpan[] {
  return standards.flatMap(({ kind, from, to, sectors }) =>
    kind === "criteria" && from !== null ? sectors.map((sector) => ({ sector, from, to })) : [],
  );
}

/** Whether a sector has criteria of its own on a day. */
export const isJudged = (spans: readonly JudgedSpan[], sector: unknown, on: Day): boolean =>
  spans.some((span) => span.sector === sector && isInForce(span, on));

/**
 * Whether the library holds every item of every standard by which these sectors are judged on a day. Of a standard whose number of
 * items nobody has said it is not known, and so not so.
 */
export function holdsAll({ standards, items }: Library, sectors: readonly string[], on: Day): boolean {
  const judging = standards.filter(
    (standard) =>
      standard.kind === "criteria" &&
      isInForce(standard, on) &&
      standard.sectors.some((sector) => sectors.includes(sector)),
  );
  return judging.every(({ code, officialItems }) => {
    const own = items.filter(({ standard }) => standard === code);
    return officialItems !== null && loadedItems(own) >= officialItems;
  });
}

/**
 * Whether an item is asked on a day in one of these sectors. A key check item is asked only where the sector has no criteria in
 * force; an imported item from the day after its import, so that a check that was answered before stays whole.
 */
export function isAsked({ item, standard, standsBehind }: Citable, sectors: readonly string[], on: Day) {
  if (!isInForce(standard, on)) return false;
  if (item.importedOn !== undefined && on <= item.importedOn) return false;
  const own = sectorsOf(item, standard).filter((sector) => sectors.includes(sector));
  return standsBehind === undefined
    ? own.length > 0
    : own.some((sector) => !isJudged(standsBehind, sector, on));
}
