import {
  choice,
  choices,
  code,
  day,
  flag,
  integer,
  label,
  longText,
  organisation,
  person,
  region,
  sectors,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { roles } from "../scope/roles.ts";
import {
  partnerActOptions,
  partnerMaskOptions,
  partnerRegisterOptions,
  partnerRoles,
} from "./partner-offers.ts";

const whose = { zh: "对接方", en: "Partner" };
const scope = { zh: "数据范围与权限", en: "Scope and rights" };
const bounds = { zh: "有效期与限额", en: "Validity and quota" };
const decided = { zh: "申请与批准", en: "Asked for and approved" };

const least = {
  zh: "GB/T 22239-2019 8.1.4.2：授予所需的最小权限",
  en: "GB/T 22239-2019, 8.1.4.2: no more than is needed",
};

/** What is kept of a partner's token. Its secret is none of it: a hash alone is, by which the secret is known again. */
export const partnerTokenFields = {
  name: text({
    words: { zh: "名称", en: "Name" },
    why: {
      zh: "对接系统的名称，办理记录以此署名",
      en: "The other system's; what it does is signed with this",
    },
    column: true,
    group: whose,
  }),
  purpose: longText({ words: { zh: "用途", en: "Purpose" }, group: whose }),
  unit: organisation({
    words: { zh: "代表单位", en: "Stands for" },
    why: {
      zh: "对接系统以该单位的名义查询和办理",
      en: "The organisation in whose name the other system reads and acts",
    },
    offers: "any",
    column: true,
    group: whose,
  }),
  unitLevel: label({
    words: { zh: "单位层级", en: "Level of the organisation" },
    derived: true,
    internal: true,
  }),
  role: choice({
    words: { zh: "比照岗位", en: "As which role" },
    why: {
      zh: "权限不超过该岗位在权限表中的权限",
      en: "Never more than the table of rights gives this role",
    },
    law: least,
    options: Object.fromEntries(partnerRoles.map((name) => [name, roles[name].words])),
    column: true,
    group: scope,
  }),
  covers: region({
    words: { zh: "数据地区", en: "Region" },
    why: { zh: "不大于代表单位的管辖区域", en: "No larger than the organisation's own" },
    column: true,
    group: scope,
  }),
  everySector: flag({ words: { zh: "全部行业领域", en: "Every sector" }, group: scope }),
  sectors: sectors({ words: { zh: "行业领域", en: "Sectors" }, group: scope }),
  mayRead: choices({
    words: { zh: "可查询的台账", en: "Registers it reads" },
    options: partnerRegisterOptions,
    group: scope,
  }),
  mayDo: choices({
    words: { zh: "可办理的事项", en: "Acts it may do" },
    why: {
      zh: "不选即只能查询；判定、验收、确认等须由人负责的事项不对接",
      en: "None: it only reads. What somebody answers for, as judging and accepting, is no machine's",
    },
    options: partnerActOptions,
    group: scope,
  }),
  masked: choices({
    words: { zh: "不提供的字段", en: "Fields left out" },
    why: {
      zh: "电话、身份证号等个人号码一律不提供，不必选",
      en: "Personal numbers, as telephones, are always left out and need not be chosen",
    },
    law: {
      zh: "《个人信息保护法》第六条：限于实现处理目的的最小范围",
      en: "Personal Information Protection Law, art. 6: no more than the purpose needs",
    },
    options: partnerMaskOptions,
    group: scope,
  }),
  validUntil: day({
    words: { zh: "有效期至", en: "Valid until" },
    why: { zh: "最后一天；最长一年", en: "The last day; a year at most" },
    column: true,
    group: bounds,
  }),
  perMinute: integer({
    words: { zh: "每分钟请求上限", en: "Requests a minute" },
    min: 1,
    max: 6_000,
    group: bounds,
  }),
  perDay: integer({
    words: { zh: "每日请求上限", en: "Requests a day" },
    min: 1,
    max: 1_000_000,
    group: bounds,
  }),
  requestedBy: person({ words: { zh: "申请人", en: "Asked for by" }, derived: true, group: decided }),
  requestedIn: organisation({ words: { zh: "申请单位", en: "Asked for in" }, derived: true, group: decided }),
  approvedBy: person({ words: { zh: "批准人", en: "Approved by" }, derived: true, group: decided }),
  secretHash: code({
    words: { zh: "密钥哈希", en: "Hash of the secret" },
    why: {
      zh: "SHA-256；密钥只显示一次，系统不保存",
      en: "SHA-256; the secret is shown once and never kept",
    },
    pattern: "^[0-9a-f]{64}$",
    maxLength: 64,
    internal: true,
    column: true,
    unique: true,
  }),
} as const;

export type PartnerTokenValues = ValuesOf<typeof partnerTokenFields>;
