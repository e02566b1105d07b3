import { type Attempt, actsOf } from "../register/register.ts";
import { repetition } from "./hazard-aside-rules.ts";
import { gapsOf } from "./hazard-evidence.ts";
import { citedItems, type HazardValues, hazardFields } from "./hazard-fields.ts";
import { unjudged } from "./hazard-record-rules.ts";
import {
  catchAllHasExpert,
  enterpriseIsOpen,
  foundByToday,
  hasCriteria,
  itemsDiffer,
  itemsNotWithdrawn,
  itemsWereInForce,
  keyCheckItemStandsIn,
  placesOfEnterprise,
  validatedByAnother,
} from "./hazard-rules.ts";
import { hazardStates } from "./hazard-states.ts";
import { parkOf } from "./park.ts";

const wsl41 = { zh: "《安全生产法》第四十一条", en: "Work Safety Law, art. 41" };
const wsl118 = { zh: "《安全生产法》第一百一十八条", en: "Work Safety Law, art. 118" };

const judgementFacts = {
  criteria: citedItems,
  alike: { same: ["organisation"], shares: citedItems, newestBy: "foundOn" },
} as const;

const citing = [itemsNotWithdrawn, itemsWereInForce, itemsDiffer, keyCheckItemStandsIn, catchAllHasExpert];

/** What either judgement keeps: by whom, by which versions, and whether the enterprise had the same item before. */
const judged = (attempt: Attempt<HazardValues>) => ({
  criteriaFrom: attempt.facts.criteria.criteriaItem?.from,
  criteriaText: attempt.facts.criteria.criteriaItem?.says,
  secondItemFrom: attempt.facts.criteria.secondItem?.from,
  thirdItemFrom: attempt.facts.criteria.thirdItem?.from,
  fourthItemFrom: attempt.facts.criteria.fourthItem?.from,
  proposedBy: attempt.actor.id,
  proposedByRole: attempt.actor.role,
  evidenceGaps: gapsOf(attempt),
  ...repetition(attempt),
});

/** Finding and judging. */
export const judgementActs = actsOf(
  hazardFields,
  hazardStates,
)({
  find: {
    words: { zh: "登记隐患", en: "Register a hazard" },
    law: [wsl41, { zh: "《安全生产法》第六十五条", en: "Work Safety Law, art. 65" }],
    from: "new",
    to: "found",
    by: ["safetyManager", "principal", "inspector", "departmentHead"],
    needs: ["title", "organisation", "source", "foundOn"],
    takes: [
      "place",
      "description",
      "photos",
      "mustStop",
      "exposedPeople",
      "harm",
      "difficulty",
      "site",
      "riskPoint",
      "region",
      "sourceRef",
    ],
    facts: { entries: ["organisation", "site", "riskPoint"] },
    checks: [enterpriseIsOpen, foundByToday, placesOfEnterprise],
    sets: (attempt) => {
      const { input, facts, actor } = attempt;
      const enterprise = facts.entries.organisation?.values;
      const site = facts.entries.site?.values;
      return {
        region: input.region ?? asText(site?.region) ?? asText(enterprise?.region),
        sector: asText(site?.sector) ?? asText(enterprise?.sector),
        park: parkOf(attempt),
        sectorDepartment: asText(enterprise?.sectorDepartment),
        stock: input.foundOn !== undefined && input.foundOn < facts.campaignFrom ? "stock" : "increment",
        foundBy: actor.id,
        foundByOrganisation: actor.organisation,
        owningOrganisation: actor.organisation,
        owningLevel: actor.level,
        evidenceGaps: gapsOf(attempt),
      };
    },
    suggests: ({ actor, day }) => ({
      foundOn: day,
      ...(actor.level === "enterprise"
        ? { organisation: actor.organisation, source: "selfCheck" }
        : { source: "inspection" }),
    }),
  },
  proposeMajor: {
    words: { zh: "拟判为重大隐患", en: "Propose as major" },
    law: [wsl118, { zh: "治本攻坚措施5：对照判定标准", en: "Measure 5: judged by the published criteria" }],
    from: ["found"],
    to: "majorProposed",
    by: ["safetyManager", "inspector"],
    needs: ["judgementReason"],
    takes: [...citedItems, "expertOpinion", "photos"],
    facts: { ...judgementFacts, checklist: "foundOn" },
    checks: [hasCriteria, ...citing],
    sets: (attempt) => ({ level: "major", ...judged(attempt) }),
    suggests: ({ entry: { values }, facts }) => ({
      criteriaItem: facts.criteria.criteriaItem?.withdrawnOn === undefined ? values.criteriaItem : undefined,
      judgementReason: values.judgementReason,
    }),
  },
  proposeGeneral: {
    words: { zh: "拟判为一般隐患", en: "Propose as general" },
    law: [{ zh: "总局令第16号第三条（待核实）", en: "Order 16, art. 3 (to be confirmed)" }],
    from: ["found"],
    to: "generalProposed",
    by: ["safetyManager", "inspector"],
    needs: ["judgementReason"],
    takes: [...citedItems, "expertOpinion", "photos"],
    facts: judgementFacts,
    checks: citing,
    sets: (attempt) => ({ level: "general", ...judged(attempt) }),
    suggests: ({ entry: { values } }) => ({ judgementReason: values.judgementReason }),
  },
  confirmMajor: {
    words: { zh: "审定为重大隐患", en: "Confirm as major" },
    law: [wsl118],
    from: ["majorProposed"],
    to: "majorConfirmed",
    by: ["principal", "inspector", "departmentHead"],
    guards: [validatedByAnother],
    sets: ({ actor }) => ({ validatedBy: actor.id }),
  },
  confirmGeneral: {
    words: { zh: "审定为一般隐患", en: "Confirm as general" },
    law: [wsl118],
    from: ["generalProposed"],
    to: "generalConfirmed",
    by: ["principal", "inspector", "departmentHead"],
    guards: [validatedByAnother],
    sets: ({ actor }) => ({ validatedBy: actor.id }),
  },
  disagree: {
    words: { zh: "退回重新判定", en: "Send back to be judged again" },
    law: [wsl118],
    from: ["majorProposed", "generalProposed"],
    to: "found",
    by: ["principal", "inspector", "departmentHead"],
    needs: ["reason"],
    guards: [validatedByAnother],
    sets: () => unjudged,
  },
  dismiss: {
    words: { zh: "认定不构成隐患", en: "Dismiss as no hazard" },
    law: [wsl118],
    from: ["majorProposed", "generalProposed"],
    to: "dismissed",
    by: ["principal", "departmentHead"],
    needs: ["reason"],
    guards: [validatedByAnother],
  },
});

function asText(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
