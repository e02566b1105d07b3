import { enterprises } from "./cast.ts";
import { ground, type Journeys, naming, stage } from "./journey.ts";

/** What somebody of an enterprise that nobody knows says of it and of themself. */
export const anApplication = {
  name: "松赞民宿（虚构）",
  creditCode: "91999999MA000011AX",
  region: "533401101",
  sector: "S04",
  legalRepresentative: "扎西",
  applicant: "央宗",
  applicantPhone: "13900001234",
  authority: "本人为总经理，法定代表人扎西可以证明",
};
const checked = { verifiedBy: "callBack", verification: "按登记机关电话回拨法定代表人，属实" };

/** Enterprises that apply to be let in; what they send themselves, they send where nobody is signed in. */
export const applicationJourneys: Journeys = {
  "enterprise-application-approved": {
    register: "enterprise-application",
    stages: [
      stage("stranger", "apply", { ...anApplication, name: "写错了名字" }),
      stage("luo", "giveBack", { answer: "名称与营业执照不符" }),
      stage("stranger", "mend", { name: anApplication.name }),
      naming("luo", "lin"),
      stage("luo", "approve", checked),
      stage("luo", "requestErasure", { erasureAsked: ["legalRepresentative"], ...ground }),
      stage("gesang", "erase"),
    ],
  },
  "enterprise-applied-for": {
    register: "enterprise",
    openedBy: "enterprise-application-approved",
    stages: [],
  },
  "account-applied-for": { register: "account", openedBy: "enterprise-application-approved", stages: [] },
  "post-applied-for": { register: "post", openedBy: "enterprise-application-approved", stages: [] },
  "enterprise-application-beside": {
    register: "enterprise-application",
    stages: [
      stage("stranger", "apply", {
        ...anApplication,
        creditCode: enterprises.foundry.creditCode,
        region: enterprises.foundry.region,
      }),
      stage("luo", "approveBeside", { ...checked, reason: "原负责人休产假" }),
      stage("bai", "note"),
    ],
  },
  "enterprise-application-refused": {
    register: "enterprise-application",
    stages: [
      stage("stranger", "apply", { ...anApplication, creditCode: "91999999MA000012AX" }),
      stage("luo", "turnDown", { answer: "电话核实，企业未授权" }),
    ],
  },
};
