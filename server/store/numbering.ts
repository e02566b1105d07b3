import type { Step } from "../../core/register/decide.ts";
import { withNumber } from "../../core/register/record.ts";
import { StaleEntry } from "./commit-errors.ts";
import { isNullRefused, type Transaction } from "./database.ts";

/** How far each series was drawn. Whoever drew holds it until its transaction ends. */
export type Drawn = ReadonlyMap<string, number>;

/** Steps with the numbers of their new entries, and how far the series are drawn with them. */
export interface Numbered {
  readonly steps: readonly Step[];
  readonly drawn: Drawn;
}

/** Draws numbers for new entries: one block per series, and the series rows locked in one order, so that two batches never wait for each other. */
export async function drawNumbers(tx: Transaction, steps: readonly Step[]): Promise<Numbered> {
  const wanted = wantedIn(steps);
  if (wanted.size === 0) return { steps, drawn: wanted };
  const names = [...wanted.keys()].sort();
  const { rows } = await tx.query<{ series: string; drawn: number }>({
    name: "draw-numbers",
    text: `insert into number_series (series, drawn)
      select * from unnest($1::text[], $2::bigint[])
      on conflict (series) do update set drawn = number_series.drawn + excluded.drawn
      returning series, drawn`,
    values: [names, names.map((name) => wanted.get(name))],
  });
  const before = new Map(rows.map(({ series, drawn }) => [series, drawn - (wanted.get(series) ?? 0)]));
  return numbersAfter(before, steps);
}

/** Whether new entries take their numbers from series that were all drawn from just before. */
export function followsOn(before: Drawn, steps: readonly Step[]): boolean {
  const wanted = wantedIn(steps);
  return wanted.size > 0 && [...wanted.keys()].every((series) => before.has(series));
}

/**
 * Draws the numbers that were taken to be next: waits in the database until the transaction that drew `before` has ended. Throws StaleEntry
 * where somebody else drew meanwhile; then nothing that was sent behind it is written either.
 */
export async function drawAfter(tx: Transaction, before: Drawn, drawn: Drawn): Promise<void> {
  const names = [...drawn.keys()].sort();
  await tx
    .query({
      name: "draw-numbers-after",
      // A series that stands elsewhere would be set to null, which its column refuses.
      text: `with d as (select * from unnest($1::text[], $2::bigint[], $3::bigint[]) as d (series, before, after))
        insert into number_series (series, drawn) select series, before from d
        on conflict (series) do update set drawn =
          case when number_series.drawn = excluded.drawn then (select after from d where d.series = excluded.series) end`,
      values: [names, names.map((name) => before.get(name)), names.map((name) => drawn.get(name))],
    })
    .catch((error: unknown) => {
      throw isNullRefused(error) ? new StaleEntry(names.join()) : error;
    });
}

function wantedIn(steps: readonly Step[]): Drawn {
  const wanted = new Map<string, number>();
  for (const { series } of steps) if (series !== undefined) wanted.set(series, (wanted.get(series) ?? 0) + 1);
  return wanted;
}

/** Numbers for new entries as if nobody drew between `before` and them, which `drawAfter` makes sure of. */
export function numbersAfter(before: Drawn, steps: readonly Step[]): Numbered {
  const drawn = new Map<string, number>();
  const withNumbers = steps.map((step) => {
    if (step.series === undefined) return step;
    const number = (drawn.get(step.series) ?? before.get(step.series) ?? 0) + 1;
    drawn.set(step.series, number);
    return withNumber(step, step.register.numbering.format(step.series, number));
  });
  return { steps: withNumbers, drawn };
}
