import { addDays, type Day, daysBetween, yearOf } from "../calendar/day.ts";
import { textValue } from "../register/entry.ts";
import type { Values } from "../register/field.ts";
import { type Attempt, actsOf, defineRegister, type Register } from "../register/register.ts";
import { directiveIsInSight, directiveIsOwn, endedOf, takenOf } from "./directive.ts";
import { type TaskValues, taskFields } from "./task-fields.ts";
import { taskExchange } from "./task-headings.ts";
import {
  assignedFromElsewhere,
  doneWithinCampaign,
  evidenceIsShown,
  extensionDecidedByAnother,
  extensionGoesFurther,
  mayStillExtend,
  originIsPast,
  reviewedByAnother,
} from "./task-rules.ts";
import { handlingRoles, reviewingRoles, taskStates } from "./task-states.ts";
import {
  assignsWithinReach,
  clauseIsOfPlan,
  dueIsAhead,
  handlerOf,
  reviewerDecides,
  unitHandles,
  unitIsNotJoint,
} from "./unit-rules.ts";

type Task = Attempt<TaskValues>;

const mapOfTasks = {
  zh: "三年行动方案工作要求（二）：制定“挂图作战”任务清单",
  en: "The plan, requirement 2: a list of tasks that is worked off",
};
const evidenceRule = {
  zh: "办结须有佐证，由承办单位以外的另一人审核（设计，待核实）",
  en: "Closing needs evidence, and another person of another unit reviews it (design, to be confirmed)",
};
const extensionRule = {
  zh: "延期须在期满前申请、说明理由，由审核单位批准；原定期限不变（设计，待核实）",
  en: "Asked for before the due day, with a reason; the reviewing unit approves; the first due day stays (design, to be confirmed)",
};
const lessBurden = {
  zh: "国办发〔2024〕54号：安委办不向下级政府发文交办",
  en: "General Office of the State Council 2024 No. 54: the office hands lower governments no tasks by documents",
};

const open = ["assigned", "inProgress", "extensionRequested", "submitted", "returned", "suspended"] as const;
const opening = { from: "new", to: "assigned", sets: placed } as const;

