import type { CalendarYear } from "../calendar/calendar.ts";
import { type Ladder, type Rung, rungWhos } from "../reminders/ladder.ts";
import type { Words } from "../words.ts";
import { analysisFile } from "./analysis-shapes.ts";
import { type AskedDocument, documentKinds } from "./asked-document.ts";
import { assessmentFile } from "./assessment-shapes.ts";
import { type EnterpriseDuty, type EnterpriseKind, grades, ownerships } from "./enterprise-duty.ts";
import { checklistKinds, type EvaluationItem } from "./evaluation-item.ts";
import { indicatorsFile } from "./indicator-shapes.ts";
import { outlinesFile } from "./outline-shapes.ts";
import { type DetailAsked, type OwedSubPlan, subPlanDetails, subPlanKinds } from "./owed-sub-plan.ts";
import {
  type CriteriaItem,
  type CriteriaStandard,
  type CriteriaTopic,
  coordinateSystems,
  type Duty,
  dutyKinds,
  type FormerCode,
  type Organisation,
  organisationKinds,
  organisationLevels,
  type Parameter,
  parameterUnits,
  type Region,
  regionLevels,
  risks,
  type Seat,
  type Sector,
  standardKinds,
  standardNatures,
} from "./pack.ts";
import { periods } from "./plan.ts";
import { measuresFile, planFile } from "./plan-shapes.ts";
import { ofTargets, type ReportKind, reporters, reportLengths, reportQuestions } from "./report-kind.ts";
import { day, flag, listOf, number, oneOf, optional, orNull, orWord, record, text } from "./shape.ts";
import { targetsFile } from "./target-shapes.ts";

const words = record<Words>({ zh: text(), en: text() });
const sourced = { source: text(), toBeConfirmed: flag } as const;

