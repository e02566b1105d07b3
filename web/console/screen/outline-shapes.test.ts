import { expect, test } from "vitest";
import { shapesOf } from "./outline-shapes.ts";

const square = (region: string, west: number, south: number) => ({
  region,
  name: { zh: region, en: region },
  rings: [
    [
      [west, south],
      [west + 1, south],
      [west + 1, south + 1],
      [west, south + 1],
      [west, south],
    ] as const,
  ],
  source: "",
  toBeConfirmed: true,
});

test("outlines fill the picture in their own proportion, north above", () => {
  const [below, above] = shapesOf([square("a", 99, 27), square("b", 99, 28)], 400, 200);
  expect(below?.middle[1]).toBeGreaterThan(above?.middle[1] ?? 0);
  expect(below?.middle[0]).toBe(above?.middle[0]);
  expect(above?.path).toMatch(/^M(\d+\.\d \d+\.\d)(L\d+\.\d \d+\.\d){4}Z$/);
  const across = [...(above?.path.matchAll(/[ML](\d+\.\d) /g) ?? [])].map(([, x]) => Number(x));
  // A degree of longitude at 28° north is 0.883 of one of latitude.
  expect(Math.max(...across) - Math.min(...across)).toBeCloseTo(88.3, 0);
});

test("without outlines there is nothing to draw", () => {
  expect(shapesOf([], 400, 200)).toEqual([]);
});
