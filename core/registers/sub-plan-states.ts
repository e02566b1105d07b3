import { statesOf } from "../register/register.ts";
import { subPlanFields } from "./sub-plan-fields.ts";
import { handlingRoles } from "./task-states.ts";

export const filingRoles = ["committeeOffice"] as const;

const handled = { holder: "handledBy", awaits: handlingRoles } as const;
const owed = { ...handled, clock: { day: "due" } } as const;

export const subPlanStates = statesOf(subPlanFields)({
  toDraft: { words: { zh: "待起草", en: "To be drafted" }, ...owed },
  inDraft: { words: { zh: "起草中", en: "In drafting" }, ...owed },
  inCheck: { words: { zh: "待审核", en: "To be checked" }, ...owed },
  toIssue: { words: { zh: "待印发", en: "To be issued" }, ...owed },
  toHandIn: { words: { zh: "待报备", en: "To be handed in" }, ...owed },
  inFiling: {
    words: { zh: "待备案", en: "To be filed" },
    holder: "receiver",
    awaits: filingRoles,
    clock: { named: "subplan.file.within" },
  },
  filingReturned: {
    words: { zh: "备案退回", en: "Returned" },
    ...handled,
    clock: { named: "subplan.mend.within" },
  },
  onFile: { words: { zh: "已备案", en: "Filed" }, final: true },
  superseded: { words: { zh: "已被新版替代", en: "Superseded" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});

/** Until it is issued, as whoever asked for it may still move its day or drop it. */
export const beforeIssue = ["toDraft", "inDraft", "inCheck", "toIssue", "toHandIn"] as const;
