import { yearOf } from "../calendar/day.ts";
import { blankEntry, textValue } from "../register/entry.ts";
import { type Attempt, actsOf, defineRegister, type FollowUp, type Register } from "../register/register.ts";
import { type SubPlanValues, subPlanFields } from "./sub-plan-fields.ts";
import { subPlanExchange } from "./sub-plan-headings.ts";
import {
  asksWithinReach,
  checkedByAnother,
  contentIsWhole,
  filedByAnother,
  formerIsInSight,
  issuedAfterCheck,
  issuedBeforeListed,
  noRevisionAtWork,
  receiverDecides,
  revisionIsAhead,
  unitHasOwnHandler,
} from "./sub-plan-rules.ts";
import { beforeIssue, filingRoles, subPlanStates } from "./sub-plan-states.ts";
import { handlingRoles } from "./task-states.ts";
import { dueIsAhead, handlerOf, unitHandles } from "./unit-rules.ts";

type SubPlan = Attempt<SubPlanValues>;

const asked = {
  zh: "三年行动方案工作要求（一）：县（市）、园区制定辖区方案，有关成员单位制定下发子方案",
  en: "The plan, requirement 1: counties and parks make plans of their areas, members of the committee sub-plans of their sectors",
};
const detailed = {
  zh: "三年行动方案工作要求（三）（四）：监管部门在子方案中细化具体措施，管理部门把督促指导职责细化为具体措施",
  en: "The plan, requirements 3 and 4: who supervises details measures in the sub-plan, who manages a trade how it guides it",
};
const filingRule = {
  zh: "子方案报上级安委办备案、内部由他人审核（设计，待核实）",
  en: "Filed with the office above, and checked by another within the unit (design, to be confirmed)",
};

const opening = { from: "new", to: "toDraft", facts: { organisations: ["organisation"] } } as const;
const content = ["standards", "basis", "supervision", "management"] as const;

/** What was sent back is mended and not written anew. */
const contentSoFar = ({ entry: { values } }: SubPlan) => ({
  measures: values.measures,
  standards: values.standards,
  basis: values.basis,
  supervision: values.supervision,
  management: values.management,
  draft: values.draft,
});

