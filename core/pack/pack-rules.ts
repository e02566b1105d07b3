import { calendarFaults } from "../calendar/calendar.ts";
import { analysisRules } from "./analysis-rules.ts";
import { countedDocumentRules, documentRules } from "./asked-document-rules.ts";
import { assessmentRules } from "./assessment-rules.ts";
import { criteriaRules } from "./criteria-rules.ts";
import { countedChecklistRules, evaluationItemRules } from "./evaluation-item-rules.ts";
import { indicatorRules } from "./indicator-rules.ts";
import { ladderRules } from "./ladder-rules.ts";
import { outlineRules } from "./outline-rules.ts";
import { subPlanRules } from "./owed-sub-plan-rules.ts";
import type {
  CriteriaItem,
  CriteriaStandard,
  Organisation,
  Pack,
  Parameter,
  Region,
  RegionLevel,
} from "./pack.ts";
import { type Located, type PackFile, type PackProblem, packProblem } from "./pack-problem.ts";
import { measureRules, planRules } from "./plan-rules.ts";
import { reportRules } from "./report-rules.ts";
import { endsEarly, overlap, repeated } from "./row-rules.ts";
import { targetRules } from "./target-rules.ts";

/** What must hold between the rows of a pack, each of them right by itself. */
export function packRules(pack: Pack): readonly PackProblem[] {
  const within = (file: PackFile, found: readonly Located[]) =>
    found.map((located) => packProblem(file, located));
  const found = [
    ...within("regions.json", regionRules(pack.regions)),
    ...within(
      "sectors.json",
      repeated("/sectors", pack.sectors, "code", (row) => row.code),
    ),
    ...within("organisations.json", organisationRules(pack)),
    ...within("parameters.json", parameterRules(pack.parameters)),
    ...within("criteria.json", [...standardRules(pack), ...criteriaRules(pack), ...itemRules(pack)]),
    ...within("plan.json", planRules(pack)),
    ...within("measures.json", measureRules(pack)),
    ...within("documents.json", documentRules(pack)),
    ...within("evaluation-items.json", evaluationItemRules(pack)),
    ...within("sub-plans.json", subPlanRules(pack)),
    ...within("enterprise-duties.json", enterpriseDutyRules(pack)),
    ...within("reminders.json", ladderRules(pack.ladders)),
    ...within("indicators.json", [
      ...indicatorRules(pack.indicators),
      ...countedDocumentRules(pack),
      ...countedChecklistRules(pack),
    ]),
    ...within("assessment.json", assessmentRules(pack)),
    ...within("outlines.json", outlineRules(pack)),
    ...within("analysis.json", analysisRules(pack.analysis, pack.indicators)),
    ...within("calendar.json", calendarFaults(pack.calendar)),
  ];
  if (found.length > 0) return found;
  // What points at rows of other files: in one that is not right each of them would be told as well.
  return [...within("targets.json", targetRules(pack)), ...within("reports.json", reportRules(pack))];
}

/** Members of a list of codes that are not among the known ones. */
function unknownAmong(
  at: string,
  codes: "all" | readonly string[],
  known: ReadonlySet<string>,
  code: "unknown-sector" | "sector-outside-standard",
): readonly Located[] {
  if (codes === "all") return [];
  return codes.flatMap((about, index) => (known.has(about) ? [] : [{ at: `${at}/${index}`, code, about }]));
}

const codeLengths: Readonly<Record<RegionLevel, number>> = {
  province: 2,
  prefecture: 4,
  county: 6,
  township: 9,
};
const parentLengths: Readonly<Record<RegionLevel, number>> = {
  province: 0,
  prefecture: 2,
  county: 4,
  township: 6,
};

function regionRules(regions: readonly Region[]): readonly Located[] {
  const codes = new Set(regions.map((region) => region.code));
  const each = regions.flatMap(({ code, gb, level }, index): readonly Located[] => {
    const at = `/regions/${index}`;
    if (code.length !== codeLengths[level])
      return [{ at: `${at}/code`, code: "region-code-of-another-level", about: code }];
    const found: Located[] = [];
    const parent = code.slice(0, parentLengths[level]);
    if (parent !== "" && !codes.has(parent))
      found.push({ at: `${at}/code`, code: "region-without-parent", about: parent });
    if (gb !== code.padEnd(6, "0")) found.push({ at: `${at}/gb`, code: "gb-differs-from-code", about: gb });
    return found;
  });
  return [...repeated("/regions", regions, "code", (region) => region.code), ...each];
}

function organisationRules({ organisations, regions, sectors }: Pack): readonly Located[] {
  const byId = new Map(organisations.map((organisation) => [organisation.id, organisation]));
  const levels = new Map(regions.map((region) => [region.code, region.level]));
  const sectorCodes = new Set(sectors.map((sector) => sector.code));
  const each = organisations.flatMap((organisation, index): readonly Located[] => {
    const at = `/organisations/${index}`;
    const { region, level, duties } = organisation;
    const regionLevel = levels.get(region);
    const found: Located[] = [];
    if (regionLevel === undefined) found.push({ at: `${at}/region`, code: "unknown-region", about: region });
    else if (regionLevel !== level)
      found.push({ at: `${at}/level`, code: "organisation-level-differs", about: level });
    for (const [number, duty] of duties.entries()) {
      found.push(
        ...unknownAmong(`${at}/duties/${number}/sectors`, duty.sectors, sectorCodes, "unknown-sector"),
      );
    }
    return [
      ...found,
      ...withoutParent(`${at}/parent`, organisation, organisations),
      ...parentRules(`${at}/parent`, organisation, byId),
    ];
  });
  return [...repeated("/organisations", organisations, "id", (organisation) => organisation.id), ...each];
}

