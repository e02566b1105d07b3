import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { type ApplicationValues, applicationFields, applied } from "./enterprise-application-fields.ts";
import { applicationExchange } from "./enterprise-application-headings.ts";
import {
  afterApproval,
  appliedForOnce,
  codeLooksRight,
  doubtfulCode,
  enterpriseIsInSight,
  hasNoPrincipal,
  hasPrincipal,
  letIn,
  liesInCounty,
  nameFits,
  notedByAnother,
  placeFits,
  usernameIsLeft,
} from "./enterprise-application-rules.ts";

const approvedFirst = {
  zh: "GB/T 22239-2019 8.1.4.1、8.1.7.2：身份标识唯一；授予权限经审批，由第二人确认",
  en: "GB/T 22239-2019, 8.1.4.1 and 8.1.7.2: everybody has an identity of their own, and rights are approved by a second person",
};
const everyEnterprise = { zh: "治本攻坚措施5：厘清企业底数", en: "Measure 5: know every enterprise" };
const judges = ["departmentHead", "committeeOffice"] as const;
const looks = {
  entries: ["organisation"],
  organisations: ["receivingUnit"],
  registrant: "creditCode",
  same: { sameCode: ["creditCode"] },
  newIds: true,
} as const;

/** What an approval asks, whether or not somebody answers for the enterprise already. */
const approval = {
  law: [approvedFirst, everyEnterprise],
  from: ["submitted"],
  by: judges,
  facts: looks,
  warns: [codeLooksRight, appliedForOnce, nameFits, placeFits],
  sets: (attempt: Attempt<ApplicationValues>) => afterApproval(attempt),
  follows: letIn,
} as const;

/**
 * 企业注册申请: an enterprise that no administrator knows asks to be let in, by a public form; the county in which it lies checks who
 * asks, and decides. Decision 030.
 */
export const enterpriseApplication: Register = defineRegister({
  name: "enterprise-application",
  plural: "enterprise-applications",
  words: { zh: "企业注册申请", en: "Enterprise application" },
  law: [approvedFirst, everyEnterprise],
  measures: [5],
  fields: applicationFields,
  title: "name",
  list: ["number", "name", "creditCode", "region", "sector", "openedOn"],
  filters: ["region", "sector", "creditCode", "receivingUnit"],
  states: {
    submitted: { words: { zh: "待核实", en: "To be checked" }, holder: "receivingUnit", awaits: judges },
    returned: { words: { zh: "已退回补正", en: "Given back to be mended" } },
    // Somebody who answered for the enterprise before learns that another one does.
    told: {
      words: { zh: "已通过，待原负责人知悉", en: "Approved, to be noted by the first principal" },
      holder: "organisation",
      awaits: ["principal"],
    },
    approved: { words: { zh: "已通过", en: "Approved" }, final: true },
    refused: { words: { zh: "不予通过", en: "Refused" }, final: true },
  },
  acts: {
    // By the public form, where nobody is signed in: the engine writes down what came.
    apply: {
      words: { zh: "提交申请", en: "Apply" },
      law: [everyEnterprise],
      from: "new",
      to: "submitted",
      by: ["system"],
      needs: [...applied, "receivingUnit", "secretHash"],
      facts: { organisations: ["receivingUnit"] },
      checks: [liesInCounty],
      sets: doubtfulCode,
    },
    mend: {
      words: { zh: "补正后重新提交", en: "Mend and apply again" },
      law: [everyEnterprise],
      from: ["returned"],
      to: "submitted",
      by: ["system"],
      needs: ["receivingUnit"],
      takes: applied,
      facts: { organisations: ["receivingUnit"] },
      checks: [liesInCounty],
      sets: (attempt) => ({ ...doubtfulCode(attempt), answer: null }),
    },
    approve: {
      ...approval,
      words: { zh: "通过", en: "Approve" },
      to: "approved",
      needs: ["verifiedBy", "verification"],
      checks: [enterpriseIsInSight, hasNoPrincipal, usernameIsLeft],
    },
    approveBeside: {
      ...approval,
      words: { zh: "通过并增设主要负责人", en: "Approve as a further principal" },
      to: "told",
      needs: ["verifiedBy", "verification", "reason"],
      checks: [enterpriseIsInSight, hasPrincipal, usernameIsLeft],
    },
    giveBack: {
      words: { zh: "退回补正", en: "Give back to be mended" },
      law: [approvedFirst],
      from: ["submitted"],
      to: "returned",
      by: judges,
      needs: ["answer"],
      sets: ({ actor }) => ({ decidedBy: actor.id }),
    },
    turnDown: {
      words: { zh: "不予通过", en: "Refuse" },
      law: [approvedFirst],
      from: ["submitted", "returned"],
      to: "refused",
      by: judges,
      needs: ["answer"],
      sets: ({ actor }) => ({ decidedBy: actor.id }),
    },
    note: {
      words: { zh: "知悉", en: "Note it" },
      law: [approvedFirst],
      from: ["told"],
      to: "approved",
      by: ["principal", "departmentHead"],
      facts: { heldBefore: "approveBeside" },
      guards: [notedByAnother],
    },
  },
  exchange: applicationExchange,
  numbering: {
    series: (values) => `enterprise-application/${countyOf(String(values.region))}`,
    format: (series, drawn) => `ZC${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {},
});

/** In these states whoever applied has an account. */
export const letInStates = ["told", "approved"] as const;

/** Whether whoever applied may mend it now, or waits for the county. */
export const mayBeMended = (state: string): boolean =>
  enterpriseApplication.acts.mend?.from.includes(state) === true;
