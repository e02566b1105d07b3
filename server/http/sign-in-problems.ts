import type { Words } from "../../core/words.ts";

/** What can go wrong with signing in, with a session, and with the password and second factor of an account. */
export const signInProblems = {
  "posts-left-out": {
    status: 409,
    words: {
      zh: "此人还有其他任职未列入，请刷新后把全部任职一并办理",
      en: "This person holds further posts: read the page anew and hand over all of them together",
    },
  },
  "not-signed-in": {
    status: 401,
    words: { zh: "尚未登录或登录已失效", en: "Not signed in, or the session has ended" },
  },
  "session-ended": {
    status: 401,
    words: { zh: "这次登录已被结束", en: "This session was ended" },
  },
  "session-locked": {
    status: 401,
    words: { zh: "长时间没有操作，已锁定", en: "Locked, since nothing was done for a while" },
  },
  "sign-in-failed": {
    status: 401,
    words: { zh: "用户名或密码不正确", en: "User name or password is wrong" },
  },
  "sign-in-unfinished": {
    status: 403,
    words: {
      zh: "登录尚未完成，请先办理下一步",
      en: "Signing in is not finished; do the next step first",
    },
  },
  "application-unknown": {
    status: 404,
    words: {
      zh: "申请编号或查询码不正确，请核对提交时显示的编号和查询码",
      en: "No application has this number and secret; compare them with what was shown when it was sent",
    },
  },
  "application-not-approved": {
    status: 409,
    words: { zh: "申请尚未通过，暂不能设置密码", en: "It is not approved, so no password can be chosen yet" },
  },
  "application-used": {
    status: 409,
    words: {
      zh: "密码已经设置，请直接登录；忘记密码的，请联系所在县市的系统管理员",
      en: "A password was chosen already: sign in. If it is forgotten, the system administrator helps",
    },
  },
  "application-secret-over": {
    status: 409,
    words: {
      zh: "设置密码的期限已过，请联系所在县市的系统管理员发放一次性密码",
      en: "The time to choose a password is over; the system administrator issues a one-time password",
    },
  },
  "too-many-applications": {
    status: 429,
    words: {
      zh: "提交过于频繁，请一小时后再试",
      en: "Too many applications from here; try again in an hour",
    },
  },
  "password-refused": {
    status: 422,
    words: { zh: "新密码不符合要求，未修改", en: "The new password is not accepted; nothing was changed" },
  },
  "shared-account": {
    status: 409,
    words: {
      zh: "演示系统的账号人人共用，其密码和登录方式不能更改",
      en: "Everybody shares the accounts of a demonstration; how they sign in stays as it is",
    },
  },
  "own-account": {
    status: 422,
    words: {
      zh: "不能为自己的账号办理，请在“我的账号”中修改，或请另一位管理员办理",
      en: "Not for the own account: change it under “My account”, or ask another administrator",
    },
  },
  "code-required": {
    status: 422,
    words: {
      zh: "请输入手机上的验证码或恢复码，或使用安全密钥",
      en: "Give the code of your authenticator or a recovery code, or show a security key",
    },
  },
  "code-wrong": {
    status: 422,
    words: {
      zh: "验证码不正确或已使用过，请等手机上显示下一个验证码再输入",
      en: "The code is wrong or was used; wait for the next one and give that",
    },
  },
  "code-not-asked": {
    status: 409,
    words: { zh: "当前不需要验证码", en: "No code is asked for at present" },
  },
  "no-second-factor": {
    status: 409,
    words: { zh: "该账号尚未设置第二重验证", en: "The account has no second factor" },
  },
  "no-secret-shown": {
    status: 409,
    words: {
      zh: "设置已过时，请重新扫码后再输入验证码",
      en: "That took too long; scan anew, then give the code",
    },
  },
  "second-factor-required": {
    status: 409,
    words: {
      zh: "您的岗位必须使用第二重验证：请先设置另一种再停用，换手机请用“更换手机”；新任岗位请退出后重新登录设置",
      en: "Your post demands a second factor: set up another first, or replace it; for another post sign out and in again",
    },
  },
  "reset-asked-already": {
    status: 409,
    words: { zh: "已有待确认的重置申请", en: "Its removal is asked for already" },
  },
  "asked-by-oneself": {
    status: 422,
    words: {
      zh: "自己申请的不能自己确认，须由另一位管理员确认",
      en: "Nobody confirms what they asked for themselves; another administrator does",
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly words: Words }>>;