const acts = actsOf(
  subPlanFields,
  subPlanStates,
)({
  listSubPlan: {
    ...opening,
    words: { zh: "列入子方案", en: "List a sub-plan" },
    law: [asked],
    by: filingRoles,
    needs: ["title", "kind", "provision", "organisation", "due"],
    takes: ["details", "asks"],
    checks: [asksWithinReach, unitHasOwnHandler, dueIsAhead],
    sets: (attempt: SubPlan) => ({
      ...placed(attempt),
      receiver: attempt.actor.organisation,
      firstDueOn: attempt.input.due,
    }),
  },
  openFromPlan: {
    ...opening,
    words: { zh: "按方案列入", en: "List by the plan" },
    law: [asked, detailed],
    by: ["system"],
    needs: [
      "title",
      "kind",
      "provision",
      "asks",
      "obligation",
      "clause",
      "organisation",
      "receiver",
      "due",
      "firstDueOn",
    ],
    takes: ["section", "details"],
    facts: { organisations: ["organisation", "receiver"] },
    sets: placed,
  },
  openRevision: {
    ...opening,
    words: { zh: "开始制定新版", en: "Begin a further edition" },
    law: [asked],
    by: ["system"],
    needs: ["title", "kind", "provision", "organisation", "receiver", "due", "firstDueOn", "supersedes"],
    takes: ["asks", "obligation", "section", "clause", "details", "measures", ...content],
    facts: { organisations: ["organisation", "receiver"], entries: ["supersedes"] },
    sets: placed,
  },
  startDraft: {
    words: { zh: "开始起草", en: "Start drafting" },
    law: [asked],
    from: ["toDraft"],
    to: "inDraft",
    by: handlingRoles,
    guards: [unitHandles],
  },
  sendToCheck: {
    words: { zh: "送审", en: "Send to be checked" },
    law: [asked, detailed, filingRule],
    from: ["inDraft"],
    to: "inCheck",
    by: handlingRoles,
    needs: ["draft", "measures"],
    takes: content,
    guards: [unitHandles],
    checks: [contentIsWhole],
    sets: ({ actor }: SubPlan) => ({ sentBy: actor.id }),
    suggests: contentSoFar,
  },
  sendBack: {
    words: { zh: "退回修改", en: "Send back" },
    law: [filingRule],
    from: ["inCheck"],
    to: "inDraft",
    by: handlingRoles,
    needs: ["reason"],
    guards: [unitHandles, checkedByAnother],
  },
  clear: {
    words: { zh: "审核通过", en: "Clear" },
    law: [filingRule],
    from: ["inCheck"],
    to: "toIssue",
    by: handlingRoles,
    guards: [unitHandles, checkedByAnother],
    sets: ({ actor, day }: SubPlan) => ({ checkedBy: actor.id, checkedOn: day }),
  },
  issue: {
    words: { zh: "登记印发", en: "Record the issue" },
    law: [asked],
    from: ["toIssue"],
    to: "toHandIn",
    by: handlingRoles,
    needs: ["documentNumber", "issuedOn", "text"],
    guards: [unitHandles],
    checks: [issuedAfterCheck],
    suggests: ({ day }: SubPlan) => ({ issuedOn: day }),
  },
  recordIssued: {
    words: { zh: "补登已印发的子方案", en: "Record what was issued before" },
    law: [asked, detailed],
    from: ["toDraft"],
    to: "toHandIn",
    by: handlingRoles,
    needs: ["documentNumber", "issuedOn", "text", "measures"],
    takes: content,
    guards: [unitHandles],
    checks: [issuedBeforeListed, contentIsWhole],
  },
  handIn: {
    words: { zh: "报备", en: "Hand in for filing" },
    law: [asked, filingRule],
    from: ["toHandIn", "filingReturned"],
    to: "inFiling",
    by: handlingRoles,
    takes: ["filingNote", "text"],
    guards: [unitHandles],
    sets: ({ entry: { values }, actor, day }: SubPlan) => ({
      handedInBy: actor.id,
      handedInOn: day,
      firstHandedInOn: values.firstHandedInOn ?? day,
    }),
    suggests: ({ entry: { values } }: SubPlan) => ({ text: values.text, filingNote: values.filingNote }),
  },
  redraft: {
    words: { zh: "重新起草", en: "Draft anew" },
    law: [filingRule],
    from: ["filingReturned"],
    to: "inDraft",
    by: handlingRoles,
    guards: [unitHandles],
  },
  returnFiling: {
    words: { zh: "退回报备", en: "Return" },
    law: [filingRule],
    from: ["inFiling"],
    to: "filingReturned",
    by: filingRoles,
    needs: ["reason"],
    guards: [receiverDecides, filedByAnother],
  },
  acceptFiling: {
    words: { zh: "准予备案", en: "File" },
    law: [filingRule],
    from: ["inFiling"],
    to: "onFile",
    by: filingRoles,
    takes: ["filingNumber"],
    facts: { entries: ["supersedes"] },
    guards: [receiverDecides, filedByAnother, formerIsInSight],
    sets: ({ actor, day }: SubPlan) => ({ filedBy: actor.id, filedOn: day }),
    follows: (attempt: SubPlan) => onFormer(attempt, "supersede"),
  },
  revise: {
    words: { zh: "修订", en: "Revise" },
    law: [asked],
    from: ["onFile"],
    to: "unchanged",
    by: handlingRoles,
    needs: ["revisionDue", "reason"],
    facts: { organisations: ["organisation", "receiver"], newIds: true },
    guards: [unitHandles, noRevisionAtWork],
    checks: [revisionIsAhead],
    sets: ({ facts }: SubPlan) => ({ revision: newIdIn(facts) }),
    follows: revisionOf,
  },
  supersede: {
    words: { zh: "由新版替代", en: "Supersede by a further edition" },
    law: [asked],
    from: ["onFile"],
    to: "superseded",
    by: ["system"],
  },
  dropRevision: {
    words: { zh: "新版作废", en: "Drop the edition at work" },
    law: [asked],
    from: ["onFile"],
    to: "unchanged",
    by: ["system"],
    sets: () => ({ revision: null, revisionDue: null }),
  },
  moveDue: {
    words: { zh: "调整期限", en: "Move the day" },
    law: [asked],
    from: beforeIssue,
    to: "unchanged",
    by: filingRoles,
    needs: ["due", "reason"],
    guards: [receiverDecides],
    checks: [dueIsAhead],
  },
  void: {
    words: { zh: "作废", en: "Make void" },
    law: [asked],
    from: beforeIssue,
    to: "void",
    by: filingRoles,
    needs: ["reason"],
    facts: { entries: ["supersedes"] },
    guards: [receiverDecides, formerIsInSight],
    follows: (attempt: SubPlan) => onFormer(attempt, "dropRevision"),
  },
});

