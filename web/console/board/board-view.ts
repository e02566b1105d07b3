import { type Day, daysBetween, isDay } from "../../../core/calendar/day.ts";
import { type LampColour, lampColours } from "../../../core/campaign/lamp.ts";
import type { Board, LampView, ShareView, TargetView } from "../../api/board-types.ts";

/** What the board's address says: the day, and what of it is looked at closely. */
export interface BoardSearch {
  readonly day?: string;
  readonly measure?: string;
  readonly section?: string;
  readonly unit?: string;
}

/** What the address holds of it; anything else is left out. */
export function searchOfBoard(search: Record<string, unknown>): BoardSearch {
  const { day, measure, section, unit } = search;
  return {
    ...(typeof day === "string" && isDay(day) ? { day } : {}),
    ...(typeof measure === "string" && /^\d{1,3}$/.test(measure) ? { measure } : {}),
    ...(typeof section === "string" && /^[a-z]\d{1,3}$/.test(section) ? { section } : {}),
    ...(typeof unit === "string" && unit !== "" ? { unit } : {}),
  };
}

/** A shape for each colour, so that the colour is not all that tells them apart. */
export const lampShapes = {
  red: "✕",
  yellow: "!",
  green: "✓",
  grey: "·",
} as const satisfies Readonly<Record<LampColour, string>>;

/** How many lamps there are of each colour, the worst first. */
export function countLamps(lamps: readonly (LampView | null)[]) {
  return lampColours
    .map((colour) => ({ colour, count: lamps.filter((lamp) => lamp?.colour === colour).length }))
    .toReversed();
}

/** The targets of what is looked at, each with its shares: all of them, or those of one unit. */
export function targetsShown(
  { targets }: Board,
  { measure, section, unit }: BoardSearch,
): readonly TargetView[] {
  const own = targets.filter((target) =>
    measure === undefined ? target.section === section : target.measure === Number(measure),
  );
  if (unit === undefined) return own;
  return own
    .map((target) => ({ ...target, shares: target.shares.filter((share) => share.unit === unit) }))
    .filter(({ shares }) => shares.length > 0);
}

/** The shares of a target, the worst first. */
export const worstFirst = (shares: readonly ShareView[]): readonly ShareView[] =>
  shares.toSorted((one, other) => lampColours.indexOf(other.colour) - lampColours.indexOf(one.colour));

/** A list of the console, by the address under which programs find it. */
export function listOf(opens: string): {
  readonly register: string;
  readonly search: Record<string, string>;
} {
  const { pathname, searchParams } = new URL(opens, "http://board");
  return { register: pathname.split("/")[3] ?? "", search: Object.fromEntries(searchParams) };
}

export interface YearOfCampaign {
  readonly year: number;
  readonly ends: Day;
  /** How much of it is gone on a day, in percent. */
  readonly gone: number;
}

/** The years of the campaign, with how much of each is gone on a day. */
export function yearsOf({ from, to, day }: Pick<Board, "from" | "to" | "day">): readonly YearOfCampaign[] {
  const first = Number(from.slice(0, 4));
  const count = Number(to.slice(0, 4)) - first + 1;
  return Array.from({ length: count }, (_, index) => {
    const year = first + index;
    const [begins, ends] = [`${year}-01-01`, `${year}-12-31`];
    const share = (daysBetween(begins, day) + 1) / (daysBetween(begins, ends) + 1);
    return { year, ends, gone: Math.round(Math.min(1, Math.max(0, share)) * 100) };
  });
}
