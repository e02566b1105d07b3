import type { Day } from "../calendar/day.ts";
import type { Pack } from "../pack/pack.ts";
import type { BoardUnit } from "./board-units.ts";
import type { Figure, Indicator } from "./indicator.ts";
import { type Evidence, type Lamp, type LampRules, lampOfEvidence, lampOfFigure, worstOf } from "./lamp.ts";
import { targetsOf } from "./plan-targets.ts";
import type { CampaignTarget, Threshold } from "./target.ts";
import { type DaySpan, lastFinished, spanOfTarget } from "./target-period.ts";

/** A figure that the board needs: of a target for one unit, or for all that whoever asks has in sight. */
export interface BoardQuestion extends DaySpan {
  readonly target: string;
  /** Absent for the whole, which is counted by itself: shares overlap, and a sum of them counts twice. */
  readonly unit?: BoardUnit;
  readonly indicator: Indicator;
  /** That the days are those of a period that is over, and not of the one in which the day lies. */
  readonly isOver: boolean;
}

/** What a board is asked for: of which campaign, which units, on which day. */
export interface BoardAsked {
  readonly pack: Pack;
  readonly units: readonly BoardUnit[];
  readonly day: Day;
  readonly rules: LampRules;
}

/** What is known on the day: the answer to each question, in their order, and the tasks that are evidence. */
export interface BoardFacts {
  readonly figures: readonly Figure[];
  /** Undefined of a unit whose tasks are out of sight. */
  readonly evidenceFor: (target: CampaignTarget, unit: string) => readonly Evidence[] | undefined;
}

/** How a target stands for one unit. */
export interface Share {
  readonly unit: string;
  readonly lamp: Lamp;
  /** Place among the questions; absent where evidence proves it on the day. */
  readonly question?: number;
}

export interface TargetOnBoard {
  readonly target: CampaignTarget;
  /** How an indicator proves it on the day; absent where evidence does. */
  readonly proof?: {
    readonly indicator: Indicator;
    readonly threshold: Threshold;
    readonly question: number;
  };
  readonly shares: readonly Share[];
}

/** A lamp with the target, and the unit, by which it has its colour. */
export interface WorstLamp extends Lamp {
  readonly unit: string;
  readonly target: string;
}

/** The figures that the board of a day needs, each target's whole before its units. Asked of the store together. */
export function boardQuestions({ pack, units, day }: BoardAsked): readonly BoardQuestion[] {
  const indicators = new Map(pack.indicators.map((indicator) => [indicator.id, indicator]));
  return targetsOf(pack).flatMap((target): readonly BoardQuestion[] => {
    const indicator = indicators.get(proofOn(target, day)?.indicator ?? "");
    if (indicator === undefined) return [];
    const asked = { target: target.id, indicator, ...daysOf(target, indicator, day, pack.plan) };
    return [
      asked,
      ...units.filter(({ id }) => target.units.includes(id)).map((unit) => ({ ...asked, unit })),
    ];
  });
}

/**
 * A count grows through its period, and is judged by its pace. A ratio is one of what fell due, at the end. Once the campaign is over
 * everything is judged as it stood on its last day, whatever goes on after it.
 */
function daysOf(target: CampaignTarget, { of }: Indicator, day: Day, campaign: DaySpan) {
  const { every } = target;
  if (day > campaign.to) {
    const { from } = spanOfTarget(target, campaign.to, campaign);
    return { from, to: campaign.to, isOver: true };
  }
  const over = every === undefined || of === undefined ? undefined : lastFinished(every, day, campaign);
  if (over !== undefined) return { ...over, isOver: true };
  return { from: spanOfTarget(target, day, campaign).from, to: day, isOver: false };
}

/** Before its first day, and before the campaign's, no indicator proves anything. */
const proofOn = ({ proof }: CampaignTarget, day: Day) =>
  proof !== undefined && proof.from <= day ? proof : undefined;

/** Every target with its share and lamp for each unit that is asked for. */
export function targetsOnBoard(
  asked: BoardAsked,
  questions: readonly BoardQuestion[],
  facts: BoardFacts,
): readonly TargetOnBoard[] {
  const places = new Map(questions.map(({ target, unit }, index) => [placeOf(target, unit?.id), index]));
  return targetsOf(asked.pack).map((target) => {
    const whole = places.get(placeOf(target.id, undefined));
    const indicator = whole === undefined ? undefined : questions[whole]?.indicator;
    const { proof } = target;
    const shares = asked.units
      .filter(({ id }) => target.units.includes(id))
      .map(({ id }) => shareOn(asked, target, id, questions, places, facts));
    if (whole === undefined || indicator === undefined || proof === undefined) return { target, shares };
    return { target, shares, proof: { indicator, threshold: proof.threshold, question: whole } };
  });
}

const placeOf = (target: string, unit: string | undefined): string => `${target} ${unit ?? ""}`;

function shareOn(
  { pack, day, rules }: BoardAsked,
  target: CampaignTarget,
  unit: string,
  questions: readonly BoardQuestion[],
  places: ReadonlyMap<string, number>,
  { figures, evidenceFor }: BoardFacts,
): Share {
  const { every, proof } = target;
  // What the plan sets no day for is reached by the campaign's last, or not at all.
  const by = target.by ?? (day > pack.plan.to ? pack.plan.to : undefined);
  const asked = { by, every, day, rules, campaign: pack.plan };
  const place = places.get(placeOf(target.id, unit));
  const [question, figure] = place === undefined ? [] : [questions[place], figures[place]];
  if (place === undefined || question === undefined || figure === undefined || proof === undefined)
    return { unit, lamp: lampOfEvidence({ ...asked, evidence: evidenceFor(target, unit) }) };
  const { indicator, isOver, from, to } = question;
  const over = isOver && every !== undefined ? { from, to } : undefined;
  return {
    unit,
    question: place,
    lamp: lampOfFigure({ ...asked, indicator, figure, over, threshold: proof.threshold }),
  };
}

/** The worst lamp of some targets, for one unit or for all of them; undefined where none has a share. */
export function worstLamp(targets: readonly TargetOnBoard[], unit?: string): WorstLamp | undefined {
  return worstOf(
    targets.flatMap(({ target, shares }) =>
      shares
        .filter((share) => unit === undefined || share.unit === unit)
        .map(({ lamp, unit: of }) => ({ ...lamp, unit: of, target: target.id })),
    ),
  );
}
