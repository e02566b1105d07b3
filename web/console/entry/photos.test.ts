import { expect, test } from "vitest";
import type { StoredFile } from "../../../core/register/field.ts";
import { hazard } from "../../../core/registers/hazard.ts";
import { aLine } from "../../support/a-line.ts";
import { anEntry, described } from "../../support/described.ts";
import { afterKey, gapsOf, photoPairs } from "./photos.ts";

const register = described(hazard);
const photo = (id: string, given: Partial<StoredFile> = {}): StoredFile => ({
  id,
  hash: id,
  name: `${id}.jpg`,
  type: "image/jpeg",
  sizeBytes: 1,
  ...given,
});

test("pictures of the find and of the rectification stand beside each other in their order", () => {
  const photos = [photo("b1"), photo("paper", { type: "application/pdf" }), photo("b2")];
  const afterPhotos = [photo("a1")];
  const entry = anEntry(hazard, { values: { photos, afterPhotos } });
  const lines = [aLine(hazard, 1, "find", { photos }), aLine(hazard, 7, "selfAccept", { afterPhotos })];
  const pairs = photoPairs(register, entry, lines);
  expect(pairs.map(({ before, after }) => [before?.file.id, after?.file.id])).toEqual([
    ["b1", "a1"],
    ["b2", undefined],
  ]);
  expect(pairs[0]?.before?.line?.act).toBe("find");
  expect(pairs[0]?.after?.line?.act).toBe("selfAccept");
  expect(pairs[1]?.before?.number).toBe(2);
});

test.each([
  { story: "none of the rectification", values: { photos: [photo("b1")] } },
  { story: "none of the find", values: { afterPhotos: [photo("a1")] } },
  { story: "nothing at all", values: {} },
])("without anything to compare there is no pair: $story", ({ values }) => {
  expect(photoPairs(register, anEntry(hazard, { values }), [])).toEqual([]);
});

test.each([
  { taken: { at: "2026-03-10T09:12:00", longitude: 99.7, latitude: 27.8 }, gaps: [] },
  { taken: { at: "2026-03-10T09:12:00", longitude: 99.7 }, gaps: ["place"] },
  { taken: { longitude: 99.7, latitude: 27.8 }, gaps: ["at"] },
])("what the camera did not write down is a gap: $gaps", ({ taken, gaps }) => {
  expect(gapsOf(photo("x", { taken }))).toEqual(gaps);
});

test.each([
  { key: "ArrowRight", from: { at: 0, zoom: 1 }, gives: { at: 1, zoom: 1 } },
  { key: "ArrowRight", from: { at: 2, zoom: 1 }, gives: { at: 2, zoom: 1 } },
  { key: "ArrowLeft", from: { at: 0, zoom: 1 }, gives: { at: 0, zoom: 1 } },
  { key: "ArrowLeft", from: { at: 2, zoom: 2 }, gives: undefined },
  { key: "+", from: { at: 1, zoom: 1 }, gives: { at: 1, zoom: 1.5 } },
  { key: "+", from: { at: 1, zoom: 4 }, gives: { at: 1, zoom: 4 } },
  { key: "-", from: { at: 1, zoom: 3 }, gives: { at: 1, zoom: 2 } },
  { key: "0", from: { at: 1, zoom: 3 }, gives: { at: 1, zoom: 1 } },
  { key: "Tab", from: { at: 1, zoom: 1 }, gives: undefined },
])("of three plates, $key at $from gives $gives", ({ key, from, gives }) => {
  expect(afterKey(from, key, 3)).toEqual(gives);
});
