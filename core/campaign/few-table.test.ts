import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isFew, type Untold } from "./few.ts";
import { untoldTable } from "./few-table.ts";

type Figures = readonly (readonly number[])[];

const withTotals = (cells: Figures): number[][] => {
  const rows = cells.map((line) => [...line, line.reduce((sum, one) => sum + one, 0)]);
  const last = rows[0]?.map((_, column) => rows.reduce((sum, line) => sum + (line[column] ?? 0), 0)) ?? [];
  return [...rows, last];
};

const below = fc.integer({ min: 2, max: 4 });
const cells = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .chain(([rows, columns]) => {
    const count = fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 9 }));
    const line = fc.array(count, { minLength: columns, maxLength: columns });
    return fc.array(line, { minLength: rows, maxLength: rows });
  });

const agrees = (count: number, told: number, untold: Untold | undefined, threshold: number) =>
  untold === undefined ? count === told : count >= 0 && (untold === "withheld" || count < threshold);

/** All tables with cells at most one off, that fit what is told: where there is any other, there is one so near. */
function fitting(
  table: Figures,
  untold: readonly (readonly (Untold | undefined)[])[],
  threshold: number,
): Figures[] {
  const inner = table.slice(0, -1).map((line) => line.slice(0, -1));
  const width = inner[0]?.length ?? 0;
  const tries = inner
    .flatMap((line, row) =>
      line.map((count, column) =>
        untold[row]?.[column] === undefined ? [count] : [count - 1, count, count + 1],
      ),
    )
    .reduce<number[][]>((all, values) => all.flatMap((one) => values.map((value) => [...one, value])), [[]]);
  return tries
    .map((flat) => withTotals(inner.map((_, row) => flat.slice(row * width, (row + 1) * width))))
    .filter((other) =>
      other.every((line, row) =>
        line.every((count, column) =>
          agrees(count, table[row]?.[column] ?? 0, untold[row]?.[column], threshold),
        ),
      ),
    );
}

describe("a table over few people", () => {
  test("tells none, and none can be worked out of its rows, its columns and their totals", () => {
    fc.assert(
      fc.property(cells, below, (given, threshold) => {
        const table = withTotals(given);
        const untold = untoldTable(table, threshold);
        const others = fitting(table, untold, threshold);
        for (const [row, line] of table.entries())
          for (const [column, count] of line.entries()) {
            if (!isFew(count, threshold)) continue;
            expect(untold[row]?.[column]).toBe("few");
            const values = new Set(others.map((other) => other[row]?.[column]));
            expect([given, threshold, row, column, values.size > 1]).toEqual([
              given,
              threshold,
              row,
              column,
              true,
            ]);
          }
      }),
      { numRuns: 300 },
    );
  });

  test("that has none is told whole", () => {
    fc.assert(
      fc.property(cells, below, (given, threshold) => {
        const enough = given.map((line) => line.map((count) => (isFew(count, threshold) ? 9 : count)));
        expect(untoldTable(withTotals(enough), threshold).flat()).toEqual(
          withTotals(enough).flatMap((line) => line.map(() => undefined)),
        );
      }),
    );
  });

  test("hides a rectangle around one that stands alone, the smallest", () => {
    const table = withTotals([
      [1, 9, 4],
      [8, 9, 5],
      [9, 9, 9],
    ]);
    expect(untoldTable(table, 3)).toEqual([
      ["few", undefined, "withheld", undefined],
      ["withheld", undefined, "withheld", undefined],
      [undefined, undefined, undefined, undefined],
      [undefined, undefined, undefined, undefined],
    ]);
  });

  test("whose rows come to no total tells none at their end", () => {
    const table = [
      [4, 1, 1],
      [6, 7, 7],
      [10, 8, 8],
    ];
    const untold = untoldTable(table, 3, { rows: true, columns: false });
    expect(untold.map((line) => line[2])).toEqual(["few", "withheld", "withheld"]);
    expect(untold[0]?.[1]).toBe("few");
    expect(untold[1]?.[1]).toBe("withheld");
  });
});
