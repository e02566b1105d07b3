import type { Words } from "../words.ts";

/** A paper on which an entry is printed, signed and filed: its boxes, group by group, and who signs. */
export interface Sheet {
  readonly title: Words;
  readonly groups: readonly {
    readonly words: Words;
    readonly fields: readonly string[];
    /** That it holds what most papers of the kind do not: no box of it is printed empty. */
    readonly onlyFilled?: true;
  }[];
  /** Fields whose pictures are printed below. */
  readonly pictures: readonly string[];
  readonly signatures: readonly Words[];
}

/** 事故隐患排查治理登记、销号表: what 《安全生产法》第四十一条 wants recorded, and the five things of a plan for a major hazard. */
const hazard: Sheet = {
  title: { zh: "事故隐患排查治理登记、销号表", en: "Record of a hazard and its close-out" },
  groups: [
    {
      words: { zh: "隐患登记", en: "The hazard" },
      fields: [
        "title",
        "organisation",
        "region",
        "sector",
        "place",
        "foundOn",
        "source",
        "foundBy",
        "description",
      ],
    },
    {
      words: { zh: "等级判定", en: "Its judgement" },
      fields: [
        "level",
        "validatedBy",
        "criteriaItem",
        "criteriaText",
        "judgementReason",
        "owningOrganisation",
      ],
    },
    {
      words: { zh: "整改", en: "Its rectification" },
      fields: [
        "planResponsible",
        "planFunds",
        "rectifyBy",
        "rectifiedBy",
        "planMeasures",
        "planContingency",
        "progress",
      ],
    },
    {
      words: { zh: "验收与复查", en: "Acceptance and review" },
      fields: ["acceptancePersons", "reviewedBy", "countersignedBy", "acceptanceReport", "reviewOpinion"],
    },
    { words: { zh: "销号", en: "Close-out" }, fields: ["closedBy", "closedOn", "closeOpinion"] },
  ],
  pictures: ["photos", "afterPhotos"],
  signatures: [
    { zh: "整改责任人", en: "Responsible for the rectification" },
    { zh: "复查人", en: "Reviewed by" },
    { zh: "销号审批人", en: "Close-out approved by" },
  ],
};

/** 定期报表: what a unit reports, as it is filed with its seal. */
const report: Sheet = {
  title: { zh: "治本攻坚三年行动定期报表", en: "Periodic report of the campaign" },
  groups: [
    {
      words: { zh: "报送", en: "The report" },
      fields: ["title", "organisation", "receiver", "periodFrom", "periodTo", "due", "sentOn", "acceptedOn"],
    },
    { words: { zh: "指标", en: "Figures" }, fields: ["figures"] },
    { words: { zh: "情况说明", en: "In words" }, fields: ["problems", "requests", "plans"] },
    {
      words: { zh: "终期评估", en: "Final evaluation" },
      fields: ["results", "standing", "missingUnits", "verdicts", "concludedOn", "concludedBy"],
      onlyFilled: true,
    },
  ],
  pictures: [],
  signatures: [
    { zh: "填报人", en: "Sent by" },
    { zh: "单位负责人", en: "Head of the unit" },
  ],
};

/** The sheets that there are, by register. */
export const sheets: ReadonlyMap<string, Sheet> = new Map([
  ["hazard", hazard],
  ["report", report],
]);
