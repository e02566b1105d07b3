import type { Calendar } from "../../core/calendar/calendar.ts";
import { type Day, dayInShanghai, yearOf } from "../../core/calendar/day.ts";
import { loadCampaign } from "../store/campaign.ts";
import { type Check, type Finding, fault, ok, warning } from "./check.ts";

/** The State Council's notice for a year usually comes out in the November before; from then on its absence is worth a word. */
const noticeExpectedFrom = "-12-01";

export const calendar: Check = {
  name: "calendar",
  words: { zh: "节假日日历", en: "Calendar of working days" },
  of: "machine",
  async examine({ settings, now }) {
    const { calendar: known } = await loadCampaign(settings.pack);
    return judgeCalendar(known, dayInShanghai(now));
  },
};

export function judgeCalendar({ years }: Pick<Calendar, "years">, today: Day): Finding {
  const year = yearOf(today);
  const has = (wanted: number) => years.some((known) => known.year === wanted);
  const remedy = {
    zh: "把国务院办公厅的放假通知录入数据包 calendar.json 并重启；此前的期限为暂定",
    en: "Enter the State Council's notice into the pack's calendar.json and start again; until then deadlines are provisional",
  };
  if (!has(year)) return fault({ zh: `缺少今年（${year}）`, en: `This year (${year}) is missing` }, remedy);
  if (has(year + 1)) return ok(`${year}、${year + 1} 年均已载入`, `${year} and ${year + 1} are loaded`);
  const words = {
    zh: `${year + 1} 年尚未载入，跨年期限为暂定`,
    en: `${year + 1} is not loaded yet; deadlines in it are provisional`,
  };
  return today >= `${year}${noticeExpectedFrom}` ? warning(words, remedy) : ok(words.zh, words.en);
}
