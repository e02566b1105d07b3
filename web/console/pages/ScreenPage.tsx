import "../screen/screen.css";
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { lampColours } from "../../../core/campaign/lamp.ts";
import { problemOf } from "../../api/problem.ts";
import * as queries from "../../api/queries.ts";
import { type ScreenView, screen } from "../../api/screen.ts";
import { useTitle, useWords } from "../../words/language.tsx";
import { Lamp } from "../board/Lamp.tsx";
import { useLiveScreen } from "../screen/live-screen.ts";
import { ScreenMap } from "../screen/ScreenMap.tsx";
import { ScreenTrend } from "../screen/ScreenTrend.tsx";

const route = getRouteApi("/screen");

/** The big screen (大屏): the figures of the board in 16:9, to be read from six metres, which renews itself. */
export default function ScreenPage() {
  const { words } = useWords();
  const { secret } = route.useLoaderData();
  const { data, error } = useQuery(screen(secret));
  const connected = useLiveScreen(secret);
  useTitle(words.screen.title);
  const isOver = problemOf(error).code === "screen-link-over";
  if (data === undefined || isOver) {
    const told = isOver ? words.screen.over : words.screen.offline;
    return (
      <main id="main" className="screen-blank" aria-busy={error === null}>
        <p role={error === null ? "status" : "alert"}>{error === null ? words.loading : told}</p>
      </main>
    );
  }
  return (
    <main id="main" className="screen">
      <Head view={data} connected={connected && error === null} />
      <Objectives view={data} />
      <section className="screen-part screen-middle" aria-label={words.screen.map("")}>
        <ShownTitle view={data} />
        {data.shown !== null && <ScreenMap shown={data.shown} secret={secret} />}
      </section>
      <RedMeasures view={data} />
      <Units view={data} />
      <section className="screen-part screen-foot">
        <TrendTitle view={data} />
        {data.shown !== null && <ScreenTrend shown={data.shown} />}
      </section>
    </main>
  );
}

interface PartProps {
  readonly view: ScreenView;
}

function Head({ view, connected }: PartProps & { readonly connected: boolean }) {
  const { words, say } = useWords();
  const { data: health } = useQuery(queries.health);
  const time = new Intl.DateTimeFormat("zh-CN", {
    timeZone: "Asia/Shanghai",
    dateStyle: "short",
    timeStyle: "short",
  }).format(new Date(view.at));
  return (
    <header className="screen-head">
      <h1>
        {say(view.place)} {words.screen.heading}
      </h1>
      <p>
        {health?.demonstration && <strong>{words.demonstration}</strong>}
        {connected ? (
          <span>{words.screen.asOf(time)}</span>
        ) : (
          <strong role="alert">{words.screen.offline}</strong>
        )}
      </p>
      <ul className="screen-lamps" aria-label={words.screen.lamps}>
        {lampColours.toReversed().map((colour) => (
          <li key={colour}>
            <Lamp colour={colour} /> <strong>{view.lamps[colour]}</strong>
          </li>
        ))}
      </ul>
    </header>
  );
}

function Objectives({ view }: PartProps) {
  const { words, say } = useWords();
  return (
    <section className="screen-part screen-left" aria-label={words.screen.objectives}>
      <ul className="screen-objectives">
        {view.objectives.map(({ id, title, lamp, figure }) => (
          <li key={id}>
            {lamp !== null && <Lamp colour={lamp} />}
            <span>
              {figure === undefined ? say(title) : say(figure.name)}
              {figure !== undefined && (
                <strong>
                  {figure.value === null
                    ? words.screen.nothing
                    : words.board.unitOf[figure.unit](figure.value)}
                </strong>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ShownTitle({ view }: PartProps) {
  const { words, say } = useWords();
  if (view.shown === null) return null;
  const { indicator, value } = view.shown;
  return (
    <h2>
      {say(indicator.name)}{" "}
      <strong>{value === null ? words.screen.nothing : words.board.unitOf[indicator.unit](value)}</strong>
    </h2>
  );
}

function TrendTitle({ view }: PartProps) {
  const { words, say } = useWords();
  return view.shown === null ? null : <h2>{words.screen.trend(say(view.shown.indicator.name))}</h2>;
}

// As many as stand there in the size that can be read from six metres.
const measuresInSight = 8;
const unitsInSight = 10;

function RedMeasures({ view: { red } }: PartProps) {
  const { words, say } = useWords();
  return (
    <section className="screen-part screen-right">
      <h2>{words.screen.red}</h2>
      {red.length === 0 && <p>{words.screen.noRed}</p>}
      <ol className="screen-rows">
        {red.slice(0, measuresInSight).map(({ number, title, units }) => (
          <li key={number}>
            <span>
              {number} {say(title)}
            </span>
            <strong>{words.screen.redUnits(units)}</strong>
          </li>
        ))}
      </ol>
      {red.length > measuresInSight && (
        <p className="screen-soft">{words.screen.more(red.length - measuresInSight)}</p>
      )}
    </section>
  );
}

function Units({ view: { units } }: PartProps) {
  const { words, say } = useWords();
  const worst = units.toSorted((one, other) => other.lamps.red - one.lamps.red).slice(0, unitsInSight);
  return (
    <section className="screen-part screen-units">
      <h2>{words.screen.units}</h2>
      <ol className="screen-rows screen-rows-two">
        {worst.map(({ id, shortName, lamps }) => (
          <li key={id}>
            <span>{say(shortName)}</span>
            <strong>{lamps.red}</strong>
          </li>
        ))}
      </ol>
      {units.length > unitsInSight && (
        <p className="screen-soft">{words.screen.more(units.length - unitsInSight)}</p>
      )}
    </section>
  );
}
