import type { Words } from "../words.ts";

/** Why a password is not accepted, in words that say what to do instead. */
export const passwordFaults = {
  "password-too-short": {
    zh: "至少 12 个字符。可以用一句只有自己知道的话，汉字、空格都可以",
    en: "At least 12 characters. A sentence that only you know will do; blanks are welcome",
  },
  "password-too-long": { zh: "密码过长（最多 1024 字节）", en: "Too long (1024 bytes at most)" },
  "password-characters": {
    zh: "含有看不见的控制字符，请重新输入",
    en: "Contains control characters that cannot be seen; type it anew",
  },
  "password-same": { zh: "不能与原密码相同", en: "Must differ from the old password" },
  "password-holds-name": {
    zh: "不能含有您的用户名或姓名",
    en: "May hold neither your user name nor your name",
  },
  "password-digits-only": {
    zh: "不能全是数字（生日、电话、身份证号最先被人试）",
    en: "May not be digits alone: birthdays and numbers are what others try first",
  },
  "password-common": {
    zh: "这是最常见的密码之一，最先被人试，请换一个",
    en: "One of the commonest passwords, which others try first; take another",
  },
  "password-phone": {
    zh: "主要由电话号码或区号组成，容易被猜到",
    en: "Made mostly of a telephone number or an area code, which is easily guessed",
  },
  "password-date": {
    zh: "主要由日期（如生日）组成，容易被猜到",
    en: "Made mostly of a date such as a birthday, which is easily guessed",
  },
  "password-lucky-numbers": {
    zh: "主要由 520、1314、888 一类常用数字组成，容易被猜到",
    en: "Made mostly of numbers that many use, such as 520, 1314 or 888",
  },
  "password-keyboard": {
    zh: "主要由键盘上相邻或连续的字符组成（如 qwerty、1234、abcd），容易被猜到",
    en: "Made mostly of neighbours on the keyboard or in order, such as qwerty, 1234 or abcd",
  },
  "password-repeats": {
    zh: "主要由重复的字符组成，容易被猜到",
    en: "Made mostly of characters that repeat, which is easily guessed",
  },
  "password-pinyin-name": {
    zh: "主要由拼音姓名或常用词加数字、符号组成，容易被猜到",
    en: "Made mostly of a name in pinyin or a common word with digits or signs",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type PasswordFault = keyof typeof passwordFaults;
