import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { lampColours } from "../../../core/campaign/lamp.ts";
import { screen } from "../../api/screen.ts";
import { useWords } from "../../words/language.tsx";
import { Lamp } from "../board/Lamp.tsx";

/** For whoever leads: the lamps and figures of the board and the big screen, each the way to what is behind it. */
export function KeyFigures() {
  const { words, say } = useWords();
  const { data } = useQuery(screen());
  if (data === undefined) return null;
  return (
    <section className="paper key-figures" aria-label={words.screen.key}>
      <h2>{words.screen.key}</h2>
      <Link to="/board" className="key-lamps">
        {lampColours.toReversed().map((colour) => (
          <span key={colour}>
            <Lamp colour={colour} /> {data.lamps[colour]}
          </span>
        ))}
      </Link>
      <ul>
        {data.objectives.map(({ id, title, lamp, figure }) => (
          <li key={id}>
            <Link to="/board" search={{ section: id }} className="key-figure">
              {lamp !== null && <Lamp colour={lamp} />}
              <span>{figure === undefined ? say(title) : say(figure.name)}</span>
              {figure !== undefined && (
                <strong>
                  {figure.value === null
                    ? words.screen.nothing
                    : words.board.unitOf[figure.unit](figure.value)}
                </strong>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
