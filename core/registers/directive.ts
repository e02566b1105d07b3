import { yearOf } from "../calendar/day.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { textValue } from "../register/entry.ts";
import { type Attempt, actsOf, defineRegister, type FollowUp, type Register } from "../register/register.ts";
import { type DirectiveValues, directiveFields } from "./directive-fields.ts";
import { directiveExchange } from "./directive-headings.ts";
import { directiveStates } from "./directive-states.ts";
import { clauseIsOfPlan } from "./unit-rules.ts";

type Directive = Attempt<DirectiveValues>;
type Rule = (attempt: Directive) => Refusal | undefined;

const assigning = {
  zh: "三年行动方案工作要求（二）：建立完善安委会督办交办制度",
  en: "The plan, requirement 2: what the committee wants done is assigned and followed",
};

const recorderDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.recordedBy ? undefined : refusal("directive-recorded-elsewhere");

const saidInThePast: Rule = ({ input: { saidOn }, day }) =>
  saidOn !== undefined && saidOn > day
    ? refusal("directive-in-the-future", [{ field: "saidOn", code: "too-large" }])
    : undefined;

const answerAfterwards: Rule = ({ input: { saidOn = "", replyBy } }) =>
  replyBy !== undefined && replyBy < saidOn
    ? refusal("directive-answer-before", [{ field: "replyBy", code: "too-small" }])
    : undefined;

const ended = ({ entry: { values } }: Directive) => ({ endedCount: (values.endedCount ?? 0) + 1 });
const ofOffice = { by: ["committeeOffice"], guards: [recorderDecides] } as const;

const acts = actsOf(
  directiveFields,
  directiveStates,
)({
  register: {
    words: { zh: "登记议定事项或者批示", en: "Record a directive" },
    law: [assigning],
    from: "new",
    to: "unassigned",
    by: ["committeeOffice"],
    needs: ["title", "kind", "sourceName", "saidOn", "said"],
    takes: ["saidBy", "original", "measure", "clause", "replyBy"],
    checks: [saidInThePast, answerAfterwards, clauseIsOfPlan],
    sets: ({ actor }: Directive) => ({ recordedBy: actor.organisation, region: actor.region }),
  },
  takeTask: {
    words: { zh: "交办任务", en: "Assign a task of it" },
    law: [assigning],
    from: ["unassigned", "assigned"],
    to: "assigned",
    by: ["system"],
    sets: ({ entry: { values } }: Directive) => ({ taskCount: (values.taskCount ?? 0) + 1 }),
  },
  endTask: {
    words: { zh: "任务了结", en: "A task of it ends" },
    law: [assigning],
    from: ["assigned"],
    to: "unchanged",
    by: ["system"],
    sets: ended,
  },
  endLastTask: {
    words: { zh: "任务全部了结", en: "Its last task ends" },
    law: [assigning],
    from: ["assigned"],
    to: "closed",
    by: ["system"],
    sets: ended,
  },
  answer: {
    ...ofOffice,
    words: { zh: "直接办结", en: "Close without a task" },
    law: [assigning],
    from: ["unassigned"],
    to: "closed",
    needs: ["outcome"],
  },
  void: {
    ...ofOffice,
    words: { zh: "作废", en: "Make void" },
    law: [assigning],
    from: ["unassigned"],
    to: "void",
    needs: ["reason"],
  },
});

/** 会议议定事项、领导批示: recorded word for word, turned into tasks, and closed with the last of them. */
export const directive: Register = defineRegister({
  name: "directive",
  plural: "directives",
  words: { zh: "议定事项和批示", en: "Directive" },
  law: [assigning],
  measures: [],
  fields: directiveFields,
  title: "title",
  list: ["number", "title", "kind", "sourceName", "saidOn", "dueOn"],
  filters: ["kind", "measure", "saidOn", "replyBy", "recordedBy"],
  states: directiveStates,
  acts,
  exchange: directiveExchange,
  numbering: {
    series: (values, day) => `directive/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `YD${region}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    recorded: { words: { zh: "议定事项和批示数", en: "Directives" }, on: "openedOn" },
    closed: {
      words: { zh: "已办结的议定事项和批示数", en: "Directives closed" },
      on: "closedOn",
      in: ["closed"],
    },
    overdue: { words: { zh: "逾期未交办数", en: "Directives not assigned in time" }, overdue: true },
  },
});

type OfDirective = Attempt<{ readonly directive?: string | undefined }>;

/** What a task does to the directive of which it is opened. */
export function takenOf({ facts, input }: OfDirective): readonly FollowUp[] {
  const entry = facts.entries.directive;
  if (input.directive === undefined || entry === undefined) return [];
  return [{ register: directive, entry, act: "takeTask", input: {} }];
}

/** What the end of a task does to its directive: with the last of them it is closed. */
export function endedOf({ entry: { values }, facts }: OfDirective): readonly FollowUp[] {
  const entry = facts.entries.directive;
  if (values.directive === undefined || entry === undefined) return [];
  const count = (name: string) => Number(entry.values[name] ?? 0);
  const isLast = count("endedCount") + 1 >= count("taskCount");
  return [{ register: directive, entry, act: isLast ? "endLastTask" : "endTask", input: {} }];
}

/** Whoever ends a task of a directive ends a part of that: out of sight it would stay open for ever. */
export const directiveIsInSight = ({ entry: { values }, facts }: OfDirective): Refusal | undefined =>
  values.directive !== undefined && facts.entries.directive === undefined
    ? refusal("directive-out-of-sight")
    : undefined;

/** Only what waits to be assigned, or is under way, brings forth tasks, and only of the office that recorded it. */
export const directiveIsOwn = ({ input, facts, actor }: OfDirective): Refusal | undefined => {
  const entry = facts.entries.directive;
  if (input.directive === undefined || entry === undefined) return undefined;
  if (entry.values.recordedBy !== actor.organisation)
    return refusal("directive-recorded-elsewhere", [{ field: "directive", code: "not-an-option" }]);
  return entry.state === "unassigned" || entry.state === "assigned"
    ? undefined
    : refusal("directive-at-rest", [{ field: "directive", code: "not-an-option" }]);
};
