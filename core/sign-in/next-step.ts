import type { Words } from "../words.ts";
import type { Vouched } from "./sign-on.ts";

/** What somebody has still to do who gave the right password. Until then their session does nothing else. */
export const signInSteps = ["enter-code", "change-password", "set-second-factor"] as const;
export type SignInStep = (typeof signInSteps)[number];

export const signInStepWords = {
  "enter-code": { zh: "输入验证码或使用安全密钥", en: "show the second factor" },
  "change-password": { zh: "修改一次性密码", en: "change the issued password" },
  "set-second-factor": { zh: "设置第二重验证", en: "set up a second factor" },
} as const satisfies Readonly<Record<SignInStep, Words>>;

/** By what somebody may take the step of the second factor, where they have keys; a recovery code does beside either. */
export const secondWays = ["key", "code"] as const;
export type SecondWay = (typeof secondWays)[number];

/** How far somebody is with signing in. */
export interface SignInCase {
  /** Whether an administrator issued the password. */
  readonly mustChangePassword: boolean;
  readonly hasSecondFactor: boolean;
  readonly needsSecondFactor: boolean;
  /** Whether this session has shown the second factor. */
  readonly codeGiven: boolean;
  /** For how much an identity provider vouched in place of the password; left out where the password was given. */
  readonly vouched?: Vouched;
}

/**
 * The next step; undefined where they are signed in. The code comes first: whoever knows an issued password alone must not even choose
 * another.
 */
export function nextSignInStep(how: SignInCase): SignInStep | undefined {
  if (how.vouched === "both") return undefined;
  if (how.hasSecondFactor && !how.codeGiven) return "enter-code";
  // An issued password that was not used is known to whoever issued it, and is changed when it is.
  if (how.mustChangePassword && how.vouched === undefined) return "change-password";
  return how.needsSecondFactor && !how.hasSecondFactor ? "set-second-factor" : undefined;
}
