import { statesOf } from "../register/register.ts";
import { evaluationFields } from "./evaluation-fields.ts";
import { handlingRoles } from "./task-states.ts";

export const evaluationStates = statesOf(evaluationFields)({
  toReport: {
    words: { zh: "待自评", en: "To be reported" },
    holder: "handledBy",
    awaits: handlingRoles,
    clock: { day: "due" },
  },
  // What the unit has handed in is no longer its delay.
  toVerify: {
    words: { zh: "待核定", en: "To be verified" },
    holder: "assignedBy",
    awaits: ["committeeOffice"],
    clock: { named: "evaluation.verify.within" },
  },
  // Not final: an evaluation that stands is superseded one day by the next.
  concluded: { words: { zh: "已评估", en: "Evaluated" } },
  superseded: { words: { zh: "已被替代", en: "Superseded" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});

/** In which it has been evaluated, whatever came after it. */
export const evaluatedStates = ["concluded", "superseded"] as const;
