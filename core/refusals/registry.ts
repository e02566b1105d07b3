import type { Words } from "../words.ts";

/** Why an act on an enterprise, a site or a risk point is not done. */
export const registryRefusals = {
  "credit-code-taken": { zh: "该统一社会信用代码已登记", en: "This credit code is already registered" },
  "credit-code-or-reason": {
    zh: "请填写统一社会信用代码；没有代码的，说明原因",
    en: "Enter the credit code, or why there is none",
  },
  "qualification-missing": {
    zh: "从事安全评价、检测检验的机构，请填写资质证书编号和有效期",
    en: "A body that evaluates or tests has a qualification: enter its number and its last day",
  },
  "qualification-incomplete": {
    zh: "资质证书编号和有效期须同时填写，或都不填",
    en: "A qualification has its number and its last day, or neither",
  },
  "coordinates-incomplete": {
    zh: "坐标须同时填写经度、纬度和坐标系，或都不填",
    en: "A point has longitude, latitude and coordinate system, or none of them",
  },
  "checked-in-the-future": {
    zh: "验收日期不能晚于今天",
    en: "The day of the check may not lie in the future",
  },
  "checked-before-it-stopped": {
    zh: "验收日期不能早于停产（停建）日期",
    en: "The check may not lie before the day on which it stopped",
  },
  "no-grade-proposed": { zh: "尚无拟定等级", en: "No grade has been proposed" },
  "grade-proposer-may-not-confirm": {
    zh: "拟定等级的人不能审定自己的拟定",
    en: "Whoever proposed a grade may not decide on it",
  },
  "not-graded": { zh: "尚未定级", en: "It has not been graded" },
  "grade-appeal-pending": { zh: "已有申诉待答复", en: "An appeal waits for its answer already" },
  "grade-appeal-too-late": { zh: "已超过申诉期限", en: "The time to appeal has passed" },
  "no-grade-appeal": { zh: "没有待答复的申诉", en: "No appeal waits for an answer" },
  "grade-confirmer-may-not-answer": {
    zh: "审定等级的人不能答复对该等级的申诉",
    en: "Whoever confirmed the grade may not answer the appeal against it",
  },
  "other-enterprise-is-merged": {
    zh: "目标企业本身已被合并",
    en: "The other enterprise has itself been merged",
  },
  "enterprises-merged-into-it": {
    zh: "已有其他企业并入本企业，请将另一家并入本企业",
    en: "Others were merged into this enterprise: merge the other one into this one instead",
  },
  "other-enterprise-out-of-sight": {
    zh: "所并入的企业不在您的数据范围内，请由能看到两家企业的部门撤销",
    en: "What it was merged into is outside your scope; somebody who sees both can part them",
  },
  "trade-not-managed": {
    zh: "该部门不是此行业领域的行业管理部门",
    en: "This department does not manage the trade",
  },
  "no-park-there": {
    zh: "所选单位不是该企业所在地的产业园区",
    en: "What was chosen is no industrial park of the place",
  },
  "suspended-by-department": {
    zh: "该场所由部门责令停用，须由部门恢复或关闭",
    en: "A department suspended this site; a department lifts it",
  },
  "site-of-another-enterprise": {
    zh: "所选场所不属于该企业",
    en: "This site belongs to another enterprise",
  },
  "site-closed": { zh: "所选场所已关闭", en: "This site is closed" },
  "risk-figures-missing": {
    zh: "所选评估方法的数值或意见不全",
    en: "The method needs figures or an opinion that are missing",
  },
  "risk-figures-outside-matrix": {
    zh: "LS 矩阵的可能性和严重性须为 1 至 5 的整数",
    en: "In the LS matrix likelihood and severity are whole numbers from 1 to 5",
  },
  "level-change-without-reason": {
    zh: "风险等级发生变化，须写明理由",
    en: "The level of the risk changes; say why",
  },
  "assessor-may-not-approve": {
    zh: "评估人不能审定自己的评估",
    en: "Whoever assessed a risk may not approve the assessment",
  },
  "four-lists-incomplete": {
    zh: "重大风险的四个清单（基础信息、责任分工、防控措施、应急处置）不全",
    en: "The four lists of a major risk are not complete: facts, responsibility, controls, emergency",
  },
} as const satisfies Readonly<Record<string, Words>>;
