import { type Refusal, refusal } from "../refusals.ts";
import { textValue } from "../register/entry.ts";
import { type Attempt, defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { parkOf } from "./park.ts";
import { pointIsWhole, regionIsTownship } from "./place-fields.ts";
import { type SiteValues, siteFields } from "./site-fields.ts";
import { siteExchange } from "./site-headings.ts";
import { enterpriseStands, supervisorHasDuty } from "./supervision.ts";

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
  fields: siteFields,
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
  history: {
    by: ["inspector", "departmentHead", "committeeOffice"],
    states: ["inUse", "suspended", "closed"],
    takes: [
      "address",
      "longitude",
      "latitude",
      "coordinateSystem",
      "supervisedBy",
      "responsiblePerson",
      "phone",
    ],
    facts: { same: { sameName: ["organisation", "name"] } },
    checks: [enterpriseWasThere, pointIsWhole, supervisorHasDuty],
    warns: [nameIsNewThere, regionIsTownship],
    sets: (attempt) => ({ park: parkOf(attempt) }),
  },
  exchange: siteExchange,
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

/** A site that is closed already may be of an enterprise that has closed with it. */
function enterpriseWasThere(attempt: Site): Refusal | undefined {
  return textValue(attempt.input, "recordedState") === "closed" ? undefined : enterpriseStands(attempt);
}

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
