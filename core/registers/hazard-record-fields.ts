import { choice, choices, day, files, flag, label, money, organisation } from "../register/field.ts";
import { laws } from "./laws.ts";

/** Where each leg of the double report lacks its proof: flagged for whoever supervises, and never a reason to refuse. Feature F5. */
export const reportGaps = {
  regulator: { zh: "缺少向监管部门报告的凭证", en: "No proof of the report to the regulator" },
  staff: { zh: "缺少向职工报告的凭证", en: "No proof of the report to the staff" },
} as const;

/** What is kept as evidence of each step, `domain.md` §2.4: the double report, what was spent, acceptance, review, publication. */
export const hazardRecordFields = {
  sectorDepartment: organisation({
    words: { zh: "行业管理部门", en: "Department of the trade" },
    why: {
      zh: "管行业必须管安全：登记时取企业的行业主管部门，由其共同督促并可查看",
      en: "Whoever manages a trade answers for its safety: taken from the enterprise, and sees the hazard",
    },
    offers: "industry",
    column: true,
    party: true,
  }),
  reportedOn: day({
    words: { zh: "向监管部门报告日期", en: "Reported to the regulator on" },
    law: laws.reportTwice,
    why: { zh: "不填则为办理当日", en: "Left empty, the day of the act" },
    column: true,
  }),
  reportReceipt: label({
    words: { zh: "报告回执或文号", en: "Receipt or number of the report" },
    law: laws.reportTwice,
    why: { zh: "书面或电话报告时填写", en: "Of a report in writing or by telephone" },
  }),
  staffReportFiles: files({
    words: { zh: "向职工报告凭证", en: "Proof of the report to the staff" },
    law: laws.reportTwice,
    why: { zh: "会议记录、签到表或公示栏照片", en: "Minutes, attendance, or a photo of the board" },
  }),
  reportGaps: choices({
    words: { zh: "双报告凭证提示", en: "Remarks on the proof of the reports" },
    options: reportGaps,
    derived: true,
  }),
  reportUnproven: flag({
    words: { zh: "双报告凭证不全", en: "Double report not proved" },
    derived: true,
    column: true,
  }),
  actualFunds: money({
    words: { zh: "实际投入资金（元）", en: "Funds spent (yuan)" },
    law: laws.fund,
    why: { zh: "截至填报时的累计数", en: "All that was spent so far" },
    column: true,
  }),
  acceptedOn: day({
    words: { zh: "自验收日期", en: "Own acceptance on" },
    law: laws.recordTruthfully,
    why: { zh: "不填则为办理当日", en: "Left empty, the day of the act" },
  }),
  acceptanceBy: choice({
    words: { zh: "验收方式", en: "Who carried out the acceptance" },
    law: laws.recordTruthfully,
    options: {
      own: { zh: "本单位技术人员和专家", en: "Own technicians and experts" },
      entrusted: { zh: "委托技术服务机构评估", en: "An entrusted technical body" },
    },
  }),
  acceptanceBody: label({
    words: { zh: "受委托机构名称", en: "Name of the entrusted body" },
    why: { zh: "委托评估时填写", en: "Where one was entrusted" },
  }),
  acceptanceFiles: files({
    words: { zh: "验收或评估报告", en: "Report of the acceptance" },
    law: laws.recordTruthfully,
  }),
  reviewedOn: day({ words: { zh: "复查日期", en: "Reviewed on" }, derived: true }),
  publishedOn: day({ words: { zh: "公示日期", en: "Made public on" }, law: laws.tellStaff, column: true }),
  publishedIn: choices({
    words: { zh: "公示载体", en: "Made public by" },
    law: laws.tellStaff,
    options: {
      noticeBoard: { zh: "单位信息公示栏", en: "Notice board" },
      congress: { zh: "职工大会或职工代表大会", en: "Staff congress" },
      website: { zh: "政府或部门网站", en: "Website of the authority" },
      media: { zh: "当地主要媒体", en: "Local main media" },
      other: { zh: "其他", en: "Other" },
    },
  }),
  publicationReference: label({
    words: { zh: "公示网址或载体名称", en: "Address or name of the publication" },
    law: laws.tellStaff,
  }),
  publicationFiles: files({
    words: { zh: "公示材料", en: "Papers of the publication" },
    law: laws.tellStaff,
  }),
} as const;
