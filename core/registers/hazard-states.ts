import { statesOf } from "../register/register.ts";
import { hazardFields } from "./hazard-fields.ts";

const enterprisePosts = ["safetyManager", "principal"] as const;

/** Where a hazard may stand, who must act there, and for how long it may stay. */
export const hazardStates = statesOf(hazardFields)({
  found: {
    words: { zh: "已发现待判定", en: "Found, to be judged" },
    holder: "owningOrganisation",
    awaits: ["safetyManager", "inspector"],
    clock: { named: "hazard.judge.within" },
  },
  majorProposed: {
    words: { zh: "拟判重大待审定", en: "Proposed as major" },
    holder: "owningOrganisation",
    awaits: ["principal", "departmentHead"],
    clock: { named: "hazard.validate.within" },
  },
  generalProposed: {
    words: { zh: "拟判一般待审定", en: "Proposed as general" },
    holder: "owningOrganisation",
    awaits: ["principal", "departmentHead"],
    clock: { named: "hazard.validate.within" },
  },
  majorConfirmed: {
    words: { zh: "已判定重大待报告", en: "Major, to be reported" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { named: "hazard.report.within" },
  },
  generalConfirmed: {
    words: { zh: "已判定一般待整改", en: "General, to be assigned" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { named: "hazard.start.within" },
  },
  reported: {
    words: { zh: "已报告待制定方案", en: "Reported, to be planned" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { named: "hazard.plan.within" },
  },
  planned: {
    words: { zh: "方案已制定", en: "Planned" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { named: "hazard.start.within" },
  },
  rectifying: {
    words: { zh: "整改中", en: "Being rectified" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { day: "rectifyBy" },
  },
  extensionRequested: {
    words: { zh: "整改中（延期待批）", en: "Being rectified, extension asked" },
    holder: "approvingOrganisation",
    awaits: ["principal", "departmentHead", "committeeOffice"],
    // The deadline runs on while the request waits.
    clock: { day: "rectifyBy" },
  },
  sentBack: {
    words: { zh: "复查不合格退回整改", en: "Sent back after review" },
    holder: "organisation",
    awaits: enterprisePosts,
    clock: { day: "rectifyBy" },
  },
  defied: {
    words: { zh: "拒不整改", en: "Rectification defied" },
    holder: "owningOrganisation",
    awaits: ["inspector", "departmentHead"],
    // Nobody's deadline stops because it is ignored.
    clock: { day: "rectifyBy" },
  },
  suspended: {
    words: { zh: "中止整改", en: "Suspended" },
    holder: "owningOrganisation",
    awaits: ["principal", "departmentHead"],
    clock: { day: "suspendedUntil" },
    aside: true,
  },
  disputed: {
    words: { zh: "异议待核定", en: "Disputed, to be decided" },
    holder: "appealOrganisation",
    awaits: ["departmentHead", "committeeOffice"],
    clock: { named: "hazard.dispute.within" },
    aside: true,
  },
  transferring: {
    words: { zh: "移送待接收", en: "Transferred, to be accepted" },
    holder: "transferTo",
    awaits: ["inspector", "departmentHead"],
    clock: { named: "hazard.transfer.within" },
    aside: true,
  },
  selfAccepted: {
    words: { zh: "已自验收待复查", en: "Accepted by the enterprise, to be reviewed" },
    holder: "owningOrganisation",
    awaits: [...enterprisePosts, "inspector"],
    clock: { named: "hazard.review.within" },
  },
  underReview: {
    words: { zh: "复查中（待第二人签字）", en: "Under review, second officer to sign" },
    holder: "owningOrganisation",
    awaits: ["inspector"],
    clock: { named: "hazard.review.within" },
  },
  reviewed: {
    words: { zh: "复查合格待销号", en: "Reviewed, to be closed" },
    holder: "owningOrganisation",
    awaits: ["principal", "departmentHead"],
    clock: { named: "hazard.close.within" },
  },
  closed: { words: { zh: "已销号", en: "Closed" }, final: true },
  dismissed: { words: { zh: "不构成隐患", en: "Dismissed" }, final: true },
  void: { words: { zh: "误登作废", en: "Void" }, final: true },
  // Parted again, it stands where it stood.
  merged: { words: { zh: "已合并", en: "Merged" }, final: true, aside: true },
});

export type HazardState = keyof typeof hazardStates;

/** Not judged yet, or the judgement not validated. */
export const judging = [
  "found",
  "majorProposed",
  "generalProposed",
] as const satisfies readonly HazardState[];

/** Judged, and not yet accepted by the enterprise. */
export const beforeAcceptance = [
  "majorConfirmed",
  "generalConfirmed",
  "reported",
  "planned",
  "rectifying",
  "sentBack",
] as const satisfies readonly HazardState[];

/** Accepted by the enterprise, and not yet by both officers. */
export const awaitingReview = ["selfAccepted", "underReview"] as const satisfies readonly HazardState[];

/** Nobody has yet agreed that it is put right. */
export const beforeReview = [
  ...judging,
  ...beforeAcceptance,
  "extensionRequested",
  "defied",
  "suspended",
  "disputed",
  "transferring",
  ...awaitingReview,
] as const satisfies readonly HazardState[];

/** All in which somebody still has to act. */
export const open = [...beforeReview, "reviewed"] as const satisfies readonly HazardState[];
