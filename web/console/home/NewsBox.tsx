import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useId } from "react";
import type { News, RegisterOnHome } from "../../api/home-types.ts";
import * as queries from "../../api/queries.ts";
import type { Notice } from "../../api/types.ts";
import { formatInstant } from "../../ui/format.ts";
import { Mark } from "../../ui/marks.tsx";
import { useWords } from "../../words/language.tsx";
import { noticeTone } from "../risk.ts";
import { EntryRows } from "./EntryRows.tsx";
import { FigureLink } from "./FigureLink.tsx";

interface NewsProps {
  readonly news: News;
  readonly registers: readonly RegisterOnHome[];
}

/** What came and what was done since the last sign-in, and the newest notices, or of whoever gets none the newest hazards. */
export function NewsBox({ news, registers }: NewsProps) {
  const { words } = useWords();
  const id = useId();
  const { since, signedInBefore, latest } = news;
  return (
    <section className="paper" aria-labelledby={id}>
      <header className="home-head">
        <h2 id={id}>{words.home.news}</h2>
        <p className="soft">{signedInBefore ? words.home.since(since) : words.home.sinceWeek(since)}</p>
      </header>
      <Changes news={news} registers={registers} />
      {latest.length > 0 ? (
        <div className="home-latest">
          <h3 className="home-part">{words.home.latest}</h3>
          <EntryRows entries={latest} registers={registers} />
        </div>
      ) : (
        <NewestNotices />
      )}
    </section>
  );
}

function Changes({ news, registers }: NewsProps) {
  const { words, say } = useWords();
  const names = [...new Set(news.figures.map(({ register }) => register))];
  return (
    <table className="ladder">
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{words.home.register}</span>
          </th>
          <th scope="col">{words.home.opened}</th>
          <th scope="col">{words.home.closed}</th>
        </tr>
      </thead>
      <tbody>
        {names.map((register) => {
          const named = say(registers.find(({ name }) => name === register)?.words ?? register);
          return (
            <tr key={register}>
              <th scope="row">{named}</th>
              {news.figures
                .filter((figure) => figure.register === register)
                .map((figure) => (
                  <td key={figure.name}>
                    <FigureLink
                      figure={figure}
                      title={`${named} ${figure.name === "opened" ? words.home.opened : words.home.closed}`}
                    />
                  </td>
                ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const noticesShown = 5;

function NewestNotices() {
  const { words } = useWords();
  const { data: list } = useQuery(queries.notices);
  if (list === undefined) return null;
  return (
    <>
      <h3 className="home-part">{words.home.notices}</h3>
      {list.notices.length === 0 && <p className="home-empty">{words.home.noNotices}</p>}
      <ul className="home-rows">
        {list.notices.slice(0, noticesShown).map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
    </>
  );
}

function NoticeRow({ notice }: { readonly notice: Notice }) {
  const { words, say } = useWords();
  const { register, entry, at, seen, kind } = notice;
  return (
    <li className="home-row">
      {register !== null && entry !== null && (
        <Link to="/registers/$register/entries/$entry" params={{ register, entry }}>
          {!seen && <span className="visually-hidden">{words.notices.fresh} </span>}
          {notice.title}
        </Link>
      )}
      <span className="row home-row-marks">
        {notice.by !== null && <span>{notice.by}</span>}
        <Mark tone={noticeTone(kind)}>{say(notice.words)}</Mark>
        <time className="soft" dateTime={at}>
          {formatInstant(at)}
        </time>
      </span>
    </li>
  );
}
