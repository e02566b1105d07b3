import { defineRegister, type Register } from "../register/register.ts";
import { countyOf } from "../scope/region.ts";
import { amendmentActs } from "./hazard-amendment.ts";
import { asideActs } from "./hazard-aside.ts";
import { hazardCounts } from "./hazard-counts.ts";
import { hazardExchange } from "./hazard-exchange.ts";
import { hazardFields } from "./hazard-fields.ts";
import { fromCheckActs } from "./hazard-from-check.ts";
import { hazardHistory } from "./hazard-history.ts";
import { judgementActs } from "./hazard-judgement.ts";
import { rectificationActs } from "./hazard-rectification.ts";
import { reportActs } from "./hazard-report.ts";
import { reviewActs } from "./hazard-review.ts";
import { canMergeInto, hasNoDuplicates, mayMerge, seesWhatItMergedInto } from "./hazard-rules.ts";
import { hazardStates, judging, open } from "./hazard-states.ts";
import { intoOther, outOfOther } from "./merging.ts";

const reversible = {
  zh: "重复隐患双向关联，可撤销合并，不删除",
  en: "Duplicates are linked both ways, may be parted again, and are never deleted",
};

/**
 * 事故隐患: from finding to close-out, for major and general hazards. The major hazard's path is judged, reported twice,
 * planned, rectified, accepted by the enterprise, reviewed by two officers and closed by the level that owns it; the general
 * hazard's path is the enterprise's own. Work Safety Law (2021) art. 41, 65, 102; `domain.md` §2.4.
 */
export const hazard: Register = defineRegister({
  name: "hazard",
  plural: "hazards",
  words: { zh: "事故隐患", en: "Hazard" },
  law: [
    { zh: "《安全生产法》第四十一条、第一百一十八条", en: "Work Safety Law, art. 41 and 118" },
    {
      zh: "《安全生产事故隐患排查治理暂行规定》（总局令第16号）",
      en: "Interim Provisions on Hazards (Order 16)",
    },
  ],
  measures: [7, 9, 10, 11],
  fields: hazardFields,
  restricting: { by: ["departmentHead"] },
  title: "title",
  list: ["number", "title", "level", "organisation", "region", "sector", "foundOn", "dueOn", "holder"],
  filters: [
    "level",
    "stock",
    "repeated",
    "repeatOf",
    "controlled",
    "reportUnproven",
    "source",
    "region",
    "sector",
    "secondSector",
    "sectorDepartment",
    "organisation",
    "criteriaItem",
    "secondItem",
    "thirdItem",
    "fourthItem",
    "foundOn",
    "dueOn",
  ],
  states: hazardStates,
  acts: {
    ...judgementActs,
    ...amendmentActs,
    ...reportActs,
    ...rectificationActs,
    ...reviewActs,
    ...asideActs,
    ...fromCheckActs,
    merge: {
      words: { zh: "合并重复隐患", en: "Merge as a duplicate" },
      law: [reversible],
      from: [...judging, "majorConfirmed", "generalConfirmed"],
      to: "merged",
      by: ["safetyManager", "principal", "inspector", "departmentHead"],
      needs: ["duplicateOf", "reason"],
      facts: { entries: ["duplicateOf"] },
      guards: [mayMerge, hasNoDuplicates],
      checks: [canMergeInto],
      follows: (attempt) => intoOther(() => hazard, attempt),
    },
    absorb: {
      words: { zh: "并入重复隐患", en: "Absorb a duplicate" },
      law: [reversible],
      from: [...open, "closed", "dismissed", "void"],
      to: "unchanged",
      by: ["system"],
      needs: ["duplicates"],
    },
    unmerge: {
      words: { zh: "撤销合并", en: "Part from what it was merged into" },
      law: [reversible],
      from: ["merged"],
      to: "back",
      by: ["safetyManager", "principal", "inspector", "departmentHead"],
      needs: ["reason"],
      facts: { entries: ["duplicateOf"] },
      guards: [mayMerge, seesWhatItMergedInto],
      sets: () => ({ duplicateOf: null }),
      follows: (attempt) => outOfOther(() => hazard, attempt),
    },
    release: {
      words: { zh: "移出重复隐患", en: "Release a duplicate" },
      law: [reversible],
      from: [...open, "closed", "dismissed", "void"],
      to: "unchanged",
      by: ["system"],
      takes: ["duplicates"],
    },
  },
  history: hazardHistory,
  exchange: hazardExchange,
  numbering: {
    series: (values, day) => `hazard/${countyOf(String(values.region))}/${day.slice(0, 4)}`,
    format: (series, drawn) => {
      const [, county, year] = series.split("/");
      return `YH${county}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  countedBy: "source",
  counts: hazardCounts,
});
