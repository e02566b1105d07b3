import "../board/board.css";
import { useSuspenseQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useLayoutEffect, useRef } from "react";
import type { Board } from "../../api/board-types.ts";
import * as queries from "../../api/queries.ts";
import { useNarrow } from "../../ui/narrow.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { BoardDrawer } from "../board/BoardDrawer.tsx";
import { BoardMatrix } from "../board/BoardMatrix.tsx";
import { countLamps } from "../board/board-view.ts";
import { Lamp } from "../board/Lamp.tsx";
import { MeasureList } from "../board/MeasureList.tsx";
import { Objectives } from "../board/Objectives.tsx";
import { Timeline } from "../board/Timeline.tsx";
import { UnitDrawer } from "../board/UnitDrawer.tsx";
import { LinksDialog } from "../screen/LinksDialog.tsx";

const route = getRouteApi("/shell/board");

/** The campaign on one page: how every measure stands for every unit, and behind each lamp what it counts. */
export default function BoardPage() {
  const { words } = useWords();
  const search = route.useSearch();
  const navigate = useNavigate();
  const isNarrow = useNarrow();
  const { data: board } = useSuspenseQuery(queries.board(search.day));
  useTitle(words.board.title);
  const page = useScreenful();
  const close = () =>
    void navigate({ to: "/board", search: search.day === undefined ? {} : { day: search.day } });
  const isOpen = search.measure !== undefined || search.section !== undefined;
  const unit = isOpen ? undefined : board.units.find(({ id }) => id === search.unit);
  return (
    <div ref={page} className={isNarrow ? "stack" : "board"}>
      <Head board={board} />
      {board.units.length === 0 ? (
        <p className="paper">{words.board.noUnits}</p>
      ) : (
        <>
          <Objectives board={board} />
          {isNarrow ? <MeasureList board={board} /> : <BoardMatrix board={board} />}
        </>
      )}
      {isOpen && (
        <BoardDrawer
          key={`${search.measure} ${search.section}`}
          board={board}
          search={search}
          onClose={close}
        />
      )}
      {unit !== undefined && <UnitDrawer key={unit.id} board={board} unit={unit} onClose={close} />}
    </div>
  );
}

/** As high as what is left of the window, so that the page need not be scrolled. */
function useScreenful() {
  const page = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const fill = () => {
      const shown = page.current;
      const foot = document.querySelector("footer")?.getBoundingClientRect().height ?? 0;
      const top = (shown?.getBoundingClientRect().top ?? 0) + window.scrollY;
      shown?.style.setProperty("--board-height", `${Math.floor(window.innerHeight - top - foot - 12)}px`);
    };
    fill();
    window.addEventListener("resize", fill);
    return () => window.removeEventListener("resize", fill);
  }, []);
  return page;
}

function Head({ board }: { readonly board: Board }) {
  const { words } = useWords();
  const { day, today, to, closed, measures, sectors } = board;
  return (
    <div className="board-head">
      <h1>{words.board.title}</h1>
      <span className="soft">{day === today ? words.board.asOf(day) : words.board.past(day)}</span>
      {day !== today && (
        <Link to="/board" search={({ day: _, ...rest }) => rest}>
          {words.board.backToToday}
        </Link>
      )}
      {day !== today && <span className="soft">{words.board.pastHelp}</span>}
      {closed !== undefined && (
        <span>
          <strong>{words.board.closed(closed.on)}</strong>
          {words.colon}
          {words.board.closedHelp(to, closed.asOf)}
        </span>
      )}
      {closed === undefined && day > to && <span>{words.board.ended(to)}</span>}
      <ul className="board-legend">
        {countLamps(measures.map(({ lamp }) => lamp)).map(({ colour, count }) => (
          <li key={colour} title={words.board.lampMeaning[colour]}>
            <Lamp colour={colour} /> {count} <span className="soft">{words.board.lampMeaning[colour]}</span>
          </li>
        ))}
      </ul>
      <Timeline board={board} />
      <Link to="/screen" target="_blank" className="button-link">
        {words.screen.title}
      </Link>
      <LinksDialog />
      {sectors !== "all" && <span className="soft">{words.board.ownSectors}</span>}
    </div>
  );
}
