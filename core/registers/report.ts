import { yearOf } from "../calendar/day.ts";
import { textValue } from "../register/entry.ts";
import { type Attempt, actsOf, defineRegister, type Register } from "../register/register.ts";
import { reportFigures, reportKeyOf } from "./report-duty.ts";
import { type ReportValues, reportFields } from "./report-fields.ts";
import { reportExchange } from "./report-headings.ts";
import {
  acceptedByAnother,
  allEvaluated,
  campaignIsNotConcluded,
  closesCampaign,
  isEvaluation,
  isPeriodic,
  periodIsClosed,
  questionsAnswered,
  receiverDecides,
  unitReports,
} from "./report-rules.ts";
import { receivingRoles, reportingRoles, reportStates } from "./report-states.ts";

type Report = Attempt<ReportValues>;

const dispatch = {
  zh: "三年行动方案工作要求（二）：定期调度、通报；报表的种类和周期为设计，待核实",
  en: "The plan, requirement 2: regular dispatch and circulars; kinds and periods are a design, to be confirmed",
};
const lessBurden = {
  zh: "整治形式主义为基层减负若干规定：不得频繁要求填表报数；系统已有的数字不再要求填报",
  en: "Rules on relieving the grassroots of formalities: no frequent forms; what the system counts is not asked again",
};
const lockRule = {
  zh: "下一报告期结束后自动锁定，或者由接收单位提前锁定；锁定后不再退改（设计，待核实）",
  en: "Locked by itself once the next period is over, or earlier by who received it; then it is changed no more (design, to be confirmed)",
};

const evaluationRule = {
  zh: "三年行动期满后逐级进行终期评估，成效和经验纳入长效机制；程序为设计，待核实",
  en: "When the campaign is over every unit evaluates it, and what proved itself goes into the standing mechanism (the procedure is a design, to be confirmed)",
};

const handedIn = ["submitted", "received", "concluded", "locked"] as const;

/** What a unit says of the campaign in its own words. */
const accounts = ["results", "problems", "standing", "requests"] as const;

/** All evaluations of one campaign. */
const sameCampaign = ["kind", "period"] as const;

