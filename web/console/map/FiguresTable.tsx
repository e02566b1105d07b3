import type { PlacedFigures } from "../../api/map.ts";
import type { RegionView } from "../../api/types.ts";
import { Button } from "../../ui/controls/Button.tsx";
import { useWords } from "../../words/language.tsx";
import { ListLink } from "../board/FigureOfBoard.tsx";
import { regionLevelOf } from "./places.ts";

interface FiguresProps {
  readonly name: string;
  readonly base: string;
  readonly regions: readonly RegionView[];
  readonly figures: PlacedFigures;
  readonly onRegion: (region: string) => void;
}

/** The figures that colour the map, as a table: each opens the list that it counts, and each place leads one level down. */
export function FiguresTable({ name, base, regions, figures, onRegion }: FiguresProps) {
  const { words } = useWords();
  const { map, board } = words;
  const level = regionLevelOf(base);
  const elsewhere = figures.rows.filter(({ at }) => !regions.some(({ code }) => code === at[level]));
  const shown = (value: number | null) =>
    value === null ? board.nothing : board.unitOf[figures.unit](value);
  return (
    <section className="paper map-paper" aria-label={map.figures(name)}>
      <h2>{map.figures(name)}</h2>
      <p className="soft map-note">{map.period(figures.from, figures.to)}</p>
      <table className="map-figures">
        <thead>
          <tr>
            <th scope="col">{map.place}</th>
            <th scope="col">{map.value}</th>
          </tr>
        </thead>
        <tbody>
          {regions.map((region) => (
            <RegionRow
              key={region.code}
              region={region}
              row={figures.rows.find(({ at }) => at[level] === region.code)}
              shown={shown}
              empty={emptyOf(figures)}
              isBase={region.code === base}
              onRegion={onRegion}
            />
          ))}
          {elsewhere.map(({ at, value, opens }) => (
            <tr key={at[level]}>
              <th scope="row">{map.nowhereLower}</th>
              <td>
                <ListLink
                  opens={opens}
                  text={shown(value)}
                  name={board.opensList(`${map.nowhereLower} ${shown(value)}`)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {level === "township" && <p className="soft map-note">{map.townships}</p>}
    </section>
  );
}

interface RowProps extends Pick<FiguresProps, "onRegion"> {
  readonly region: RegionView;
  readonly row: PlacedFigures["rows"][number] | undefined;
  readonly shown: (value: number | null) => string;
  /** What stands where nothing was counted. */
  readonly empty: number | null;
  readonly isBase: boolean;
}

function RegionRow({ region: { code, name }, row, shown, empty, isBase, onRegion }: RowProps) {
  const { words, say } = useWords();
  const { map, board } = words;
  const value = shown(row === undefined ? empty : row.value);
  return (
    <tr>
      <th scope="row">
        {isBase ? (
          say(name)
        ) : (
          <Button look="text" aria-label={map.into(say(name))} onClick={() => onRegion(code)}>
            {say(name)}
          </Button>
        )}
      </th>
      <td>
        {row === undefined ? (
          value
        ) : (
          <ListLink opens={row.opens} text={value} name={board.opensList(`${say(name)} ${value}`)} />
        )}
      </td>
    </tr>
  );
}

/** A count of nothing is none, and a share of nothing is no share. */
export const emptyOf = ({ unit }: PlacedFigures): number | null =>
  unit === "item" || unit === "yuan" ? 0 : null;
