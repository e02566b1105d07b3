import { expect, test } from "vitest";
import { checkValue } from "../../core/register/check-field.ts";
import { position } from "../../core/register/field.ts";
import { positionText, positionUri } from "./position.ts";

const field = position({ words: { zh: "地点", en: "Place" } });

test.each([
  [{ latitude: 27.8258123, longitude: 99.70871, accuracy: 11.2 }, "geo:27.825812,99.708710;crs=wgs84;u=12"],
  [
    { latitude: -0.5, longitude: -179.999_999_9, accuracy: 1e9 },
    "geo:-0.500000,-180.000000;crs=wgs84;u=999999",
  ],
])("%j is told as the API takes it", (coordinates, uri) => {
  expect(positionUri(coordinates)).toBe(uri);
  expect(checkValue(field, uri)).toBeUndefined();
});

test("a place is read with its coordinate system and how exact it is", () => {
  const uri = "geo:27.825812,99.708710;crs=wgs84;u=12";
  expect(positionText(uri, "zh")).toBe("纬度 27.825812，经度 99.708710（WGS-84，误差约 12 米）");
  expect(positionText(uri, "en")).toBe("27.825812, 99.708710 (WGS-84, within about 12 m)");
  expect(positionText("somewhere", "zh")).toBe("somewhere");
});
