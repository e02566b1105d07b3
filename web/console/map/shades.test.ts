import { expect, test } from "vitest";
import { childRegions, regionLevelOf } from "./places.ts";
import { shadeOf } from "./shades.ts";

test.each([
  { value: null, most: 4, shade: undefined },
  { value: 0, most: 4, shade: 0 },
  { value: 1, most: 4, shade: 1 },
  { value: 1, most: 400, shade: 1 },
  { value: 3, most: 4, shade: 3 },
  { value: 4, most: 4, shade: 4 },
  { value: 0, most: 0, shade: 0 },
])("$value where the most is $most has shade $shade", ({ value, most, shade }) => {
  expect(shadeOf(value, most)).toBe(shade);
});

const regions = ["53", "5334", "533401", "533422", "533401101", "533401102", "533422101"].map((code) => ({
  code,
  name: { zh: code, en: code },
}));

test.each([
  { base: "", by: "county", codes: ["533401", "533422"] },
  { base: "5334", by: "county", codes: ["533401", "533422"] },
  { base: "533401", by: "township", codes: ["533401101", "533401102"] },
  { base: "533401101", by: "township", codes: ["533401101"] },
])("below $base come $codes", ({ base, by, codes }) => {
  expect(regionLevelOf(base)).toBe(by);
  expect(childRegions(regions, base).map(({ code }) => code)).toEqual(codes);
});
