import { z } from "zod";
import { type Day, dayInShanghai } from "../../core/calendar/day.ts";
import { seesAllOf, type Untold } from "../../core/campaign/few.ts";
import { type Figure, indicatorUnits } from "../../core/campaign/indicator.ts";
import { ranksOf } from "../../core/campaign/ranking.ts";
import { type FrozenFigure, figuresIn, untoldAmong } from "../../core/register/figures.ts";
import { valuesLeft } from "../../core/register/left-out.ts";
import { HttpProblem } from "../http/problems.ts";
import { bare, ok, route } from "../http/route.ts";
import { inTransaction } from "../store/database.ts";
import { readEntry } from "../store/entries.ts";
import { countFigures } from "../store/figures.ts";
import { opensOf } from "./indicators.ts";
import { registerFor } from "./register-of.ts";
import * as shapes from "./shapes.ts";

const counted = {
  /** Null where there is nothing to divide by, or where it is few. */
  value: z.number().nullable(),
  /** That it counts fewer people than this, and the asker does not see all of them one by one. */
  fewBelow: z.number().optional(),
  /** That it would give away one that is few. */
  withheld: z.literal(true).optional(),
  /** Among the places that the entry ranks by it; whoever has the same shares a rank. */
  rank: z.number().optional(),
  counted: z.number(),
  of: z.number().optional(),
  opens: z.string(),
  opensOf: z.string().optional(),
};

const compared = z.object({
  indicator: z.string(),
  name: shapes.words,
  /** Where it is counted, if the entry keeps it of several places. */
  place: shapes.words.optional(),
  /** That the place is a sector, and no region. */
  sector: z.literal(true).optional(),
  unit: z.enum(indicatorUnits),
  /** That it is what is left to a hundred percent. */
  rest: z.boolean(),
  from: z.iso.date(),
  to: z.iso.date(),
  asOf: z.iso.date(),
  /** As it was frozen, with the lists as they were known then. */
  frozen: z.object(counted),
  /** Whether counting it again, by what was known then, gives the same. */
  reproduced: z.boolean(),
  /** Under the same conditions by what is known now. */
  today: z.object(counted),
  /** Today's value less the frozen one; null where either is none. */
  difference: z.number().nullable(),
  /** What came to the count or went from it since, as lists: of the count, and of what it is divided by. */
  changed: z.array(z.string()),
});

export const readEntryFigures = route(
  "GET /api/registers/:register/entries/:id/figures",
  {
    right: "figures",
    ...bare,
    params: z.strictObject({ register: z.string(), id: shapes.id }),
    tag: "registers",
    words: {
      zh: "条目所载指标：填报时的数值、今日按同样条件的数值和差异所在",
      en: "The figures that an entry keeps, beside what they would be today, and what changed",
    },
    answers: z.object({ today: z.iso.date(), figures: z.record(z.string(), z.array(compared)) }),
  },
  async (visit) => {
    const { services, scope, actor, params, now } = visit;
    const register = registerFor(params.register, actor);
    const read = await inTransaction(services.pool, scope, async (tx) => {
      const entry = await readEntry(tx, scope, register, params.id);
      if (entry === undefined) throw new HttpProblem("not-found");
      const kept = Object.entries(valuesLeft(register, entry.values, actor.token)).flatMap(
        ([field, value]) =>
          register.allFields[field]?.kind === "figures"
            ? figuresIn(value).map((figure) => ({ field, figure }))
            : [],
      );
      const figures = kept.map(({ figure }) => figure);
      const known = [...Map.groupBy(figures, ({ asOf }) => asOf)];
      const again = new Map<FrozenFigure, Figure | undefined>();
      for (const [asOf, own] of known) {
        const found = await countFigures(tx, own, asOf);
        for (const [at, figure] of own.entries()) again.set(figure, found[at]);
      }
      const today = await countFigures(tx, figures);
      const sides = sidesOf(
        figures,
        today,
        figures.every(({ cut }) => seesAllOf(scope, cut)),
      );
      return kept.map(({ field, figure }, at) => ({
        field,
        figure: compare(figure, again.get(figure), sides(at)),
      }));
    });
    const byField = Map.groupBy(read, ({ field }) => field);
    const figures = [...byField].map(([field, own]) => [field, own.map(({ figure }) => figure)] as const);
    return ok({ today: dayInShanghai(now.toISOString()), figures: Object.fromEntries(figures) });
  },
);

