import { useQueries } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { isAbsent } from "../api/problem.ts";
import * as queries from "../api/queries.ts";
import { searchOfAddress } from "./list/address.ts";
import { scrollPlace } from "./scroll-place.ts";
import { useSession } from "./session.ts";
import { closed, opened, type Page, pageAt, readTabs, type Tab, tabKey, tended, writeTabs } from "./tabs.ts";

/** The open tabs, which of them is looked at, and the way to close one. */
export function useTabs() {
  const { person, post } = useSession();
  const [owner] = useState({ person: person.id, post: post.id });
  const [kept, setKept] = useState(() => readTabs(sessionStorage, owner));
  const [seen, setSeen] = useState<string>();
  const { page, current } = usePage();
  const read = useEntriesRead(page === undefined ? kept : [...kept, page]);
  const titled = page && withTitle(page, read);
  const news = JSON.stringify(titled);
  const isNews = titled !== undefined && news !== seen;
  const tabs = tended(isNews ? opened(kept, titled) : kept, read);
  // While the page is made, not after it: the bar must not push the page down once it is seen. What is closed stays closed.
  if (isNews) setSeen(news);
  if (JSON.stringify(tabs) !== JSON.stringify(kept)) setKept(tabs);
  useEffect(() => writeTabs(sessionStorage, owner, kept), [owner, kept]);
  const close = (tab: Tab) => setKept(closed(kept, tab));
  return { tabs, current: current && tabKey(current), close };
}

/** The page that is shown, and what of it a tab keeps once its address is the present one. */
function usePage(): { readonly page?: Page; readonly current?: Page } {
  const pathname = useRouterState({ select: ({ matches }) => matches.at(-1)?.pathname ?? "" });
  const location = useRouterState({ select: ({ location: one }) => one });
  const current = pageAt(pathname);
  if (current === undefined) return {};
  // On the way elsewhere the address is ahead of the page.
  if (location.pathname !== pathname) return { current };
  const { before } = location.state;
  const page = {
    ...current,
    search: searchOfAddress(location.search),
    place: scrollPlace(location),
    ...(before === undefined ? {} : { before }),
  };
  return { page, current };
}

/** An entry gets a tab only once it was read: by then it has a title, and is known to be in sight. */
function withTitle(page: Page, read: ReturnType<typeof useEntriesRead>): Page | undefined {
  if (page.entry === undefined) return page;
  const found = read(page);
  return found === undefined || found === "absent" ? undefined : { ...page, title: found.title };
}

/** What the pages have read of these entries. Nothing is fetched for a tab: reading an entry is the person's own doing. */
function useEntriesRead(pages: readonly Page[]) {
  const entries = new Map(
    pages.flatMap((page) => (page.entry === undefined ? [] : [[tabKey(page), { ...page, id: page.entry }]])),
  );
  const found = useQueries({
    queries: [...entries.values()].map(({ register, id }) => ({
      ...queries.entry(register, id),
      enabled: false,
    })),
  });
  const keys = [...entries.keys()];
  return (page: Page) => {
    const { data, error } = found[keys.indexOf(tabKey(page))] ?? {};
    return isAbsent(error) ? ("absent" as const) : data?.entry;
  };
}
