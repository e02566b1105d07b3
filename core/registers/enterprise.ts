import { defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { enterpriseFields } from "./enterprise-fields.ts";
import { gradeActs } from "./enterprise-grade.ts";
import { enterpriseExchange } from "./enterprise-headings.ts";
import { enterpriseHistory } from "./enterprise-history.ts";
import { operationActs } from "./enterprise-operation.ts";
import { particularsActs } from "./enterprise-particulars.ts";
import { canMergeInto, hasNoDuplicates, seesWhatItMergedInto } from "./enterprise-rules.ts";
import { ceased, enterpriseStates, standing } from "./enterprise-states.ts";
import { intoOther, outOfOther } from "./merging.ts";

const reversible = {
  zh: "重复登记双向关联，可撤销合并，不删除",
  en: "Duplicates are linked both ways, may be parted again, and are never deleted",
};

/**
 * 企业: whoever produces or trades, once, by its credit code where it has one. Work Safety Law (2021) art. 4, 62; measure 5;
 * `domain.md` §2.2.
 */
export const enterprise: Register = defineRegister({
  name: "enterprise",
  plural: "enterprises",
  words: { zh: "企业", en: "Enterprise" },
  law: [{ zh: "《安全生产法》第四条、第六十二条", en: "Work Safety Law, art. 4 and 62" }],
  measures: [5],
  fields: enterpriseFields,
  title: "name",
  list: ["number", "name", "creditCode", "region", "sector", "ownership", "grade"],
  filters: [
    "region",
    "sector",
    "creditCode",
    "ownership",
    "grade",
    "scale",
    "aboveScale",
    "highRisk",
    "insuranceHighRisk",
    "creditCodeDoubtful",
    "supervisedBy",
  ],
  states: enterpriseStates,
  acts: {
    ...particularsActs,
    ...operationActs,
    ...gradeActs,
    merge: {
      words: { zh: "合并重复企业", en: "Merge as a duplicate" },
      law: [reversible],
      from: standing,
      to: "merged",
      by: ["departmentHead", "committeeOffice"],
      needs: ["duplicateOf", "reason"],
      facts: { entries: ["duplicateOf"] },
      guards: [hasNoDuplicates],
      checks: [canMergeInto],
      sets: () => ({ registeredOn: null }),
      follows: (attempt) => intoOther(() => enterprise, attempt),
    },
    absorb: {
      words: { zh: "并入重复企业", en: "Absorb a duplicate" },
      law: [reversible],
      from: standing,
      to: "unchanged",
      by: ["system"],
      needs: ["duplicates"],
    },
    unmerge: {
      words: { zh: "撤销合并", en: "Part from what it was merged into" },
      law: [reversible],
      from: ["merged"],
      to: "back",
      by: ["departmentHead", "committeeOffice"],
      needs: ["reason"],
      facts: { entries: ["duplicateOf"] },
      guards: [seesWhatItMergedInto],
      sets: ({ entry: { values } }) => ({
        duplicateOf: null,
        // A merged one counts no more; parted again it counts since its own day.
        registeredOn: values.openedOn,
      }),
      follows: (attempt) => outOfOther(() => enterprise, attempt),
    },
    release: {
      words: { zh: "移出重复企业", en: "Release a duplicate" },
      law: [reversible],
      from: [...standing, ...ceased],
      to: "unchanged",
      by: ["system"],
      takes: ["duplicates"],
    },
  },
  history: enterpriseHistory,
  exchange: enterpriseExchange,
  // An enterprise stands open for decades, and what people wrote of it serves no statute's term.
  erasedWhileOpen: true,
  numbering: {
    series: (values) => `enterprise/${countyOf(String(values.region))}`,
    format: (series, drawn) => `QY${series.split("/")[1]}-${String(drawn).padStart(5, "0")}`,
  },
  counts: {
    registered: { words: { zh: "企业数", en: "Enterprises registered" }, on: "registeredOn" },
    standing: {
      words: { zh: "在册企业数", en: "Enterprises standing" },
      from: "registeredOn",
      until: "ceasedOn",
    },
    closed: { words: { zh: "关闭或注销企业数", en: "Enterprises closed or deregistered" }, on: "ceasedOn" },
    // From its first grade to its end, whatever it is graded since; what was merged away was none of its own.
    graded: {
      words: { zh: "已定级企业数", en: "Enterprises graded" },
      from: "firstGradedOn",
      until: "ceasedOn",
      in: Object.keys(enterpriseStates).filter((state) => state !== "merged"),
    },
  },
});
