/**
 * One-time codes as every authenticator app makes them. RFC 6238, 4 and 5.2: a step of half a minute, and one step either way for
 * clocks that differ.
 */
export const codes = { digits: 6, stepSeconds: 30, toleranceSteps: 1, secretBytes: 20 } as const;

/** How many recovery codes there are at once, and of how many groups of four signs each. */
export const recovery = { codes: 10, groups: 3 } as const;

/** How long a secret that was shown waits for its first code. */
export const offerMinutes = 15;

/** Why a code was not accepted. Whoever typed it is told none of it. */
export const codeFailures = {
  wrongCode: { zh: "验证码不正确", en: "wrong code" },
  usedCode: { zh: "验证码已使用过", en: "code that was used before" },
  wrongRecoveryCode: { zh: "恢复码不正确或已使用", en: "recovery code that is wrong or was used" },
  wrongKey: { zh: "安全密钥未通过核验", en: "security key that did not verify" },
  unknownKey: { zh: "不是本人在此网址登记的安全密钥", en: "security key that is not theirs at this address" },
  overdueKey: { zh: "安全密钥的应答过时或重复", en: "answer of a security key that came late, or twice" },
  copiedKey: {
    zh: "安全密钥计数倒退，疑似被复制",
    en: "security key that may have been copied: its count went back",
  },
  keyMissing: { zh: "密钥缺失，无法核对", en: "could not be checked: the key is missing" },
} as const;
export type CodeFailure = keyof typeof codeFailures;

/**
 * The step of which a code is good, or why it is not. RFC 6238, 5.2: a code works once; neither does one of a step before the last that
 * worked. `matched` is the step whose code it is, `last` the last one that worked, both counted from 1970.
 */
export function judgeStep(
  matched: number | undefined,
  last: number | undefined,
): { readonly step: number } | { readonly failure: CodeFailure } {
  if (matched === undefined) return { failure: "wrongCode" };
  return last !== undefined && matched <= last ? { failure: "usedCode" } : { step: matched };
}

/** A code or recovery code as it was meant: full-width signs, blanks, hyphens and capitals are of no matter. */
export const plainCode = (typed: string): string =>
  typed.normalize("NFKC").replaceAll(/[\s-]/g, "").toLowerCase();

export const isTimeCode = (plain: string): boolean => new RegExp(`^\\d{${codes.digits}}$`).test(plain);
