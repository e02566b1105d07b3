import type { DrawnOutline } from "../../../core/map/outline.ts";

/** A region as a shape on a picture of this size, with the middle of its bounds for a label. */
export interface Shape {
  readonly region: string;
  readonly path: string;
  readonly middle: readonly [x: number, y: number];
}

/**
 * Outlines as paths that fill a picture: degrees of longitude shortened by the latitude of the middle, which over a prefecture is
 * as good as any projection.
 */
export function shapesOf(outlines: readonly DrawnOutline[], width: number, height: number): readonly Shape[] {
  const places = outlines.flatMap(({ rings }) => rings.flat());
  if (places.length === 0) return [];
  const { west, south, east, north } = boundsOf(places);
  const shortened = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min(width / ((east - west) * shortened), height / (north - south));
  const [left, top] = [
    (width - (east - west) * shortened * scale) / 2,
    (height - (north - south) * scale) / 2,
  ];
  const placed = ([longitude, latitude]: readonly [number, number]): readonly [number, number] => [
    left + (longitude - west) * shortened * scale,
    top + (north - latitude) * scale,
  ];
  return outlines.map(({ region, rings }) => {
    const own = boundsOf(rings.flat());
    return {
      region,
      path: rings
        .map(
          (ring) =>
            `M${ring
              .map((place) =>
                placed(place)
                  .map((n) => n.toFixed(1))
                  .join(" "),
              )
              .join("L")}Z`,
        )
        .join(""),
      middle: placed([(own.west + own.east) / 2, (own.south + own.north) / 2]),
    };
  });
}

function boundsOf(places: readonly (readonly [number, number])[]) {
  const [longitudes, latitudes] = [places.map(([east]) => east), places.map(([, north]) => north)];
  return {
    west: Math.min(...longitudes),
    east: Math.max(...longitudes),
    south: Math.min(...latitudes),
    north: Math.max(...latitudes),
  };
}
