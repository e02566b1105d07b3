import { isJudged } from "../pack/library.ts";
import { type Refusal, type RefusalCode, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import type { Attempt } from "../register/register.ts";
import { inRegion, inSectors } from "../scope/scope.ts";
import { type CitedItem, citedItems, type HazardValues } from "./hazard-fields.ts";
import { enterpriseStands } from "./supervision.ts";

type Hazard = Attempt<HazardValues>;
type Rule = (attempt: Hazard) => Refusal | undefined;

export const enterpriseIsOpen: Rule = enterpriseStands;

/** A site or a risk point of another enterprise says nothing about this one's hazard. */
export const placesOfEnterprise: Rule = ({ input, facts }) => {
  const isStrange = (name: "site" | "riskPoint") => {
    const named = facts.entries[name];
    return named !== undefined && named.values.organisation !== input.organisation;
  };
  if (isStrange("site"))
    return refusal("site-of-another-enterprise", [{ field: "site", code: "not-an-option" }]);
  return isStrange("riskPoint")
    ? refusal("risk-point-of-another-enterprise", [{ field: "riskPoint", code: "not-an-option" }])
    : undefined;
};

/**
 * Work Safety Law (2021) art. 118: a major hazard is judged by the criteria of its sector. Where the library holds none that was in
 * force, or not all of them, an expert's opinion stands in for what is missing, by the definition of 总局令第16号 art. 3 (to be
 * confirmed): nobody should have to cite a clause that is another. Key check items bind nobody to cite one: they say what is checked
 * first, not all that may be major.
 */
export const hasCriteria: Rule = ({ input, facts: { checklist, checklistWhole } }) => {
  if (input.criteriaItem !== undefined) return undefined;
  const hasSome = checklist?.some(({ standsBehind }) => standsBehind === undefined) ?? true;
  const wrong = (code: RefusalCode, field: "criteriaItem" | "expertOpinion") =>
    refusal(code, [{ field, code: "required" }]);
  if (hasSome && checklistWhole !== false) return wrong("criteria-item-needed", "criteriaItem");
  if (input.expertOpinion !== undefined) return undefined;
  return hasSome
    ? wrong("criteria-not-whole", "criteriaItem")
    : wrong("no-criteria-without-expert", "expertOpinion");
};

/** 其他 … clauses name no state of things of their own: whoever judges by one brings an expert's opinion. */
export const catchAllHasExpert: Rule = (attempt) => {
  const { criteria } = attempt.facts;
  const catchAll = citedItems.some(
    (field) => criteria[field]?.catchAll === true && afterwards(attempt, field) !== undefined,
  );
  return catchAll && afterwards(attempt, "expertOpinion") === undefined
    ? refusal("catch-all-without-expert", [{ field: "expertOpinion", code: "required" }])
    : undefined;
};

export const foundByToday: Rule = ({ input, day }) =>
  input.foundOn !== undefined && input.foundOn > day ? refusal("found-in-the-future") : undefined;

/** A hazard is judged by the version in force when it was found, whatever replaced it since. Feature A3. */
export const itemsWereInForce: Rule = ({ entry, input, facts }) => {
  const found = entry.values.foundOn;
  const isOff = (field: CitedItem) => {
    const item = facts.criteria[field];
    if (input[field] === undefined || item === undefined || found === undefined) return false;
    return found < item.from || (item.to !== undefined && item.to < found);
  };
  return refusedAt("criteria-item-not-in-force", citedItems.filter(isOff));
};

/** What was imported by mistake is cited by no judgement from its withdrawal on; a hazard that has it keeps it. */
export const itemsNotWithdrawn: Rule = ({ input, facts, day }) => {
  const isWithdrawn = (field: CitedItem) => {
    const since = facts.criteria[field]?.withdrawnOn;
    return input[field] !== undefined && since !== undefined && since <= day;
  };
  return refusedAt("criteria-item-withdrawn", citedItems.filter(isWithdrawn));
};

/** A clause named twice says nothing more, and would count twice. */
export const itemsDiffer: Rule = (attempt) => {
  const items = citedItems.map((field) => afterwards(attempt, field));
  const isTwice = (_: CitedItem, at: number) => items[at] !== undefined && items.indexOf(items[at]) < at;
  return refusedAt("criteria-item-cited-twice", citedItems.filter(isTwice));
};

function refusedAt(code: RefusalCode, wrong: readonly CitedItem[]): Refusal | undefined {
  if (wrong.length === 0) return undefined;
  return refusal(
    code,
    wrong.map((field) => ({ field, code: "not-an-option" })),
  );
}

/**
 * 治本攻坚措施 5 names criteria and key check items in one breath: the items are for sectors that have no criteria in force on the day
 * of finding. One that a self-check brought in was asked there for another sector of the enterprise, and stays.
 */
export const keyCheckItemStandsIn: Rule = ({ entry: { values }, input, facts }) => {
  const { foundOn, sector } = values;
  if (foundOn === undefined) return undefined;
  const isBeside = (field: CitedItem) =>
    input[field] !== undefined &&
    input[field] !== values[field] &&
    isJudged(facts.criteria[field]?.standsBehind ?? [], sector, foundOn);
  return refusedAt("key-check-item-beside-criteria", citedItems.filter(isBeside));
};

/** Feature A4: one proposes, another in another role validates. */
export const validatedByAnother: Rule = ({ entry, actor }) => {
  if (entry.values.proposedBy === actor.id) return refusal("proposer-may-not-validate");
  return entry.values.proposedByRole === actor.role ? refusal("same-role-may-not-validate") : undefined;
};

/** Work Safety Law (2021) art. 62 and 65: who reviews must have the duty of supervision for this sector and this place. */
export const ownerSupervises: Rule = ({ entry, facts }) => {
  const owner = facts.organisations.owningOrganisation;
  if (owner === undefined) return undefined;
  if (!inSectors(owner.supervises, entry.values.sector)) return refusal("owning-organisation-without-duty");
  return inRegion(owner.region, entry.values.region) ? undefined : refusal("supervision-outside-region");
};

/** Work Safety Law (2021) art. 41: the report to the staff cannot be replaced by the one to the regulator. */
export const staffWereTold: Rule = ({ entry, input, day }) => {
  const told = input.staffReportedOn;
  if (told === undefined) return undefined;
  return told > day || told < (entry.values.foundOn ?? "") ? refusal("staff-report-missing") : undefined;
};

/** 五落实 (feature A5): responsibility, measures, funds, deadline, contingency plan. */
export const planElements = [
  "planResponsible",
  "planMeasures",
  "planFunds",
  "rectifyBy",
  "planContingency",
] as const;

/** All five stand before work starts. */
export const planIsWhole: Rule = ({ entry }) => {
  const missing = planElements.filter((name) => entry.values[name] === undefined);
  if (missing.length === 0) return undefined;
  return refusal(
    "plan-lacks-five-elements",
    missing.map((field) => ({ field, code: "required" })),
  );
};

/** A finding that stops production, or that cites a clause of the criteria, is judged by two: nobody settles it in passing. */
export const settledInPassing: Rule = ({ entry: { values, state } }) =>
  state === "found" && (values.mustStop === true || values.criteriaItem !== undefined)
    ? refusal("must-be-judged-first")
    : undefined;

export const dueNotPast: Rule = ({ input, day }) =>
  input.rectifyBy !== undefined && input.rectifyBy < day
    ? refusal("due-in-the-past", [{ field: "rectifyBy", code: "too-small" }])
    : undefined;

export const mayAskExtension: Rule = ({ entry, facts, day }) => {
  if (entry.values.rectifyBy !== undefined && day > entry.values.rectifyBy)
    return refusal("extension-after-expiry");
  const most = facts.numbers["hazard.extension.most"];
  return most !== undefined && (entry.values.extensionCount ?? 0) >= most
    ? refusal("extensions-used-up")
    : undefined;
};

export const extensionIsLater: Rule = ({ entry, input }) =>
  input.extensionUntil !== undefined && input.extensionUntil <= (entry.values.rectifyBy ?? "")
    ? refusal("extension-not-later", [{ field: "extensionUntil", code: "too-small" }])
    : undefined;

/** Feature C6: an extension is approved one level up, by somebody who did not ask for it. */
export const approvesFromAbove: Rule = ({ entry, actor }) => {
  if (entry.values.approvingOrganisation !== actor.organisation) return refusal("approver-not-one-level-up");
  return entry.values.extensionRequestedBy === actor.id ? refusal("requester-may-not-approve") : undefined;
};

export const ownedByEnterprise: Rule = ({ entry }) =>
  entry.values.owningLevel === "enterprise" ? undefined : refusal("owned-by-government");

export const ownedByGovernment: Rule = ({ entry }) =>
  entry.values.owningLevel === "enterprise" ? refusal("owned-by-enterprise") : undefined;

/** Feature A8: the level that owns a hazard reviews and closes it, and within that level the organisation that owns it. */
export const actsForOwner: Rule = ({ entry, actor }) =>
  entry.values.owningOrganisation === actor.organisation ? undefined : refusal("not-the-owning-level");

/** Feature A7: neither the person nor, for the government's hazards, the enterprise that rectified may accept it. */
export const notByItsRectifier: Rule = ({ entry, actor }) => {
  const { rectifiedBy, owningLevel, organisation } = entry.values;
  const sameUnit = owningLevel !== "enterprise" && organisation === actor.organisation;
  return rectifiedBy === actor.id || sameUnit ? refusal("rectifier-may-not-review") : undefined;
};

/** 行政处罚法 (2021) art. 42 and 国办发〔2024〕54号: officers show a certificate that is valid on the day. */
export const holdsCertificate: Rule = ({ facts: { officer }, day }) => {
  const { certificateFrom, certificateTo } = officer;
  const valid = certificateFrom !== undefined && certificateFrom <= day && (certificateTo ?? day) >= day;
  return valid ? undefined : refusal("certificate-not-valid");
};

/** 行政处罚法 (2021) art. 42: not fewer than two officers. */
export const secondOfficer: Rule = ({ entry, actor }) =>
  entry.values.reviewedBy === actor.id ? refusal("same-officer-may-not-countersign") : undefined;

/** The gate at close-out is a third pair of eyes for the government's hazards; an enterprise closes its own after verifying. */
export const notByItsReviewer: Rule = ({ entry, actor }) => {
  const { reviewedBy, countersignedBy, owningLevel } = entry.values;
  const reviewed = [reviewedBy, countersignedBy].includes(actor.id);
  return reviewed && owningLevel !== "enterprise" ? refusal("reviewer-may-not-close") : undefined;
};

/** Feature A9: what others were merged into is the one that is worked on; merged away itself, it would leave them in a chain. */
export const hasNoDuplicates: Rule = ({ entry }) =>
  (entry.values.duplicates ?? []).length > 0 ? refusal("duplicates-merged-into-it") : undefined;

/** Feature A9: duplicates are linked both ways; a chain or a ring of them would hide the one that is worked on. */
export const canMergeInto: Rule = ({ entry, input, facts }) => {
  const other = facts.entries.duplicateOf;
  if (input.duplicateOf === entry.id) return refusal("duplicate-of-itself");
  if (other === undefined) return undefined;
  if (other.values.organisation !== entry.values.organisation)
    return refusal("duplicate-of-another-enterprise");
  if (other.state === "merged") return refusal("duplicate-is-merged");
  // What is at rest is worked on by nobody: it is reopened first, or nothing would come of the newer finding.
  if (other.values.closedOn !== undefined) return refusal("duplicate-at-rest");
  return entry.values.level === "major" && other.values.level !== "major"
    ? refusal("major-into-lesser")
    : undefined;
};

/** Both sides are restored or neither: who does not see the other one cannot take this one back out of it. */
export const seesWhatItMergedInto: Rule = ({ facts }) =>
  facts.entries.duplicateOf === undefined ? refusal("duplicate-out-of-sight") : undefined;

/** domain.md §2.4: a department merges what it supervises; an enterprise only what it found and still answers for by itself. */
export const mayMerge: Rule = ({ entry: { values }, actor }) => {
  const own = values.foundByOrganisation === actor.organisation && values.owningLevel === "enterprise";
  return actor.level === "enterprise" && !own ? refusal("merge-of-anothers-finding") : undefined;
};
