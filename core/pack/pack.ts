import type { CalendarYear } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import type { AnalysisPlan } from "../campaign/analysis.ts";
import type { AssessmentScheme } from "../campaign/assessment-scheme.ts";
import type { Indicator } from "../campaign/indicator.ts";
import type { TargetRow } from "../campaign/target.ts";
import type { Ladder } from "../reminders/ladder.ts";
import type { Words } from "../words.ts";
import type { AskedDocument } from "./asked-document.ts";
import type { EnterpriseDuty } from "./enterprise-duty.ts";
import type { EvaluationItem } from "./evaluation-item.ts";
import type { OwedSubPlan } from "./owed-sub-plan.ts";
import type { Plan } from "./plan.ts";
import type { ReportKind } from "./report-kind.ts";
import type { Sourced } from "./sourced.ts";

/**
 * A campaign's data: everything in which one prefecture differs from another. The files of `packs/<name>/` hold it, one
 * member of this type to a file or a list within it; `checkPack` turns them into this type or into located problems.
 */
export interface Pack {
  readonly regions: readonly Region[];
  readonly sectors: readonly Sector[];
  readonly organisations: readonly Organisation[];
  readonly parameters: readonly Parameter[];
  readonly standards: readonly CriteriaStandard[];
  readonly topics: readonly CriteriaTopic[];
  readonly items: readonly CriteriaItem[];
  readonly plan: Plan;
  /** How each target and reading of the plan is proven. */
  readonly targets: readonly TargetRow[];
  /** Documents that the plan wants issued or revised. */
  readonly documents: readonly AskedDocument[];
  /** Items of checklists whose carrying out the plan wants evaluated. */
  readonly evaluationItems: readonly EvaluationItem[];
  /** Sub-plans that the plan asks of its units. */
  readonly subPlans: readonly OwedSubPlan[];
  /** What enterprises have to do, and their supervisors for them, by class and grade. */
  readonly duties: readonly EnterpriseDuty[];
  /** Who is reminded of a deadline, and when. */
  readonly ladders: readonly Ladder[];
  readonly indicators: readonly Indicator[];
  /** What is reported up the tree, period by period. */
  readonly reports: readonly ReportKind[];
  /** By what units are assessed each year (考核方案), in all versions. */
  readonly schemes: readonly AssessmentScheme[];
  /** Outlines of regions for the map; none where nobody has any. */
  readonly outlines: readonly Outline[];
  /** The approval number of the map (审图号). Without one no map is shown to anybody who has not signed in. */
  readonly mapApproval?: string;
  /** Ready-made tables of the analysis, and how the report of a period is made up. */
  readonly analysis: AnalysisPlan;
  /** The State Council's notices, one to a year. */
  readonly calendar: readonly CalendarYear[];
}

export const regionLevels = ["province", "prefecture", "county", "township"] as const;
export type RegionLevel = (typeof regionLevels)[number];

export interface Region extends Sourced {
  /** Path code: 53 → 5334 → 533401 → 533401101, so that a subtree is a prefix. */
  readonly code: string;
  /** The official code at every edge: six digits (GB/T 2260), nine for a township. */
  readonly gb: string;
  readonly name: Words;
  readonly level: RegionLevel;
  readonly seat?: Seat;
  /** Official codes of earlier days, each until and including the day given. */
  readonly formerly?: readonly FormerCode[];
}

/** The seat of a government. Degrees; the coordinate system is named, since half of the published figures are GCJ-02. */
export interface Seat extends Sourced {
  readonly longitude: number;
  readonly latitude: number;
  readonly system: (typeof coordinateSystems)[number];
}

export const coordinateSystems = ["CGCS2000", "WGS-84", "GCJ-02", "unknown"] as const;

/** Systems in which outlines are published. One of an unknown system cannot be drawn. */
export const outlineSystems = ["CGCS2000", "WGS-84", "GCJ-02"] as const;

/** The outline of a region, in the system in which it was published: closed rings of longitude and latitude, in degrees. */
export interface Outline extends Sourced {
  /** Path code. */
  readonly region: string;
  readonly system: (typeof outlineSystems)[number];
  readonly rings: readonly (readonly (readonly [longitude: number, latitude: number])[])[];
}

export interface FormerCode extends Sourced {
  readonly gb: string;
  readonly until: Day;
}

export const risks = ["yes", "some", "no"] as const;

export interface Sector extends Sourced {
  /** S01, S02 … */
  readonly code: string;
  readonly name: Words;
  /** Classes of GB/T 4754-2017 that it roughly covers; absent where it cuts across them. */
  readonly gbt4754?: string;
  /** Whether it counts as a high-risk sector (高危行业领域); "some" means that part of it does. */
  readonly highRisk: (typeof risks)[number];
}

