import { afterwards } from "../register/attempt.ts";
import { choice, code, day, label } from "../register/field.ts";
import type { Attempt } from "../register/register.ts";
import type { Warning } from "../warnings.ts";
import { laws } from "./laws.ts";

const group = { zh: "证照、保险与标准化", en: "Licence, insurance and standardisation" };

/** What an enterprise may have to show, each with the last day on which it holds. `domain.md` §2.2. */
export const permitFields = {
  safetyLicence: code({
    words: { zh: "安全许可证照编号", en: "Number of the safety licence" },
    why: {
      zh: "安全生产许可证、危险化学品经营许可证等，按所在行业填写",
      en: "Work-safety licence, hazardous chemicals trading licence and the like, as the trade needs",
    },
    maxLength: 80,
    group,
  }),
  safetyLicenceTo: day({ words: { zh: "许可证照有效期至", en: "Licence valid to" }, group }),
  insurer: label({
    words: { zh: "安责险承保机构", en: "Insurer" },
    law: laws.insure,
    maxLength: 120,
    group,
  }),
  insurancePolicy: code({
    words: { zh: "安责险保单号", en: "Liability policy number" },
    law: laws.insure,
    maxLength: 80,
    group,
  }),
  insuredTo: day({ words: { zh: "安责险保至", en: "Insured to" }, law: laws.insure, column: true, group }),
  standardisation: choice({
    words: { zh: "安全生产标准化等级", en: "Standardisation grade" },
    law: laws.standardise,
    group,
    options: {
      first: { zh: "一级", en: "First" },
      second: { zh: "二级", en: "Second" },
      third: { zh: "三级", en: "Third" },
      small: { zh: "小微企业达标", en: "Met as a small enterprise" },
    },
  }),
  standardisationTo: day({
    words: { zh: "标准化有效期至", en: "Standardisation valid to" },
    law: laws.standardise,
    group,
  }),
} as const;

export const permitNames = Object.keys(permitFields) as readonly (keyof typeof permitFields)[];

type Permits = Attempt<{
  readonly insuranceHighRisk?: boolean | undefined;
  readonly highRisk?: boolean | undefined;
  readonly sector?: string | undefined;
  readonly safetyLicenceTo?: string | undefined;
  readonly insuredTo?: string | undefined;
  readonly standardisationTo?: string | undefined;
}>;

const lastDays = ["safetyLicenceTo", "insuredTo", "standardisationTo"] as const;

/** Something that held no longer does. */
export function permitsHold(attempt: Permits): Warning | undefined {
  const ended = lastDays.filter((name) => (afterwards(attempt, name) ?? attempt.day) < attempt.day);
  return ended.length > 0 ? { code: "permit-expired", fields: ended } : undefined;
}

/** 应急〔2025〕27号: enterprises of eight high-risk trades insure. A gap is pointed out and blocks nothing. */
export function isInsured(attempt: Permits): Warning | undefined {
  const must = afterwards(attempt, "insuranceHighRisk") === true;
  return must && afterwards(attempt, "insuredTo") === undefined
    ? { code: "insurance-missing", fields: ["insuredTo"] }
    : undefined;
}

/** Whether the enterprise is marked as its sector is in the pack: one that only some of the sector are may be either. */
export function highRiskFits(attempt: Permits): Warning | undefined {
  const sector = afterwards(attempt, "sector");
  const isMarked = afterwards(attempt, "highRisk") === true;
  const isOfSector = sector !== undefined && attempt.facts.highRiskSectors.includes(sector);
  return isOfSector && !isMarked ? { code: "high-risk-unmarked", fields: ["highRisk"] } : undefined;
}
