import { actsOf } from "../register/register.ts";
import { hazardFields } from "./hazard-fields.ts";
import { judgementActs } from "./hazard-judgement.ts";
import { hazardStates } from "./hazard-states.ts";

// A person registers a hazard by `find`; that act's rules hold here too, whatever they become.
const { suggests: _suggests, sets, ...find } = judgementActs.find;

/** What a confirmed self-check does to the register of hazards: a bad answer opens one, with its clause. Feature F7. */
export const fromCheckActs = actsOf(
  hazardFields,
  hazardStates,
)({
  findInSelfCheck: {
    ...find,
    words: { zh: "由自查登记隐患", en: "Register from a self-check" },
    law: [...find.law, { zh: "治本攻坚措施7：自查自改", en: "Measure 7: self-inspection" }],
    by: ["system"],
    needs: [...find.needs, "selfCheck"],
    takes: [...find.takes, "criteriaItem"],
    sets: (attempt) => ({ ...sets(attempt), criteriaFrom: attempt.facts.criteria.criteriaItem?.from }),
  },
});
