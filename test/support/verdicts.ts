import type { TargetVerdict } from "../../core/register/verdicts.ts";
import { campaign } from "./builders.ts";

const { indicators } = campaign.pack;

/** A target that came out in two ways by figures, and one by tasks. */
export const verdicts: readonly TargetVerdict[] = [
  ...indicators.slice(0, 1).map((indicator) => ({
    target: "o2-t1",
    asOf: "2027-01-04",
    lamps: [
      {
        colour: "green" as const,
        reason: { zh: "0项，已达到", en: "0, reached" },
        units: ["deqin-zhengfu"],
      },
      {
        colour: "red" as const,
        reason: { zh: "2项，未清零", en: "2, not down to that" },
        units: ["xianggelila-zhengfu"],
      },
    ],
    proof: {
      indicator,
      threshold: { comparison: "exactly" as const, value: 0 },
      from: "2024-01-01",
      to: "2026-12-31",
      whole: { value: 2, counted: 2 },
      figures: [
        { unit: "deqin-zhengfu", value: 0, counted: 0 },
        { unit: "xianggelila-zhengfu", value: 2, counted: 2 },
      ],
    },
  })),
  {
    target: "m1-c1-r1",
    asOf: "2027-01-04",
    lamps: [
      { colour: "grey", reason: { zh: "尚未下达佐证任务", en: "No task yet" }, units: ["zhou-zhengfu"] },
    ],
  },
];
