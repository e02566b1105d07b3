import type { Mention } from "./mention.ts";
import type { Excess, ProblemCode } from "./problems.ts";
import { assessmentRefusals } from "./refusals/assessment.ts";
import { briefingRefusals } from "./refusals/briefing.ts";
import { directiveRefusals } from "./refusals/directive.ts";
import { documentRefusals } from "./refusals/document.ts";
import { evaluationRefusals } from "./refusals/evaluation.ts";
import { exchangeFileRefusals } from "./refusals/exchange-file.ts";
import { exchangeRowRefusals } from "./refusals/exchange-row.ts";
import { hazardRefusals } from "./refusals/hazard.ts";
import { historyRefusals } from "./refusals/history.ts";
import { importRowRefusals } from "./refusals/import-row.ts";
import { partnerRefusals } from "./refusals/partner.ts";
import { peopleRefusals } from "./refusals/people.ts";
import { registryRefusals } from "./refusals/registry.ts";
import { reportRefusals } from "./refusals/report.ts";
import { selfCheckRefusals } from "./refusals/self-check.ts";
import { subPlanRefusals } from "./refusals/sub-plan.ts";
import { taskRefusals } from "./refusals/task.ts";
import type { Words } from "./words.ts";

/**
 * Every reason for which an act is not done, in the words of the person who meets it. A refusal is a value: it names what
 * that person can mend, or who can. The order of this list is of no meaning; the order of checks stands in `decide`.
 */
export const refusals = {
  // Of the engine, for every register.
  "unknown-act": { zh: "本台账没有这个办理动作", en: "This register has no such act" },
  "act-not-open-in-this-state": {
    zh: "当前状态下不能办理此项",
    en: "This act is not open in the present state",
  },
  "role-may-not": { zh: "您的岗位无权办理此项", en: "Your post may not do this" },
  "out-of-scope": { zh: "不在您的数据范围内", en: "This is outside your scope" },
  "input-invalid": { zh: "填写的内容有误，请按提示修改", en: "Some of what was entered needs mending" },
  "done-in-the-future": { zh: "办理日期不能晚于今天", en: "The day of the act may not lie in the future" },
  "done-too-long-ago": {
    zh: "离线办理的日期过早，请改用补录",
    en: "Offline work of so long ago needs to be recorded as old work",
  },
  "done-before-the-last-act": {
    zh: "办理日期不能早于上一次办理",
    en: "The day of the act may not lie before the last one",
  },
  "confirmed-only-at-once": {
    zh: "须以本人密码确认的事项当场生效，不能填报以前的办理时间",
    en: "What the own password confirms counts at the moment of it, and cannot be dated back",
  },
  "restricts-from-outside": {
    zh: "只有事项中列明的单位可以限制或者解除知悉范围",
    en: "Only a unit that the matter names may restrict who sees it, or lift that",
  },
  "restricted-already": { zh: "该事项已限制知悉", en: "The matter is restricted already" },
  "not-restricted": { zh: "该事项没有限制知悉", en: "The matter is not restricted" },
  "kept-while-open": {
    zh: "事项尚未办结，依法须保存，暂不能删除",
    en: "The matter is still open; the law wants its record kept until it is at rest",
  },
  "nothing-to-erase": {
    zh: "所选内容中没有可删除的封存值",
    en: "There is no sealed value to erase in what was chosen",
  },
  "erasure-not-asked": { zh: "尚无人申请删除", en: "Nobody has asked for an erasure" },
  "requester-may-not-erase": {
    zh: "申请删除的人不能自己办理删除",
    en: "Whoever asked for an erasure may not carry it out",
  },
  "import-withdrawn-already": { zh: "该次导入已经撤回", en: "This import has been withdrawn already" },
  "audience-not-yours": {
    zh: "仅监管部门可见的评论只能由监管部门岗位发表",
    en: "Only a post of the supervising side may write what that side alone reads",
  },
  "mentioned-may-not-see": {
    zh: "所提到的人看不到这条评论，请去掉后再发表",
    en: "Somebody who is named would not see this comment; leave them out",
  },
  ...exchangeFileRefusals,
  ...exchangeRowRefusals,
  ...importRowRefusals,
  ...historyRefusals,
  ...registryRefusals,
  ...peopleRefusals,
  ...partnerRefusals,
  ...hazardRefusals,
  ...selfCheckRefusals,
  ...taskRefusals,
  ...reportRefusals,
  ...assessmentRefusals,
  ...documentRefusals,
  ...subPlanRefusals,
  ...briefingRefusals,
  ...directiveRefusals,
  ...evaluationRefusals,
} as const satisfies Readonly<Record<string, Words>>;

export type RefusalCode = keyof typeof refusals;

/** One thing to mend in what was entered: which field, and what is wrong with it. */
export interface Problem {
  readonly field: string;
  readonly code: ProblemCode;
  readonly excess?: Excess;
}

/** A named reason for which an act is not allowed, with the fields to mend where there are any. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly problems?: readonly Problem[];
  /** Entries that stand in the way, within the person's sight. */
  readonly entries?: readonly Mention[];
}

export function refusal(
  code: RefusalCode,
  located?: readonly Problem[],
  entries: readonly Mention[] = [],
): Refusal {
  return { code, ...(located ? { problems: located } : {}), ...(entries.length > 0 ? { entries } : {}) };
}
