import { statesOf } from "../register/register.ts";
import { taskFields } from "./task-fields.ts";

/** Who acts for a unit: whichever of these posts it has. */
export const handlingRoles = ["departmentHead", "inspector", "committeeOffice", "parkOffice"] as const;

export const reviewingRoles = ["committeeOffice", "leader"] as const;

const handled = { holder: "handledBy", awaits: handlingRoles, clock: { day: "due" } } as const;

export const taskStates = statesOf(taskFields)({
  assigned: { words: { zh: "待签收", en: "Assigned" }, ...handled },
  inProgress: { words: { zh: "办理中", en: "In progress" }, ...handled },
  extensionRequested: {
    words: { zh: "延期待批", en: "Extension asked for" },
    holder: "reviewer",
    awaits: reviewingRoles,
    clock: { day: "due" },
    aside: true,
  },
  submitted: {
    words: { zh: "待审核", en: "To be reviewed" },
    holder: "reviewer",
    awaits: reviewingRoles,
    clock: { named: "task.review.within" },
  },
  returned: { words: { zh: "已退回", en: "Sent back" }, ...handled },
  // Without a clock: the day moves when it goes on.
  suspended: { words: { zh: "已暂停", en: "Suspended" }, holder: "reviewer", aside: true },
  closed: { words: { zh: "已办结", en: "Closed" }, final: true },
  void: { words: { zh: "已作废", en: "Void" }, final: true },
});
