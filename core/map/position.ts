import gcoord from "gcoord";

/** Where something lies, in degrees of CGCS2000: the one system in which positions are kept for the map, in answers and in outlines. */
export interface Point {
  readonly longitude: number;
  readonly latitude: number;
}

/**
 * The systems in which positions come in. CGCS2000 and WGS 84 lie centimetres apart and are taken as one; GCJ-02 is what maps
 * published in China must use and lies some hundred metres off; BD-09 is Baidu's, off again. `domain.md` §8.
 */
export const positionSystems = ["cgcs2000", "wgs84", "gcj02", "bd09"] as const;
export type PositionSystem = (typeof positionSystems)[number];

const libraryNames = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

const isSystem = (name: unknown): name is PositionSystem => positionSystems.some((one) => one === name);

/** Six decimals of a degree are a tenth of a metre. */
const rounded = (degrees: number): number => Math.round(degrees * 1_000_000) / 1_000_000;

/** A position that was measured in a system, as it is kept. */
export function storedPoint(system: PositionSystem, { longitude, latitude }: Point): Point {
  if (system === "cgcs2000" || system === "wgs84") return { longitude, latitude };
  const [east, north] = gcoord.transform([longitude, latitude], libraryNames[system], gcoord.WGS84);
  return { longitude: rounded(east), latitude: rounded(north) };
}

/** A kept position for an edge that speaks another system, as a tile layer in GCJ-02. */
export function pointIn(system: PositionSystem, { longitude, latitude }: Point): Point {
  if (system === "cgcs2000" || system === "wgs84") return { longitude, latitude };
  const [east, north] = gcoord.transform([longitude, latitude], gcoord.WGS84, libraryNames[system]);
  return { longitude: rounded(east), latitude: rounded(north) };
}

/** The kept position of an entry with a point and its system; undefined where either is missing, since a guess would lie 500 m off. */
export function pointOfValues(values: Readonly<Record<string, unknown>>): Point | undefined {
  const { longitude, latitude, coordinateSystem } = values;
  if (typeof longitude !== "number" || typeof latitude !== "number" || !isSystem(coordinateSystem))
    return undefined;
  return storedPoint(coordinateSystem, { longitude, latitude });
}
