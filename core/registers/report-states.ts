import { statesOf } from "../register/register.ts";
import { reportFields } from "./report-fields.ts";

/** Who reports for a unit: whichever of these posts it has. */
export const reportingRoles = ["committeeOffice", "departmentHead", "inspector", "parkOffice"] as const;

export const receivingRoles = ["committeeOffice"] as const;

const owed = { holder: "organisation", awaits: reportingRoles } as const;

export const reportStates = statesOf(reportFields)({
  toSend: { words: { zh: "待报送", en: "To be sent" }, ...owed, clock: { day: "due" } },
  submitted: {
    words: { zh: "待审核", en: "To be reviewed" },
    holder: "receiver",
    awaits: receivingRoles,
    clock: { named: "report.review.within" },
  },
  returned: { words: { zh: "已退回", en: "Returned" }, ...owed, clock: { named: "report.mend.within" } },
  received: { words: { zh: "已接收", en: "Accepted" }, final: true },
  /** The whole campaign is: no act follows. */
  concluded: { words: { zh: "行动已办结", en: "Campaign closed" }, final: true },
  locked: { words: { zh: "已锁定", en: "Locked" }, final: true },
});
