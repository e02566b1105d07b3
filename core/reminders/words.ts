import { type Calendar, dueIn } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import { overdueBy, type RungWho } from "./ladder.ts";

/** Who is reminded, as a screen names them. */
export const rungWords: Readonly<Record<RungWho, Words>> = {
  handler: { zh: "经办岗位", en: "whoever handles it" },
  head: { zh: "单位负责人", en: "the head of the unit" },
  committeeOffice: { zh: "安委办", en: "the committee's office" },
  leader: { zh: "党政领导", en: "the leader" },
};

/** What a reminder says: how the deadline stood on the day on which it was given, and up to whom it climbed. */
export function reminderWords(
  {
    kind,
    rung,
    due,
    on,
  }: { readonly kind: string; readonly rung: RungWho; readonly due: Day; readonly on: Day },
  calendar: Calendar,
): Words {
  const stood = deadlineWords(kind, due, on, calendar);
  if (rung === "handler") return stood;
  const { zh, en } = rungWords[rung];
  return { zh: `${stood.zh}，已提醒至${zh}`, en: `${stood.en}, told up to ${en}` };
}

/** Of the states of a deadline, for which reminders are given. */
const deadlineKinds: Readonly<Record<string, Words>> = {
  soon: { zh: "即将到期", en: "Due soon" },
  today: { zh: "今日到期", en: "Due today" },
  overdue: { zh: "已逾期", en: "Overdue" },
  veryOverdue: { zh: "严重逾期", en: "Long overdue" },
};

function deadlineWords(kind: string, due: Day, on: Day, calendar: Calendar): Words {
  const days = kind === "soon" ? dueIn(due, on, calendar).workingDays : overdueBy(due, on, calendar);
  const counted = { zh: `${days} 个工作日`, en: `${days} working day${days === 1 ? "" : "s"}` };
  if (kind === "soon" && days > 0) return { zh: `还有 ${counted.zh}到期`, en: `Due in ${counted.en}` };
  if (kind === "overdue" && days > 0) return { zh: `逾期 ${counted.zh}`, en: `${counted.en} overdue` };
  if (kind === "veryOverdue") return { zh: `严重逾期 ${counted.zh}`, en: `Long overdue: ${counted.en}` };
  return deadlineKinds[kind] ?? { zh: kind, en: kind };
}
