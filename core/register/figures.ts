import { type Day, isDay } from "../calendar/day.ts";
import { isFew, type Untold, untoldParts } from "../campaign/few.ts";
import type { Cut, Figure, Indicator } from "../campaign/indicator.ts";
import type { Words } from "../words.ts";

/** By what a figure is counted: enough to count it again when the pack says otherwise by then. */
export type Formula = Pick<Indicator, "unit" | "counts" | "of" | "rest">;

/** Which of several places comes first by a figure: the one with the most, or the one with the least. */
export const firstPlaces = ["most", "least"] as const;
export type FirstPlace = (typeof firstPlaces)[number];

/** Where and over which days a figure is counted. A region always says whose sight it is: what is restricted there counts in none. */
export interface FigurePlace {
  readonly cut: Cut & { readonly region: string };
  readonly from: Day;
  readonly to: Day;
  /** What the place is called, where an entry keeps the same figure of several. */
  readonly place?: Words | undefined;
  /** That its place is ranked by it among the others, and from which end. */
  readonly ranks?: FirstPlace | undefined;
}

/**
 * A figure as an entry keeps it: what was counted, by which formula, where, over which days, and as it was known at the end of which
 * day. The last day that was over when it was taken: nothing is added to what was known on it, so the same can be counted again, and
 * its list opened, at any time (feature K4). What was done on the very day comes with the next count.
 */
export type FrozenFigure = {
  readonly indicator: string;
  readonly name: Words;
  readonly formula: Formula;
  readonly cut: FigurePlace["cut"];
  readonly from: Day;
  readonly to: Day;
  /** Known by the end of this day. */
  readonly asOf: Day;
  /** Null where there is nothing to divide by. */
  readonly value: number | null;
  readonly counted: number;
  readonly of?: number;
  /** Of a figure over people: below this many it could point at one of them. */
  readonly fewBelow?: number;
  /** That it is below that and was left out: then value and counts say nothing. */
  readonly few?: true;
  /** That it was left out because it would give away one that is. */
  readonly withheld?: true;
  readonly place?: Words;
  readonly ranks?: FirstPlace;
};

/** A figure that was just counted, as it is kept for good. */
export function frozen(
  { id, name, unit, counts, of, rest, people }: Indicator,
  { cut, from, to, place, ranks }: FigurePlace,
  asOf: Day,
  figure: Figure,
  fewBelow?: number,
): FrozenFigure {
  return {
    indicator: id,
    name,
    formula: {
      unit,
      counts,
      ...(of === undefined ? {} : { of }),
      ...(rest === undefined ? {} : { rest }),
    },
    cut,
    from,
    to,
    asOf,
    value: figure.value,
    counted: figure.counted,
    ...(figure.of === undefined ? {} : { of: figure.of }),
    ...(people && fewBelow !== undefined ? { fewBelow } : {}),
    ...(place === undefined ? {} : { place }),
    ...(ranks === undefined ? {} : { ranks }),
  };
}

/** Whether a value read from a table or a line is a frozen figure. */
export function isFrozenFigure(json: unknown): json is FrozenFigure {
  if (typeof json !== "object" || json === null) return false;
  const {
    indicator,
    name,
    formula,
    cut,
    from,
    to,
    asOf,
    value,
    counted,
  }: {
    [K in keyof FrozenFigure]?: unknown;
  } = json;
  const days = [from, to, asOf];
  return (
    typeof indicator === "string" &&
    [name, formula, cut].every((member) => typeof member === "object" && member !== null) &&
    days.every((day) => typeof day === "string" && isDay(day)) &&
    (value === null || typeof value === "number") &&
    typeof counted === "number"
  );
}

/**
 * Figures as anybody may read them who may read the entry: those over few people without their values, and those that would give one of
 * these away. Whole they are told by the figures of the entry alone, to those who see all that they count.
 */
export const figuresAsShown = (figures: readonly FrozenFigure[]): readonly FrozenFigure[] => {
  const untold = untoldAmong(figures);
  return figures.map((figure, at) => without(figure, untold[at]));
};

function without(figure: FrozenFigure, untold: Untold | undefined): FrozenFigure {
  if (untold === undefined) return figure;
  const { of: _of, ...rest } = figure;
  return { ...rest, value: null, counted: 0, ...(untold === "few" ? { few: true } : { withheld: true }) };
}

/**
 * Which figures of an entry are not told, in their order; `counts` are what they come to, on the day of which they are told. Of one place
 * it is those below the threshold alone. Of several places the regions add up to the one around them, and so do its sectors: what they
 * would give away is withheld (`untoldParts`), and where the whole is not told, none of its parts is.
 */
export function untoldAmong(
  figures: readonly FrozenFigure[],
  counts: readonly number[] = figures.map(({ counted }) => counted),
): readonly (Untold | undefined)[] {
  const untold: (Untold | undefined)[] = figures.map(() => undefined);
  const over = figures.flatMap(({ fewBelow, ...figure }, at) =>
    fewBelow === undefined ? [] : [{ ...figure, fewBelow, at, counted: counts[at] ?? 0 }],
  );
  const groups = Map.groupBy(over, ({ indicator, from, to }) => `${indicator} ${from} ${to}`);
  for (const own of groups.values()) {
    const below = own[0]?.fewBelow ?? 0;
    const outer = Math.min(...own.map(({ cut }) => cut.region.length));
    const isWhole = ({ cut }: FrozenFigure) => cut.region.length === outer && cut.sectors === undefined;
    const splits =
      own.length === 1
        ? []
        : [false, true].map((bySector) =>
            own.filter((one) => !isWhole(one) && (one.cut.sectors !== undefined) === bySector),
          );
    const hidden = splits.map((parts) =>
      untoldParts(
        parts.map(({ counted }) => counted),
        below,
      ),
    );
    const isHidden = hidden.some(({ total }, at) => total !== undefined && (splits[at]?.length ?? 0) > 0);
    for (const { at, counted } of own)
      if (isFew(counted, below)) untold[at] = "few";
      else if (isHidden && counted > 0) untold[at] = "withheld";
    for (const [split, parts] of splits.entries())
      for (const [place, { at }] of parts.entries()) untold[at] ??= hidden[split]?.parts[place];
  }
  return untold;
}

/** A figure in words, in the language of whoever reads it. */
export function figureWords(
  { value, few, fewBelow, withheld, formula }: FrozenFigure,
  language: keyof Words,
  none: string,
): string {
  if (few) return `<${fewBelow}`;
  if (withheld) return withheldWords[language];
  if (value === null) return none;
  const unit = unitWords[formula.unit][language];
  return language === "zh" || unit === "%" ? `${value}${unit}` : `${value} ${unit}`.trim();
}

/** What a figure counts, and where, if the entry keeps it of several places. */
export const figureName = ({ name, place }: FrozenFigure, language: keyof Words): string =>
  place === undefined ? name[language] : `${place[language]} ${name[language]}`;

export const withheldWords: Words = { zh: "不公布", en: "not told" };

/** The frozen figures of a field; none where it holds something else. */
export const figuresIn = (value: unknown): readonly FrozenFigure[] =>
  Array.isArray(value) ? value.filter(isFrozenFigure) : [];

/** The units in which figures are told, after the number. */
export const unitWords: Readonly<Record<Indicator["unit"], Words>> = {
  item: { zh: "项", en: "" },
  percent: { zh: "%", en: "%" },
  yuan: { zh: "元", en: "yuan" },
  day: { zh: "天", en: "days" },
};