export const organisationKinds = [
  "partyCommittee",
  "government",
  "committeeOffice",
  "department",
  "park",
  "support",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];
export const organisationLevels = ["prefecture", "county", "township"] as const;

export interface Organisation extends Sourced {
  /** Lower-case words joined by hyphens, never changed: `zhou-yingji`. */
  readonly id: string;
  readonly name: Words;
  readonly shortName: Words;
  readonly kind: OrganisationKind;
  /** Path code of the region for which it answers. */
  readonly region: string;
  readonly level: (typeof organisationLevels)[number];
  readonly duties: readonly Duty[];
  /** Next one up in its own line: a county bureau's prefecture bureau, a department's government, an office's seat. */
  readonly parent?: string;
}

/**
 * Comprehensive: 综合监管. Supervision: 负有安全监管职责, licenses, inspects and punishes. Industry: 负有行业管理职责, plans and
 * guides. Coordination: 安委办 and the like, which inspect no enterprise. Support: 支持保障.
 */
export const dutyKinds = ["comprehensive", "supervision", "industry", "coordination", "support"] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** A role of a department in some sectors: 发改 and 工信 have one role here and another there. */
export interface Duty extends Sourced {
  readonly as: DutyKind;
  /** Empty where the plan names the department, and nothing yet says for which sectors. */
  readonly sectors: "all" | readonly string[];
}

export const parameterUnits = [
  "workingDay",
  "calendarDay",
  "month",
  "metre",
  "count",
  "yuan",
  "percent",
] as const;

/** A clock, threshold or number that the law sets or that a prefecture may set: one row per name and time in force. */
export interface Parameter extends Sourced {
  /** `hazard.report.within` */
  readonly name: string;
  readonly value: number;
  readonly unit: (typeof parameterUnits)[number];
  readonly words: Words;
  readonly from: Day;
  /** Last day in force; absent while it is in force. */
  readonly to?: Day;
}

export const standardNatures = [
  "departmentRule",
  "normativeDocument",
  "nationalStandard",
  "industryStandard",
] as const;

/** A criteria standard says what is a major hazard; where a sector has none, its department lists key check items (重点检查事项). */
export const standardKinds = ["criteria", "keyCheckItems"] as const;

/** One version of a criteria standard for major hazards (重大事故隐患判定标准). Another version has another code: HC17, HC26. */
export interface CriteriaStandard extends Sourced {
  readonly code: string;
  readonly kind: (typeof standardKinds)[number];
  readonly name: Words;
  /** Document number: 应急管理部令第10号. Null, as issuer and nature, where only the field is known for which there is a standard. */
  readonly document: string | null;
  readonly issuer: Words | null;
  readonly nature: (typeof standardNatures)[number] | null;
  /** First day in force; null where it is in force since a day not yet confirmed. Such a standard has no items. */
  readonly from: Day | null;
  readonly to?: Day;
  /** Code of the version that ended when this one began. */
  readonly replaces?: string;
  /** What several versions share that follow one another without a repeal in words: of one lineage one is in force on a day. */
  readonly lineage?: string;
  /** The prefecture's organisation that answers for it; absent where the pack has none. */
  readonly department?: string;
  /** How many leaf items the official text has; null where that is not confirmed. */
  readonly officialItems: number | null;
  readonly sectors: readonly string[];
  /** To whom or what it applies, where that is narrower than its sectors or leads to another standard. */
  readonly scope?: Words;
}

/**
 * What of a standard is known by its heading alone: shown, so that nobody takes what is loaded for the whole, and never cited.
 * `standard/topic` (SE/4.8) is its id.
 */
export interface CriteriaTopic extends Sourced {
  readonly standard: string;
  readonly topic: string;
  /** As it is cited: 第九条, 5.1, 露天矿山部分. */
  readonly heading: string;
  readonly text: Words;
  /** How many leaf items of the official text stand under it; null where that is not confirmed. */
  readonly officialItems: number | null;
}

/** An item of a standard, in our own words; `standard/item` (GM/3-1) is its id everywhere. */
export interface CriteriaItem extends Sourced {
  readonly standard: string;
  /** Article and number: 3-1. */
  readonly item: string;
  /** The same as it is cited: 第三条第（一）项. */
  readonly article: string;
  readonly text: Words;
  /** Sectors of the standard to which it applies; absent means all of them. */
  readonly sectors?: readonly string[];
  /** 其他 …: judging by it takes an expert's opinion. */
  readonly catchAll?: boolean;
  /**
   * The words of our source that hold this item together with others, where the source names several in one phrase: how they are
   * divided and numbered is then inferred, and to be confirmed.
   */
  readonly dividedFrom?: string;
  /** A rule over the other items, which the official count leaves out: 令10号 art. 14. */
  readonly outsideCount?: boolean;
}
