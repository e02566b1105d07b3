import { Link } from "@tanstack/react-router";
import type { EntryView, RegisterView } from "../../api/types.ts";
import { useWords } from "../../words/language.tsx";
import { DueMark, LevelMark, RestrictedMark, StateMark } from "../marks.tsx";
import { entryValueText, fieldNamed } from "../words-of.ts";
import { nextSort, sortsOf } from "./address.ts";

interface Entries {
  readonly register: RegisterView;
  readonly columns: readonly string[];
  readonly entries: readonly EntryView[];
}

/** Which rows are chosen, where any can be. */
export interface Choosing {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
}

interface Sorting {
  readonly search: Record<string, string>;
  readonly onAsk: (asked: Record<string, string>) => void;
}

/** The columns that the person wants, and after the title the step in which an entry stands. */
export function EntryTable({
  register,
  columns,
  entries,
  search,
  onAsk,
  choosing,
}: Entries & Sorting & { readonly choosing: Choosing | undefined }) {
  const { words, say } = useWords();
  return (
    <div className="table-frame">
      <table className="table">
        <caption className="visually-hidden">{words.list.caption(say(register.words))}</caption>
        <thead>
          <tr>
            {choosing && (
              <th scope="col" className="cell-chooser">
                <ChooseAll entries={entries} {...choosing} />
              </th>
            )}
            {columns.flatMap((name) => [
              <Heading key={name} register={register} name={name} search={search} onAsk={onAsk} />,
              ...(name === register.title
                ? [
                    <th key="state" scope="col">
                      {words.list.state}
                    </th>,
                  ]
                : []),
            ])}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.id}>
              {choosing && (
                <td className="cell-chooser">
                  <ChooseOne entry={entry} {...choosing} />
                </td>
              )}
              {columns.flatMap((name) => [
                <td key={name} className={`cell-${fieldNamed(register, name).kind}`}>
                  <Cell register={register} entry={entry} name={name} />
                </td>,
                ...(name === register.title
                  ? [
                      <td key="state" className="cell-state">
                        <StateMark register={register} state={entry.state} />
                      </td>,
                    ]
                  : []),
              ])}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ChooseAll({ entries, chosen, onChoose }: Choosing & Pick<Entries, "entries">) {
  const { words } = useWords();
  const all = entries.every(({ id }) => chosen.has(id));
  return (
    <input
      type="checkbox"
      aria-label={words.list.batch.all}
      checked={all}
      onChange={() => onChoose(new Set(all ? [] : entries.map(({ id }) => id)))}
    />
  );
}

function ChooseOne({ entry, chosen, onChoose }: Choosing & { readonly entry: EntryView }) {
  const { words } = useWords();
  const isChosen = chosen.has(entry.id);
  return (
    <input
      type="checkbox"
      aria-label={words.list.batch.one(entry.title)}
      checked={isChosen}
      onChange={() =>
        onChoose(new Set(isChosen ? [...chosen].filter((id) => id !== entry.id) : [...chosen, entry.id]))
      }
    />
  );
}

function Heading({
  register,
  name,
  search,
  onAsk,
}: Sorting & { readonly register: RegisterView; readonly name: string }) {
  const { say } = useWords();
  const text = say(fieldNamed(register, name).words);
  if (!sortsOf(register).includes(name)) return <th scope="col">{text}</th>;
  const sorted = search.sort === name ? "ascending" : search.sort === `-${name}` ? "descending" : "none";
  const arrow = { ascending: "↑", descending: "↓", none: "↕" }[sorted];
  return (
    <th scope="col" aria-sort={sorted}>
      <button
        type="button"
        className="sort"
        onClick={() => onAsk({ ...search, sort: nextSort(name, search.sort) })}
      >
        {text}
        <span aria-hidden="true">{arrow}</span>
      </button>
    </th>
  );
}

function Cell({
  register,
  entry,
  name,
}: {
  readonly register: RegisterView;
  readonly entry: EntryView;
  readonly name: string;
}) {
  const reader = useWords();
  if (name === "dueOn") return entry.due === null ? reader.words.none : <DueMark due={entry.due} />;
  const text = entryValueText(register, entry, name, reader);
  if (text === undefined) return reader.words.none;
  if (name === "level") return <LevelMark register={register} entry={entry} name={name} />;
  if (name !== "number" && name !== register.title) {
    return (
      <span className="cell-short" title={text}>
        {text}
      </span>
    );
  }
  if (name === "number")
    return (
      <EntryLink entry={entry} className="code">
        {text}
      </EntryLink>
    );
  return (
    <>
      <EntryLink entry={entry} className="cell-title">
        {text}
      </EntryLink>
      <RestrictedMark register={register} entry={entry} />
    </>
  );
}

function EntryLink({
  entry,
  className,
  children,
}: {
  readonly entry: EntryView;
  readonly className: string;
  readonly children: string;
}) {
  return (
    <Link
      className={className}
      to="/registers/$register/entries/$entry"
      params={{ register: entry.register, entry: entry.id }}
    >
      {children}
    </Link>
  );
}

/** The same rows on a phone, where a table would only be scrolled sideways. */
export function EntryCards({ register, columns, entries }: Entries) {
  return (
    <ul className="cards">
      {entries.map((entry) => (
        <li key={entry.id} className="card">
          <EntryLink entry={entry} className="card-title">
            {entry.title}
          </EntryLink>
          <div className="row">
            <LevelMark register={register} entry={entry} name="level" />
            <RestrictedMark register={register} entry={entry} />
            <StateMark register={register} state={entry.state} />
            {entry.due !== null && <DueMark due={entry.due} />}
          </div>
          <CardLines register={register} columns={columns} entry={entry} />
        </li>
      ))}
    </ul>
  );
}

// What the card shows above its lines, or in another form.
const shownApart = ["level", "dueOn"];

function CardLines({
  register,
  columns,
  entry,
}: {
  readonly register: RegisterView;
  readonly columns: readonly string[];
  readonly entry: EntryView;
}) {
  const reader = useWords();
  const names = columns.filter((name) => name !== register.title && !shownApart.includes(name));
  return (
    <dl className="card-lines">
      {names.map((name) => {
        const text = entryValueText(register, entry, name, reader);
        if (text === undefined) return null;
        return (
          <div key={name}>
            <dt>{reader.say(fieldNamed(register, name).words)}</dt>
            <dd className={name === "number" ? "code" : ""}>{text}</dd>
          </div>
        );
      })}
    </dl>
  );
}
