import type { Mention } from "./mention.ts";
import type { Words } from "./words.ts";

/**
 * What an act points out to the person who does it, and does all the same: something looks wrong that may be right. Told before
 * anything is written and again with the answer; what must stay in sight afterwards, the act keeps on the entry.
 */
export const warnings = {
  "credit-code-doubtful": {
    zh: "校验位不符，请核对证照；个别真实代码也不符，不影响登记",
    en: "The check digit does not fit. Compare the code with the licence; some real ones do not fit either, and it may stand",
  },
  "same-name-registered": {
    zh: "已有同名的条目，请先核对是否为同一对象",
    en: "An entry of the same name exists already; see whether it is the same",
  },
  "region-above-township": {
    zh: "只到县市或以上，请尽量选到乡镇",
    en: "A county or larger; choose the township where it is known",
  },
  "high-risk-unmarked": {
    zh: "该行业领域属于高危，但未勾选“高危行业”，请核对",
    en: "The sector is a high-risk one, and the enterprise is not marked so; see whether that is right",
  },
  "insurance-missing": {
    zh: "应当投保安责险的企业未登记保险期限",
    en: "The enterprise must insure, and no insurance is entered",
  },
  "permit-expired": {
    zh: "所填证照、保险或标准化已过有效期",
    en: "A licence, insurance or standardisation that is entered has run out",
  },
  "last-in-this-role": {
    zh: "卸任后该单位再无人担任此岗位，待办事项将无人办理，请及时授权接任者",
    en: "Nobody else in the organisation holds this role: what waits for it will wait until somebody else is granted it",
  },
  "code-applied-for-already": {
    zh: "同一信用代码另有注册申请，请核对是否重复或冒名",
    en: "The same code was applied for before; see whether it is the same person, or somebody in their name",
  },
  "enterprise-named-otherwise": {
    zh: "名册中该信用代码的企业名称与申请不同，请核对",
    en: "The roll knows this code by another name",
  },
  "enterprise-placed-otherwise": {
    zh: "名册中该企业的所在地区与申请不同，请核对",
    en: "The roll has this enterprise in another place",
  },
  "double-report-unproven": {
    zh: "双报告缺少凭证（会议记录、公示照片、回执等），报告照常办理，请尽快补充",
    en: "A report lacks its proof (minutes, a photo of the board, a receipt). It counts; add the proof soon",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type WarningCode = keyof typeof warnings;

export interface Warning {
  readonly code: WarningCode;
  /** The fields to look at again. */
  readonly fields?: readonly string[];
  /** Entries that it is about, within the person's sight. */
  readonly entries?: readonly Mention[];
}
