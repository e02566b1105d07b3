const register = { words: { zh: "台账", en: "Register" } } as const;
const of = { words: { zh: "办理动作", en: "Act" } } as const;
const account = { words: { zh: "账号", en: "Account" } } as const;
const entry = { words: { zh: "条目", en: "Entry" } } as const;
const number = { words: { zh: "编号", en: "Number" } } as const;

/** What the audit log tells of enterprises that apply for an account: nobody is signed in then. */
export const applicationEvents = {
  applicationSent: {
    words: { zh: "提交企业注册申请", en: "Sent an enterprise's application" },
    to: "apart",
    facts: { register, entry, number, of },
  },
  applicationUnknown: {
    words: { zh: "查询企业注册申请未通过", en: "Failed to look up an enterprise's application" },
    to: "refused",
    facts: { number: { words: { zh: "输入的编号", en: "Number as entered" }, sealed: true } },
  },
  applicationPasswordChosen: {
    words: { zh: "经企业注册申请设置首个密码", en: "Chose the first password by an application" },
    to: "apart",
    facts: { account, entry, number },
  },
} as const;