const acts = actsOf(
  reportFields,
  reportStates,
)({
  open: {
    words: { zh: "生成报表", en: "Open the report" },
    law: [dispatch, lessBurden],
    from: "new",
    to: "toSend",
    by: ["system"],
    needs: [
      "title",
      "kind",
      "every",
      "organisation",
      "receiver",
      "period",
      "periodFrom",
      "periodTo",
      "due",
      "openUntil",
    ],
    takes: ["asks"],
    facts: { organisations: ["organisation", "receiver"], figures: reportFigures },
    checks: [periodIsClosed],
    sets: ({ input, facts }: Report) => ({
      region: facts.organisations.organisation?.region,
      reportKey: reportKeyOf(input),
      figures: facts.figures,
    }),
  },
  submit: {
    words: { zh: "报送", en: "Send" },
    law: [dispatch, lessBurden],
    from: ["toSend", "returned"],
    to: "submitted",
    by: reportingRoles,
    takes: ["problems", "requests", "plans"],
    facts: { figures: reportFigures },
    applies: isPeriodic,
    guards: [unitReports, periodIsClosed],
    checks: [questionsAnswered],
    sets: sent,
    // What was returned or withdrawn is mended and not written anew.
    suggests: ({ entry: { values } }: Report) => ({
      problems: values.problems,
      requests: values.requests,
      plans: values.plans,
    }),
  },
  evaluate: {
    words: { zh: "提交终期评估", en: "Hand in the evaluation" },
    law: [evaluationRule, lessBurden],
    from: ["toSend", "returned"],
    to: "submitted",
    by: reportingRoles,
    takes: accounts,
    facts: { figures: reportFigures },
    applies: isEvaluation,
    guards: [unitReports, periodIsClosed],
    checks: [questionsAnswered],
    sets: sent,
    suggests: ({ entry: { values } }: Report) => ({
      results: values.results,
      problems: values.problems,
      standing: values.standing,
      requests: values.requests,
    }),
  },
  withdraw: {
    words: { zh: "撤回", en: "Withdraw" },
    law: [dispatch],
    from: ["submitted"],
    to: "toSend",
    by: reportingRoles,
    guards: [unitReports],
    sets: () => ({ sentOn: null, sentBy: null }),
  },
  sendBack: {
    words: { zh: "退回", en: "Return" },
    law: [dispatch],
    from: ["submitted"],
    to: "returned",
    by: receivingRoles,
    needs: ["reason"],
    guards: [receiverDecides, acceptedByAnother],
  },
  accept: {
    words: { zh: "审核接收", en: "Accept" },
    law: [dispatch],
    from: ["submitted"],
    to: "received",
    by: receivingRoles,
    guards: [receiverDecides, acceptedByAnother],
    sets: ({ actor, day }: Report) => ({ acceptedOn: day, acceptedBy: actor.id }),
  },
  conclude: {
    words: { zh: "办结行动", en: "Close the campaign" },
    law: [evaluationRule],
    from: ["toSend"],
    to: "concluded",
    by: receivingRoles,
    takes: [...accounts, "missingUnits"],
    facts: { figures: reportFigures, others: sameCampaign, verdicts: true },
    applies: closesCampaign,
    guards: [unitReports, periodIsClosed],
    checks: [questionsAnswered, allEvaluated],
    // One act, one moment: what its own figures say and what the targets come to is known on the same day.
    sets: (attempt: Report) => ({
      ...sent(attempt),
      verdicts: attempt.facts.verdicts,
      concludedOn: attempt.day,
      concludedBy: attempt.actor.id,
    }),
    // It ends the campaign for everybody, and nothing takes it back.
    confirms: "password",
  },
  reopen: {
    words: { zh: "重新打开", en: "Reopen" },
    law: [lockRule],
    from: ["received"],
    to: "returned",
    by: receivingRoles,
    needs: ["reason"],
    facts: { others: sameCampaign },
    guards: [receiverDecides],
    checks: [campaignIsNotConcluded],
    sets: () => ({ acceptedOn: null, acceptedBy: null }),
  },
  lock: {
    words: { zh: "锁定", en: "Lock" },
    law: [lockRule],
    from: ["received"],
    to: "locked",
    by: receivingRoles,
    guards: [receiverDecides],
  },
  lockWhenOver: {
    words: { zh: "到期自动锁定", en: "Lock by the calendar" },
    law: [lockRule],
    from: ["received"],
    to: "locked",
    by: ["system"],
  },
});

function sent({ entry: { values }, facts, actor, day }: Report) {
  return {
    figures: facts.figures ?? values.figures,
    firstSentOn: values.firstSentOn ?? day,
    sentOn: day,
    sentBy: actor.id,
  };
}

/**
 * 定期报表: what units report up the tree period by period, with the figures as they were then; at last the
 * evaluation of the whole campaign, by which its office closes it. Features C8, K4 and O8.
 */
export const report: Register = defineRegister({
  name: "report",
  plural: "reports",
  words: { zh: "定期报表", en: "Periodic report" },
  law: [dispatch, lessBurden],
  measures: [],
  fields: reportFields,
  title: "title",
  list: ["number", "title", "organisation", "period", "dueOn", "firstSentOn", "acceptedOn"],
  filters: ["every", "organisation", "receiver", "period", "dueOn"],
  states: reportStates,
  acts,
  exchange: reportExchange,
  numbering: {
    series: (values, day) => `report/${textValue(values, "region") ?? ""}/${yearOf(day)}`,
    format: (series, drawn) => {
      const [, region, year] = series.split("/");
      return `BB${region}-${year}-${String(drawn).padStart(5, "0")}`;
    },
  },
  counts: {
    owed: { words: { zh: "应报报表数", en: "Reports owed" }, on: "due" },
    sent: {
      words: { zh: "已报报表数", en: "Reports sent" },
      on: "due",
      in: handedIn,
    },
    onTime: {
      words: { zh: "按期报送报表数", en: "Reports sent in time" },
      on: "due",
      in: handedIn,
      ordered: ["firstSentOn", "due"],
    },
    overdue: { words: { zh: "逾期报表数", en: "Reports overdue" }, overdue: true },
  },
});
