import type { Words } from "../words.ts";

/** Of tokens by which other systems are let in. */
export const partnerRefusals = {
  "token-ends-in-the-past": { zh: "有效期不能早于今天", en: "The token may not end before today" },
  "token-valid-too-long": { zh: "有效期过长，最长一年", en: "Valid for too long: a year at most" },
  "token-acts-unread": {
    zh: "可办理事项所在的台账须同时列为可查询",
    en: "It must read the registers in which it acts",
  },
  "token-beyond-role": {
    zh: "超出所比照岗位的权限",
    en: "This is more than the table of rights gives the role",
  },
  "requester-may-not-approve": {
    zh: "申请人不能批准自己的申请",
    en: "Whoever asked for it may not approve it",
  },
  "not-the-requester": {
    zh: "密钥只能由申请人领取",
    en: "Only whoever asked for the token takes its secret",
  },
  "token-not-over": { zh: "有效期未满，停用请吊销", en: "Its time is not over; revoke it to end it" },
  "token-over": { zh: "有效期已过，请另行申请", en: "Its time is over; ask for another" },
  "act-not-of-token": {
    zh: "接口令牌未获准办理此项",
    en: "The token was not given this act",
  },
  "asked-by-left-out": {
    zh: "令牌不提供名称的台账不能按文字搜索",
    en: "Nothing is searched by words in titles that the token leaves out",
  },
} as const satisfies Readonly<Record<string, Words>>;
