import { useQuery } from "@tanstack/react-query";
import { type ScreenView, screenOutlines } from "../../api/screen.ts";
import { useWords } from "../../words/language.tsx";
import { shadeOf } from "../map/shades.ts";
import { shapesOf } from "./outline-shapes.ts";

const [width, height] = [400, 560];

interface MapProps {
  readonly shown: NonNullable<ScreenView["shown"]>;
  readonly secret: string | undefined;
}

/** The regions with their figures; where there are no outlines of them, as townships have none, in rows. */
export function ScreenMap({ shown: { indicator, regions }, secret }: MapProps) {
  const { words, say } = useWords();
  const { data: outlines = [] } = useQuery(screenOutlines(secret));
  const drawn = outlines.filter(({ region }) => regions.some(({ code }) => code === region));
  const shapes = shapesOf(drawn, width, height);
  const shownValue = (value: number | null) =>
    value === null ? words.screen.nothing : words.board.unitOf[indicator.unit](value);
  const most = Math.max(0, ...regions.map(({ value }) => value ?? 0));
  if (shapes.length === 0)
    return (
      <ul className="screen-rows">
        {regions
          .toSorted((one, other) => (other.value ?? 0) - (one.value ?? 0))
          .slice(0, rowsInSight)
          .map(({ code, name, value }) => (
            <li key={code}>
              <span>{say(name)}</span>
              <strong>{shownValue(value)}</strong>
            </li>
          ))}
      </ul>
    );
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="screen-map"
      role="img"
      aria-label={words.screen.map(say(indicator.name))}
    >
      {shapes.map(({ region, path }) => {
        const shade = shadeOf(regions.find(({ code }) => code === region)?.value, most);
        return <path key={region} d={path} className={`screen-outline screen-shade-${shade ?? "none"}`} />;
      })}
      {shapes.map(({ region, middle: [x, y] }) => {
        const own = regions.find(({ code }) => code === region);
        if (own === undefined) return null;
        return (
          <text key={region} x={x} y={y} textAnchor="middle">
            <tspan x={x}>{shortName(say(own.name))}</tspan>
            <tspan x={x} dy="1.3em" className="screen-map-value">
              {shownValue(own.value)}
            </tspan>
          </text>
        );
      })}
    </svg>
  );
}

const rowsInSight = 8;
const longNameCharacters = 5;

/** As much of a long name as fits into its shape; the whole stands in the tables of the map. */
const shortName = (name: string): string =>
  name.length > longNameCharacters + 2 ? `${name.slice(0, 2)}` : name;
