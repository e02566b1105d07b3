import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Point, type PositionSystem, pointIn, pointOfValues, storedPoint } from "./position.ts";

/** Metres between two points that lie near each other. */
function metresBetween(one: Point, other: Point): number {
  const metresPerDegree = 111_320;
  const east = (one.longitude - other.longitude) * Math.cos((one.latitude * Math.PI) / 180);
  return Math.hypot(east, one.latitude - other.latitude) * metresPerDegree;
}

// Known pairs of WGS 84 and GCJ-02, from the tests of the converter eviltransform, which others measure themselves by.
const known: readonly { place: string; wgs84: Point; gcj02: Point }[] = [
  {
    place: "Shanghai",
    wgs84: { longitude: 121.5272106, latitude: 31.1774276 },
    gcj02: { longitude: 121.531541859215, latitude: 31.17530398364597 },
  },
  {
    place: "Shenzhen",
    wgs84: { longitude: 113.912316, latitude: 22.543847 },
    gcj02: { longitude: 113.9171764808363, latitude: 22.540796131694766 },
  },
  {
    place: "Beijing",
    wgs84: { longitude: 116.377817, latitude: 39.911954 },
    gcj02: { longitude: 116.38404722455657, latitude: 39.91334545536069 },
  },
];
const publishedPair = {
  gcj02: { longitude: 116.404, latitude: 39.915 },
  bd09: { longitude: 116.410369, latitude: 39.921337 },
};

describe("at known points", () => {
  test.each(known)("in $place GCJ-02 is taken back to where it was measured", ({ wgs84, gcj02 }) => {
    expect(metresBetween(storedPoint("gcj02", gcj02), wgs84)).toBeLessThan(0.5);
    expect(metresBetween(pointIn("gcj02", wgs84), gcj02)).toBeLessThan(0.5);
  });

  test("BD-09 and GCJ-02 of one place are kept as one point", () => {
    const [one, other] = [storedPoint("gcj02", publishedPair.gcj02), storedPoint("bd09", publishedPair.bd09)];
    expect(metresBetween(one, other)).toBeLessThan(1);
  });

  test.each<{ system: PositionSystem; off: readonly [number, number] }>([
    { system: "cgcs2000", off: [0, 0] },
    { system: "wgs84", off: [0, 0] },
    { system: "gcj02", off: [300, 600] },
    { system: "bd09", off: [600, 1_500] },
  ])("in Shangri-La $system lies within $off metres of CGCS2000", ({ system, off: [least, most] }) => {
    const seat = { longitude: 99.7087, latitude: 27.8258 };
    const metres = metresBetween(storedPoint(system, seat), seat);
    expect(metres).toBeGreaterThanOrEqual(least);
    expect(metres).toBeLessThanOrEqual(most);
  });
});

test("there and back again is less than half a metre, anywhere on the mainland", () => {
  const anywhere = fc.record({
    longitude: fc.double({ min: 73.6, max: 134.7, noNaN: true }),
    latitude: fc.double({ min: 18.2, max: 53.5, noNaN: true }),
  });
  const system = fc.constantFrom<PositionSystem>("cgcs2000", "wgs84", "gcj02", "bd09");
  fc.assert(
    fc.property(anywhere, system, (point, name) => {
      expect(metresBetween(storedPoint(name, pointIn(name, point)), point)).toBeLessThan(0.5);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  { values: {}, says: "nothing" },
  { values: { longitude: 99.7, latitude: 27.8 }, says: "no system" },
  { values: { longitude: 99.7, coordinateSystem: "wgs84" }, says: "half a point" },
  { values: { longitude: 99.7, latitude: 27.8, coordinateSystem: "mars" }, says: "an unknown system" },
])("an entry that says $says has no point", ({ values }) => {
  expect(pointOfValues(values)).toBeUndefined();
});
