import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hazardEntry } from "../../test/support/builders.ts";
import type { Kept, RandomWorld } from "../../test/support/random-facts.ts";
import { anyStorm, storm } from "../../test/support/random-world.ts";
import { addDays, type Day, daysBetween } from "../calendar/day.ts";
import { hazard } from "../registers/hazard.ts";
import { registers } from "../registers/index.ts";
import { type Delta, deltasOf, measuresOf } from "./cells.ts";
import { type Entry, textValue } from "./entry.ts";
import type { Values } from "./field.ts";
import { type DayCount, isOverdueCount, type SpanCount } from "./numbers.ts";
import { fold } from "./record.ts";

const placeOf = (place: Readonly<Record<string, unknown>>): string =>
  ["region", "sector", "organisation", "park", "level", "kind"].map((name) => place[name] ?? "").join("/");

const deltasIn = ({ kept }: RandomWorld): readonly Delta[] =>
  [...kept.values()].flatMap(({ steps }) => steps.flatMap(deltasOf));

/** Count and sum in hundredths, so that they can be compared; what came to nothing is left out. */
function summed(rows: readonly { key: string; count: number; sum: number }[]): ReadonlyMap<string, string> {
  const cells = Map.groupBy(rows, ({ key }) => key);
  const totals = [...cells].map(([key, own]): [string, string] => {
    const count = own.reduce((total, row) => total + row.count, 0);
    const cents = own.reduce((total, row) => total + Math.round(row.sum * 100), 0);
    return [key, `${count} ${cents}`];
  });
  return new Map(totals.filter(([, total]) => total !== "0 0").sort());
}

/** Whether what an entry holds is of the kind that a count asks for, by its declaration. */
const isCounted = (count: DayCount | SpanCount, state: string, values: Values): boolean => {
  const [first, second] = count.ordered ?? [];
  const inOrder = first === undefined || String(values[first] ?? "9") <= String(values[second ?? ""] ?? "");
  const asked = Object.entries(count.when ?? {});
  return (
    (count.in?.includes(state) ?? true) &&
    inOrder &&
    asked.every(([field, wanted]) => wanted?.some((one) => one === String(values[field])))
  );
};

/** What an entry was when a day ended: the fold of the lines that count by then. */
function standingOn(day: Day, { register, lines, sealed }: Kept): Entry | undefined {
  const last = lines.findLastIndex(({ body }) => body.day <= day);
  return fold(
    register,
    lines.slice(0, last + 1).map(({ body }) => body),
    sealed,
  );
}

test("what counts on a day is, after any storm, what the folded entries say", () => {
  fc.assert(
    fc.property(...anyStorm, (seed, tries) => {
      const world = storm(seed, tries);
      const recounted = [...world.kept.values()].flatMap((kept) => {
        const { values = {}, state = "" } = standingOn("9999-12-31", kept) ?? {};
        return Object.entries(kept.register.counts).flatMap(([name, count]) => {
          if (isOverdueCount(count) || !isCounted(count, state, values)) return [];
          const key = `${kept.register.name}.${name} ${placeOf({ ...values, kind: values[kept.register.countedBy ?? ""] })}`;
          if ("from" in count) {
            const [from, until] = [textValue(values, count.from), textValue(values, count.until)];
            if (from === undefined) return [];
            const begun = { key: `${key} ${from}`, count: 1, sum: 0 };
            return until === undefined ? [begun] : [begun, { ...begun, key: `${key} ${until}`, count: -1 }];
          }
          const on = textValue(values, count.on);
          if (on === undefined) return [];
          const since = count.daysSince && textValue(values, count.daysSince);
          const sum = since ? daysBetween(since, on) : Number((count.sum && values[count.sum]) ?? 0);
          return [{ key: `${key} ${on}`, count: 1, sum }];
        });
      });
      const overdue = new Set(
        registers.flatMap(({ name, counts }) =>
          Object.entries(counts).flatMap(([count, one]) => (isOverdueCount(one) ? [`${name}.${count}`] : [])),
        ),
      );
      const cells = deltasIn(world)
        .filter(({ measure }) => !overdue.has(measure))
        .map((delta) => ({ ...delta, key: `${delta.measure} ${placeOf({ ...delta })} ${delta.day}` }));
      expect(summed(cells)).toEqual(summed(recounted));
    }),
    { numRuns: 30 },
  );
});

test("on every day, after any storm, as many are counted overdue as stood past their day", () => {
  fc.assert(
    fc.property(...anyStorm, (seed, tries) => {
      const world = storm(seed, tries);
      const deltas = deltasIn(world).filter(({ measure }) => measure.endsWith(".overdue"));
      // Between these days nothing changes.
      const changing = [...world.kept.values()].flatMap(({ steps }) =>
        steps.flatMap(({ day, after }) => [day, after.values.dueOn ?? day]),
      );
      for (const day of new Set(
        changing.flatMap((one) => [-1, 0, 1, 2].map((count) => addDays(one, count))),
      )) {
        const counted = deltas.filter((delta) => delta.day <= day);
        const stood = [...world.kept.values()].flatMap((kept) => {
          const values = standingOn(day, kept)?.values;
          const due = values?.dueOn;
          if (!("overdue" in kept.register.counts) || due === undefined || due >= day) return [];
          const kind = values?.[kept.register.countedBy ?? ""];
          return [{ key: placeOf({ ...values, kind }), count: 1, sum: 0 }];
        });
        const cells = counted.map((delta) => ({ ...delta, key: placeOf({ ...delta }) }));
        expect(summed(cells), day).toEqual(summed(stood));
      }
    }),
    // The example opens a report long after its period and its deadline have passed.
    { numRuns: 30, examples: [[709_242_343, [1_251_577_288]]] },
  );
});

