import { statesOf } from "../register/register.ts";
import { assessmentFields } from "./assessment-fields.ts";
import { handlingRoles } from "./task-states.ts";

export const assessingRoles = ["committeeOffice"] as const;

const assessed = { holder: "assessor", awaits: assessingRoles } as const;

export const assessmentStates = statesOf(assessmentFields)({
  selfScoring: {
    words: { zh: "待自评", en: "To score itself" },
    holder: "handledBy",
    awaits: handlingRoles,
    clock: { named: "assessment.selfScore.within" },
  },
  toVerify: {
    words: { zh: "待核定", en: "To be verified" },
    ...assessed,
    clock: { named: "assessment.verify.within" },
  },
  // The unit may object and need not: so it is never overdue here, and the office is, that has to publish.
  verified: {
    words: { zh: "已核定，可申请复核", en: "Verified, open to objection" },
    ...assessed,
    clock: { named: "assessment.publish.within" },
  },
  objected: {
    words: { zh: "复核中", en: "Objected to" },
    holder: "appealTo",
    awaits: ["leader"],
    clock: { named: "assessment.appeal.within" },
  },
  confirmed: {
    words: { zh: "待公布", en: "To be published" },
    ...assessed,
    clock: { named: "assessment.publish.within" },
  },
  published: { words: { zh: "已公布", en: "Published" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});
