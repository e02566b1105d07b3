import {
  choice,
  code,
  flag,
  label,
  link,
  longText,
  organisation,
  person,
  region,
  sector,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { personal } from "../register/personal-field.ts";
import { creditCodePattern } from "./credit-code.ts";

const firm = { zh: "企业", en: "Enterprise" };
const applying = { zh: "申请人", en: "Applicant" };
const decided = { zh: "核实与办理", en: "Checked and decided" };

/** Who may call whoever applied: those who decide, and nobody who merely reads. */
const judges = ["departmentHead", "committeeOffice"] as const;

/** What is kept of an enterprise's application for access. Its secret is none of it: a hash alone is, by which it is known again. */
export const applicationFields = {
  name: label({
    words: { zh: "企业名称", en: "Name of the enterprise" },
    why: { zh: "与营业执照一致", en: "As on the licence" },
    maxLength: 120,
    column: true,
    group: firm,
  }),
  creditCode: code({
    words: { zh: "统一社会信用代码", en: "Unified social credit code" },
    why: {
      zh: "营业执照上的 18 位代码，大写字母和数字，没有 I、O、S、V、Z",
      en: "The 18 signs on the licence: digits and capitals without I, O, S, V and Z",
    },
    law: { zh: "GB 32100-2015", en: "GB 32100-2015" },
    pattern: creditCodePattern,
    maxLength: 18,
    column: true,
    group: firm,
  }),
  creditCodeDoubtful: flag({
    words: { zh: "信用代码校验位存疑", en: "Check digit of the code is doubtful" },
    derived: true,
    group: firm,
  }),
  region: region({
    words: { zh: "所在地区", en: "Region" },
    why: { zh: "由所在县市办理，请选到乡镇", en: "The county decides; choose the township" },
    column: true,
    group: firm,
  }),
  sector: sector({
    words: { zh: "行业领域", en: "Sector" },
    why: { zh: "由监管该行业的部门办理", en: "The department that supervises it decides" },
    column: true,
    group: firm,
  }),
  legalRepresentative: text({
    words: { zh: "法定代表人", en: "Legal representative" },
    why: {
      zh: "与营业执照一致，供核对身份",
      en: "As on the licence, so that it can be compared",
    },
    group: firm,
  }),
  applicant: text({
    words: { zh: "主要负责人姓名", en: "Name of the principal" },
    why: {
      zh: "账号归此人本人使用，并以主要负责人身份办理",
      en: "The account will be this person's own, in the post of principal",
    },
    group: applying,
  }),
  applicantPhone: personal({
    words: { zh: "联系电话", en: "Telephone" },
    why: { zh: "办理部门核实时联系，加密保存", en: "To be called for the check; kept encrypted" },
    personal: "phone",
    shownTo: judges,
    group: applying,
  }),
  authority: longText({
    words: { zh: "身份说明", en: "By what authority" },
    why: {
      zh: "本人职务，以及谁可以证明（如法定代表人本人、授权书存放处）；不必上传证件",
      en: "The own office, and who can vouch for it, or where a letter of authority lies; no papers are uploaded",
    },
    maxLength: 500,
    group: applying,
  }),
  receivingUnit: organisation({
    words: { zh: "受理单位", en: "Received by" },
    column: true,
    party: true,
    derived: true,
    group: decided,
  }),
  verifiedBy: choice({
    words: { zh: "核实方式", en: "How it was checked" },
    why: {
      zh: "不得只按申请人自己填写的电话核实",
      en: "Never by the telephone that the applicant gave alone",
    },
    options: {
      licence: { zh: "见到营业执照原件和授权材料", en: "Licence and authority were seen" },
      callBack: {
        zh: "按登记机关或本单位已有的电话回拨核实",
        en: "Called back by a number from the registry or our own records",
      },
      visit: { zh: "到企业现场核实", en: "Visited" },
    },
    group: decided,
  }),
  verification: longText({
    words: { zh: "核实情况", en: "What the check showed" },
    why: { zh: "何时、向谁核实、结果", en: "When, with whom, and what came of it" },
    maxLength: 500,
    group: decided,
  }),
  answer: longText({
    words: { zh: "退回或不予通过的理由", en: "Why it was given back or refused" },
    why: { zh: "申请人凭查询码可以看到", en: "Whoever applied reads it" },
    maxLength: 500,
    group: decided,
  }),
  organisation: link({
    words: { zh: "企业名册条目", en: "Enterprise in the roll" },
    register: "enterprise",
    derived: true,
    column: true,
    group: decided,
  }),
  account: link({
    words: { zh: "开通的账号", en: "Account opened" },
    register: "account",
    derived: true,
    column: true,
    group: decided,
  }),
  username: label({
    words: { zh: "用户名", en: "User name" },
    derived: true,
    maxLength: 64,
    group: decided,
  }),
  decidedBy: person({ words: { zh: "办理人", en: "Decided by" }, derived: true, group: decided }),
  secretHash: code({
    words: { zh: "查询码哈希", en: "Hash of the secret" },
    why: {
      zh: "SHA-256；查询码只显示一次，系统不保存",
      en: "SHA-256; the secret is shown once and never kept",
    },
    pattern: "^[0-9a-f]{64}$",
    maxLength: 64,
    internal: true,
    column: true,
    unique: true,
  }),
} as const;

export type ApplicationValues = ValuesOf<typeof applicationFields>;

/** What whoever applies fills in, and may mend after it was returned. */
export const applied = [
  "name",
  "creditCode",
  "region",
  "sector",
  "legalRepresentative",
  "applicant",
  "applicantPhone",
  "authority",
] as const satisfies readonly (keyof typeof applicationFields)[];
