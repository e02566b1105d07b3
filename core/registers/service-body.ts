import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { type ServiceBodyValues, serviceBodyFields } from "./service-body-fields.ts";
import { serviceBodyExchange } from "./service-body-headings.ts";
import {
  codeFits,
  codeIsFree,
  nameIsNew,
  qualificationIsWhole,
  stillQualified,
} from "./service-body-rules.ts";
import { bodyStanding, serviceBodyStates } from "./service-body-states.ts";
import { supervisorHasDuty } from "./supervision.ts";

const thresholds = {
  zh: "治本攻坚措施25：合理提高安全技术服务机构门槛，引导规范市场竞争",
  en: "Measure 25: raise the threshold for technical service bodies and order their market",
};
const qualified = { zh: "《安全生产法》第七十二条", en: "Work Safety Law, art. 72" };
const oneCode = { zh: "GB 32100-2015 法人和其他组织统一社会信用代码编码规则", en: "GB 32100-2015" };

const registrars = ["inspector", "departmentHead", "committeeOffice"] as const;
const needed = ["name", "creditCode", "region", "services", "sector", "supervisedBy"] as const;
const told = ["otherSectors", "qualificationNumber", "qualifiedTo", "address", "contact", "phone"] as const;
const ownContact = ["address", "contact", "phone"] as const;
const amended = ["name", "region", "services", "sector", "supervisedBy", ...told] as const;

/** What registering a service body asks, also where it is taken up with its history. */
const registration = {
  by: registrars,
  needs: needed,
  takes: told,
  facts: {
    organisations: ["supervisedBy"],
    counts: { sameCreditCode: ["creditCode"] },
    same: { sameCreditCode: ["creditCode"], sameName: ["name"] },
  },
  checks: [codeIsFree, supervisorHasDuty, qualificationIsWhole],
  warns: [codeFits, nameIsNew, stillQualified],
  sets: ({ entry }: Attempt<ServiceBodyValues>) => ({ organisation: entry.id }),
} as const;

/**
 * 服务机构: whoever evaluates, tests, trains, advises or insures for enterprises, as a business. It supervises nobody and inspects nobody;
 * its people help those who do. Measure 25; Work Safety Law (2021) art. 15, 72.
 */
export const serviceBody: Register = defineRegister({
  name: "service-body",
  plural: "service bodies",
  words: { zh: "服务机构", en: "Service body" },
  law: [{ zh: "《安全生产法》第十五条、第七十二条", en: "Work Safety Law, art. 15 and 72" }],
  measures: [25],
  fields: serviceBodyFields,
  title: "name",
  list: ["number", "name", "creditCode", "region", "sector", "supervisedBy", "qualifiedTo"],
  filters: ["region", "sector", "creditCode", "supervisedBy"],
  states: serviceBodyStates,
  acts: {
    register: {
      words: { zh: "登记服务机构", en: "Register a service body" },
      law: [thresholds, oneCode],
      from: "new",
      to: "serving",
      ...registration,
      suggests: ({ actor }) => (actor.role === "committeeOffice" ? {} : { supervisedBy: actor.organisation }),
    },
    amend: {
      words: { zh: "更正", en: "Amend" },
      law: [qualified],
      from: bodyStanding,
      to: "unchanged",
      by: registrars,
      takes: [...amended, "reason"],
      facts: { organisations: ["supervisedBy"], same: { sameName: ["name"] } },
      checks: [supervisorHasDuty, qualificationIsWhole],
      warns: [nameIsNew, stillQualified],
      suggests: ({ entry: { values } }) => Object.fromEntries(amended.map((name) => [name, values[name]])),
    },
    correctCode: {
      words: { zh: "更正信用代码", en: "Correct the credit code" },
      law: [oneCode],
      from: bodyStanding,
      to: "unchanged",
      by: registrars,
      needs: ["creditCode", "reason"],
      facts: {
        counts: { sameCreditCode: ["creditCode"] },
        same: { sameCreditCode: ["creditCode"] },
      },
      checks: [codeIsFree],
      warns: [codeFits],
    },
    // The one act of the body's own people: whoever supervises it must be able to reach it.
    reportContact: {
      words: { zh: "机构自报联系方式", en: "Report changed contacts" },
      law: [thresholds],
      from: bodyStanding,
      to: "unchanged",
      by: ["serviceStaff"],
      takes: ownContact,
      suggests: ({ entry: { values } }) => Object.fromEntries(ownContact.map((name) => [name, values[name]])),
    },
    suspend: {
      words: { zh: "暂停服务", en: "Suspend" },
      law: [qualified],
      from: ["serving"],
      to: "suspended",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
    },
    resume: {
      words: { zh: "恢复服务", en: "Resume" },
      law: [qualified],
      from: ["suspended"],
      to: "serving",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
      warns: [stillQualified],
    },
    withdraw: {
      words: { zh: "退出", en: "Withdraw it from the register" },
      law: [thresholds],
      from: bodyStanding,
      to: "withdrawn",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
    },
    // Its code is free for nobody else, so that one that returns is this one.
    reinstate: {
      words: { zh: "重新列入", en: "Take it up again" },
      law: [thresholds],
      from: ["withdrawn"],
      to: "suspended",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
    },
  },
  history: { ...registration, states: ["serving", "suspended", "withdrawn"] },
  exchange: serviceBodyExchange,
  // A body stands open for decades, as an enterprise does.
  erasedWhileOpen: true,
  numbering: {
    series: (values) => `service-body/${countyOf(String(values.region))}`,
    format: (series, drawn) => `FW${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {},
});
