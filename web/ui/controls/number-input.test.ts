import { expect, test } from "vitest";
import { numberIn } from "./NumberInput.tsx";

test.each([
  { typed: "", decimals: 2, gives: undefined },
  { typed: "  ", decimals: 2, gives: undefined },
  { typed: "12000.5", decimals: 2, gives: 12_000.5 },
  { typed: "12,000.555", decimals: 2, gives: 12_000.56 },
  { typed: "１２，０００．５", decimals: 2, gives: 12_000.5 },
  { typed: "3.7", decimals: 0, gives: 4 },
  { typed: "-", decimals: 0, gives: "none" },
  { typed: "十二", decimals: 0, gives: "none" },
  { typed: "Infinity", decimals: 0, gives: "none" },
])("“$typed” is read as $gives", ({ typed, decimals, gives }) => {
  expect(numberIn(typed, decimals)).toBe(gives);
});
