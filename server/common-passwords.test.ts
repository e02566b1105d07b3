import { expect, test } from "vitest";
import { passwordFault } from "../core/sign-in/password.ts";
import { commonPasswords } from "./common-passwords.ts";

test("the hundred thousand commonest passwords are known, and the long ones of a million", async () => {
  const isCommon = await commonPasswords();
  for (const password of ["123456", "unbelievable", "1234567890", "qwertyuiop"])
    expect(isCommon(password)).toBe(true);
  for (const password of ["correct horse battery staple", "雪山脚下的小学校"])
    expect(isCommon(password)).toBe(false);
});

test.each(["Unbelievable", "Sunshine2024!", "babygirl2008", "dragon_monkey1"])(
  "%s is too common",
  async (password) => {
    const judged = { username: "lin", name: "林", leastCharacters: 12, isCommon: await commonPasswords() };
    expect(passwordFault(password, judged)).toBeDefined();
  },
);
