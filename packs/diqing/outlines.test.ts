import { expect, test } from "vitest";
import { drawnOutlines, publicMapNumber } from "../../core/map/outline.ts";
import { readPack } from "../../server/store/read-pack.ts";

const pack = await readPack(import.meta.dirname);
const drawn = drawnOutlines(pack);

test("the three counties have outlines, and no township has", () => {
  expect(drawn.map(({ region }) => region)).toEqual(["533401", "533422", "533423"]);
  expect(drawn.every(({ toBeConfirmed }) => toBeConfirmed)).toBe(true);
});

test("as drawn they lie within the prefecture, away from where GCJ-02 puts them", () => {
  for (const [longitude, latitude] of drawn.flatMap(({ rings }) => rings.flat())) {
    expect(longitude).toBeGreaterThan(98.5);
    expect(longitude).toBeLessThan(100.4);
    expect(latitude).toBeGreaterThan(26.8);
    expect(latitude).toBeLessThan(29.3);
  }
  const [published] = pack.outlines[0]?.rings[0] ?? [];
  const [shown] = drawn[0]?.rings[0] ?? [];
  const east = Math.abs((published?.[0] ?? 0) - (shown?.[0] ?? 0));
  expect(east).toBeGreaterThan(0.0005);
  expect(east).toBeLessThan(0.003);
});

test("a map is shown to nobody outside unless the pack names its approval number", () => {
  expect(publicMapNumber(pack)).toBeUndefined();
  expect(publicMapNumber({ ...pack, mapApproval: "云S(2026)1号" })).toBe("云S(2026)1号");
});
