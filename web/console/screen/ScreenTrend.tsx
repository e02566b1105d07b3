import type { ScreenView } from "../../api/screen.ts";
import { useWords } from "../../words/language.tsx";

const [width, height, foot, head] = [600, 160, 34, 34];

/** The last months as bars with their figures. */
export function ScreenTrend({
  shown: { indicator, months },
}: {
  readonly shown: NonNullable<ScreenView["shown"]>;
}) {
  const { words, say } = useWords();
  const most = Math.max(1, ...months.map(({ value }) => value ?? 0));
  const step = width / Math.max(1, months.length);
  const tall = height - foot - head;
  const told = months
    .map(({ month, value }) => `${month} ${value ?? words.screen.nothing}`)
    .join(words.comma);
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      className="screen-trend"
      role="img"
      aria-label={`${words.screen.trend(say(indicator.name))}${words.colon}${told}`}
    >
      {months.map(({ month, value }, at) => {
        const size = ((value ?? 0) / most) * tall;
        const middle = step * (at + 0.5);
        return (
          <g key={month}>
            <rect
              x={middle - step * 0.3}
              y={head + tall - size}
              width={step * 0.6}
              height={Math.max(size, 1)}
            />
            <text x={middle} y={head + tall - size - 6} textAnchor="middle">
              {value ?? words.screen.nothing}
            </text>
            <text x={middle} y={height - 6} textAnchor="middle" className="screen-soft">
              {Number(month.slice(5, 7))}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
