import {
  choice,
  flag,
  label,
  link,
  organisation,
  region,
  sector,
  text,
  type ValuesOf,
} from "../register/field.ts";
import { personal } from "../register/personal-field.ts";
import { contactRoles } from "./contacts.ts";
import { laws } from "./laws.ts";
import { park } from "./park.ts";
import { placeFields } from "./place-fields.ts";

const identity = { zh: "场所", en: "Site" };
const answering = { zh: "监管与负责人", en: "Supervision and people" };

/** What is kept of a site: `domain.md` §2.2. */
export const siteFields = {
  name: label({
    words: { zh: "场所（项目）名称", en: "Name" },
    maxLength: 120,
    column: true,
    group: identity,
  }),
  kind: choice({
    words: { zh: "场所类型", en: "Kind" },
    law: laws.superviseByClass,
    column: true,
    group: identity,
    options: {
      mine: { zh: "矿山", en: "Mine" },
      tailings: { zh: "尾矿库", en: "Tailings pond" },
      dam: { zh: "水库大坝", en: "Dam and reservoir" },
      hydropower: { zh: "水电站", en: "Hydropower station" },
      solar: { zh: "光伏电站", en: "Photovoltaic station" },
      chemical: { zh: "危险化学品装置或储存场所", en: "Chemical plant or store" },
      fuelStation: { zh: "加油加气站", en: "Fuel station" },
      workshop: { zh: "车间厂房", en: "Workshop" },
      warehouse: { zh: "仓库", en: "Warehouse" },
      project: { zh: "建设项目", en: "Construction project" },
      crowded: { zh: "人员密集场所", en: "Crowded place" },
      other: { zh: "其他", en: "Other" },
    },
  }),
  organisation: link({
    words: { zh: "企业", en: "Enterprise" },
    register: "enterprise",
    column: true,
    group: identity,
  }),
  region: region({
    words: { zh: "所在地区", en: "Region" },
    why: {
      zh: "场所所在地，可与企业住所不同",
      en: "Where the site lies, which may not be where the enterprise does",
    },
    column: true,
    group: identity,
  }),
  sector: sector({
    words: { zh: "行业领域", en: "Sector" },
    law: laws.superviseByClass,
    column: true,
    group: identity,
  }),
  ...placeFields,
  supervisedBy: organisation({
    words: { zh: "负有安全监管职责的部门", en: "Supervising department" },
    column: true,
    party: true,
    group: answering,
  }),
  park,
  responsiblePerson: text({
    words: { zh: "现场负责人", en: "Responsible person" },
    law: laws.nameResponsible,
    group: answering,
  }),
  phone: personal({
    words: { zh: "联系电话", en: "Telephone" },
    personal: "phone",
    shownTo: contactRoles,
    group: answering,
  }),
  suspendedByDepartment: flag({
    words: { zh: "由部门责令停用", en: "Suspended by a department" },
    derived: true,
  }),
} as const;

export type SiteValues = ValuesOf<typeof siteFields>;
