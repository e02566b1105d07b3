import { yearOf } from "../calendar/day.ts";
import { textValue } from "../register/entry.ts";
import { type Attempt, actsOf, defineRegister, type Register } from "../register/register.ts";
import { type DocumentValues, documentFields } from "./document-fields.ts";
import { documentExchange } from "./document-headings.ts";
import {
  assignerDecides,
  consultationIsOver,
  consultationLiesAhead,
  endsInForce,
  issuedAfterReview,
  issuedBeforeListed,
  legalReviewerDecides,
  legalReviewerFits,
  reviewedByAnother,
  validityIsInOrder,
} from "./document-rules.ts";
import { documentStates, issuedStates } from "./document-states.ts";
import { handlingRoles, reviewingRoles } from "./task-states.ts";
import {
  assignsWithinReach,
  clauseIsOfPlan,
  dueIsAhead,
  handlerOf,
  unitHandles,
  unitIsNotJoint,
} from "./unit-rules.ts";

type Document = Attempt<DocumentValues>;

const asked = {
  zh: "三年行动方案措施10、11、21、29、30、31、33和保障措施（三）：制定、修订制度文件",
  en: "The plan, measures 10, 11, 21, 29, 30, 31, 33 and safeguard 3: documents to be issued or revised",
};
const normative = {
  zh: "国办发〔2018〕37号：规范性文件公开征求意见、合法性审核、统一编号印发（待核实）",
  en: "General Office of the State Council 2018 No. 37: consultation, legal review, numbering and issue of normative documents (to be confirmed)",
};
const apart = {
  zh: "国办发〔2018〕115号：合法性审核与起草分开（待核实）",
  en: "General Office of the State Council 2018 No. 115: whoever drafts does not review (to be confirmed)",
};

const underway = ["planned", "drafting", "consultation", "legalReview", "cleared"] as const;
const opening = { from: "new", to: "planned", sets: placed } as const;
const ends = {
  law: [normative],
  from: ["issued"],
  by: handlingRoles,
  guards: [unitHandles],
  checks: [endsInForce],
} as const;

