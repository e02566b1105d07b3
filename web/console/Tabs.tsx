import "./tabs.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type KeyboardEvent, useRef } from "react";
import * as queries from "../api/queries.ts";
import { CloseIcon, RegisterIcon } from "../ui/icons.tsx";
import { useWords } from "../words/language.tsx";
import { neighbour, type Tab, tabKey } from "./tabs.ts";
import { useTabs } from "./use-tabs.ts";

/**
 * The lists and entries that this person has open, each a link back to where it was left. They are links and no ARIA tabs: each
 * is a page with an address of its own.
 */
export function Tabs() {
  const { words } = useWords();
  const { tabs, current, close } = useTabs();
  const bar = useRef<HTMLElement>(null);
  const navigate = useNavigate();
  const leave = (tab: Tab) => {
    const next = neighbour(tabs, tab);
    close(tab);
    // The keyboard stays in the bar: what had it is gone.
    const home = document.getElementById("main");
    const links = [...(bar.current?.querySelectorAll("a") ?? [])];
    (next === undefined ? home : links[tabs.indexOf(next)])?.focus();
    if (tabKey(tab) !== current) return;
    void navigate(next === undefined ? { to: "/" } : wayTo(next));
  };
  if (tabs.length === 0) return null;
  return (
    <nav ref={bar} className="tabs" aria-label={words.tabs.title}>
      <ul>
        {tabs.map((tab) => (
          <OneTab
            key={tabKey(tab)}
            tab={tab}
            isCurrent={tabKey(tab) === current}
            onClose={() => leave(tab)}
          />
        ))}
      </ul>
    </nav>
  );
}

interface OneTabProps {
  readonly tab: Tab;
  readonly isCurrent: boolean;
  readonly onClose: () => void;
}

function OneTab({ tab, isCurrent, onClose }: OneTabProps) {
  const { words } = useWords();
  const title = useTabTitle(tab);
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key === "Delete") onClose();
  };
  return (
    <li className={isCurrent ? "tab tab-current" : "tab"}>
      <Link
        {...wayTo(tab)}
        className="tab-link"
        title={title}
        aria-current={isCurrent ? "page" : undefined}
        aria-keyshortcuts="Delete"
        onKeyDown={closeByKey}
      >
        {tab.entry === undefined && <RegisterIcon />}
        <span className="tab-title">{title}</span>
      </Link>
      <button type="button" className="tab-close" aria-label={words.tabs.close(title)} onClick={onClose}>
        <CloseIcon />
      </button>
    </li>
  );
}

function useTabTitle({ register, title }: Tab): string {
  const { say } = useWords();
  const { data: registers } = useSuspenseQuery(queries.registers);
  return title ?? say(registers.find(({ name }) => name === register)?.words ?? register);
}

/** Back to the page as it was left: its filters, its place in the list, and how far it was scrolled. */
function wayTo({ register, entry, search, place, before }: Tab) {
  const state = {
    ...(place === undefined ? {} : { place }),
    ...(before === undefined ? {} : { before }),
  };
  return entry === undefined
    ? ({ to: "/registers/$register", params: { register }, search, state } as const)
    : ({ to: "/registers/$register/entries/$entry", params: { register, entry }, state } as const);
}
