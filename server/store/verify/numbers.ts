import type { LineBody } from "../../../core/ledger/line.ts";
import { textValue } from "../../../core/register/entry.ts";
import { valuesOfJson } from "../../../core/register/json.ts";
import { presentName, type Register } from "../../../core/register/register.ts";
import { registers } from "../../../core/registers/index.ts";
import { tableOf } from "../tables.ts";
import type { Verifying } from "./verifying.ts";

/** The highest number drawn from each series, as the entries that have one say. */
export interface Numbers {
  /** Takes up the number that an opening line gave; false where it is not one of its series. */
  add(register: Register, opening: LineBody): boolean;
  compare(verifying: Verifying): Promise<void>;
}

export function newNumbers(): Numbers {
  const highest = new Map<string, number>();
  return {
    add(register, opening) {
      const changes = Object.entries(opening.changes);
      const opened = changes.map(([name, value]) => [presentName(register, name), value] as const);
      const values = valuesOfJson(opened);
      const series = register.numbering.series(values, opening.day);
      const number = textValue(values, "number") ?? "";
      const drawn = Number(/\d+$/.exec(number)?.[0]);
      if (!(drawn > 0) || register.numbering.format(series, drawn) !== number) return false;
      highest.set(series, Math.max(highest.get(series) ?? 0, drawn));
      return true;
    },
    compare: (verifying) => compareCounters(verifying, highest),
  };
}

async function compareCounters(
  { tx, faults }: Verifying,
  highest: ReadonlyMap<string, number>,
): Promise<void> {
  const { rows } = await tx.query<{ series: string; drawn: number }>(
    "select series, drawn from number_series order by series",
  );
  const counters = new Map(rows.map(({ series, drawn }) => [series, drawn]));
  for (const [series, drawn] of [...highest].sort())
    if ((counters.get(series) ?? 0) < drawn) faults.add({ fault: "counter-behind", what: series });
  for (const { series } of rows)
    if (!highest.has(series)) faults.add({ fault: "counter-unused", what: series });
  for (const register of registers) {
    const twice = await tx.query<{ number: string }>(
      `select number from ${tableOf(register)} group by number having count(*) > 1 order by 1 limit 100`,
    );
    for (const { number } of twice.rows)
      faults.add({ fault: "number-twice", register: register.name, what: number });
  }
}
