import { type Attempt, actsOf } from "../register/register.ts";
import { creditCodeFits } from "./credit-code.ts";
import { type EnterpriseValues, enterpriseFields, ownParticulars, particulars } from "./enterprise-fields.ts";
import { codeFits, creditCodeIsFree, hasCodeOrReason, nameIsNew } from "./enterprise-rules.ts";
import { enterpriseStates, standing } from "./enterprise-states.ts";
import { highRiskFits, isInsured, permitsHold } from "./permit-fields.ts";
import { pointIsWhole, regionIsTownship } from "./place-fields.ts";
import { parkLiesThere, supervisorHasDuty, tradeIsManaged } from "./supervision.ts";

const everyEnterprise = { zh: "治本攻坚措施5：厘清企业底数", en: "Measure 5: know every enterprise" };
const keptUpToDate = { zh: "治本攻坚措施5：动态管理清单", en: "Measure 5: a list kept up to date" };
const oneCode = { zh: "GB 32100-2015 法人和其他组织统一社会信用代码编码规则", en: "GB 32100-2015" };
const registrars = ["inspector", "departmentHead", "committeeOffice"] as const;
const organisations = ["park", "supervisedBy", "coSupervisedBy", "sectorDepartment"] as const;

/** What registering an enterprise asks, whichever act does it. */
export const registration = {
  law: [everyEnterprise, oneCode],
  from: "new",
  by: registrars,
  needs: ["name", "region", "sector"],
  takes: ["creditCode", "noCodeReason", ...particulars],
  facts: {
    organisations,
    counts: { sameCreditCode: ["creditCode"] },
    same: { sameCreditCode: ["creditCode"], sameName: ["name"] },
  },
  checks: [hasCodeOrReason, creditCodeIsFree, pointIsWhole, supervisorHasDuty, tradeIsManaged, parkLiesThere],
  warns: [codeFits, nameIsNew, regionIsTownship, highRiskFits, isInsured, permitsHold],
  sets: (attempt: Attempt<EnterpriseValues>) => ({
    ...settledCode(attempt),
    organisation: attempt.entry.id,
    registeredOn: attempt.day,
  }),
} as const;

/** Who an enterprise is: registered once, and kept true. */
export const particularsActs = actsOf(
  enterpriseFields,
  enterpriseStates,
)({
  register: { words: { zh: "登记企业", en: "Register an enterprise" }, to: "operating", ...registration },
  registerInConstruction: {
    words: { zh: "登记在建企业", en: "Register one under construction" },
    to: "construction",
    ...registration,
  },
  // It applied for access and the roll had none of its code: the county's approval registers it (decision 030).
  registerOnApplication: {
    ...registration,
    words: { zh: "随企业注册登记", en: "Register on its own application" },
    to: "operating",
    by: ["system"],
  },
  amend: {
    words: { zh: "更正", en: "Amend" },
    law: [keptUpToDate],
    from: standing,
    to: "unchanged",
    by: registrars,
    takes: ["name", "region", "sector", ...particulars, "reason"],
    facts: { organisations, same: { sameName: ["name"] } },
    checks: [pointIsWhole, supervisorHasDuty, tradeIsManaged, parkLiesThere],
    warns: [nameIsNew, regionIsTownship, highRiskFits, isInsured, permitsHold],
    suggests: ({ entry: { values } }) => picked(values, ["name", "region", "sector", ...particulars]),
  },
  correctCode: {
    words: { zh: "更正或补录信用代码", en: "Correct or add the credit code" },
    law: [oneCode],
    from: standing,
    to: "unchanged",
    by: registrars,
    needs: ["creditCode", "reason"],
    facts: {
      counts: { sameCreditCode: ["creditCode"] },
      same: { sameCreditCode: ["creditCode"] },
    },
    checks: [creditCodeIsFree],
    warns: [codeFits],
    sets: settledCode,
  },
  reportParticulars: {
    words: { zh: "企业自报信息变更", en: "Report changed particulars" },
    law: [keptUpToDate],
    from: standing,
    to: "unchanged",
    by: ["safetyManager", "principal"],
    takes: ownParticulars,
    checks: [pointIsWhole],
    warns: [isInsured, permitsHold],
    suggests: ({ entry: { values } }) => picked(values, ownParticulars),
  },
});

/** A code ends the reason for having none, and keeps in sight whether its check digit fits. */
function settledCode({ input: { creditCode } }: Attempt<EnterpriseValues>) {
  if (creditCode === undefined) return {};
  return { noCodeReason: null, creditCodeDoubtful: creditCodeFits(creditCode) ? null : true };
}

function picked<N extends keyof EnterpriseValues>(
  values: EnterpriseValues,
  names: readonly N[],
): EnterpriseValues {
  return Object.fromEntries(names.map((name) => [name, values[name]]));
}
