import { type Outline, outlineSystems } from "./pack.ts";
import { flag, listOf, number, oneOf, optional, record, type Shape, text } from "./shape.ts";

const longitude = number(73, 136, "fractions");
const latitude = number(3, 54, "fractions");

/** Two degrees; a pair that was swapped lies outside the country's own. */
const position: Shape<readonly [longitude: number, latitude: number]> = {
  problems(value, at) {
    if (!Array.isArray(value) || value.length !== 2) return [{ at, code: "wrong-type" }];
    return [...longitude.problems(value[0], `${at}/0`), ...latitude.problems(value[1], `${at}/1`)];
  },
};

/** `outlines.json`. */
export const outlinesFile = record<{ readonly outlines: readonly Outline[]; readonly mapApproval?: string }>({
  outlines: listOf(
    record<Outline>({
      region: text(/^[0-9]{2,12}$/),
      system: oneOf(outlineSystems),
      rings: listOf(listOf(position)),
      source: text(),
      toBeConfirmed: flag,
    }),
  ),
  mapApproval: optional(text(/^[^\s]+S.*号$/u)),
});
