import { addDays, type Day } from "../calendar/day.ts";
import type { Pack } from "../pack/pack.ts";
import type { FinalLamp, TargetVerdict } from "../register/verdicts.ts";
import type { BoardQuestion, TargetOnBoard } from "./board.ts";
import type { BoardUnit } from "./board-units.ts";
import type { Figure } from "./indicator.ts";
import { targetsOf } from "./plan-targets.ts";

/**
 * As of which day a board of `day` judges: once the campaign's last day is over, of it and of every later day the day after it, on
 * which nothing is on its way any more. Whether it is over is told beside, for then a closing may keep what came of it.
 */
export function judgedAsOf(
  { to }: Pack["plan"],
  day: Day,
  today: Day,
): { readonly day: Day; readonly isOver: boolean } {
  const isOver = today > to && day >= to;
  return { day: isOver ? addDays(to, 1) : day, isOver };
}

/** A board of all units as it was read, to be kept for good. */
interface Read {
  readonly targets: readonly TargetOnBoard[];
  readonly questions: readonly BoardQuestion[];
  readonly figures: readonly Figure[];
}

/** What every target came to, as the act that closes a campaign keeps it. */
export function verdictsOf({ targets, questions, figures }: Read, asOf: Day): readonly TargetVerdict[] {
  const figureAt = (at: number): Figure => {
    const figure = figures[at];
    if (figure === undefined) throw new Error(`The board asked no question ${at}`);
    return figure;
  };
  return targets.map(({ target, proof, shares }) => {
    const question = proof && questions[proof.question];
    const own = shares.flatMap(({ unit, question: at }) =>
      at === undefined ? [] : [{ ...figureAt(at), unit }],
    );
    return {
      target: target.id,
      asOf,
      lamps: lampsTogether(shares),
      ...(proof &&
        question && {
          proof: {
            indicator: proof.indicator,
            threshold: proof.threshold,
            from: question.from,
            to: question.to,
            whole: figureAt(proof.question),
            figures: own,
          },
        }),
    };
  });
}

function lampsTogether(shares: TargetOnBoard["shares"]): readonly FinalLamp[] {
  const alike = Map.groupBy(shares, ({ lamp: { colour, reason } }) => `${colour} ${reason.zh}`);
  return [...alike.values()].flatMap((own) => {
    const lamp = own[0]?.lamp;
    return lamp === undefined ? [] : [{ ...lamp, units: own.map(({ unit }) => unit) }];
  });
}

/** A figure of a closed board; `kept` where the closing holds it, and else to be counted as it was known then. */
export interface KeptQuestion extends BoardQuestion {
  readonly kept?: Figure;
}

export interface ClosedBoard {
  readonly targets: readonly TargetOnBoard[];
  readonly questions: readonly KeptQuestion[];
}

/** The board of a closed campaign for some of its units: each lamp as the closing keeps it. What has left the plan since is left out. */
export function closedBoard(
  pack: Pack,
  units: readonly BoardUnit[],
  verdicts: readonly TargetVerdict[],
): ClosedBoard {
  const planned = new Map(targetsOf(pack).map((target) => [target.id, target]));
  const questions: KeptQuestion[] = [];
  const ask = (question: KeptQuestion): number => questions.push(question) - 1;
  const targets = verdicts.flatMap((verdict): readonly TargetOnBoard[] => {
    const target = planned.get(verdict.target);
    if (target === undefined) return [];
    const asked = verdict.proof && askedOf(verdict.target, verdict.proof);
    const question = asked && ask(asked);
    const shares = units.flatMap((unit) => {
      const lamp = verdict.lamps.find((one) => one.units.includes(unit.id));
      if (lamp === undefined) return [];
      const { colour, reason } = lamp;
      const share = { unit: unit.id, lamp: { colour, reason } };
      const found = verdict.proof?.figures.find((one) => one.unit === unit.id);
      if (asked === undefined || found === undefined) return [share];
      const { unit: _, ...kept } = found;
      return [{ ...share, question: ask({ ...asked, unit, kept }) }];
    });
    if (verdict.proof === undefined || question === undefined) return [{ target, shares }];
    const { indicator, threshold } = verdict.proof;
    return [{ target, shares, proof: { indicator, threshold, question } }];
  });
  return { targets, questions };
}

const askedOf = (
  target: string,
  { indicator, from, to }: NonNullable<TargetVerdict["proof"]>,
): KeptQuestion => ({ target, indicator, from, to, isOver: true });
