import { type Refusal, refusal } from "../refusals.ts";
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
import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { laws } from "./laws.ts";
import { park, parkOf } from "./park.ts";
import { placeFields, pointIsWhole, regionIsTownship } from "./place-fields.ts";
import { enterpriseStands, supervisorHasDuty } from "./supervision.ts";

const identity = { zh: "场所", en: "Site" };
const answering = { zh: "监管与负责人", en: "Supervision and people" };

const fields = {
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
  phone: text({ words: { zh: "联系电话", en: "Telephone" }, maxLength: 40, group: answering }),
  suspendedByDepartment: flag({
    words: { zh: "由部门责令停用", en: "Suspended by a department" },
    derived: true,
  }),
} as const;

type SiteValues = ValuesOf<typeof fields>;
type Site = Attempt<SiteValues>;

const keepers = ["safetyManager", "principal", "inspector", "departmentHead"] as const;
const entered = [
  "name",
  "kind",
  "region",
  "sector",
  "address",
  "longitude",
  "latitude",
  "coordinateSystem",
  "supervisedBy",
  "responsiblePerson",
  "phone",
] as const;
const everySite = { zh: "治本攻坚措施5：厘清企业底数", en: "Measure 5: know every enterprise" };
const orders = { zh: "《安全生产法》第六十五条", en: "Work Safety Law, art. 65" };

/** 场所（项目）: a mine, dam, station, project or workshop. One enterprise has several, each with its own place, trade and supervisor. */
export const site: Register = defineRegister({
  name: "site",
  plural: "sites",
  words: { zh: "场所", en: "Site" },
  law: [{ zh: "《安全生产法》第四条、第六十二条", en: "Work Safety Law, art. 4 and 62" }],
  measures: [5],
  fields,
  title: "name",
  list: ["number", "name", "kind", "organisation", "region", "sector"],
  filters: ["region", "sector", "kind", "organisation", "supervisedBy"],
  states: {
    inUse: { words: { zh: "在用", en: "In use" } },
    suspended: { words: { zh: "停用", en: "Suspended" } },
    closed: { words: { zh: "关闭", en: "Closed" }, final: true },
  },
  acts: {
    register: {
      words: { zh: "登记场所", en: "Register a site" },
      law: [everySite],
      from: "new",
      to: "inUse",
      by: keepers,
      needs: ["name", "kind", "organisation", "region", "sector"],
      takes: [
        "address",
        "longitude",
        "latitude",
        "coordinateSystem",
        "supervisedBy",
        "responsiblePerson",
        "phone",
      ],
      facts: {
        entries: ["organisation"],
        organisations: ["supervisedBy"],
        same: { sameName: ["organisation", "name"] },
      },
      checks: [enterpriseStands, pointIsWhole, supervisorHasDuty],
      warns: [nameIsNewThere, regionIsTownship],
      suggests: ({ actor }) => (actor.level === "enterprise" ? { organisation: actor.organisation } : {}),
      sets: (attempt) => ({ park: parkOf(attempt) }),
    },
    amend: {
      words: { zh: "更正", en: "Amend" },
      law: [everySite],
      from: ["inUse", "suspended"],
      to: "unchanged",
      by: keepers,
      takes: entered,
      facts: { organisations: ["supervisedBy"] },
      checks: [pointIsWhole, supervisorHasDuty],
      warns: [regionIsTownship],
      suggests: ({ entry: { values } }) => Object.fromEntries(entered.map((name) => [name, values[name]])),
    },
    suspend: {
      words: { zh: "停用", en: "Suspend" },
      law: [orders],
      from: ["inUse"],
      to: "suspended",
      by: keepers,
      needs: ["reason"],
      sets: ({ actor }) => ({ suspendedByDepartment: actor.level === "enterprise" ? null : true }),
    },
    resume: {
      words: { zh: "恢复使用", en: "Resume" },
      law: [orders],
      from: ["suspended"],
      to: "inUse",
      by: keepers,
      needs: ["reason"],
      guards: [liftedByWhoeverOrdered],
      sets: () => ({ suspendedByDepartment: null }),
    },
    close: {
      words: { zh: "关闭", en: "Close" },
      law: [everySite],
      from: ["inUse", "suspended"],
      to: "closed",
      by: keepers,
      needs: ["reason"],
      guards: [liftedByWhoeverOrdered],
    },
  },
  // A site stands open for decades, as its enterprise does.
  erasedWhileOpen: true,
  numbering: {
    series: (values) => `site/${countyOf(String(values.region))}`,
    format: (series, drawn) => `CS${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {
    registered: { words: { zh: "场所数", en: "Sites registered" }, on: "openedOn" },
    closed: { words: { zh: "关闭场所数", en: "Sites closed" }, on: "closedOn" },
  },
});

function nameIsNewThere({ facts }: Site) {
  const entries = facts.same.sameName ?? [];
  return entries.length > 0
    ? ({ code: "same-name-registered", fields: ["name"], entries } as const)
    : undefined;
}

/** What a department stopped, the enterprise neither starts nor closes out of its sight. Work Safety Law (2021) art. 65. */
function liftedByWhoeverOrdered({ entry, actor }: Site): Refusal | undefined {
  return entry.values.suspendedByDepartment === true && actor.level === "enterprise"
    ? refusal("suspended-by-department")
    : undefined;
}