describe("a deadline", () => {
  const promised = { dueOn: "2026-03-20", rectifyBy: "2026-03-20" };
  const overdueAfter = (own: Values, day: Day, before: Entry = hazardEntry("rectifying", promised)) => {
    const after = { ...hazardEntry("selfAccepted", own), version: before.version + 1 };
    return deltasOf({ register: hazard, before, after, day })
      .filter(({ measure }) => measure === "hazard.overdue")
      .map(({ day: on, count }) => [on, count]);
  };

  test("that is set counts from the day after it", () => {
    const blank = { ...hazardEntry("", {}), version: 0, values: {} };
    expect(overdueAfter(promised, "2026-03-10", blank)).toEqual([["2026-03-21", 1]]);
  });

  test("that had passed when the entry was opened counts from the day it was opened, when a list can show it", () => {
    const blank = { ...hazardEntry("", {}), version: 0, values: {} };
    expect(overdueAfter(promised, "2026-03-25", blank)).toEqual([["2026-03-25", 1]]);
  });

  test("that is met on its day was never missed", () => {
    expect(overdueAfter({}, "2026-03-20")).toEqual([["2026-03-21", -1]]);
  });

  test("that is met late stays missed for the days between", () => {
    expect(overdueAfter({}, "2026-03-25")).toEqual([["2026-03-25", -1]]);
  });

  test("that is moved is missed on its new day, and no more on its old", () => {
    expect(overdueAfter({ dueOn: "2026-04-20" }, "2026-03-18")).toEqual([
      ["2026-03-21", -1],
      ["2026-04-21", 1],
    ]);
  });

  test("that stays where it was is counted once", () => {
    expect(overdueAfter(promised, "2026-03-18")).toEqual([]);
  });
});

test("an act that changes nothing that counts leaves no delta", () => {
  const before = hazardEntry("rectifying", { firstDueOn: "2026-03-20", planFunds: 100.5 });
  const after = { ...before, version: 6, values: { ...before.values, progress: "已完成一半" } };
  expect(deltasOf({ register: hazard, before, after, day: "2026-03-12" })).toEqual([]);
});

test("the counts of a register are known by their full names", () => {
  expect(measuresOf(hazard)).toEqual([
    "hazard.found",
    "hazard.closed",
    "hazard.open",
    "hazard.stockClosed",
    "hazard.repeated",
    "hazard.defied",
    "hazard.overdue",
    "hazard.firstDue",
    "hazard.closedInTime",
    "hazard.daysToClose",
    "hazard.promised",
    "hazard.invested",
  ]);
});

describe("what lies between two days", () => {
  const blank = { ...hazardEntry("", {}), version: 0, values: {} };
  const openAfter = (state: string, own: Values, before: Entry = blank) => {
    const after = { ...hazardEntry(state, own), version: before.version + 1 };
    return deltasOf({ register: hazard, before, after, day: "2026-03-25" })
      .filter(({ measure }) => measure === "hazard.open")
      .map(({ day, count, kind }) => [day, count, kind]);
  };
  const found = { foundOn: "2026-03-01", source: "inspection" };

  test("counts from the first and no more from the second", () => {
    expect(openAfter("found", found)).toEqual([["2026-03-01", 1, "inspection"]]);
    expect(openAfter("closed", { ...found, closedOn: "2026-03-25" })).toEqual([
      ["2026-03-01", 1, "inspection"],
      ["2026-03-25", -1, "inspection"],
    ]);
  });

  test("is taken back whole where it was none after all", () => {
    const before = hazardEntry("found", found);
    expect(openAfter("void", { ...found, closedOn: "2026-03-25" }, before)).toEqual([
      ["2026-03-01", -1, "inspection"],
    ]);
  });

  test("that ends before it begins, as no act leaves it, lasts no day", () => {
    expect(openAfter("closed", { ...found, closedOn: "2026-02-01" })).toEqual([
      ["2026-03-01", 1, "inspection"],
      ["2026-03-01", -1, "inspection"],
    ]);
  });
});

test.each([
  ["on its day", "2026-03-20", 1],
  ["a day late", "2026-03-21", 0],
])("closed %s of its first deadline counts as in time or not", (_, closedOn, expected) => {
  const before = hazardEntry("reviewed", { foundOn: "2026-03-01", firstDueOn: "2026-03-20" });
  const after = { ...before, state: "closed", version: 9, values: { ...before.values, closedOn } };
  const found = deltasOf({ register: hazard, before, after, day: closedOn });
  expect(found.filter(({ measure }) => measure === "hazard.closedInTime")).toHaveLength(expected);
  const [days] = found.filter(({ measure }) => measure === "hazard.daysToClose");
  expect(days?.sum).toBe(closedOn === "2026-03-20" ? 19 : 20);
});