/** 子方案: what counties, parks and departments make of the plan, from its draft to its filing and its next edition. Plan, requirement 1. */
export const subPlan: Register = defineRegister({
  name: "sub-plan",
  plural: "sub-plans",
  words: { zh: "子方案", en: "Sub-plan" },
  law: [asked, detailed],
  measures: [],
  fields: subPlanFields,
  title: "title",
  list: ["number", "title", "organisation", "kind", "edition", "dueOn", "documentNumber", "filedOn"],
  filters: ["kind", "organisation", "receiver", "measures", "standards", "supersedes", "dueOn", "filedOn"],
  states: subPlanStates,
  acts,
  exchange: subPlanExchange,
  numbering: {
    series: (values, day) => `sub-plan/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `ZFA${region}-${year}-${String(drawn).padStart(4, "0")}`;
    },
  },
  // By first editions: a unit that revises has filed what it owes.
  counts: {
    owed: {
      words: { zh: "应制定子方案数", en: "Sub-plans owed" },
      on: "openedOn",
      in: [...beforeIssue, "inFiling", "filingReturned", "onFile", "superseded"],
      when: { edition: ["1"] },
    },
    filed: {
      words: { zh: "已备案子方案数", en: "Sub-plans filed" },
      on: "filedOn",
      in: ["onFile", "superseded"],
      when: { edition: ["1"] },
    },
    onTime: {
      words: { zh: "按期报备子方案数", en: "Sub-plans handed in in time" },
      on: "filedOn",
      in: ["onFile", "superseded"],
      when: { edition: ["1"] },
      ordered: ["firstHandedInOn", "firstDueOn"],
    },
    overdue: { words: { zh: "逾期子方案数", en: "Sub-plans overdue" }, overdue: true },
  },
  countedBy: "kind",
});

/** Where it lies, and who acts for the unit. */
function placed({ facts, input }: SubPlan) {
  const { organisation } = facts.organisations;
  const former = facts.entries.supersedes;
  const isOfPlan = input.obligation !== undefined && former === undefined;
  return {
    region: organisation?.region,
    park: organisation?.isPark ? organisation.id : undefined,
    handledBy: organisation && handlerOf(organisation),
    edition: Number(former?.values.edition ?? 0) + 1,
    // By a first edition alone: of two that revise at once the entry's version refuses one.
    ...(isOfPlan ? { planKey: subPlanKeyOf(input) } : {}),
  };
}

/** Row of the pack and unit. */
export const subPlanKeyOf = ({
  obligation,
  organisation,
}: Pick<SubPlanValues, "obligation" | "organisation">): string => `${obligation}/${organisation}`;

function newIdIn({ newIds: [id] = [] }: SubPlan["facts"]): string {
  if (id === undefined) throw new Error("A revision is opened without an id");
  return id;
}

/** What a further edition takes over from the one on file. */
const takenOver = [
  "title",
  "kind",
  "provision",
  "asks",
  "obligation",
  "section",
  "clause",
  "details",
  "organisation",
  "receiver",
  "measures",
  ...content,
] as const;

function revisionOf({ entry, facts, input: { revisionDue } }: SubPlan): readonly FollowUp[] {
  const { measures = [], standards = [] } = entry.values;
  const kept = takenOver.flatMap((name) => {
    const value = entry.values[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  const input = {
    ...Object.fromEntries(kept),
    due: revisionDue,
    firstDueOn: revisionDue,
    supersedes: entry.id,
  };
  // What stands on file was looked up when it was entered.
  const known = { entries: { supersedes: entry }, places: { measures, standards } };
  const opened = blankEntry(subPlan.name, newIdIn(facts));
  return [{ register: subPlan, entry: opened, act: "openRevision", input, facts: known }];
}

/** What becomes of the edition that this one revises. */
function onFormer({ facts }: SubPlan, act: "supersede" | "dropRevision"): readonly FollowUp[] {
  const entry = facts.entries.supersedes;
  return entry === undefined ? [] : [{ register: subPlan, entry, act, input: {} }];
}
