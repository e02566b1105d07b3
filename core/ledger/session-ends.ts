import type { Words } from "../words.ts";

/** Why a session ended that nobody signed out of. */
export const sessionEnds = {
  expired: { zh: "超过时限", en: "its time was over" },
  disabled: { zh: "账号已停用", en: "account disabled" },
  postEnded: { zh: "岗位已终止", en: "the post has ended" },
  passwordIssued: { zh: "管理员发放了一次性密码", en: "an administrator issued a password" },
  passwordChanged: { zh: "本人修改了密码", en: "the person changed the password" },
  endedElsewhere: { zh: "本人在别处结束了这次登录", en: "the person ended it from elsewhere" },
  endedByAdministrator: {
    zh: "系统管理员结束了该账号的登录",
    en: "the system administrator ended the account's sessions",
  },
  signedInAgain: { zh: "本人在同一浏览器重新登录", en: "the person signed in again in the same browser" },
  tooMany: {
    zh: "同一账号在别处又有登录，超过了同时登录数的上限",
    en: "the account was signed in to elsewhere, oftener at a time than it may be",
  },
  secondFactorSet: { zh: "本人设置了第二重验证", en: "the person set up a second factor" },
  secondFactorReset: { zh: "第二重验证被重置", en: "the second factor was removed" },
  signOnTakenAway: {
    zh: "系统管理员解除了统一身份认证绑定",
    en: "the account was unbound from single sign-on",
  },
} as const satisfies Readonly<Record<string, Words>>;
export type SessionEnd = keyof typeof sessionEnds;