const acts = actsOf(
  taskFields,
  taskStates,
)({
  assign: {
    ...opening,
    words: { zh: "交办任务", en: "Assign a task" },
    law: [mapOfTasks, lessBurden],
    by: ["committeeOffice"],
    needs: ["title", "origin", "originName", "originOn", "originWords", "unit", "due", "deliverables"],
    takes: ["asks", "joint", "measure", "clause"],
    leavesOut: { origin: ["plan"] },
    facts: { organisations: ["unit"] },
    checks: [
      assignedFromElsewhere,
      assignsWithinReach,
      originIsPast,
      unitIsNotJoint,
      dueIsAhead,
      clauseIsOfPlan,
    ],
  },
  assignFromDirective: {
    ...opening,
    words: { zh: "按议定事项或者批示交办", en: "Assign from a directive" },
    law: [mapOfTasks, lessBurden],
    by: ["committeeOffice"],
    needs: ["directive", "title", "unit", "due", "deliverables"],
    takes: ["asks", "joint", "measure", "clause"],
    facts: { entries: ["directive"], organisations: ["unit"] },
    checks: [directiveIsOwn, assignsWithinReach, unitIsNotJoint, dueIsAhead, clauseIsOfPlan],
    sets: (attempt: Task) => ({ ...placed(attempt), ...originOf(attempt) }),
    follows: takenOf,
  },
  openFromPlan: {
    ...opening,
    words: { zh: "列入任务清单", en: "Open from the plan" },
    law: [mapOfTasks],
    by: ["system"],
    needs: ["title", "origin", "clause", "provision", "asks", "unit", "assignedBy", "due", "firstDueOn"],
    takes: ["measure", "section", "target", "deliverables", "joint", "period"],
    facts: { organisations: ["unit", "assignedBy"] },
  },
  accept: {
    words: { zh: "签收", en: "Accept" },
    law: [mapOfTasks],
    from: ["assigned"],
    to: "inProgress",
    by: handlingRoles,
    guards: [unitHandles],
  },
  recordProgress: {
    words: { zh: "填报进展", en: "Record progress" },
    law: [mapOfTasks],
    from: ["inProgress", "returned"],
    to: "unchanged",
    by: handlingRoles,
    needs: ["progress"],
    guards: [unitHandles],
  },
  submit: {
    words: { zh: "申请办结", en: "Submit as done" },
    law: [mapOfTasks, evidenceRule],
    from: ["inProgress", "returned", "extensionRequested"],
    to: "submitted",
    by: handlingRoles,
    needs: ["doneOn", "doneText"],
    takes: ["evidence", "evidenceAt"],
    guards: [unitHandles],
    checks: [doneWithinCampaign, evidenceIsShown],
    sets: ({ actor, day }: Task) => ({
      submittedBy: actor.id,
      submittedIn: actor.organisation,
      submittedOn: day,
      extensionUntil: null,
      extensionRequestedBy: null,
    }),
    // What was sent back is mended and not written anew.
    suggests: ({ entry: { values }, day }: Task) => ({
      doneOn: values.doneOn ?? day,
      doneText: values.doneText ?? values.progress,
      evidence: values.evidence,
      evidenceAt: values.evidenceAt,
    }),
  },
  close: {
    words: { zh: "审核通过", en: "Close" },
    law: [evidenceRule],
    from: ["submitted"],
    to: "closed",
    by: reviewingRoles,
    facts: { entries: ["directive"] },
    guards: [reviewerDecides, reviewedByAnother, directiveIsInSight],
    follows: endedOf,
    sets: ({ entry: { values }, actor, day }: Task) => ({
      reviewedBy: actor.id,
      onTimeOn: (values.doneOn ?? day) <= (values.firstDueOn ?? day) ? day : null,
    }),
  },
  sendBack: {
    words: { zh: "退回", en: "Send back" },
    law: [evidenceRule],
    from: ["submitted"],
    to: "returned",
    by: reviewingRoles,
    needs: ["reason"],
    guards: [reviewerDecides, reviewedByAnother],
    sets: ({ actor }: Task) => ({ reviewedBy: actor.id }),
  },
  requestExtension: {
    words: { zh: "申请延期", en: "Ask for an extension" },
    law: [extensionRule],
    from: ["assigned", "inProgress", "returned"],
    to: "extensionRequested",
    by: handlingRoles,
    needs: ["extensionUntil", "reason"],
    guards: [unitHandles, mayStillExtend],
    checks: [extensionGoesFurther],
    sets: ({ actor }: Task) => ({ extensionRequestedBy: actor.id }),
  },
  approveExtension: {
    words: { zh: "批准延期", en: "Approve the extension" },
    law: [extensionRule],
    from: ["extensionRequested"],
    to: "back",
    by: reviewingRoles,
    guards: [reviewerDecides, extensionDecidedByAnother],
    sets: ({ entry: { values } }: Task) => ({
      due: values.extensionUntil,
      extensionCount: (values.extensionCount ?? 0) + 1,
      extensionUntil: null,
      extensionRequestedBy: null,
    }),
  },
  refuseExtension: {
    words: { zh: "不同意延期", en: "Refuse the extension" },
    law: [extensionRule],
    from: ["extensionRequested"],
    to: "back",
    by: reviewingRoles,
    needs: ["reason"],
    guards: [reviewerDecides, extensionDecidedByAnother],
    sets: () => ({ extensionUntil: null, extensionRequestedBy: null }),
  },
  suspend: {
    words: { zh: "暂停", en: "Suspend" },
    law: [mapOfTasks],
    from: ["assigned", "inProgress", "returned"],
    to: "suspended",
    by: reviewingRoles,
    needs: ["reason"],
    guards: [reviewerDecides],
  },
  resume: {
    words: { zh: "恢复", en: "Resume" },
    law: [mapOfTasks],
    from: ["suspended"],
    to: "back",
    by: reviewingRoles,
    needs: ["reason"],
    guards: [reviewerDecides],
    // As many days are left as were when it was suspended, so that nobody wins or loses any by it.
    sets: ({ entry: { values }, day }: Task) => ({ due: movedBy(values, day) }),
  },
  void: {
    words: { zh: "作废", en: "Make void" },
    law: [mapOfTasks],
    from: open,
    to: "void",
    by: reviewingRoles,
    needs: ["reason"],
    facts: { entries: ["directive"] },
    guards: [reviewerDecides, directiveIsInSight],
    follows: endedOf,
  },
});

