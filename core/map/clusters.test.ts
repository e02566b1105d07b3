import fc from "fast-check";
import { expect, test } from "vitest";
import { limits } from "../limits.ts";
import { clusterDegrees } from "./clusters.ts";

test("whatever part of the map is asked for at whatever zoom, squares are no more than the most", () => {
  const box = fc.record({
    west: fc.double({ min: -180, max: 179, noNaN: true }),
    south: fc.double({ min: -85, max: 84, noNaN: true }),
    width: fc.double({ min: 0.001, max: 360, noNaN: true }),
    height: fc.double({ min: 0.001, max: 170, noNaN: true }),
  });
  fc.assert(
    fc.property(box, fc.integer({ min: 0, max: 18 }), ({ west, south, width, height }, zoom) => {
      const side = clusterDegrees(zoom, { west, south, east: west + width, north: south + height });
      expect((width * height) / side ** 2).toBeLessThanOrEqual(limits.mapClusters);
    }),
  );
});

test("a step nearer halves the squares of a small part", () => {
  const box = { west: 99, south: 27, east: 99.01, north: 27.01 };
  expect(clusterDegrees(10, box)).toBeCloseTo(2 * clusterDegrees(11, box));
});
