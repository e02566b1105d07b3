import type { Words } from "../words.ts";

interface Sign {
  readonly words: Words;
  /** What of a `User-Agent` tells it. */
  readonly told: RegExp;
}

// The first that fits: an Android telephone calls itself Linux too, and an iPad a Macintosh only where it does not say iPad.
const systems = {
  harmony: { words: { zh: "鸿蒙", en: "HarmonyOS" }, told: /HarmonyOS|OpenHarmony/i },
  android: { words: { zh: "安卓", en: "Android" }, told: /Android/i },
  ios: { words: { zh: "苹果手机或平板", en: "iPhone or iPad" }, told: /iPhone|iPad/i },
  windows: { words: { zh: "Windows", en: "Windows" }, told: /Windows/i },
  mac: { words: { zh: "苹果电脑", en: "Mac" }, told: /Macintosh/i },
  linux: { words: { zh: "Linux（含统信、麒麟）", en: "Linux" }, told: /Linux|UOS|Kylin/i },
} as const satisfies Readonly<Record<string, Sign>>;

// Most browsers name Chrome and Safari beside themselves, so those come last.
const programs = {
  wechat: { words: { zh: "微信", en: "WeChat" }, told: /MicroMessenger/i },
  edge: { words: { zh: "Edge 浏览器", en: "Edge" }, told: /Edg(?:e|A|iOS)?\//i },
  firefox: { words: { zh: "Firefox 浏览器", en: "Firefox" }, told: /Firefox\//i },
  chrome: { words: { zh: "Chrome 类浏览器", en: "A browser like Chrome" }, told: /Chrom(?:e|ium)\//i },
  safari: { words: { zh: "Safari 浏览器", en: "Safari" }, told: /Safari\//i },
} as const satisfies Readonly<Record<string, Sign>>;

const otherProgram: Words = { zh: "程序或未知浏览器", en: "A program, or an unknown browser" };

/**
 * What a request says that it was sent by, as one of a few kinds: `windows/edge`, or `other`. It is what the sender claims, and
 * serves to notice what is unlike somebody; the text itself is not kept, as anything may stand in it.
 */
export function deviceOf(userAgent: string | undefined): string {
  const told = (userAgent ?? "").slice(0, 1_000);
  const system = Object.entries(systems).find(([, sign]) => sign.told.test(told))?.[0];
  const program = Object.entries(programs).find(([, sign]) => sign.told.test(told))?.[0];
  return system === undefined || program === undefined ? "other" : `${system}/${program}`;
}

/** A device as `deviceOf` names it, in words. */
export function deviceWords(device: string): Words {
  const [system = "", program = ""] = device.split("/");
  const by: Readonly<Record<string, Sign>> = programs;
  const on: Readonly<Record<string, Sign>> = systems;
  const [where, what] = [on[system]?.words, by[program]?.words];
  if (where === undefined || what === undefined) return otherProgram;
  return { zh: `${where.zh}，${what.zh}`, en: `${where.en}, ${what.en}` };
}
