import { passwordFaults } from "./sign-in/password-faults.ts";
import type { Words } from "./words.ts";

/** What can be wrong with one value that was entered, in the words of the person who entered it. */
export const problems = {
  ...passwordFaults,
  required: { zh: "必填", en: "Required" },
  unknown: { zh: "没有这一项", en: "There is no such field here" },
  "wrong-type": { zh: "格式不对", en: "Of the wrong kind" },
  "too-long": { zh: "内容过长", en: "Too long" },
  "too-many": { zh: "数量过多", en: "Too many" },
  "too-small": { zh: "数值过小", en: "Too small" },
  "too-large": { zh: "数值过大", en: "Too large" },
  "not-an-option": { zh: "不在可选范围内", en: "Not one of the options" },
  taken: { zh: "已有条目使用", en: "Another entry has it" },
  "not-a-day": { zh: "日期无效", en: "Not a valid day" },
  "bad-pattern": { zh: "格式不符合要求", en: "Does not have the required form" },
  "not-a-phone": {
    zh: "不是完整的电话号码（手机 11 位；固话带区号，如 0887-8220000）",
    en: "Not a whole telephone number: a mobile number of 11 digits, or a fixed line with its area code",
  },
  "not-an-id-number": {
    zh: "不是有效的公民身份号码（18 位，含校验位）",
    en: "Not a valid identity number: 18 characters, of which the last checks the others",
  },
  "not-a-bank-account": { zh: "不是完整的银行账号（只含数字）", en: "Not a whole bank account: digits only" },
  "not-found": { zh: "不存在或不可用", en: "Does not exist or cannot be used" },
  "control-characters": { zh: "含有不允许的控制字符", en: "Contains control characters" },
} as const satisfies Readonly<Record<string, Words>>;

export type ProblemCode = keyof typeof problems;

/** How much there may be, and how much there is. */
export interface Excess {
  readonly most: number;
  readonly given: number;
}

/** What is wrong with a value; of what is too much, also by how much, for whoever must cut it. */
export function problemWords({
  code,
  excess,
}: {
  readonly code: ProblemCode;
  readonly excess?: Excess;
}): Words {
  if (excess === undefined) return problems[code];
  const { most, given } = excess;
  return code === "too-long"
    ? { zh: `最多 ${most} 字，现有 ${given} 字`, en: `At most ${most} characters; there are ${given}` }
    : { zh: `最多 ${most} 个，现有 ${given} 个`, en: `At most ${most}; there are ${given}` };
}
