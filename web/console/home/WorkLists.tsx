import { Link } from "@tanstack/react-router";
import { type KeyboardEvent, useId, useRef, useState } from "react";
import type { RegisterOnHome, WorkList } from "../../api/home-types.ts";
import { useWords } from "../../words/language.tsx";
import { EntryRows } from "./EntryRows.tsx";

interface WorkListsProps {
  readonly lists: readonly WorkList[];
  readonly registers: readonly RegisterOnHome[];
}

/** What a person has to do, has done, opened and been told: a tab each with its number, and the first rows of the one that is open. */
export function WorkLists({ lists, registers }: WorkListsProps) {
  const { words } = useWords();
  const [chosen, setChosen] = useState<string>();
  const [id, bar] = [useId(), useRef<HTMLDivElement>(null)];
  const open = lists.find(({ name }) => name === chosen) ?? lists[0];
  if (open === undefined) return null;
  const step = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    const next = lists[(lists.indexOf(open) + by + lists.length) % lists.length];
    if (next === undefined) return;
    setChosen(next.name);
    bar.current?.querySelector<HTMLElement>(`#${CSS.escape(id + next.name)}`)?.focus();
  };
  return (
    <section className="paper" aria-label={words.home.work}>
      <div ref={bar} className="home-tabs" role="tablist" aria-label={words.home.work} onKeyDown={step}>
        {lists.map(({ name, total }) => (
          <button
            key={name}
            id={id + name}
            type="button"
            role="tab"
            className="home-tab"
            aria-selected={name === open.name}
            aria-controls={`${id}-panel`}
            tabIndex={name === open.name ? 0 : -1}
            onClick={() => setChosen(name)}
          >
            {words.home.lists[name]} <span className="home-badge">{total}</span>
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={id + open.name}>
        <Panel list={open} registers={registers} />
      </div>
    </section>
  );
}

function Panel({
  list,
  registers,
}: {
  readonly list: WorkList;
  readonly registers: readonly RegisterOnHome[];
}) {
  const { words } = useWords();
  const { name, figures, entries } = list;
  return (
    <>
      <div className="home-panel-head">
        <p className="soft">{words.home.listsWhy[name]}</p>
        <ListLinks figures={figures} registers={registers} />
      </div>
      {entries.length === 0 ? (
        <p className="home-empty">{words.home.listsEmpty[name]}</p>
      ) : (
        <EntryRows entries={entries} registers={registers} />
      )}
    </>
  );
}

/** One way to the whole list for each register that has any of it. */
function ListLinks({
  figures,
  registers,
}: Pick<WorkList, "figures"> & { readonly registers: readonly RegisterOnHome[] }) {
  const { words, say } = useWords();
  return (
    <p className="row">
      {figures
        .filter(({ total }) => total > 0)
        .map(({ register, filters, total }) => {
          const named = say(registers.find(({ name }) => name === register)?.words ?? register);
          return (
            <Link key={register} to="/registers/$register" params={{ register }} search={filters}>
              {words.home.more(named, total)}
            </Link>
          );
        })}
    </p>
  );
}
