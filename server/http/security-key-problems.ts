import type { Words } from "../../core/words.ts";

/** What can go wrong with security keys. */
export const securityKeyProblems = {
  "keys-not-here": {
    status: 409,
    words: { zh: "此网址不能使用安全密钥", en: "Security keys cannot be used at this address" },
  },
  "no-security-key": {
    status: 409,
    words: { zh: "该账号没有安全密钥", en: "The account has no security key" },
  },
  "keys-elsewhere": {
    status: 409,
    words: {
      zh: "您的安全密钥是在本系统的另一个网址登记的，请用那个网址打开，或改用验证码、恢复码",
      en: "Your security keys belong to another address of this system: open it there, or give a code or recovery code",
    },
  },
  "key-refused": {
    status: 422,
    words: {
      zh: "安全密钥未通过核验或等待过久，请再试一次，或改用验证码、恢复码",
      en: "The security key did not verify, or it took too long: try again, or give a code or recovery code",
    },
  },
  "key-known": {
    status: 409,
    words: { zh: "这把安全密钥已经登记过", en: "This security key is registered already" },
  },
  "too-many-keys": {
    status: 409,
    words: {
      zh: "安全密钥已达上限，请先移除不用的",
      en: "You have as many security keys as one may; remove one that is no longer of use",
    },
  },
} as const satisfies Readonly<Record<string, { readonly status: number; readonly words: Words }>>;
