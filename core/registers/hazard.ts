import type { Attempt } from "../register/register.ts";
import { defineRegister, type FollowUp, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { type HazardValues, hazardFields } from "./hazard-fields.ts";
import { judgementActs } from "./hazard-judgement.ts";
import { rectificationActs } from "./hazard-rectification.ts";
import { reviewActs } from "./hazard-review.ts";
import { canMergeInto } from "./hazard-rules.ts";

const enterprisePosts = ["safetyManager", "principal"] as const;

/**
 * 事故隐患: from finding to close-out, for major and general hazards. The major hazard's path is judged, reported twice,
 * planned, rectified, accepted by the enterprise, reviewed by two officers and closed by the level that owns it; the general
 * hazard's path is the enterprise's own. Work Safety Law (2021) art. 41, 65, 102; `domain.md` §2.4.
 */
export const hazard: Register = defineRegister({
  name: "hazard",
  plural: "hazards",
  words: { zh: "事故隐患", en: "Hazard" },
  law: [
    { zh: "《安全生产法》第四十一条、第一百一十八条", en: "Work Safety Law, art. 41 and 118" },
    {
      zh: "《安全生产事故隐患排查治理暂行规定》（总局令第16号）",
      en: "Interim Provisions on Hazards (Order 16)",
    },
  ],
  measures: [7, 9, 10, 11],
  fields: hazardFields,
  title: "title",
  list: ["number", "title", "level", "organisation", "region", "sector", "foundOn", "dueOn", "holder"],
  filters: ["level", "source", "region", "sector", "organisation", "foundOn", "dueOn"],
  states: {
    found: {
      words: { zh: "已发现待判定", en: "Found, to be judged" },
      holder: "foundByOrganisation",
      awaits: ["safetyManager", "inspector"],
      clock: { named: "hazard.judge.within" },
    },
    majorProposed: {
      words: { zh: "拟判重大待审定", en: "Proposed as major" },
      holder: "foundByOrganisation",
      awaits: ["principal", "departmentHead"],
      clock: { named: "hazard.validate.within" },
    },
    generalProposed: {
      words: { zh: "拟判一般待审定", en: "Proposed as general" },
      holder: "foundByOrganisation",
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
    merged: { words: { zh: "已合并", en: "Merged" }, final: true },
  },
  acts: {
    ...judgementActs,
    ...rectificationActs,
    ...reviewActs,
    merge: {
      words: { zh: "合并重复隐患", en: "Merge as a duplicate" },
      law: [{ zh: "重复隐患双向关联，不删除", en: "Duplicates are linked both ways and never deleted" }],
      from: ["found", "majorProposed", "generalProposed", "majorConfirmed", "generalConfirmed"],
      to: "merged",
      by: ["safetyManager", "principal", "inspector", "departmentHead"],
      needs: ["duplicateOf", "reason"],
      facts: { entries: ["duplicateOf"] },
      checks: [canMergeInto],
      follows: absorbedByOther,
    },
    absorb: {
      words: { zh: "并入重复隐患", en: "Absorb a duplicate" },
      law: [{ zh: "重复隐患双向关联，不删除", en: "Duplicates are linked both ways and never deleted" }],
      from: [
        "found",
        "majorProposed",
        "generalProposed",
        "majorConfirmed",
        "generalConfirmed",
        "reported",
        "planned",
        "rectifying",
        "extensionRequested",
        "selfAccepted",
        "underReview",
        "reviewed",
        "closed",
        "dismissed",
      ],
      to: "unchanged",
      by: ["system"],
      needs: ["duplicates"],
    },
  },
  numbering: {
    series: (values, day) => `hazard/${countyOf(String(values.region))}/${day.slice(0, 4)}`,
    format: (series, drawn) => {
      const [, county, year] = series.split("/");
      return `YH${county}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    found: { words: { zh: "发现隐患数", en: "Hazards found" }, on: "foundOn" },
    closed: { words: { zh: "销号隐患数", en: "Hazards closed" }, on: "closedOn" },
    overdue: { words: { zh: "逾期未办隐患数", en: "Hazards overdue" }, overdue: true },
    promised: {
      words: { zh: "整改资金（按首次期限）", en: "Funds promised, by first deadline" },
      on: "firstDueOn",
      sum: "planFunds",
    },
  },
});

/** The other hazard learns of its duplicate in the same outcome, so that both ledgers tell it or neither does. */
function absorbedByOther({ entry, facts }: Attempt<HazardValues>): readonly FollowUp[] {
  const other = facts.entries.duplicateOf;
  if (other === undefined) return [];
  const known = Array.isArray(other.values.duplicates) ? other.values.duplicates : [];
  return [{ register: hazard, entry: other, act: "absorb", input: { duplicates: [...known, entry.id] } }];
}
