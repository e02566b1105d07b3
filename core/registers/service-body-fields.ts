import {
  choices,
  code,
  day,
  label,
  link,
  organisation,
  region,
  sector,
  sectors,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { personal } from "../register/personal-field.ts";
import { creditCodePattern } from "./credit-code.ts";
import { laws } from "./laws.ts";

const identity = { zh: "机构", en: "Body" };
const qualification = { zh: "业务与资质", en: "Services and qualification" };
const contact = { zh: "监管与联系方式", en: "Supervision and contact" };

/** What is kept of a service body: `domain.md` measure 25. */
export const serviceBodyFields = {
  name: label({ words: { zh: "机构名称", en: "Name" }, maxLength: 120, column: true, group: identity }),
  creditCode: code({
    words: { zh: "统一社会信用代码", en: "Unified social credit code" },
    why: { zh: "同一机构只登记一次", en: "So that one body is registered once" },
    // GB 32100-2015: 18 characters without I, O, S, V and Z.
    pattern: creditCodePattern,
    maxLength: 18,
    column: true,
    unique: true,
    group: identity,
  }),
  organisation: link({
    words: { zh: "服务机构", en: "Service body" },
    register: "service-body",
    derived: true,
    column: true,
  }),
  region: region({
    words: { zh: "服务地区", en: "Region" },
    why: {
      zh: "在哪里提供服务；外地机构也填本地，服务几个县市的填州",
      en: "Where it serves, also where it has its seat elsewhere; the prefecture where it serves several counties",
    },
    column: true,
    group: identity,
  }),
  services: choices({
    words: { zh: "服务类别", en: "Services" },
    law: laws.qualifyBodies,
    group: qualification,
    options: {
      evaluation: { zh: "安全评价", en: "Safety evaluation" },
      testing: { zh: "检测检验", en: "Testing and inspection" },
      training: { zh: "安全培训", en: "Safety training" },
      consulting: { zh: "安全咨询", en: "Safety consulting" },
      insurance: { zh: "安责险及事故预防服务", en: "Liability insurance and prevention" },
    },
  }),
  sector: sector({
    words: { zh: "主要服务行业领域", en: "Sector mainly served" },
    why: { zh: "按行业领域确定监管部门", en: "By it the supervising department is known" },
    column: true,
    group: qualification,
  }),
  otherSectors: sectors({
    words: { zh: "其他服务行业领域", en: "Other sectors served" },
    group: qualification,
  }),
  qualificationNumber: label({
    words: { zh: "资质证书编号", en: "Number of the qualification" },
    law: laws.qualifyBodies,
    maxLength: 64,
    group: qualification,
  }),
  qualifiedTo: day({
    words: { zh: "资质有效期至", en: "Qualified until" },
    law: laws.qualifyBodies,
    column: true,
    group: qualification,
  }),
  supervisedBy: organisation({
    words: { zh: "负有安全监管职责的部门", en: "Supervising department" },
    why: {
      zh: "其负责人确认该机构人员的任职",
      en: "Its head confirms the posts of the body's people",
    },
    column: true,
    party: true,
    group: contact,
  }),
  address: label({
    words: { zh: "地址", en: "Address" },
    why: { zh: "监管部门据此找到机构", en: "Where the supervising department finds the body" },
    group: contact,
  }),
  contact: text({
    words: { zh: "联系人", en: "Contact" },
    why: { zh: "监管部门与机构联系的人", en: "To whom the supervising department turns" },
    group: contact,
  }),
  phone: personal({
    words: { zh: "联系电话", en: "Telephone" },
    why: { zh: "监管部门与机构联系所用", en: "By which the supervising department reaches the body" },
    personal: "phone",
    shownTo: ["inspector", "departmentHead", "committeeOffice", "serviceStaff"],
    group: contact,
  }),
} as const;

export type ServiceBodyValues = ValuesOf<typeof serviceBodyFields>;