const acts = actsOf(
  documentFields,
  documentStates,
)({
  listDocument: {
    ...opening,
    words: { zh: "列入制定计划", en: "List a document" },
    law: [asked],
    by: ["committeeOffice"],
    needs: ["title", "kind", "provision", "unit", "due"],
    takes: ["measure", "clause", "asks", "joint"],
    facts: { organisations: ["unit"] },
    checks: [assignsWithinReach, unitIsNotJoint, dueIsAhead, clauseIsOfPlan],
  },
  openFromPlan: {
    ...opening,
    words: { zh: "按方案列入", en: "List by the plan" },
    law: [asked],
    by: ["system"],
    needs: [
      "title",
      "kind",
      "provision",
      "asks",
      "obligation",
      "unit",
      "assignedBy",
      "clause",
      "due",
      "firstDueOn",
    ],
    takes: ["measure", "section", "joint"],
    facts: { organisations: ["unit", "assignedBy"] },
  },
  startDraft: {
    words: { zh: "开始起草", en: "Start drafting" },
    law: [asked],
    from: ["planned"],
    to: "drafting",
    by: handlingRoles,
    guards: [unitHandles],
  },
  consult: {
    words: { zh: "征求意见", en: "Consult" },
    law: [normative],
    from: ["drafting"],
    to: "consultation",
    by: handlingRoles,
    needs: ["draft", "consulted", "consultedUntil"],
    guards: [unitHandles],
    checks: [consultationLiesAhead],
    suggests: ({ entry: { values } }: Document) => ({ draft: values.draft, consulted: values.consulted }),
  },
  sendToReview: {
    words: { zh: "送合法性审核", en: "Send to the legal review" },
    law: [normative, apart],
    from: ["consultation"],
    to: "legalReview",
    by: handlingRoles,
    needs: ["draft", "opinions", "legalReviewer"],
    facts: { organisations: ["legalReviewer"] },
    guards: [unitHandles, consultationIsOver],
    checks: [legalReviewerFits],
    sets: ({ actor }: Document) => ({ sentBy: actor.id }),
    suggests: ({ entry: { values } }: Document) => ({
      draft: values.draft,
      opinions: values.opinions,
      legalReviewer: values.legalReviewer ?? values.handledBy,
    }),
  },
  recall: {
    words: { zh: "撤回送审", en: "Take back from the review" },
    law: [normative],
    from: ["legalReview"],
    to: "consultation",
    by: handlingRoles,
    needs: ["reason"],
    guards: [unitHandles],
  },
  clear: {
    words: { zh: "审核通过", en: "Clear" },
    law: [normative, apart],
    from: ["legalReview"],
    to: "cleared",
    by: handlingRoles,
    needs: ["legalOpinion"],
    guards: [legalReviewerDecides, reviewedByAnother],
    sets: ({ actor, day }: Document) => ({ legalReviewedBy: actor.id, legalReviewedOn: day }),
  },
  sendBack: {
    words: { zh: "退回修改", en: "Send back" },
    law: [normative, apart],
    from: ["legalReview"],
    to: "drafting",
    by: handlingRoles,
    needs: ["reason"],
    guards: [legalReviewerDecides, reviewedByAnother],
  },
  issue: {
    words: { zh: "登记印发", en: "Record the issue" },
    law: [normative],
    from: ["cleared"],
    to: "issued",
    by: handlingRoles,
    needs: ["documentNumber", "issuedOn", "effectiveFrom", "text"],
    takes: ["validUntil", "publishedAt"],
    guards: [unitHandles],
    checks: [issuedAfterReview, validityIsInOrder],
    suggests: ({ day }: Document) => ({ issuedOn: day, effectiveFrom: day }),
  },
  recordIssued: {
    words: { zh: "补登已印发的文件", en: "Record what was issued before" },
    law: [asked],
    from: ["planned"],
    to: "issued",
    by: handlingRoles,
    needs: ["documentNumber", "issuedOn", "effectiveFrom", "text"],
    takes: ["validUntil", "publishedAt", "legalOpinion"],
    guards: [unitHandles],
    checks: [issuedBeforeListed, validityIsInOrder],
  },
  moveDue: {
    words: { zh: "调整期限", en: "Move the day" },
    law: [asked],
    from: underway,
    to: "unchanged",
    by: reviewingRoles,
    needs: ["due", "reason"],
    guards: [assignerDecides],
    checks: [dueIsAhead],
  },
  revise: {
    ...ends,
    words: { zh: "登记修订", en: "Record its revision" },
    to: "revised",
    needs: ["endedOn", "successor", "reason"],
  },
  replace: {
    ...ends,
    words: { zh: "登记替代", en: "Record what replaces it" },
    to: "replaced",
    needs: ["endedOn", "successor", "reason"],
  },
  repeal: {
    ...ends,
    words: { zh: "登记废止", en: "Record its repeal" },
    to: "repealed",
    needs: ["endedOn", "reason"],
  },
  void: {
    words: { zh: "作废", en: "Make void" },
    law: [asked],
    from: underway,
    to: "void",
    by: reviewingRoles,
    needs: ["reason"],
    guards: [assignerDecides],
  },
});

/** 制度文件: what the plan wants issued or revised, from the plan to the document in force and its end. */
export const document: Register = defineRegister({
  name: "document",
  plural: "documents",
  words: { zh: "制度文件", en: "Document" },
  law: [asked, normative],
  measures: [10, 11, 21, 29, 30, 31, 33],
  fields: documentFields,
  title: "title",
  list: ["number", "title", "kind", "unit", "dueOn", "documentNumber", "issuedOn"],
  filters: ["kind", "measure", "clause", "unit", "dueOn", "issuedOn", "validUntil"],
  states: documentStates,
  acts,
  exchange: documentExchange,
  numbering: {
    series: (values, day) => `document/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `WJ${region}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    owed: {
      words: { zh: "应制修订文件数", en: "Documents asked for" },
      on: "openedOn",
      in: [...underway, ...issuedStates],
    },
    issued: { words: { zh: "已印发文件数", en: "Documents issued" }, on: "issuedOn", in: issuedStates },
    onTime: {
      words: { zh: "按期印发文件数", en: "Documents issued in time" },
      on: "issuedOn",
      in: issuedStates,
      ordered: ["issuedOn", "firstDueOn"],
    },
    overdue: { words: { zh: "逾期未印发文件数", en: "Documents overdue" }, overdue: true },
  },
  countedBy: "obligation",
});

/** Where it lies, and who acts for the unit. */
function placed({ facts, input, actor }: Document) {
  const { unit } = facts.organisations;
  return {
    region: unit?.region,
    handledBy: unit && handlerOf(unit),
    assignedBy: actor.role === "system" ? input.assignedBy : actor.organisation,
    firstDueOn: input.firstDueOn ?? input.due,
    documentKey: input.obligation === undefined ? null : documentKeyOf(input),
  };
}

/** Row of the pack and unit. */
export const documentKeyOf = ({ obligation, unit }: Pick<DocumentValues, "obligation" | "unit">): string =>
  `${obligation}/${unit}`;
