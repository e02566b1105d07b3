import { expect, test } from "vitest";
import { dark, light, type Palette } from "./tokens.ts";

/** Relative luminance by WCAG 2.2. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

type Pair = readonly [text: keyof Palette, ground: keyof Palette];
const grounds = ["paper", "ground", "stripe"] as const;
const texts = ["ink", "inkSoft", "accent", "accentStrong", "red", "orange", "yellow", "blue"] as const;
const pairs: readonly Pair[] = [
  ...texts.flatMap((text) => grounds.map((ground): Pair => [text, ground])),
  ["ink", "accentSoft"],
  ["inkSoft", "accentSoft"],
  ["accent", "accentSoft"],
  ["accentStrong", "accentSoft"],
  ["onAccent", "accent"],
  ["onAccent", "accentStrong"],
  ["onAccent", "red"],
  ["placeholder", "paper"],
  ...(["red", "orange", "yellow", "blue"] as const).flatMap((risk): readonly Pair[] => [
    [risk, `${risk}Soft`],
    ["ink", `${risk}Soft`],
  ]),
];

test.each([
  ["light", light],
  ["dark", dark],
])("every text of the %s palette can be read on every ground it stands on", (_name, palette) => {
  const faint = pairs.filter(([text, ground]) => contrast(palette[text], palette[ground]) < 4.5);
  expect(faint).toEqual([]);
});

test.each([
  ["light", light],
  ["dark", dark],
])("a control of the %s palette has an edge that is seen", (_name, palette) => {
  expect(contrast(palette.lineStrong, palette.paper)).toBeGreaterThanOrEqual(3);
  expect(contrast(palette.accent, palette.paper)).toBeGreaterThanOrEqual(3);
});

test("the contrast of black on white is 21, as WCAG has it", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21);
});
