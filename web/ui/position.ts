import type { Language } from "../../core/words.ts";

interface Coordinates {
  readonly latitude: number;
  readonly longitude: number;
  /** In metres. */
  readonly accuracy: number;
}

// A browser's coordinates are those of WGS 84, as the Geolocation standard says.
const decimals = 6;
const mostMetres = 999_999;

/** A place as the API takes it: a geo URI (RFC 5870). */
export function positionUri({ latitude, longitude, accuracy }: Coordinates): string {
  const metres = Math.min(mostMetres, Math.ceil(accuracy));
  return `geo:${latitude.toFixed(decimals)},${longitude.toFixed(decimals)};crs=wgs84;u=${metres}`;
}

const systems: Readonly<Record<string, string>> = {
  wgs84: "WGS-84",
  cgcs2000: "CGCS2000",
  gcj02: "GCJ-02",
  bd09: "BD-09",
};

/** A geo URI as a person reads it; the URI itself where it is none of ours. */
export function positionText(uri: string, language: Language): string {
  const [, latitude, longitude, crs = "", metres] =
    /^geo:(-?[\d.]+),(-?[\d.]+);crs=(\w+);u=(\d+)$/.exec(uri) ?? [];
  if (latitude === undefined || longitude === undefined) return uri;
  const system = systems[crs] ?? crs;
  return language === "zh"
    ? `纬度 ${latitude}，经度 ${longitude}（${system}，误差约 ${metres} 米）`
    : `${latitude}, ${longitude} (${system}, within about ${metres} m)`;
}
