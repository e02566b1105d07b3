import type { Words } from "../../core/words.ts";

/** What can go wrong with the request of another system that shows the secret of a token. */
export const partnerProblems = {
  "token-unknown": {
    status: 401,
    words: { zh: "接口令牌的密钥不正确", en: "The secret is not that of any partner's token" },
  },
  "token-revoked": {
    status: 401,
    words: { zh: "接口令牌已吊销", en: "The partner's token has been revoked" },
  },
  "token-expired": {
    status: 401,
    words: { zh: "接口令牌已过有效期", en: "The time of the partner's token is over" },
  },
  "not-for-partners": {
    status: 403,
    words: { zh: "此接口不对接口令牌开放", en: "This is not open to partners' tokens" },
  },
  "token-quota-used": {
    status: 429,
    words: {
      zh: "请求次数已达接口令牌的上限，请按 Retry-After 所示时间再试",
      en: "The quota of the partner's token is used up; try again after the time in Retry-After",
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly words: Words }>>;
