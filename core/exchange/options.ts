import type { Words } from "../words.ts";
import { closest } from "./closest.ts";
import { plain } from "./plain.ts";
import { misread, type Reading } from "./reading.ts";

type Options = Readonly<Record<string, Words>>;
type OtherWords = Readonly<Record<string, readonly string[] | undefined>>;

const brackets = /\([^)]*\)/g;
const shown = 6;

/**
 * A reader of the options of a choice by their words in either language, their key, their words without what stands in brackets, or
 * the other words that the register knows. What two options share names neither of them.
 */
export function optionReader(options: Options, others: OtherWords = {}): (text: string) => Reading {
  const exact = new Map<string, string>();
  const loose = new Map<string, string | undefined>();
  for (const [key, words] of Object.entries(options)) {
    for (const text of [key, words.zh, words.en]) exact.set(plain(text), key);
    const bare = [words.zh, words.en].map((text) => plain(text).replaceAll(brackets, ""));
    for (const text of [...bare, ...(others[key] ?? []).map(plain)])
      loose.set(text, loose.has(text) && loose.get(text) !== key ? undefined : key);
  }
  const words = Object.values(options);
  return (text) => {
    const found = exact.get(text) ?? loose.get(text);
    return found === undefined ? misread("cell-no-option", hintAmong(text, words)) : { value: found };
  };
}

function hintAmong(given: string, words: readonly Words[]): Words {
  const near = closest(
    given,
    words.map(({ zh }) => plain(zh)),
  );
  const nearest = words.find(({ zh }) => plain(zh) === near);
  if (nearest !== undefined)
    return { zh: `最接近的是“${nearest.zh}”`, en: `The closest is "${nearest.zh}" (${nearest.en})` };
  const first = words.slice(0, shown).map(({ zh }) => zh);
  const isWhole = first.length === words.length;
  return {
    zh: `可选：${first.join("、")}${isWhole ? "" : "等"}`,
    en: `Options: ${first.join(", ")}${isWhole ? "" : " and others"}`,
  };
}

const yes = new Set(["是", "y", "yes", "true", "t", "1", "√", "✓", "✔", "☑", "有", "对", "已", "真"]);
const no = new Set([
  "否",
  "n",
  "no",
  "false",
  "f",
  "0",
  "×",
  "x",
  "✗",
  "✘",
  "☐",
  "无",
  "没有",
  "不是",
  "未",
  "假",
]);

/** Whether a text says yes or no; `text` is in the plain form. */
export function readFlag(text: string): Reading {
  if (yes.has(text)) return { value: true };
  return no.has(text) ? { value: false } : misread("cell-no-flag");
}