const none: Figure = { value: null, counted: 0 };

/** A figure on one side of the comparison: what it comes to, its rank, and whether it is told. */
interface Side {
  readonly figure: Figure;
  readonly rank: number | undefined;
  readonly untold: Untold | undefined;
}

/** Each figure as it was frozen and as it is today, in its place; whoever sees all that all of them count is told them whole. */
function sidesOf(figures: readonly FrozenFigure[], today: readonly Figure[], isWhole: boolean) {
  const side = (own: readonly Figure[]): ((at: number) => Side) => {
    const counts = own.map(({ counted }) => counted);
    const untold = isWhole ? [] : untoldAmong(figures, counts);
    const ranks = ranksOf(
      figures.map((figure, at) => ({
        ...figure,
        value: untold[at] === undefined ? (own[at]?.value ?? null) : null,
      })),
    );
    return (at) => ({ figure: own[at] ?? none, rank: ranks[at], untold: untold[at] });
  };
  const [kept, now] = [side(figures), side(figures.map((_, at) => today[at] ?? none))];
  return (at: number) => ({ kept: kept(at), now: now(at) });
}

function compare(
  figure: FrozenFigure,
  again: Figure | undefined = none,
  { kept, now }: { readonly kept: Side; readonly now: Side },
) {
  const { formula, from, to, asOf, value } = figure;
  const same = again.value === value && again.counted === figure.counted && again.of === figure.of;
  const today = now.figure;
  const isChanged = today.value !== value || today.counted !== figure.counted || today.of !== figure.of;
  const isMasked = kept.untold !== undefined || now.untold !== undefined;
  return {
    indicator: figure.indicator,
    name: figure.name,
    ...(figure.place === undefined ? {} : { place: figure.place }),
    ...(figure.place === undefined || figure.cut.sectors === undefined ? {} : { sector: true as const }),
    unit: formula.unit,
    rest: formula.rest === true,
    from,
    to,
    asOf,
    frozen: told(figure, kept, { asOf }),
    reproduced: same,
    today: told(figure, now, {}),
    // Of one that is told and one that is not, the difference would tell the other.
    difference: isMasked || today.value === null || value === null ? null : rounded(today.value - value),
    changed: isChanged ? changedLists(figure) : [],
  };
}

const finest = 100;
const rounded = (value: number): number => Math.round(value * finest) / finest;

function told(
  { formula, cut, from, to, fewBelow }: FrozenFigure,
  { figure: { value, counted, of }, rank, untold }: Side,
  known: { asOf?: Day },
) {
  const opens = (term: FrozenFigure["formula"]["counts"]) => opensOf(term, cut, { from, to }, known);
  if (untold !== undefined) {
    const why = untold === "few" && fewBelow !== undefined ? { fewBelow } : { withheld: true as const };
    return { value: null, counted: 0, ...why, opens: opens(formula.counts) };
  }
  return {
    value,
    counted,
    ...(of === undefined ? {} : { of }),
    ...(rank === undefined ? {} : { rank }),
    opens: opens(formula.counts),
    ...(formula.of === undefined ? {} : { opensOf: opens(formula.of) }),
  };
}

function changedLists({ formula: { counts, of }, cut, from, to, asOf }: FrozenFigure): readonly string[] {
  const lists = [counts, ...(of === undefined ? [] : [of])].map((term) =>
    opensOf(term, cut, { from, to }, { since: asOf }),
  );
  return [...new Set(lists)];
}
