import { statesOf } from "../register/register.ts";
import { directiveFields } from "./directive-fields.ts";

export const directiveStates = statesOf(directiveFields)({
  unassigned: {
    words: { zh: "待交办", en: "To be assigned" },
    holder: "recordedBy",
    awaits: ["committeeOffice"],
    clock: { named: "directive.assign.within" },
  },
  // Its tasks have holders and days of their own.
  assigned: { words: { zh: "办理中", en: "Under way" } },
  closed: { words: { zh: "已办结", en: "Closed" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});
