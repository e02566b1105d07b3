import { type Refusal, refusal } from "../refusals.ts";
import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import type { HazardValues } from "./hazard-fields.ts";
import { enterpriseIsOpen, placesOfEnterprise } from "./hazard-rules.ts";
import type { HazardState } from "./hazard-states.ts";
import { parkOf } from "./park.ts";

type Hazard = Attempt<HazardValues>;

const open = [
  "found",
  "majorConfirmed",
  "generalConfirmed",
  "reported",
  "planned",
  "rectifying",
  "sentBack",
  "defied",
  "selfAccepted",
] as const satisfies readonly HazardState[];

/** Which levels a hazard may have in a step; none where it has not been judged. */
const levelsIn: Readonly<Record<string, readonly (string | undefined)[]>> = {
  found: [undefined],
  majorConfirmed: ["major"],
  reported: ["major"],
  planned: ["major"],
  generalConfirmed: ["general"],
  dismissed: [undefined, "major", "general"],
};
const judged = ["major", "general"] as const;

/**
 * How hazards of the time before the register are taken up. Not in a step in which one of two people has spoken and the other has not:
 * proposed, under review, reviewed, asked for. Such a hazard is taken up in the step before, and both speak here.
 */
export const hazardHistory = {
  by: ["inspector", "departmentHead", "committeeOffice"],
  states: [...open, "closed", "dismissed"],
  begins: "foundOn",
  meanwhile: ["reportedOn", "staffReportedOn", "acceptedOn", "reviewedOn", "publishedOn"],
  takes: [
    ...["description", "place", "site", "riskPoint", "region", "sourceRef", "harm", "difficulty"],
    ...["exposedPeople", "mustStop", "level", "criteriaItem", "judgementReason", "expertOpinion"],
    ...[
      "owningOrganisation",
      "reportedOn",
      "reportMethod",
      "reportReceipt",
      "staffReport",
      "staffReportedOn",
    ],
    ...["planResponsible", "planMeasures", "planFunds", "rectifyBy", "firstDueOn", "planContingency"],
    ...["progress", "actualFunds", "acceptanceReport", "acceptancePersons", "acceptedOn", "reviewOpinion"],
    ...["reviewedOn", "closeOpinion", "publishedOn", "publishedIn", "publicationReference", "defianceOrder"],
  ],
  checks: [enterpriseIsThere, placesOfEnterprise, levelFits, itemWasInForce, ownerIsTold, ownerHadDuty],
  sets: (attempt: Hazard) => {
    const { input, facts, actor } = attempt;
    const enterprise = facts.entries.organisation?.values ?? {};
    const owner = facts.organisations.owningOrganisation;
    return {
      ...placeOf(attempt),
      park: parkOf(attempt),
      sectorDepartment: textValue(enterprise, "sectorDepartment"),
      stock: isStock(attempt) ? ("stock" as const) : ("increment" as const),
      foundByOrganisation: isOwnFinding(input.source) ? input.organisation : actor.organisation,
      owningOrganisation: input.owningOrganisation ?? actor.organisation,
      owningLevel: input.owningOrganisation === undefined ? actor.level : owner?.level,
      criteriaFrom: facts.criteria.criteriaItem?.from,
      criteriaText: facts.criteria.criteriaItem?.says,
      firstDueOn: input.firstDueOn ?? input.rectifyBy,
      defiedOn: stepOf(attempt) === "defied" ? textValue(input, "stateSince") : undefined,
    };
  },
} as const;

const stepOf = ({ input }: Hazard): string => textValue(input, "recordedState") ?? "";

const isStock = ({ input: { foundOn }, facts }: Hazard): boolean =>
  foundOn !== undefined && foundOn < facts.campaignFrom;

const isOwnFinding = (source: string | undefined): boolean =>
  source === "selfCheck" || source === "staffReport";

function placeOf({ input, facts }: Hazard) {
  const enterprise = facts.entries.organisation?.values ?? {};
  const site = facts.entries.site?.values ?? {};
  return {
    region: input.region ?? textValue(site, "region") ?? textValue(enterprise, "region"),
    sector: textValue(site, "sector") ?? textValue(enterprise, "sector"),
  };
}

/** What is at rest may be of an enterprise that has closed since; on what is open somebody has to act. */
function enterpriseIsThere(attempt: Hazard): Refusal | undefined {
  return open.some((state) => state === stepOf(attempt)) ? enterpriseIsOpen(attempt) : undefined;
}

function levelFits(attempt: Hazard): Refusal | undefined {
  const { level } = attempt.input;
  if ((levelsIn[stepOf(attempt)] ?? judged).some((one) => one === level)) return undefined;
  const code = level === undefined ? "required" : "not-an-option";
  return refusal("history-level-misfits", [{ field: "level", code }]);
}

/** Feature A3: also what was judged long ago was judged by the version in force when it was found. */
function itemWasInForce({ input: { criteriaItem, foundOn }, facts }: Hazard): Refusal | undefined {
  const item = facts.criteria.criteriaItem;
  if (criteriaItem === undefined || foundOn === undefined || item === undefined) return undefined;
  const wasOff = foundOn < item.from || (item.to !== undefined && item.to < foundOn);
  return wasOff
    ? refusal("criteria-item-not-in-force", [{ field: "criteriaItem", code: "not-an-option" }])
    : undefined;
}

/** A body of coordination owns no hazard: it says whose it is. 国办发〔2024〕54号. */
function ownerIsTold({ input, actor }: Hazard): Refusal | undefined {
  return input.owningOrganisation === undefined && actor.role === "committeeOffice"
    ? refusal("history-owner-missing", [{ field: "owningOrganisation", code: "required" }])
    : undefined;
}

/**
 * Work Safety Law (2021) art. 62 and 65: who reviews has the duty of supervision for this sector and this place. Whoever names nobody
 * owns it themselves, and could else take up what lies elsewhere by being a party to it.
 */
function ownerHadDuty(attempt: Hazard): Refusal | undefined {
  const { input, facts, actor } = attempt;
  const named = facts.organisations.owningOrganisation;
  // An enterprise owns what it settles by itself.
  if (named !== undefined && named.id === input.organisation) return undefined;
  const { region, sector } = placeOf(attempt);
  const owner = input.owningOrganisation === undefined ? { ...actor, supervises: actor.sectors } : named;
  if (owner === undefined) return undefined;
  const wrong = [{ field: "owningOrganisation", code: "not-an-option" }] as const;
  if (!inSectors(owner.supervises, sector)) return refusal("owning-organisation-without-duty", wrong);
  return inRegion(owner.region, region) ? undefined : refusal("supervision-outside-region", wrong);
}
