import type { Pack } from "../pack/pack.ts";
import type { Words } from "../words.ts";
import { type Point, type PositionSystem, storedPoint } from "./position.ts";

/** The outline of a region as the map draws it, in CGCS2000. */
export interface DrawnOutline {
  readonly region: string;
  readonly name: Words;
  /** Closed rings of longitude and latitude. */
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly source: string;
  readonly toBeConfirmed: boolean;
}

const systems: Readonly<Record<"CGCS2000" | "WGS-84" | "GCJ-02", PositionSystem>> = {
  CGCS2000: "cgcs2000",
  "WGS-84": "wgs84",
  "GCJ-02": "gcj02",
};

/** The pack's outlines as they are drawn: taken over from the system in which they were published. */
export function drawnOutlines({
  outlines,
  regions,
}: Pick<Pack, "outlines" | "regions">): readonly DrawnOutline[] {
  return outlines.map(({ region, system, rings, source, toBeConfirmed }) => ({
    region,
    name: regions.find(({ code }) => code === region)?.name ?? { zh: region, en: region },
    rings: rings.map((ring) =>
      ring.map(([longitude, latitude]) => pair(storedPoint(systems[system], { longitude, latitude }))),
    ),
    source,
    toBeConfirmed,
  }));
}

const pair = ({ longitude, latitude }: Point): readonly [number, number] => [longitude, latitude];

/**
 * The approval number (审图号) without which a map is shown to nobody outside: Regulations on Map Management (2015) art. 15 and 34,
 * 待核实. Undefined where the pack names none; then no page that asks for no session may show a map.
 */
export const publicMapNumber = ({ mapApproval }: Pick<Pack, "mapApproval">): string | undefined =>
  mapApproval;
