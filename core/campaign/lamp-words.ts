import type { Day } from "../calendar/day.ts";
import type { Words } from "../words.ts";
import type { Indicator } from "./indicator.ts";
import type { Threshold } from "./target.ts";
import type { DaySpan } from "./target-period.ts";

/** The figure and what is asked of it. */
export interface Told {
  readonly comparison: Threshold["comparison"];
  readonly value: number;
  readonly asked: number;
  readonly unit: Indicator["unit"];
}

const units = {
  item: { zh: "项", en: "" },
  percent: { zh: "%", en: "%" },
  yuan: { zh: "元", en: " yuan" },
  day: { zh: "天", en: " days" },
} as const satisfies Readonly<Record<Indicator["unit"], Words>>;

/** Two digits after the point as figures are told, but never rounded up to what is not reached: 99.996 % is not 100 %. */
function shown(value: number, asked: number): string {
  const rounded = Math.round(value * 100) / 100;
  return String(rounded >= asked && value < asked ? Math.floor(value * 100) / 100 : rounded);
}

const comparisons = {
  atLeast: { zh: "应不少于", en: "at least" },
  exactly: { zh: "应为", en: "exactly" },
  about: { zh: "应约为", en: "about" },
} as const satisfies Readonly<Record<Threshold["comparison"], Words>>;

const amount = (value: string, unit: Indicator["unit"]): Words => ({
  zh: `${value}${units[unit].zh}`,
  en: `${value}${units[unit].en}`,
});

/** 12项，应不少于30项 */
function against({ comparison, value, asked, unit }: Told): Words {
  const [is, shall] = [amount(shown(value, asked), unit), amount(`${asked}`, unit)];
  return {
    zh: `${is.zh}，${comparisons[comparison].zh}${shall.zh}`,
    en: `${is.en} of ${comparisons[comparison].en} ${shall.en}`,
  };
}

function joined(words: Words, more: Words): Words {
  return { zh: `${words.zh}；${more.zh}`, en: `${words.en}; ${more.en}` };
}

export const notBegun = (from: Day): Words => ({
  zh: `行动${from}开始，尚未开始`,
  en: `The campaign begins on ${from}`,
});

export const ofPeriod = ({ from, to }: DaySpan, { zh, en }: Words): Words => ({
  zh: `${from}至${to}：${zh}`,
  en: `${from} to ${to}: ${en}`,
});

export const nothingToCount: Words = { zh: "没有可统计的对象", en: "Nothing to count" };

export const reached = (told: Told): Words => joined(against(told), { zh: "已达到", en: "reached" });

export const missed = (told: Told, by: Day): Words =>
  joined(against(told), { zh: `${by}已过，未达到`, en: `not reached by ${by}` });

export const broken = (told: Told): Words => joined(against(told), { zh: "未清零", en: "not down to that" });

export const behind = (told: Told): Words => joined(against(told), { zh: "未达到", en: "not reached" });

export const dueSoon = (told: Told, to: Day, left: number): Words =>
  joined(
    against(told),
    left === 0
      ? { zh: `今日（${to}）到期，未达到`, en: `due on this day, ${to}, and not reached` }
      : { zh: `${to}到期，还剩${left}天，未达到`, en: `due on ${to}, in ${left} days, and not reached` },
  );

export const onCalendar = (told: Told, to: Day, gonePercent: number, isOnTheWay: boolean): Words =>
  joined(against(told), {
    zh: `至${to}的时间已过${gonePercent}%，${isOnTheWay ? "按进度推进" : "落后于时间进度"}`,
    en: `${gonePercent}% of the time to ${to} is gone, ${isOnTheWay ? "on the way" : "behind the calendar"}`,
  });

export const noEvidence = (by: Day | undefined): Words => ({
  zh: `尚未下达佐证任务${by === undefined ? "" : `，应于${by}前完成`}`,
  en: `No task asks for evidence yet${by === undefined ? "" : `; it is due by ${by}`}`,
});

const tasks = (count: number): string => (count === 1 ? "1 task" : `${count} tasks`);

export const tasksOverdue = (count: number, first: Day): Words => ({
  zh: `${count}项佐证任务逾期，最早应于${first}完成`,
  en: `${tasks(count)} overdue, the earliest since ${first}`,
});

export const tasksOutOfSight: Words = {
  zh: "此岗位只看部分行业，不显示其他单位的佐证任务",
  en: "This post sees some sectors alone, and no tasks of other units",
};

export const tasksDone = (count: number): Words => ({
  zh: `${count}项佐证任务均已办结`,
  en: `${tasks(count)}, all done`,
});

export const tasksMissed = (count: number, by: Day): Words => ({
  zh: `${by}已过，尚有${count}项佐证任务未办结`,
  en: `${by} is past, and ${tasks(count)} not done`,
});

export const tasksSuspended = (count: number): Words => ({
  zh: `${count}项佐证任务已中止`,
  en: `${tasks(count)} suspended`,
});

export const tasksOpen = (done: number, all: number, next: Day | undefined): Words => ({
  zh: `${all}项佐证任务已办结${done}项${next === undefined ? "" : `，最近一项${next}到期`}`,
  en: `${done} of ${tasks(all)} done${next === undefined ? "" : `, the next is due on ${next}`}`,
});
