import "../home/home.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Home, Ladder, RegisterOnHome } from "../../api/home-types.ts";
import * as queries from "../../api/queries.ts";
import { PlusIcon } from "../../ui/icons.tsx";
import { useTitle, useWords } from "../../words/language.tsx";
import { Call } from "../home/Call.tsx";
import { KeyFigures } from "../home/KeyFigures.tsx";
import { LadderTable } from "../home/LadderTable.tsx";
import { NewsBox } from "../home/NewsBox.tsx";
import { Watched } from "../home/Watched.tsx";
import { WorkLists } from "../home/WorkLists.tsx";
import { useSeesBoard, useSession } from "../session.ts";
import { SignInBefore } from "../sign-in/OwnSignIns.tsx";

/** What a person comes in to: their own work first, or, where they have none, how it stands where they answer for it. */
export default function HomePage() {
  const { words } = useWords();
  const { person, post, demonstration } = useSession();
  const { data: home } = useSuspenseQuery(queries.home);
  const { registers } = home;
  const seesBoard = useSeesBoard();
  useTitle(words.shell.home);
  return (
    <div className="stack">
      <div className="page-head">
        <h1>{words.home.hello(person.name)}</h1>
        {seesBoard && (
          <Link to="/board" className="button-link">
            {words.board.title}
          </Link>
        )}
        {home.call === null && <OpeningLinks registers={registers} />}
      </div>
      {post.role === "leader" && <KeyFigures />}
      {!demonstration && <SignInBefore />}
      <PostPurpose role={post.role} />
      {home.call !== null && (
        <>
          <Call entry={home.call} />
          <OpeningLinks registers={registers} />
        </>
      )}
      {home.news === null ? <Watched figures={home.watched} /> : <Parts home={home} registers={registers} />}
    </div>
  );
}

interface PartsProps {
  readonly home: Home;
  readonly registers: readonly RegisterOnHome[];
}

function Parts({ home, registers }: PartsProps) {
  const { lists, ladders, watched, news } = home;
  const hasWork = lists.some(({ name }) => name === "todo");
  const ladderOf = (of: Ladder["of"]) =>
    ladders
      .filter((ladder) => ladder.of === of)
      .map((ladder) => <LadderTable key={of} ladder={ladder} registers={registers} />);
  // Whoever answers for more than their own work sees it beneath their work, in the wide column.
  const answersForMore = ladders.some(({ of }) => of === "scope");
  const work = <WorkLists lists={lists} registers={registers} />;
  return (
    <div className="home-parts">
      <div className="stack">
        {hasWork && work}
        {answersForMore && <Watched figures={watched} />}
        {ladderOf("scope")}
        {!hasWork && work}
      </div>
      <div className="stack">
        {ladderOf("mine")}
        {!answersForMore && <Watched figures={watched} />}
        {news !== null && <NewsBox news={news} registers={registers} />}
      </div>
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

/** The opening acts that are open to this person: what a day's work starts with. */
function OpeningLinks({ registers }: { readonly registers: readonly RegisterOnHome[] }) {
  const { say } = useWords();
  const open = registers.flatMap((register) =>
    register.opening
      .filter(({ refusal }) => refusal === undefined)
      .map((act) => ({ register: register.name, act })),
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
