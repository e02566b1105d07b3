import type { PasswordFault } from "./password-faults.ts";

/** A password from which some kind of guess was taken out; what was taken is one `gap`. */
interface Taken {
  readonly fault: PasswordFault;
  take(text: string): string;
}

/** Stands where a guess was taken out, so that what stood on both sides of it does not become a new one. */
const gap = "\0";

const byPattern = (fault: PasswordFault, pattern: RegExp): Taken => ({
  fault,
  take: (text) => text.replace(pattern, gap),
});

const year = "(?:19|20)\\d{2}";
const month = "(?:1[0-2]|0?[1-9])";
const day = "(?:3[01]|[12]\\d|0?[1-9])";
const between = "[-./年月 ]?";
const dates = [
  `${year}${between}${month}${between}${day}日?`,
  `(?<!\\d)${day}${between}${month}${between}${year}(?!\\d)`,
  `(?<!\\d)\\d{2}(?:1[0-2]|0[1-9])(?:3[01]|[12]\\d|0[1-9])(?!\\d)`,
  `${year}年?`,
];

const rows = [
  "`1234567890-=",
  "~!@#$%^&*()_+",
  "qwertyuiop[]",
  "asdfghjkl;'",
  "zxcvbnm,./",
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/",
  "qazwsxedcrfvtgbyhnujmikolp",
  "!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik",
  "147258369",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "a1s2d3f4g5h6j7k8l9",
  "a1b2c3d4e5f6g7h8i9",
].flatMap((row) => [row, [...row].reverse().join("")]);

const shortestRun = 4;

/** Takes out whatever runs along a row of the keyboard or in order, either way. */
function takeRuns(text: string): string {
  let left = "";
  for (let at = 0; at < text.length; ) {
    const run = runAt(text, at);
    left += run < shortestRun ? text.charAt(at) : gap;
    at += run < shortestRun ? 1 : run;
  }
  return left;
}

function runAt(text: string, at: number): number {
  let run = 0;
  while (at + run < text.length && rows.some((row) => row.includes(text.slice(at, at + run + 1)))) run += 1;
  return run;
}

/** Surnames that most people bear, in pinyin; with one or two syllables behind, it is somebody's name. */
const surnames =
  "wang|li|zhang|liu|chen|yang|huang|zhao|wu|zhou|xu|sun|ma|zhu|hu|guo|he|lin|gao|luo|zheng|liang|xie|song|tang|deng|han|feng|cao|peng|zeng|xiao|tian|dong|pan|yuan|cai|jiang|yu|du|ye|cheng|wei|su|lv|lu|ding|ren|yao|shen|zhong|jin|tan|shi|liao|jia|xia|fu|fang|zou|xiong|bai|meng|qin|qiu|hou|yin|xue|yan|lei|long|tao|mao|hao|gu|gong|shao|wan|qian|dai|mo|kong|xiang|chang|duan|kang|niu|an|qi|ge|nie|mu|sang|zha|duo|ci|ping";
const syllable =
  "(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u|v)";
const nameInPinyin = new RegExp(`(?<![a-z])(?:${surnames})[ '._-]?(?:${syllable}){1,2}(?![a-z])`, "g");

/** In the order in which they are taken out: a telephone number holds dates, and those hold runs. */
const guesses: readonly Taken[] = [
  byPattern(
    "password-phone",
    /(?:\+?86[- ]?)?1[3-9]\d{9}|(?<!\d)0(?:10|2\d|[3-9]\d{2})[- ]?(?:\d{7,8})?(?!\d)/g,
  ),
  byPattern(
    "password-lucky-numbers",
    /5201314|1314520|7758(?:521|258)|(?<!\d)(?:1314|520|521|7758|6{2,}|8{2,}|9{2,}|168)(?!\d)/g,
  ),
  byPattern("password-date", new RegExp(dates.join("|"), "g")),
  { fault: "password-keyboard", take: takeRuns },
  byPattern("password-repeats", /(.{1,8}?)\1{2,}|(.{3,})\2/gu),
  byPattern("password-pinyin-name", nameInPinyin),
];

/** So much must be there that no kind of guess explains. */
const leastUnexplainedCharacters = 7;

const countOf = (text: string): number => [...text.replaceAll(gap, "")].length;

/**
 * Which kind of guess most of a password is made of: what people choose who have to remember it, and what others therefore try
 * first. Undefined where enough is left when all guesses are taken out. `isCommon` knows the commonest passwords, in small letters.
 */
export function guessOf(
  password: string,
  isCommon: (password: string) => boolean,
): PasswordFault | undefined {
  const folded = password.toLowerCase();
  if (isCommon(folded)) return "password-common";
  if (new Set(folded).size < 5) return "password-repeats";
  let left = folded;
  let largest: { fault: PasswordFault; length: number } | undefined;
  for (const { fault, take } of guesses) {
    const after = take(left);
    const length = countOf(left) - countOf(after);
    if (length > (largest?.length ?? 0)) largest = { fault, length };
    left = after;
  }
  const [bare, words] = [
    countOf(left),
    countOf(left.replace(/[a-z]{4,}/g, (word) => (isCommon(word) ? gap : word))),
  ];
  if (words < bare && bare - words > (largest?.length ?? 0))
    largest = { fault: "password-common", length: bare - words };
  return largest !== undefined && words < leastUnexplainedCharacters ? largest.fault : undefined;
}
