import ExifReader from "exifreader";
import type { Taken } from "../core/register/field.ts";

const cameraTime = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/;

/** When and where a picture says that it was taken; undefined where it says neither, as one that was edited or sent on seldom does. */
export async function takenOf(bytes: Buffer): Promise<Taken | undefined> {
  const tags = await readTags(bytes);
  const taken = { ...timeIn(tags), ...placeIn(tags) };
  return Object.keys(taken).length > 0 ? taken : undefined;
}

type Tags = { readonly exif?: ExifReader.ExifTags; readonly gps?: ExifReader.GpsTags };

/** What cannot be read says nothing: a picture is kept for what it shows. */
async function readTags(bytes: Buffer): Promise<Tags> {
  try {
    return await ExifReader.load(bytes, { expanded: true, async: true });
  } catch {
    return {};
  }
}

function timeIn({ exif }: Tags): Taken {
  const [, year, month, day, time] = cameraTime.exec(exif?.DateTimeOriginal?.description ?? "") ?? [];
  // A camera whose clock was never set writes zeros.
  return year === undefined || year === "0000" ? {} : { at: `${year}-${month}-${day}T${time}` };
}

const decimals = 6;

function placeIn({ gps }: Tags): Taken {
  const { Longitude: longitude, Latitude: latitude } = gps ?? {};
  if (!isWithin(longitude, 180) || !isWithin(latitude, 90)) return {};
  // Nowhere, as a receiver without sight of the sky writes it.
  if (longitude === 0 && latitude === 0) return {};
  return { longitude: Number(longitude.toFixed(decimals)), latitude: Number(latitude.toFixed(decimals)) };
}

const isWithin = (degrees: number | undefined, most: number): degrees is number =>
  degrees !== undefined && Number.isFinite(degrees) && Math.abs(degrees) <= most;
