import { actsOf } from "../register/register.ts";
import { enterpriseFields } from "./enterprise-fields.ts";
import {
  answeredByAnother,
  appealWaits,
  gradedByAnother,
  gradeIsProposed,
  mayAppeal,
} from "./enterprise-rules.ts";
import { enterpriseStates, standing } from "./enterprise-states.ts";

const wsl62 = {
  zh: "《安全生产法》第六十二条（分类分级监督管理）",
  en: "Work Safety Law, art. 62 (supervision by class and grade)",
};
const frequency = {
  zh: "国办发〔2024〕54号（年度检查频次）",
  en: "国办发〔2024〕54号 (how often in a year)",
};

/**
 * The grade A to D: one proposes with the basis, another confirms, and the enterprise may appeal. Every grade that an enterprise
 * ever had stands in its ledger. How often a grade is inspected is a parameter of the pack.
 */
export const gradeActs = actsOf(
  enterpriseFields,
  enterpriseStates,
)({
  proposeGrade: {
    words: { zh: "拟定等级", en: "Propose a grade" },
    law: [wsl62],
    from: standing,
    to: "unchanged",
    by: ["inspector"],
    needs: ["proposedGrade", "proposedGradeBasis"],
    sets: ({ actor }) => ({ gradeProposedBy: actor.id }),
  },
  confirmGrade: {
    words: { zh: "审定等级", en: "Confirm the grade" },
    law: [wsl62, frequency],
    from: standing,
    to: "unchanged",
    by: ["departmentHead"],
    guards: [gradeIsProposed, gradedByAnother],
    sets: ({ entry: { values }, facts, actor, day }) => ({
      grade: values.proposedGrade,
      gradeBasis: values.proposedGradeBasis,
      firstGradedOn: values.firstGradedOn ?? day,
      gradedOn: day,
      gradeConfirmedBy: actor.id,
      inspectionsPerYear: facts.numbers[`enterprise.inspection.grade${values.proposedGrade}.most`],
      proposedGrade: null,
      proposedGradeBasis: null,
      gradeAppeal: null,
      gradeAppealOutcome: null,
      gradeAppealAnswer: null,
    }),
  },
  returnGrade: {
    words: { zh: "退回拟定等级", en: "Send the proposed grade back" },
    law: [wsl62],
    from: standing,
    to: "unchanged",
    by: ["departmentHead"],
    needs: ["reason"],
    guards: [gradeIsProposed, gradedByAnother],
    sets: () => ({ proposedGrade: null, proposedGradeBasis: null, gradeProposedBy: null }),
  },
  appealGrade: {
    words: { zh: "对等级提出申诉", en: "Appeal against the grade" },
    law: [wsl62],
    from: standing,
    to: "unchanged",
    by: ["safetyManager", "principal"],
    needs: ["gradeAppeal"],
    guards: [mayAppeal],
    sets: () => ({ gradeAppealOutcome: null, gradeAppealAnswer: null }),
  },
  answerAppeal: {
    words: { zh: "答复申诉", en: "Answer the appeal" },
    law: [wsl62],
    from: standing,
    to: "unchanged",
    by: ["departmentHead"],
    needs: ["gradeAppealOutcome", "gradeAppealAnswer"],
    guards: [appealWaits, answeredByAnother],
  },
});