const regionCode = text(/^[0-9]{2,12}$/);
const officialCode = text(/^([0-9]{6}|[0-9]{9})$/);
const sectorCode = text(/^S[0-9]{2}$/);
const organisationId = text(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const standardCode = text(/^[A-Z0-9+]{2,6}$/);
const ordinal = number(1, 999);

const seat = record<Seat>({
  longitude: number(73, 136, "fractions"),
  latitude: number(3, 54, "fractions"),
  system: oneOf(coordinateSystems),
  ...sourced,
});

const region = record<Region>({
  code: regionCode,
  gb: officialCode,
  name: words,
  level: oneOf(regionLevels),
  seat: optional(seat),
  formerly: optional(listOf(record<FormerCode>({ gb: officialCode, until: day, ...sourced }))),
  ...sourced,
});

const sector = record<Sector>({
  code: sectorCode,
  name: words,
  gbt4754: optional(text()),
  highRisk: oneOf(risks),
  ...sourced,
});

const duty = record<Duty>({ as: oneOf(dutyKinds), sectors: orWord("all", listOf(sectorCode)), ...sourced });

const organisation = record<Organisation>({
  id: organisationId,
  name: words,
  shortName: words,
  kind: oneOf(organisationKinds),
  region: regionCode,
  level: oneOf(organisationLevels),
  duties: listOf(duty),
  parent: optional(organisationId),
  ...sourced,
});

const parameter = record<Parameter>({
  name: text(/^[a-z]+(\.[a-z][A-Za-z]*)+$/),
  value: number(0, 1_000_000_000_000, "fractions"),
  unit: oneOf(parameterUnits),
  words,
  from: day,
  to: optional(day),
  ...sourced,
});

const standard = record<CriteriaStandard>({
  code: standardCode,
  kind: oneOf(standardKinds),
  name: words,
  document: orNull(text()),
  issuer: orNull(words),
  nature: orNull(oneOf(standardNatures)),
  from: orNull(day),
  to: optional(day),
  replaces: optional(standardCode),
  lineage: optional(text(/^[a-z]+(-[a-z]+)*$/)),
  department: optional(organisationId),
  officialItems: orNull(ordinal),
  sectors: listOf(sectorCode),
  scope: optional(words),
  ...sourced,
});

const numberInStandard = text(/^[0-9A-Za-z.-]{1,24}$/);

const topic = record<CriteriaTopic>({
  standard: standardCode,
  topic: numberInStandard,
  heading: text(),
  text: words,
  officialItems: orNull(ordinal),
  ...sourced,
});

const item = record<CriteriaItem>({
  standard: standardCode,
  item: numberInStandard,
  article: text(),
  text: words,
  sectors: optional(listOf(sectorCode)),
  catchAll: optional(flag),
  dividedFrom: optional(text()),
  outsideCount: optional(flag),
  ...sourced,
});

const inPlan = {
  measure: optional(number(1, 999)),
  section: optional(text(/^[rs][0-9]+$/)),
  clause: number(1, 999),
} as const;

const askedDocument = record<AskedDocument>({
  id: text(/^(m[0-9]+|[rs][0-9]+)-c[0-9]+-d[0-9]+$/),
  title: words,
  kind: oneOf(documentKinds),
  ...inPlan,
  units: optional(listOf(organisationId)),
  by: optional(day),
  ...sourced,
});

const evaluationItem = record<EvaluationItem>({
  kind: oneOf(checklistKinds),
  number: text(/^[1-9][0-9]{0,2}(-[1-9][0-9]?)?$/),
  title: words,
  cited: text(),
  measure: number(1, 999),
  clause: number(1, 999),
  unit: organisationId,
  joint: optional(listOf(organisationId)),
  by: optional(day),
  ...sourced,
});

const owedSubPlan = record<OwedSubPlan>({
  id: text(/^(m[0-9]+|[rs][0-9]+)-c[0-9]+-p[0-9]+$/),
  title: words,
  kind: oneOf(subPlanKinds),
  ...inPlan,
  units: optional(listOf(organisationId)),
  details: optional(
    listOf(
      record<DetailAsked>({
        as: oneOf(subPlanDetails),
        ...inPlan,
        units: listOf(organisationId),
        ...sourced,
      }),
    ),
  ),
  by: optional(day),
  ...sourced,
});

const enterpriseKind = record<EnterpriseKind>({
  grades: optional(listOf(oneOf(grades))),
  sectors: optional(listOf(sectorCode)),
  ownerships: optional(listOf(oneOf(ownerships))),
  aboveScale: optional(flag),
  highRisk: optional(flag),
  insuranceHighRisk: optional(flag),
});

const enterpriseDuty = record<EnterpriseDuty>({
  id: organisationId,
  by: oneOf(["enterprise", "supervisor"]),
  words,
  every: optional(oneOf(periods)),
  of: optional(listOf(enterpriseKind)),
  from: day,
  to: optional(day),
  ...sourced,
});

// Short, for a report's key holds it beside its unit and period.
const reportKind = record<ReportKind>({
  id: text(/^(?=.{1,18}$)[a-z]+(-[a-z]+)*$/),
  name: words,
  every: oneOf(reportLengths),
  from: listOf(oneOf(reporters)),
  due: text(),
  indicators: orWord(ofTargets, listOf(text())),
  asks: listOf(oneOf(reportQuestions)),
  ...sourced,
});

const ladder = record<Ladder>({
  level: optional(text(/^[a-z][A-Za-z]*$/)),
  rungs: listOf(record<Rung>({ who: oneOf(rungWhos), after: number(-250, 250) })),
  from: day,
  to: optional(day),
  ...sourced,
});

const calendarYear = record<CalendarYear>({
  year: number(1949, 2199),
  source: text(),
  holidays: listOf(record<CalendarYear["holidays"][number]>({ name: text(), from: day, to: day })),
  swappedWorkingDays: listOf(day),
});

/** One shape for each file of a pack. */
export const fileShapes = {
  "regions.json": record<{ readonly regions: readonly Region[] }>({ regions: listOf(region) }),
  "sectors.json": record<{ readonly sectors: readonly Sector[] }>({ sectors: listOf(sector) }),
  "organisations.json": record<{ readonly organisations: readonly Organisation[] }>({
    organisations: listOf(organisation),
  }),
  "parameters.json": record<{ readonly parameters: readonly Parameter[] }>({ parameters: listOf(parameter) }),
  "criteria.json": record<{
    readonly standards: readonly CriteriaStandard[];
    readonly topics: readonly CriteriaTopic[];
    readonly items: readonly CriteriaItem[];
  }>({ standards: listOf(standard), topics: listOf(topic), items: listOf(item) }),
  "plan.json": planFile,
  "measures.json": measuresFile,
  "targets.json": targetsFile,
  "assessment.json": assessmentFile,
  "documents.json": record<{ readonly documents: readonly AskedDocument[] }>({
    documents: listOf(askedDocument),
  }),
  "evaluation-items.json": record<{ readonly evaluationItems: readonly EvaluationItem[] }>({
    evaluationItems: listOf(evaluationItem),
  }),
  "sub-plans.json": record<{ readonly subPlans: readonly OwedSubPlan[] }>({
    subPlans: listOf(owedSubPlan),
  }),
  "enterprise-duties.json": record<{ readonly duties: readonly EnterpriseDuty[] }>({
    duties: listOf(enterpriseDuty),
  }),
  "reminders.json": record<{ readonly ladders: readonly Ladder[] }>({ ladders: listOf(ladder) }),
  "indicators.json": indicatorsFile,
  "reports.json": record<{ readonly reports: readonly ReportKind[] }>({ reports: listOf(reportKind) }),
  "outlines.json": outlinesFile,
  "analysis.json": analysisFile,
  "calendar.json": listOf(calendarYear),
} as const;
