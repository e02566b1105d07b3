import { expect, test } from "vitest";
import { jpegTaken } from "../test/support/jpeg.ts";
import { png } from "../test/support/uploads.ts";
import { takenOf } from "./picture.ts";

const at = "2026:03:10 09:12:33";

test.each<[string, Buffer, object | undefined]>([
  [
    "time and place",
    jpegTaken({ at, longitude: 99.7087, latitude: 27.8258 }),
    { at: "2026-03-10T09:12:33", longitude: 99.7087, latitude: 27.8258 },
  ],
  ["time alone", jpegTaken({ at }), { at: "2026-03-10T09:12:33" }],
  [
    "place alone, south and west",
    jpegTaken({ longitude: -70.5, latitude: -33.25 }),
    { longitude: -70.5, latitude: -33.25 },
  ],
  ["a clock that was never set", jpegTaken({ at: "0000:00:00 00:00:00" }), undefined],
  ["a receiver that saw no satellite", jpegTaken({ longitude: 0, latitude: 0 }), undefined],
  ["degrees beyond the earth", jpegTaken({ longitude: 400, latitude: 27 }), undefined],
  ["a time that is none", jpegTaken({ at: "yesterday" }), undefined],
  ["neither", png(), undefined],
  ["half of a picture", jpegTaken({ at, longitude: 99.7, latitude: 27.8 }).subarray(0, 40), undefined],
  ["no picture", Buffer.from("%PDF-1.4"), undefined],
  ["nothing", Buffer.alloc(0), undefined],
])("a picture tells %s", async (_, bytes, taken) => {
  expect(await takenOf(bytes)).toEqual(taken);
});
