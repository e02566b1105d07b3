/** Levels of risk and their colours, gravest first. */
export const riskLevels = {
  major: { zh: "重大（红）", en: "Major (red)" },
  larger: { zh: "较大（橙）", en: "Larger (orange)" },
  general: { zh: "一般（黄）", en: "General (yellow)" },
  low: { zh: "低（蓝）", en: "Low (blue)" },
} as const;

export type RiskLevel = keyof typeof riskLevels;

/** The methods that compute a level: LEC by L × E × C, LS by L × S. */
export type ScoringMethod = "lec" | "ls";

interface Figures {
  readonly likelihood?: number | undefined;
  readonly exposure?: number | undefined;
  readonly consequence?: number | undefined;
}

/**
 * The score of a risk, exact to three decimals: figures have one decimal at most, so they are multiplied as whole tenths. Undefined
 * while a figure of the method is missing.
 */
export function riskScore(
  method: ScoringMethod,
  { likelihood, exposure, consequence }: Figures,
): number | undefined {
  const factors = method === "lec" ? [likelihood, exposure, consequence] : [likelihood, consequence];
  let product = 1;
  for (const factor of factors) {
    if (factor === undefined) return undefined;
    product *= Math.round(factor * 10);
  }
  return product / 10 ** factors.length;
}

/**
 * The level of a score. Where two bands of a method meet, the score belongs to the graver one, but for the topmost of LEC, which
 * begins above its bound (320 is orange, 160 orange, 70 yellow). Bounds are parameters of the pack: throws where one is missing.
 */
export function levelOfScore(
  method: ScoringMethod,
  score: number,
  numbers: Readonly<Record<string, number>>,
): RiskLevel {
  const bound = (name: string): number => {
    const found = numbers[`risk.${method}.${name}`];
    if (found === undefined) throw new Error(`The pack has no number risk.${method}.${name}`);
    return found;
  };
  const isMajor = method === "lec" ? score > bound("major.above") : score >= bound("major.from");
  if (isMajor) return "major";
  if (score >= bound("larger.from")) return "larger";
  return score >= bound("general.from") ? "general" : "low";
}
