import fc from "fast-check";
import { expect, test } from "vitest";
import { passwordFault } from "./password.ts";
import type { PasswordFault } from "./password-faults.ts";

const common = new Set([
  "password",
  "iloveyou",
  "dragon",
  "sunshine",
  "trustno1",
  "woaini",
  "passwordpassword",
]);
const judged = (password: string, own: { old?: string } = {}) =>
  passwordFault(password, {
    username: "heyun",
    name: "和云",
    leastCharacters: 12,
    isCommon: (text) => common.has(text),
    ...own,
  });

test.each<[string, PasswordFault]>([
  ["Tx7!qP2zvK9", "password-too-short"],
  ["雪山脚下有一座小学校呢", "password-too-short"],
  [`${"雪山脚下的小学校".repeat(43)}`, "password-too-long"],
  ["Tx7!qP2zvK9\u0007#", "password-characters"],
  ["Tx7!qP2zvK9#\ud800", "password-characters"],
  ["heyun-Tx7!qP2zvK9", "password-holds-name"],
  ["HEYUN-Tx7!qP2zvK9", "password-holds-name"],
  ["和云-Tx7!qP2zvK9#", "password-holds-name"],
  ["ｈｅｙｕｎ-Tx7!qP2zvK9", "password-holds-name"],
  ["847261930562", "password-digits-only"],
  ["passwordPASSWORD", "password-common"],
  ["Password@4711", "password-common"],
  ["iloveyou!dragon", "password-common"],
  ["wei13887654321", "password-phone"],
  ["+86-13887654321a", "password-phone"],
  ["0887-8226543abc", "password-phone"],
  ["abc1990.01.01xyz", "password-date"],
  ["1990年1月1日abc", "password-date"],
  ["my19900101!!", "password-date"],
  ["wo5201314ni!", "password-lucky-numbers"],
  ["qwertyuiop!1", "password-keyboard"],
  ["poiuytrewq!1", "password-keyboard"],
  ["1qaz2wsx3edc", "password-keyboard"],
  ["1q2w3e4r5t6y", "password-keyboard"],
  ["Abcdefgh!xy7", "password-keyboard"],
  ["ababababab!x", "password-repeats"],
  ["aaaaaaaa!bbb", "password-repeats"],
  ["abc!xabc!xabc!x", "password-repeats"],
  ["zhangwei@#1!", "password-pinyin-name"],
  ["li.xiaoming!7", "password-pinyin-name"],
  ["Zhangwei1990!", "password-pinyin-name"],
])("%s is refused: %s", (password, fault) => {
  expect(judged(password)).toBe(fault);
});

test.each([
  "Tx7!qP2zvK9#",
  "雪山脚下有一座小学校，春天",
  "correct horse battery staple",
  "每天早上喝酥油茶再上班 2026",
  "deqin snow leopard walks home",
  "Tx7!qP2zvK9#1990",
])("%s is accepted", (password) => {
  expect(judged(password)).toBeUndefined();
});

test("the old one is refused, also in full-width letters", () => {
  const refused = ["Tx7!qP2zvK9#", "Ｔx7!qP2zvK9#"].map((password) =>
    judged(password, { old: "Tx7!qP2zvK9#" }),
  );
  expect(refused).toEqual(["password-same", "password-same"]);
});

test("a demonstration takes shorter ones, and its own is none of the guesses", () => {
  const lenient = { username: "lin", name: "林执行", leastCharacters: 8, isCommon: () => false };
  expect(passwordFault("zhiben-demo", lenient)).toBeUndefined();
});

const guessable = fc.oneof(
  fc.constantFrom("qwerty", "asdfgh", "1234", "abcd", "!@#$", "5201314", "1314", "888", "iloveyou", "dragon"),
  fc
    .date({ min: new Date("1950-01-01"), max: new Date("2026-12-31"), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10).replaceAll("-", "")),
  fc.stringMatching(/^1[3-9]\d{9}$/),
);

test("whatever is put together of guesses alone is refused, in small or capital letters", () => {
  fc.assert(
    fc.property(fc.array(guessable, { minLength: 1, maxLength: 5 }), fc.boolean(), (pieces, capitals) => {
      const password = pieces.join("-");
      expect(judged(capitals ? password.toUpperCase() : password)).toBeDefined();
    }),
    { numRuns: 3_000 },
  );
});

test("a password is judged the same in full-width letters", () => {
  const wide = (text: string) =>
    text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{0,40}$/), (password) => {
      expect(judged(wide(password))).toBe(judged(password));
    }),
  );
});

test("a drawn password of fifteen signs is hardly ever refused", () => {
  const drawn = fc.sample(fc.stringMatching(/^[A-Za-z2-9]{15}$/), { numRuns: 2000, seed: 7 });
  expect(drawn.filter((password) => judged(password) !== undefined).length).toBeLessThan(20);
});
