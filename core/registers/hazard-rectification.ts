import { dueDay } from "../calendar/calendar.ts";
import type { Day } from "../calendar/day.ts";
import { actsOf, type Facts } from "../register/register.ts";
import { majorHasPhotos } from "./hazard-aside-rules.ts";
import { gapsOf } from "./hazard-evidence.ts";
import { hazardFields } from "./hazard-fields.ts";
import { happenedMeanwhile } from "./hazard-record-rules.ts";
import {
  approvesFromAbove,
  dueNotPast,
  extensionIsLater,
  mayAskExtension,
  planElements,
  planIsWhole,
  settledInPassing,
} from "./hazard-rules.ts";
import { hazardStates } from "./hazard-states.ts";

const wsl41 = { zh: "《安全生产法》第四十一条", en: "Work Safety Law, art. 41" };
const fiveElements = {
  zh: "安委〔2024〕7号：五落实",
  en: "Work Safety Commission 2024 No. 7: the five elements",
};
const extensionRule = {
  zh: "延期须在期满前申请，说明理由和延期期间管控措施，并由上一级批准（待核实）",
  en: "Asked for before the deadline, with a reason and interim controls; approved one level up (to be confirmed)",
};

const dueByClock = ({ clocks, calendar }: Facts, name: string, from: Day): Day | undefined => {
  const clock = clocks[name];
  return clock && dueDay(from, clock, calendar).day;
};

/** Planning, rectifying, asking for more time, and the enterprise's own acceptance. */
export const rectificationActs = actsOf(
  hazardFields,
  hazardStates,
)({
  plan: {
    words: { zh: "制定整改方案", en: "Plan the rectification" },
    law: [wsl41, fiveElements],
    from: ["reported", "planned"],
    to: "planned",
    by: ["safetyManager", "principal"],
    takes: [...planElements, "planFiles"],
    neededNext: planElements,
    checks: [dueNotPast],
    suggests: ({ entry: { values } }) => ({
      planResponsible: values.planResponsible,
      planMeasures: values.planMeasures,
      planFunds: values.planFunds,
      rectifyBy: values.rectifyBy,
      planContingency: values.planContingency,
    }),
  },
  start: {
    words: { zh: "开始整改", en: "Start rectification" },
    law: [wsl41, fiveElements],
    from: ["planned"],
    to: "rectifying",
    by: ["principal"],
    guards: [planIsWhole],
    sets: ({ entry: { values } }) => ({ firstDueOn: values.firstDueOn ?? values.rectifyBy }),
  },
  assign: {
    words: { zh: "落实整改", en: "Assign the rectification" },
    law: [wsl41],
    from: ["generalConfirmed"],
    to: "rectifying",
    by: ["safetyManager", "principal"],
    needs: ["planResponsible", "planMeasures", "rectifyBy"],
    checks: [dueNotPast],
    sets: ({ entry: { values }, input }) => ({ firstDueOn: values.firstDueOn ?? input.rectifyBy }),
    suggests: ({ facts, day }) => ({ rectifyBy: dueByClock(facts, "hazard.general.fix.within", day) }),
  },
  fixOnTheSpot: {
    words: { zh: "立即整改（一般隐患）", en: "Fix on the spot (general)" },
    law: [wsl41, { zh: "总局令第16号第十五条（待核实）", en: "Order 16, art. 15 (to be confirmed)" }],
    from: ["found", "generalConfirmed"],
    to: "selfAccepted",
    by: ["safetyManager", "principal"],
    needs: ["acceptanceReport"],
    takes: ["acceptancePersons", "afterPhotos", "actualFunds"],
    guards: [settledInPassing],
    sets: (attempt) => ({
      level: "general",
      acceptedOn: attempt.day,
      rectifiedBy: attempt.actor.id,
      evidenceGaps: gapsOf(attempt),
    }),
  },
  recordProgress: {
    words: { zh: "填报整改进展", en: "Record progress" },
    law: [wsl41],
    from: ["rectifying", "extensionRequested", "sentBack", "defied"],
    to: "unchanged",
    by: ["safetyManager", "principal"],
    needs: ["progress"],
    takes: ["afterPhotos", "actualFunds"],
    sets: (attempt) => ({ evidenceGaps: gapsOf(attempt) }),
    suggests: ({ entry: { values } }) => ({ actualFunds: values.actualFunds }),
  },
  requestExtension: {
    words: { zh: "申请延期", en: "Ask for an extension" },
    law: [extensionRule],
    from: ["rectifying", "sentBack"],
    to: "extensionRequested",
    by: ["safetyManager", "principal"],
    needs: ["extensionUntil", "extensionControls", "reason"],
    facts: { organisations: ["owningOrganisation"] },
    guards: [mayAskExtension],
    checks: [extensionIsLater],
    sets: ({ entry: { values }, actor, facts }) => ({
      extensionRequestedBy: actor.id,
      approvingOrganisation: facts.organisations.owningOrganisation?.above ?? values.owningOrganisation,
    }),
    // Where an order keeps people safe already, that is what goes on until then.
    suggests: ({ entry: { values } }) => {
      const stands = values.controlled === true ? values.controlDetails : undefined;
      const controls = values.extensionControls ?? stands;
      return controls === undefined ? {} : { extensionControls: controls };
    },
  },
  approveExtension: {
    words: { zh: "批准延期", en: "Approve the extension" },
    law: [extensionRule],
    from: ["extensionRequested"],
    to: "rectifying",
    by: ["principal", "departmentHead", "committeeOffice"],
    guards: [approvesFromAbove],
    sets: ({ entry: { values } }) => ({
      rectifyBy: values.extensionUntil,
      extensionCount: (values.extensionCount ?? 0) + 1,
      extensionUntil: null,
      extensionRequestedBy: null,
    }),
  },
  refuseExtension: {
    words: { zh: "不同意延期", en: "Refuse the extension" },
    law: [extensionRule],
    from: ["extensionRequested"],
    to: "rectifying",
    by: ["principal", "departmentHead", "committeeOffice"],
    needs: ["reason"],
    guards: [approvesFromAbove],
    sets: () => ({ extensionUntil: null, extensionRequestedBy: null }),
  },
  selfAccept: {
    words: { zh: "自验收", en: "Accept own rectification" },
    law: [
      wsl41,
      { zh: "国家发展改革委令第41号第二十二条（电力）", en: "NDRC Order 41, art. 22 (power sector)" },
    ],
    from: ["rectifying", "extensionRequested", "sentBack", "defied"],
    to: "selfAccepted",
    by: ["safetyManager", "principal"],
    needs: ["acceptanceReport", "acceptancePersons"],
    takes: [
      "acceptedOn",
      "acceptanceBy",
      "acceptanceBody",
      "acceptanceFiles",
      "actualFunds",
      "afterPhotos",
      "photos",
      "noPhotoReason",
    ],
    checks: [happenedMeanwhile("acceptedOn"), majorHasPhotos],
    sets: (attempt) => ({
      acceptedOn: attempt.input.acceptedOn ?? attempt.day,
      rectifiedBy: attempt.actor.id,
      extensionUntil: null,
      extensionRequestedBy: null,
      evidenceGaps: gapsOf(attempt),
    }),
    suggests: ({ entry: { values }, day }) => ({ acceptedOn: day, actualFunds: values.actualFunds }),
  },
});