/** Kinds that always belong to another: to their government, their line or the department in which they sit. */
const belonging: ReadonlySet<Organisation["kind"]> = new Set(["committeeOffice", "department", "park"]);

/** A government belongs to the one around it; a Party committee or a supporting body may stand by itself. */
function withoutParent(
  at: string,
  { id, kind, region, parent }: Organisation,
  organisations: readonly Organisation[],
): readonly Located[] {
  if (parent !== undefined) return [];
  const isWithinAnother = organisations.some(
    (other) => other.kind === "government" && other.region !== region && region.startsWith(other.region),
  );
  const belongs = belonging.has(kind) || (kind === "government" && isWithinAnother);
  return belongs ? [{ at, code: "department-without-parent", about: id }] : [];
}

function parentRules(
  at: string,
  organisation: Organisation,
  byId: ReadonlyMap<string, Organisation>,
): readonly Located[] {
  if (organisation.parent === undefined) return [];
  if (!byId.has(organisation.parent))
    return [{ at, code: "unknown-organisation", about: organisation.parent }];
  const climbed = new Set<string>();
  let above: string | undefined = organisation.parent;
  while (above !== undefined && !climbed.has(above)) {
    if (above === organisation.id) return [{ at, code: "organisation-above-itself", about: organisation.id }];
    climbed.add(above);
    above = byId.get(above)?.parent;
  }
  return [];
}

function enterpriseDutyRules({ duties, sectors }: Pack): readonly Located[] {
  const codes = new Set(sectors.map((sector) => sector.code));
  const each = duties.flatMap(({ from, to, of = [] }, index): readonly Located[] => [
    ...endsEarly(`/duties/${index}`, from, to),
    ...of.flatMap((kind, at) =>
      unknownAmong(`/duties/${index}/of/${at}/sectors`, kind.sectors ?? [], codes, "unknown-sector"),
    ),
  ]);
  return [...repeated("/duties", duties, "id", (duty) => duty.id), ...each];
}

function parameterRules(parameters: readonly Parameter[]): readonly Located[] {
  return parameters.flatMap((parameter, index): readonly Located[] => {
    const at = `/parameters/${index}`;
    const found = [...endsEarly(at, parameter.from, parameter.to)];
    if (!fitsUnit(parameter)) {
      found.push({
        at: `${at}/value`,
        code: "value-does-not-fit-unit",
        about: `${parameter.value} ${parameter.unit}`,
      });
    }
    const earlier = parameters.slice(0, index).filter((other) => other.name === parameter.name);
    if (earlier.some((other) => overlap(other, parameter))) {
      found.push({ at: `${at}/from`, code: "versions-overlap", about: parameter.name });
    }
    return found;
  });
}

function fitsUnit({ value, unit }: Parameter): boolean {
  switch (unit) {
    case "workingDay":
    case "calendarDay":
    case "month":
    case "metre":
    case "count":
      return Number.isSafeInteger(value);
    case "percent":
      return value <= 100;
    case "yuan":
      return (
        Number.isSafeInteger(Math.round(value * 100)) &&
        Math.abs(value * 100 - Math.round(value * 100)) < 1e-6
      );
  }
}

function standardRules({ standards, sectors, organisations }: Pack): readonly Located[] {
  const byCode = new Map(standards.map((standard) => [standard.code, standard]));
  const sectorCodes = new Set(sectors.map((sector) => sector.code));
  const organisationIds = new Set(organisations.map((organisation) => organisation.id));
  const each = standards.flatMap((standard, index): readonly Located[] => {
    const at = `/standards/${index}`;
    const { department, from, to } = standard;
    const found = [
      ...endsEarly(at, from, to),
      ...unknownAmong(`${at}/sectors`, standard.sectors, sectorCodes, "unknown-sector"),
      ...replacementRules(`${at}/replaces`, standard, byCode),
    ];
    if (department !== undefined && !organisationIds.has(department)) {
      found.push({ at: `${at}/department`, code: "unknown-organisation", about: department });
    }
    return found;
  });
  return [...repeated("/standards", standards, "code", (standard) => standard.code), ...each];
}

function replacementRules(
  at: string,
  { replaces, from }: CriteriaStandard,
  byCode: ReadonlyMap<string, CriteriaStandard>,
): readonly Located[] {
  if (replaces === undefined) return [];
  const replaced = byCode.get(replaces);
  if (replaced === undefined) return [{ at, code: "unknown-standard", about: replaces }];
  const ended = replaced.to !== undefined && from !== null && replaced.to < from;
  return ended ? [] : [{ at, code: "replaced-still-in-force", about: replaces }];
}

function itemRules({ standards, items }: Pack): readonly Located[] {
  const byCode = new Map(standards.map((standard) => [standard.code, standard]));
  const each = items.flatMap((item: CriteriaItem, index): readonly Located[] => {
    const at = `/items/${index}`;
    const standard = byCode.get(item.standard);
    if (standard === undefined)
      return [{ at: `${at}/standard`, code: "unknown-standard", about: item.standard }];
    if (standard.from === null)
      return [{ at: `${at}/standard`, code: "standard-without-first-day", about: item.standard }];
    return unknownAmong(
      `${at}/sectors`,
      item.sectors ?? [],
      new Set(standard.sectors),
      "sector-outside-standard",
    );
  });
  return [...repeated("/items", items, "item", (item) => `${item.standard}/${item.item}`), ...each];
}
