import { type Problem, type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { choice, decimal, label } from "../register/field.ts";
import type { Attempt } from "../register/register.ts";
import type { Warning } from "../warnings.ts";

const group = { zh: "地址与坐标", en: "Address and coordinates" };

/** Where something stands, as enterprise and site tell it: an address, and a point in the system in which it was measured. */
export const placeFields = {
  address: label({ words: { zh: "地址", en: "Address" }, group }),
  // The country's own outermost degrees: a pair that was swapped lies outside.
  longitude: decimal({
    words: { zh: "经度（度）", en: "Longitude (degrees)" },
    min: 73,
    max: 136,
    decimals: 6,
    group,
  }),
  latitude: decimal({
    words: { zh: "纬度（度）", en: "Latitude (degrees)" },
    min: 3,
    max: 54,
    decimals: 6,
    group,
  }),
  coordinateSystem: choice({
    words: { zh: "坐标系", en: "Coordinate system" },
    why: {
      zh: "手机定位为 WGS84，高德、腾讯地图为 GCJ-02，百度地图为 BD-09；坐标系不明就无法落图",
      en: "A phone gives WGS 84, most Chinese web maps GCJ-02, Baidu BD-09; without it a point cannot be put on a map",
    },
    group,
    options: {
      cgcs2000: { zh: "CGCS2000", en: "CGCS2000" },
      wgs84: { zh: "WGS84", en: "WGS 84" },
      gcj02: { zh: "GCJ-02", en: "GCJ-02" },
      bd09: { zh: "BD-09", en: "BD-09" },
    },
  }),
} as const;

const pointFields = ["longitude", "latitude", "coordinateSystem"] as const;

type Placing = Attempt<{
  readonly longitude?: number | undefined;
  readonly latitude?: number | undefined;
  readonly coordinateSystem?: string | undefined;
  readonly region?: string | undefined;
}>;

/** A point is two degrees and the system in which they hold, or nothing. */
export function pointIsWhole(attempt: Placing): Refusal | undefined {
  const missing = pointFields.filter((name) => afterwards(attempt, name) === undefined);
  if (missing.length === 0 || missing.length === pointFields.length) return undefined;
  return refusal(
    "coordinates-incomplete",
    missing.map((field): Problem => ({ field, code: "required" })),
  );
}

const townshipCodeLength = 9;

/** Townships keep lists of their own; what is placed in a county only stands in none of them. */
export function regionIsTownship({ input }: Placing): Warning | undefined {
  const { region } = input;
  return region !== undefined && region.length < townshipCodeLength
    ? { code: "region-above-township", fields: ["region"] }
    : undefined;
}
