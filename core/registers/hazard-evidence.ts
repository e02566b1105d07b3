import { afterwards } from "../register/attempt.ts";
import type { StoredFile } from "../register/field.ts";
import type { Attempt } from "../register/register.ts";
import type { evidenceGaps } from "./hazard-aside-fields.ts";
import type { HazardValues } from "./hazard-fields.ts";

type Gap = keyof typeof evidenceGaps;

/** The gaps once the act's photos are there; undefined, so that nothing is kept, while there is nothing to say. */
export function gapsOf(attempt: Attempt<HazardValues>): readonly Gap[] | undefined {
  const { facts } = attempt;
  const { values } = attempt.entry;
  const before = photosIn(afterwards(attempt, "photos"));
  const after = photosIn(afterwards(attempt, "afterPhotos"));
  const all = [...before, ...after];
  const accepted = afterwards(attempt, "acceptanceReport") !== undefined && values.level === "major";
  const most = facts.numbers["hazard.photos.apart"];
  const found: Readonly<Record<Gap, boolean>> = {
    none: accepted && (before.length === 0 || after.length === 0),
    noTime: all.some(({ taken }) => taken?.at === undefined),
    noPlace: all.some((photo) => placeOf(photo) === undefined),
    early: after.some(({ taken }) => (taken?.at ?? "9") < (values.foundOn ?? "")),
    apart:
      most !== undefined && before.some((one) => after.some((other) => metresBetween(one, other) > most)),
  };
  const gaps = gapNames.filter((gap) => found[gap]);
  return gaps.length > 0 ? gaps : undefined;
}

const gapNames: readonly Gap[] = ["none", "noTime", "noPlace", "early", "apart"];

/** Papers may lie among the photos; only pictures have a time and a place. */
const photosIn = (files: readonly StoredFile[] | undefined): readonly StoredFile[] =>
  (files ?? []).filter(({ type }) => type.startsWith("image/"));

interface Place {
  readonly longitude: number;
  readonly latitude: number;
}

function placeOf({ taken }: StoredFile): Place | undefined {
  const { longitude, latitude } = taken ?? {};
  return longitude === undefined || latitude === undefined ? undefined : { longitude, latitude };
}

const earthRadiusMetres = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Along the earth's surface, by the haversine formula on a sphere: to a few metres in a thousand. 0 where a place is unknown. */
function metresBetween(one: StoredFile, other: StoredFile): number {
  const [from, to] = [placeOf(one), placeOf(other)];
  if (from === undefined || to === undefined) return 0;
  const half = (a: number, b: number) => Math.sin(radians(b - a) / 2) ** 2;
  const chord =
    half(from.latitude, to.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * half(from.longitude, to.longitude);
  return 2 * earthRadiusMetres * Math.asin(Math.sqrt(chord));
}
