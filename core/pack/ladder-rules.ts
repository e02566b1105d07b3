import { type Ladder, rungWhos } from "../reminders/ladder.ts";
import type { Located } from "./pack-problem.ts";
import { endsEarly, overlap, repeated } from "./row-rules.ts";

/** Of one deadline there is one ladder, and nobody higher up hears of it before those beneath them. */
export function ladderRules(ladders: readonly Ladder[]): readonly Located[] {
  return ladders.flatMap((ladder, index): readonly Located[] => {
    const at = `/ladders/${index}`;
    const earlier = ladders.slice(0, index).filter(({ level }) => level === ladder.level);
    return [
      ...endsEarly(at, ladder.from, ladder.to),
      ...(earlier.some((other) => overlap(other, ladder))
        ? [
            {
              at: `${at}/from`,
              code: "versions-overlap" as const,
              ...(ladder.level ? { about: ladder.level } : {}),
            },
          ]
        : []),
      ...repeated(`${at}/rungs`, ladder.rungs, "after", ({ who, after }) => `${who} ${after}`),
      ...outOfOrder(at, ladder),
    ];
  });
}

function outOfOrder(at: string, { rungs }: Ladder): readonly Located[] {
  const first = (who: string) =>
    Math.min(...rungs.filter((rung) => rung.who === who).map(({ after }) => after));
  return rungs.flatMap(({ who, after }, index): readonly Located[] => {
    const beneath = rungWhos.slice(0, rungWhos.indexOf(who)).filter((one) => Number.isFinite(first(one)));
    return beneath.some((one) => after < first(one))
      ? [{ at: `${at}/rungs/${index}/after`, code: "rung-out-of-order", about: `${who} ${after}` }]
      : [];
  });
}
