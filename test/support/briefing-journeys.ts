import { organisationId } from "../../server/store/campaign.ts";
import { ground, type Journeys, naming, stage } from "./journey.ts";

const county = organisationId("xianggelila-anweiban");
const park = organisationId("xianggelila-chanye-yuanqu");
const bureau = organisationId("zhou-yingji");

/** A briefing of a month that is over when worlds begin, as the prefecture's office draws it up. */
export const aBriefing = {
  title: "2026年2月治本攻坚情况通报",
  period: "2026-02",
  indicators: ["hazards-found", "on-time-rate"],
  bySector: true,
  praise: "产业园区自查认真",
  problems: "个别县（市）按期整改率偏低",
  demands: "逾期隐患逐条督办，月底前整改到位",
  praisedUnits: [park],
  criticisedUnits: [county],
  addressedTo: [county, park],
} as const;

/** The year in which it is signed there. */
export const signing = { issueYear: "2026" } as const;

const corrected =
  (own = {}) =>
  ({ ids }: { readonly ids: ReadonlyMap<string, string> }) => ({
    ...aBriefing,
    ...own,
    title: "2026年2月治本攻坚情况通报（更正）",
    corrects: ids.get("briefing-issued"),
  });

/** What the committee's office publishes of a period: issued and corrected, withdrawn, and acknowledged by all. */
export const briefingJourneys: Journeys = {
  "briefing-issued": {
    register: "briefing",
    stages: [
      stage("zhang", "drawUp", aBriefing),
      stage("zhang", "redraw", { ...aBriefing, addressedTo: [county, park, bureau] }),
      stage("zhang", "sendToSign"),
      stage("yang", "returnDraft", { reason: "请写明整改期限" }),
      stage("zhang", "redraw", aBriefing),
      stage("zhang", "sendToSign"),
      stage("yang", "signAndIssue", signing),
      stage("gesang", "acknowledge"),
    ],
  },
  "briefing-correction": {
    register: "briefing",
    stages: [
      stage("zhang", "drawUp", corrected()),
      stage("zhang", "sendToSign"),
      stage("yang", "signAndIssue", signing),
      stage("gao", "acknowledge"),
      stage("gesang", "acknowledgeLast"),
      naming("zhang", "gesang"),
      stage("zhang", "requestErasure", { erasureAsked: ["praise", "problems"], ...ground }),
      stage("zhou", "erase"),
    ],
  },
  "briefing-withdrawn": {
    register: "briefing",
    stages: [
      stage("gesang", "drawUp", { ...aBriefing, title: "2026年2月香格里拉市通报", period: "2026-02" }),
      stage("gesang", "abandon", { reason: "数据口径调整，另行拟稿" }),
    ],
  },
};

/** Sent to be signed at the end of a year of which the next has no holidays yet: it waits for their notice. */
export const lateBriefings: Journeys = {
  "briefing-waiting": {
    register: "briefing",
    stages: [stage("zhang", "drawUp", aBriefing), stage("zhang", "sendToSign")],
  },
};
