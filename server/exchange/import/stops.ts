import { exchangeFileRefusals } from "../../../core/refusals/exchange-file.ts";
import type { Words } from "../../../core/words.ts";

/** Why work on an import ended before its end, beside what a file is refused for. */
export const importStops = {
  asked: { zh: "已按您的要求停止", en: "Stopped as you asked" },
  "post-ended": {
    zh: "您的岗位已终止，未继续导入",
    en: "Your post has ended, and nothing more was brought in",
  },
  "row-refused": {
    zh: "有的行不能导入，按“全部导入，否则不导入”的选择，没有导入任何一行",
    en: "A row was refused; as all or nothing was chosen, nothing came in",
  },
  "too-many-rows": {
    zh: "行数超过一次导入的上限，请分成几个文件",
    en: "More rows than one import takes; divide them among several files",
  },
  failed: {
    zh: "系统内部错误，已停止；已导入的行保留，可稍后继续或重新试导入",
    en: "An internal error; what came in stays, and you may go on later or try again",
  },
} as const satisfies Readonly<Record<string, Words>>;

export type ImportStop = keyof typeof importStops;

/** A stop in words, also where it was the file that could not be taken any more. */
export function stopWords(code: string): Words {
  const known: Readonly<Record<string, Words>> = { ...importStops, ...exchangeFileRefusals };
  return known[code] ?? importStops.failed;
}
