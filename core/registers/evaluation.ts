import { yearOf } from "../calendar/day.ts";
import { textValue } from "../register/entry.ts";
import { actsOf, defineRegister, type Register } from "../register/register.ts";
import { evaluationFields } from "./evaluation-fields.ts";
import { evaluationExchange } from "./evaluation-headings.ts";
import {
  deviationIsExplained,
  type Evaluation,
  endsOnceVerified,
  gapIsNamed,
  isListedOnce,
  listOf,
  officeDecides,
  ownScoreFits,
  reportIsShown,
  verifiedByAnother,
  verifiedScoreFits,
} from "./evaluation-rules.ts";
import { evaluatedStates, evaluationStates } from "./evaluation-states.ts";
import { handlingRoles } from "./task-states.ts";
import {
  assignsWithinReach,
  clauseIsOfPlan,
  dueIsAhead,
  handlerOf,
  unitHandles,
  unitIsNotJoint,
} from "./unit-rules.ts";

const asked = {
  zh: "三年行动方案措施1：完成安全生产硬措施和本级具体举措落实情况评估",
  en: "The plan, measure 1: to evaluate how the hard measures and the place's own actions are carried out",
};
const apart = {
  zh: "自评和核定分开，逐项有状态、佐证和评分（设计，待核实）",
  en: "Report and verification apart, and each item with its state, evidence and score (design, to be confirmed)",
};

const office = ["committeeOffice"] as const;
const underway = ["toReport", "toVerify"] as const;
const opening = { from: "new", to: "toReport", sets: placed } as const;

const acts = actsOf(
  evaluationFields,
  evaluationStates,
)({
  listItem: {
    ...opening,
    words: { zh: "列入评估清单", en: "List an item" },
    law: [asked],
    by: office,
    needs: ["kind", "itemNumber", "title", "itemSource", "unit", "due"],
    takes: ["asks", "measure", "clause", "joint"],
    facts: { organisations: ["unit"], others: ["kind", "itemNumber"] },
    checks: [assignsWithinReach, unitIsNotJoint, dueIsAhead, clauseIsOfPlan, isListedOnce],
  },
  openFromPlan: {
    ...opening,
    words: { zh: "按方案列入", en: "List by the plan" },
    law: [asked],
    by: ["system"],
    needs: [
      "kind",
      "itemNumber",
      "title",
      "itemSource",
      "measure",
      "clause",
      "unit",
      "assignedBy",
      "due",
      "firstDueOn",
    ],
    takes: ["joint"],
    facts: { organisations: ["unit", "assignedBy"] },
  },
  selfEvaluate: {
    words: { zh: "提交自评", en: "Report on it" },
    law: [asked, apart],
    from: ["toReport"],
    to: "toVerify",
    by: handlingRoles,
    needs: ["implementation", "situation", "ownScore"],
    takes: ["evidence", "evidenceAt", "gap"],
    guards: [unitHandles],
    checks: [ownScoreFits, reportIsShown, gapIsNamed],
    sets: ({ actor, day }: Evaluation) => ({ reportedBy: actor.id, reportedOn: day }),
    // What was sent back is mended and not written anew.
    suggests: ({ entry: { values } }: Evaluation) => ({
      implementation: values.implementation,
      situation: values.situation,
      ownScore: values.ownScore,
      evidence: values.evidence,
      evidenceAt: values.evidenceAt,
      gap: values.gap,
    }),
  },
  recall: {
    words: { zh: "撤回自评", en: "Take back from the verification" },
    law: [apart],
    from: ["toVerify"],
    to: "toReport",
    by: handlingRoles,
    needs: ["reason"],
    guards: [unitHandles],
  },
  sendBack: {
    words: { zh: "退回自评", en: "Send back" },
    law: [apart],
    from: ["toVerify"],
    to: "toReport",
    by: office,
    needs: ["reason"],
    guards: [officeDecides, verifiedByAnother],
  },
  verify: {
    words: { zh: "核定", en: "Verify" },
    law: [asked, apart],
    from: ["toVerify"],
    to: "concluded",
    by: office,
    needs: ["foundImplementation", "verifiedScore", "conclusion"],
    takes: ["deviation"],
    guards: [officeDecides, verifiedByAnother],
    checks: [verifiedScoreFits, deviationIsExplained],
    sets: ({ actor, day }: Evaluation) => ({ verifiedBy: actor.id, verifiedOn: day }),
    suggests: ({ entry: { values } }: Evaluation) => ({
      foundImplementation: values.implementation,
      verifiedScore: values.ownScore,
    }),
  },
  moveDue: {
    words: { zh: "调整期限", en: "Move the day" },
    law: [asked],
    from: ["toReport"],
    to: "unchanged",
    by: office,
    needs: ["due", "reason"],
    guards: [officeDecides],
    checks: [dueIsAhead],
  },
  supersede: {
    words: { zh: "登记替代", en: "Record what supersedes it" },
    law: [asked],
    from: ["concluded"],
    to: "superseded",
    by: office,
    needs: ["endedOn", "successor", "reason"],
    guards: [officeDecides],
    checks: [endsOnceVerified],
    // The item may be listed and evaluated anew.
    sets: () => ({ itemKey: null }),
    suggests: ({ day }: Evaluation) => ({ endedOn: day }),
  },
  void: {
    words: { zh: "作废", en: "Make void" },
    law: [asked],
    from: underway,
    to: "void",
    by: office,
    needs: ["reason"],
    guards: [officeDecides],
    sets: () => ({ itemKey: null }),
  },
});

/** 落实情况评估: one for each item of a checklist, from what its unit reports and shows to what another found. Plan, measure 1. */
export const evaluation: Register = defineRegister({
  name: "evaluation",
  plural: "evaluations",
  words: { zh: "落实情况评估", en: "Evaluation" },
  law: [asked],
  measures: [1],
  fields: evaluationFields,
  title: "title",
  list: ["number", "kind", "itemNumber", "title", "unit", "foundImplementation", "verifiedScore", "dueOn"],
  filters: ["kind", "measure", "clause", "unit", "foundImplementation", "dueOn", "verifiedOn"],
  states: evaluationStates,
  acts,
  exchange: evaluationExchange,
  numbering: {
    series: (values, day) => `evaluation/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `PG${region}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    listed: {
      words: { zh: "列入评估事项数", en: "Items listed" },
      on: "openedOn",
      in: [...underway, ...evaluatedStates],
    },
    evaluated: {
      words: { zh: "完成评估事项数", en: "Items evaluated" },
      on: "verifiedOn",
      in: evaluatedStates,
    },
    onTime: {
      words: { zh: "按期完成评估事项数", en: "Items evaluated in time" },
      on: "verifiedOn",
      in: evaluatedStates,
      ordered: ["verifiedOn", "firstDueOn"],
    },
    overdue: { words: { zh: "逾期未评估事项数", en: "Evaluations overdue" }, overdue: true },
  },
  countedBy: "list",
});

/** Where it lies, who acts for the unit, and in whose checklist it stands. */
function placed(attempt: Evaluation) {
  const { facts, input, actor } = attempt;
  const { unit } = facts.organisations;
  const list = listOf(attempt);
  const place = `${list}/${input.itemNumber}`;
  return {
    region: unit?.region,
    handledBy: unit && handlerOf(unit),
    assignedBy: actor.role === "system" ? input.assignedBy : actor.organisation,
    firstDueOn: input.firstDueOn ?? input.due,
    list,
    itemPlace: place,
    itemKey: place,
  };
}
