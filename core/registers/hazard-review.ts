import { actsOf } from "../register/register.ts";
import { officerIsCertified } from "./hazard-aside-rules.ts";
import { gapsOf } from "./hazard-evidence.ts";
import { hazardFields } from "./hazard-fields.ts";
import { happenedMeanwhile, unpublished } from "./hazard-record-rules.ts";
import {
  actsForOwner,
  dueNotPast,
  holdsCertificate,
  notByItsRectifier,
  notByItsReviewer,
  ownedByEnterprise,
  ownedByGovernment,
  secondOfficer,
} from "./hazard-rules.ts";
import { hazardStates } from "./hazard-states.ts";

const twoOfficers = { zh: "《行政处罚法》第四十二条", en: "Administrative Penalty Law, art. 42" };
const wsl65 = { zh: "《安全生产法》第六十五条", en: "Work Safety Law, art. 65" };
const gate = { zh: "治本攻坚措施10：审核把关销号机制", en: "Measure 10: the gate at close-out" };

/** Checking by somebody else, sending back, closing and reopening. */
export const reviewActs = actsOf(
  hazardFields,
  hazardStates,
)({
  verify: {
    words: { zh: "企业内部验收", en: "Verify within the enterprise" },
    law: [{ zh: "《安全生产法》第四十一条", en: "Work Safety Law, art. 41" }],
    from: ["selfAccepted"],
    to: "reviewed",
    by: ["safetyManager", "principal"],
    needs: ["reviewOpinion"],
    guards: [ownedByEnterprise, actsForOwner, notByItsRectifier],
    sets: ({ actor, day }) => ({ reviewedBy: actor.id, reviewedOn: day }),
  },
  review: {
    words: { zh: "复查合格（第一人）", en: "Review, first officer" },
    law: [wsl65, twoOfficers],
    from: ["selfAccepted"],
    to: "underReview",
    by: ["inspector"],
    needs: ["reviewOpinion"],
    takes: ["afterPhotos"],
    guards: [ownedByGovernment, actsForOwner, notByItsRectifier, holdsCertificate],
    sets: (attempt) => ({
      reviewedBy: attempt.actor.id,
      reviewedOn: attempt.day,
      evidenceGaps: gapsOf(attempt),
    }),
  },
  countersign: {
    words: { zh: "复查会签（第二人）", en: "Countersign, second officer" },
    law: [wsl65, twoOfficers],
    from: ["underReview"],
    to: "reviewed",
    by: ["inspector"],
    guards: [actsForOwner, notByItsRectifier, secondOfficer, holdsCertificate],
    sets: ({ actor }) => ({ countersignedBy: actor.id }),
  },
  sendBack: {
    words: { zh: "复查不合格退回", en: "Send back" },
    law: [wsl65],
    from: ["selfAccepted", "underReview", "reviewed"],
    to: "sentBack",
    by: ["safetyManager", "principal", "inspector", "departmentHead"],
    needs: ["reason", "rectifyBy"],
    guards: [actsForOwner, notByItsRectifier, officerIsCertified],
    checks: [dueNotPast],
    sets: ({ entry: { values }, input }) => ({
      rectifiedBy: null,
      reviewedBy: null,
      reviewedOn: null,
      countersignedBy: null,
      firstDueOn: values.firstDueOn ?? input.rectifyBy,
      sentBackCount: (values.sentBackCount ?? 0) + 1,
    }),
  },
  close: {
    words: { zh: "销号", en: "Close" },
    law: [gate],
    from: ["reviewed"],
    to: "closed",
    by: ["principal", "departmentHead"],
    takes: ["closeOpinion"],
    guards: [actsForOwner, notByItsReviewer],
    sets: ({ actor }) => ({ closedBy: actor.id }),
  },
  publish: {
    words: { zh: "公示整改销号情况", en: "Make the outcome public" },
    law: [gate, { zh: "公示的范围和载体由地方规定（待核实）", en: "Where: by local rule (to be confirmed)" }],
    from: ["closed"],
    to: "unchanged",
    by: ["safetyManager", "principal", "inspector", "departmentHead"],
    needs: ["publishedOn", "publishedIn"],
    takes: ["publicationReference", "publicationFiles"],
    guards: [actsForOwner],
    checks: [happenedMeanwhile("publishedOn")],
    suggests: ({ entry: { values }, day }) => ({
      publishedOn: values.publishedOn ?? day,
      publishedIn: values.publishedIn,
      publicationReference: values.publicationReference,
    }),
  },
  reopen: {
    words: { zh: "重新打开", en: "Reopen" },
    law: [gate],
    from: ["closed"],
    to: "rectifying",
    by: ["principal", "departmentHead"],
    needs: ["reason", "rectifyBy"],
    guards: [actsForOwner],
    checks: [dueNotPast],
    sets: ({ entry: { values } }) => ({
      reopenCount: (values.reopenCount ?? 0) + 1,
      rectifiedBy: null,
      reviewedBy: null,
      reviewedOn: null,
      countersignedBy: null,
      closedBy: null,
      ...unpublished,
    }),
  },
});
