import type { Words } from "../words.ts";

const account = { words: { zh: "账号", en: "Account" } } as const;

/**
 * What the audit log tells of accounts and the identity provider. Whom the provider calls so stands in no line: it is theirs, and means
 * nothing to who reads here.
 */
export const signOnEvents = {
  signOnBound: {
    words: { zh: "绑定统一身份认证", en: "Bound the account to single sign-on" },
    to: "open",
    facts: {},
  },
  signOnBoundByName: {
    words: {
      zh: "首次统一身份认证登录，按用户名自动绑定",
      en: "Bound by the user name at the first single sign-on",
    },
    to: "open",
    facts: {},
  },
  signOnBindingFailed: {
    words: { zh: "绑定统一身份认证未成功", en: "Did not come to bind the account to single sign-on" },
    to: "open",
    facts: { why: { words: { zh: "原因", en: "Why" } } },
  },
  signOnUnbound: {
    words: { zh: "解除本人统一身份认证绑定", en: "Unbound the account from single sign-on" },
    to: "open",
    facts: {},
  },
  signOnTakenAway: {
    words: { zh: "解除他人统一身份认证绑定", en: "Unbound somebody's account from single sign-on" },
    to: "open",
    facts: { account },
  },
} as const;

/** Why somebody was not let in who came from the provider. Whoever tried is told less. */
export const signOnFailures = {
  notBound: { zh: "统一身份认证的用户没有绑定账号", en: "no account bound to who the provider says it is" },
  boundByName: {
    zh: "账号是按用户名自动绑定的，现在须由本人绑定",
    en: "bound by the user name, which is not enough any more",
  },
  notAnew: { zh: "没有在提供方重新验证身份", en: "did not show anew at the provider who it is" },
  providerRefused: { zh: "在提供方取消或被拒绝", en: "given up or refused at the provider" },
  answerInvalid: { zh: "提供方的应答核对不符", en: "what came back from the provider does not hold" },
  providerDown: { zh: "提供方没有应答", en: "the provider did not answer" },
} as const satisfies Readonly<Record<string, Words>>;