/** 任务（挂图作战）: one for each clause of the plan, unit and period, made by the calendar, and those that the committee's office assigns. */
export const task: Register = defineRegister({
  name: "task",
  plural: "tasks",
  words: { zh: "任务", en: "Task" },
  law: [mapOfTasks],
  measures: [],
  fields: taskFields,
  title: "title",
  list: ["number", "title", "unit", "period", "dueOn", "holder"],
  filters: ["origin", "directive", "measure", "clause", "unit", "period", "dueOn"],
  states: taskStates,
  acts,
  exchange: taskExchange,
  numbering: {
    series: (values, day) => `task/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `RW${region}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    opened: { words: { zh: "任务数", en: "Tasks opened" }, on: "openedOn" },
    closed: { words: { zh: "办结任务数", en: "Tasks closed" }, on: "closedOn", in: ["closed"] },
    onTime: { words: { zh: "按期办结任务数", en: "Tasks closed on time" }, on: "onTimeOn", in: ["closed"] },
    overdue: { words: { zh: "逾期任务数", en: "Tasks overdue" }, overdue: true },
  },
});

/** Where it lies, who acts for the unit, and who reviews it. */
function placed({ facts, input, actor }: Task) {
  const { unit } = facts.organisations;
  const office = actor.role === "system" ? input.assignedBy : actor.organisation;
  const handledBy = unit && handlerOf(unit);
  return {
    region: unit?.region,
    handledBy,
    reviewer: handledBy === office ? unit?.government : office,
    assignedBy: office,
    firstDueOn: input.firstDueOn ?? input.due,
    taskKey: input.origin === "plan" ? keyOf(input) : null,
  };
}

/** A task of a directive says where it comes from in the directive's words: nobody writes them twice. */
function originOf({ facts, input }: Task) {
  const { values } = facts.entries.directive ?? { values: {} };
  return {
    origin: textValue(values, "kind") === "meeting" ? ("meeting" as const) : ("instruction" as const),
    originName: textValue(values, "sourceName"),
    originOn: textValue(values, "saidOn"),
    originWords: textValue(values, "said"),
    measure: input.measure ?? numberValue(values, "measure"),
    clause: input.clause ?? numberValue(values, "clause"),
  };
}

function numberValue(values: Values, field: string): number | undefined {
  const value = values[field];
  return typeof value === "number" ? value : undefined;
}

type KeyPart = "measure" | "section" | "clause" | "unit" | "period" | "firstDueOn";

/** Clause, unit and period of a task of the plan; of one with a day instead of a period, that day. */
export function keyOf(values: Pick<TaskValues, KeyPart>): string {
  const { measure, section, clause, unit, period, firstDueOn } = values;
  return `${section ?? `m${measure}`}-c${clause}/${unit}/${period ?? firstDueOn}`;
}

function movedBy({ due, stateSince }: Task["entry"]["values"], today: Day): Day | undefined {
  return due === undefined || stateSince === undefined ? due : addDays(due, daysBetween(stateSince, today));
}
