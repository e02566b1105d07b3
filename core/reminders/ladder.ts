import { addsWorkingDays, type Calendar, type CountedDay, dueIn } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { Sourced } from "../pack/sourced.ts";

/** Who hears of a deadline, from below upwards: 经办、单位负责人、安委办、党政领导 (feature C7). */
export const rungWhos = ["handler", "head", "committeeOffice", "leader"] as const;
export type RungWho = (typeof rungWhos)[number];

/** One rung: who is reminded so many working days after the due day, before it where the number is negative. */
export interface Rung {
  readonly who: RungWho;
  readonly after: number;
}

/**
 * A reminder ladder (催办阶梯), a row of the pack. No text sets these days, so each is a design to be confirmed by the prefecture.
 * A ladder that names a level is that of its entries alone; of all others it is the one that names none.
 */
export interface Ladder extends Sourced {
  readonly level?: string;
  readonly rungs: readonly Rung[];
  /** First and last due day to which it applies: one deadline has one ladder, whatever the pack says later. */
  readonly from: Day;
  readonly to?: Day;
}

/** The ladder of an entry with that level and due day; undefined where the pack has none. */
export function ladderFor(
  ladders: readonly Ladder[],
  level: string | undefined,
  due: Day,
): Ladder | undefined {
  const inForce = ladders.filter(({ from, to }) => from <= due && (to === undefined || due <= to));
  return (
    inForce.find((ladder) => ladder.level !== undefined && ladder.level === level) ??
    inForce.find((ladder) => ladder.level === undefined)
  );
}

/**
 * From which day a ladder is climbed: the due day, or the day on which the matter came into the register, where it was overdue already.
 * Else the first run after old matters were brought in would tell everybody up to the leader of all of them at once.
 */
export const climbsFrom = (due: Day, cameOn: Day): Day => (cameOn > due ? cameOn : due);

/** On which day a rung is reached. On the due day itself that day counts, a rest day or not. */
export const dayOfRung = ({ after }: Rung, due: Day, calendar: Calendar): CountedDay =>
  addsWorkingDays(due, after, calendar);

/** Of a state of a register, whether it lies beside the way and how long an entry may stay there. */
interface Resting {
  readonly aside?: true;
  readonly clock?: { readonly named: string } | { readonly day: string };
}

/**
 * Whether nobody is late yet because the matter rests until a day, as a suspended one: it stands aside, and its clock is that day
 * itself. Once the day has passed and nobody took it up again, the ladder of that day begins at once.
 */
export const restsStill = ({ aside, clock }: Resting, due: Day, today: Day): boolean =>
  aside === true && clock !== undefined && "day" in clock && today <= due;

/**
 * Of each of those who are reminded, the last rung that is reached: after days on which nothing ran nobody hears that something is due
 * soon which is overdue by now.
 */
export function reachedRungs(ladder: Ladder, due: Day, today: Day, calendar: Calendar): readonly Rung[] {
  const reached = ladder.rungs.filter((rung) => dayOfRung(rung, due, calendar).day <= today);
  return rungWhos.flatMap((who) => {
    const own = reached.filter((rung) => rung.who === who);
    return own.toSorted(later).slice(0, 1);
  });
}

/** The rung that comes next, the lowest first where several come on one day; undefined at the top. */
export function nextRung(
  ladder: Ladder,
  due: Day,
  today: Day,
  calendar: Calendar,
): { readonly rung: Rung; readonly on: CountedDay } | undefined {
  const ahead = ladder.rungs
    .map((rung) => ({ rung, on: dayOfRung(rung, due, calendar) }))
    .filter(({ on }) => on.day > today)
    .toSorted((one, other) => -later(one.rung, other.rung));
  return ahead[0];
}

/** The last due day that some rung of the ladders can have reached by today, for whoever looks for what is due. */
export function horizonOf(ladders: readonly Ladder[], today: Day, calendar: Calendar): Day {
  const earliest = Math.min(0, ...ladders.flatMap(({ rungs }) => rungs.map(({ after }) => after)));
  // One working day further than the earliest rung looks, so that the rest days after its last one are within.
  return addsWorkingDays(today, 1 - earliest, calendar).day;
}

/** Later ones first; of one day, whoever stands higher. */
export const later = (one: Rung, other: Rung): number =>
  other.after - one.after || rungWhos.indexOf(other.who) - rungWhos.indexOf(one.who);

/** Working days by which something was overdue on a day; 0 where it was not, or over rest days only. */
export const overdueBy = (due: Day, on: Day, calendar: Calendar): number =>
  Math.max(0, -dueIn(due, on, calendar).workingDays);
