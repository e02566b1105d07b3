import "./home.css";
import { useSuspenseQueries, useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { isRole, roles } from "../../../core/scope/roles.ts";
import * as queries from "../../api/queries.ts";
import type { EntryView, Home, HomeCard, RegisterView } from "../../api/types.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { DueMark, StateMark } from "../marks.tsx";
import { useSession } from "../session.ts";
import { actNamed } from "../words-of.ts";

/** The card of the home page and the list that it opens; its total is the total of that list. */
const cards = {
  todo: { todo: "mine", sort: "dueOn" },
  soon: { todo: "mine", due: "soon", sort: "dueOn" },
  overdue: { todo: "mine", due: "overdue", sort: "dueOn" },
} as const satisfies Readonly<Record<keyof Home, Record<string, string>>>;

export default function HomePage() {
  const { words } = useWords();
  const { person, post } = useSession();
  const { data: home } = useSuspenseQuery(queries.home);
  const registers = useRegistersOf(home);
  useTitle(words.shell.home);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.home.hello(person.name)}</h1>
        <OpeningLinks registers={registers} />
      </div>
      <PostPurpose role={post.role} />
      {seesEntries(post.role) && <HomeCards home={home} registers={registers} />}
    </div>
  );
}

/** What a post is for whose holders have nothing to do in the registers: an empty page would not say so. */
function PostPurpose({ role }: { readonly role: string }) {
  const { words } = useWords();
  const purposes: Readonly<Record<string, string>> = words.home.purposes;
  const purpose = purposes[role];
  return purpose === undefined ? null : <p className="paper home-purpose">{purpose}</p>;
}

const seesEntries = (role: string): boolean => !isRole(role) || roles[role].sees !== "nothing";

function HomeCards({
  home,
  registers,
}: {
  readonly home: Home;
  readonly registers: readonly RegisterView[];
}) {
  const { words } = useWords();
  const { todo, todoWhy, soon, soonWhy, overdue, overdueWhy, emptyTodo, emptySoon, emptyOverdue } =
    words.home;
  return (
    <div className="home-cards">
      <Card name="todo" title={todo} why={todoWhy} empty={emptyTodo} card={home.todo} registers={registers} />
      <div className="stack">
        <Card
          name="overdue"
          title={overdue}
          why={overdueWhy}
          empty={emptyOverdue}
          card={home.overdue}
          registers={registers}
        />
        <Card
          name="soon"
          title={soon}
          why={soonWhy}
          empty={emptySoon}
          card={home.soon}
          registers={registers}
        />
      </div>
    </div>
  );
}

/** The registers in which work can wait for somebody, described. */
function useRegistersOf(home: Home): readonly RegisterView[] {
  const described = useSuspenseQueries({
    queries: home.todo.registers.map(({ register }) => queries.register(register)),
  });
  return described.map(({ data }) => data);
}

/** The opening acts that are open to this person: what a day's work starts with. */
function OpeningLinks({ registers }: { readonly registers: readonly RegisterView[] }) {
  const { say } = useWords();
  const open = registers.flatMap((register) =>
    register.opening
      .filter(({ refusal }) => refusal === undefined)
      .map(({ name }) => ({ register: register.name, act: actNamed(register, name) })),
  );
  if (open.length === 0) return null;
  return (
    <div className="row opening-links">
      {open.map(({ register, act }) => (
        <Link
          key={`${register}/${act.name}`}
          className="main-link"
          to="/registers/$register/new/$act"
          params={{ register, act: act.name }}
        >
          <PlusIcon />
          {say(act.words)}
        </Link>
      ))}
    </div>
  );
}

interface CardProps {
  readonly name: keyof Home;
  readonly title: string;
  readonly why: string;
  readonly empty: string;
  readonly card: HomeCard;
  readonly registers: readonly RegisterView[];
}

function Card({ name, title, why, empty, card, registers }: CardProps) {
  const id = useId();
  return (
    <section className="paper home-card" aria-labelledby={id}>
      <header className="home-card-head">
        <div>
          <h2 id={id}>{title}</h2>
          <p className="soft">{why}</p>
        </div>
        <Totals name={name} title={title} card={card} registers={registers} />
      </header>
      {card.entries.length === 0 ? (
        <p className="home-empty">{empty}</p>
      ) : (
        <ul className="home-rows">
          {card.entries.map((entry) => (
            <HomeRow
              key={entry.id}
              entry={entry}
              register={registers.find((known) => known.name === entry.register)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

/** One total for each register, since each opens a list of its own; with one register it is the card's. */
function Totals({ name, title, card, registers }: Omit<CardProps, "why" | "empty">) {
  const { words, say } = useWords();
  const named = card.registers.length > 1;
  const wordsOf = (register: string) =>
    say(registers.find((known) => known.name === register)?.words ?? register);
  return (
    <div className="row">
      {card.registers.map(({ register, total }) => (
        <Link
          key={register}
          className={`home-total home-total-${total === 0 ? "none" : name}`}
          to="/registers/$register"
          params={{ register }}
          search={cards[name]}
          aria-label={words.home.openList(named ? `${title} ${wordsOf(register)}` : title, total)}
        >
          {named && <small>{wordsOf(register)}</small>} {total}
        </Link>
      ))}
    </div>
  );
}

function HomeRow({
  entry,
  register,
}: {
  readonly entry: EntryView;
  readonly register: RegisterView | undefined;
}) {
  return (
    <li className="home-row">
      <Link
        className="home-row-title"
        to="/registers/$register/entries/$entry"
        params={{ register: entry.register, entry: entry.id }}
      >
        {entry.title}
      </Link>
      <span className="soft code">{entry.number}</span>
      <span className="row home-row-marks">
        {register !== undefined && <StateMark register={register} state={entry.state} />}
        {entry.due !== null && <DueMark due={entry.due} />}
      </span>
    </li>
  );
}
