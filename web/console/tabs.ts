import type { EntryView } from "../api/types.ts";

/** A page that stays at hand: a register's list with its filters, or an entry. */
export interface Tab {
  readonly register: string;
  /** Absent of a list. */
  readonly entry?: string | undefined;
  /** Of an entry; a list is called what its register is called. */
  readonly title?: string | undefined;
  readonly search: Readonly<Record<string, string>>;
  /** Under what the router remembers how far the page was scrolled. */
  readonly place?: string | undefined;
  /** Of a list: the places of the pages before this one. */
  readonly before?: readonly string[] | undefined;
  /** The higher, the more lately it was looked at. */
  readonly used: number;
}

/** A page as it is looked at now: what of it a tab keeps. */
export type Page = Pick<Tab, "register" | "entry"> & Partial<Tab>;

/** More of them nobody finds again, and a desk of 1440 pixels has no room for their names. */
const tabsMost = 10;

const tabPath = /^\/registers\/([^/]+)(?:\/entries\/([^/]+))?$/u;

/** The page that stays at hand under this address; undefined of forms, and of whatever the menu opens at once. */
export function pageAt(pathname: string): Page | undefined {
  const [, register, entry] = tabPath.exec(pathname) ?? [];
  return register === undefined ? undefined : { register, entry };
}

export const tabKey = ({ register, entry = "" }: Page): string => `${register}/${entry}`;

/** The tabs with this page among them, as the one looked at last. What was looked at longest ago makes room; the order stays. */
export function opened(tabs: readonly Tab[], page: Page): readonly Tab[] {
  const latest = Math.max(0, ...tabs.map(({ used }) => used));
  const known = tabs.find((tab) => tabKey(tab) === tabKey(page));
  if (known === undefined) return [...withRoom(tabs), { search: {}, ...page, used: latest + 1 }];
  const now: Tab = { ...known, ...page, used: known.used === latest ? latest : latest + 1 };
  return tabs.map((tab) => (tab === known ? now : tab));
}

function withRoom(tabs: readonly Tab[]): readonly Tab[] {
  if (tabs.length < tabsMost) return tabs;
  const [oldest] = [...tabs].sort((one, other) => one.used - other.used);
  return tabs.filter((tab) => tab !== oldest);
}

export function closed(tabs: readonly Tab[], page: Page): readonly Tab[] {
  return tabs.filter((tab) => tabKey(tab) !== tabKey(page));
}

/** Where somebody stands after this tab is closed: at the one after it, else at the one before it. */
export function neighbour(tabs: readonly Tab[], page: Page): Tab | undefined {
  const at = tabs.findIndex((tab) => tabKey(tab) === tabKey(page));
  return at === -1 ? undefined : (tabs[at + 1] ?? tabs[at - 1]);
}

/** The tabs as the entries read since then have them: under their present titles, and without those that are out of sight. */
export function tended(
  tabs: readonly Tab[],
  read: (tab: Tab) => Pick<EntryView, "title"> | "absent" | undefined,
): readonly Tab[] {
  return tabs.flatMap((tab) => {
    const found = read(tab);
    if (found === "absent") return [];
    return found === undefined || found.title === tab.title ? [tab] : [{ ...tab, title: found.title }];
  });
}

interface TabsOwner {
  readonly person: string;
  /** What one post may see, another may not. */
  readonly post: string;
}

type Shelf = Pick<Storage, "getItem" | "setItem">;

const placeOf = ({ person, post }: TabsOwner): string => ["zhiben.tabs", person, post].join("/");

/** Kept as drafts are: in this window, for this person and post. Office machines are shared, and titles tell. */
export function readTabs(shelf: Shelf, owner: TabsOwner): readonly Tab[] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(placeOf(owner)) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isTab).slice(-tabsMost) : [];
  } catch {
    return [];
  }
}

/** A full or forbidden storage loses only the tabs. */
export function writeTabs(shelf: Shelf, owner: TabsOwner, tabs: readonly Tab[]): void {
  try {
    shelf.setItem(placeOf(owner), JSON.stringify(tabs));
  } catch {
    return;
  }
}

function isTab(value: unknown): value is Tab {
  if (typeof value !== "object" || value === null) return false;
  const { register, entry, title, search, place, before, used }: Partial<Record<keyof Tab, unknown>> = value;
  const isText = (one: unknown) => typeof one === "string";
  return (
    isText(register) &&
    typeof used === "number" &&
    [entry, title, place].every((one) => one === undefined || isText(one)) &&
    (entry === undefined || title !== undefined) &&
    typeof search === "object" &&
    search !== null &&
    Object.values(search).every(isText) &&
    (before === undefined || (Array.isArray(before) && before.every(isText)))
  );
}
