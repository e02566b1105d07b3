import { overCampaign, reportQuestions } from "../pack/report-kind.ts";
import { type Refusal, refusal } from "../refusals.ts";
import { afterwards } from "../register/attempt.ts";
import { textValue } from "../register/entry.ts";
import type { Attempt } from "../register/register.ts";
import type { ReportValues } from "./report-fields.ts";

type Rule = (attempt: Attempt<ReportValues>) => Refusal | undefined;

/** Feature C8: a period that still runs has no figures to report. */
export const periodIsClosed: Rule = ({ entry, input, day }) => {
  const periodTo = input.periodTo ?? entry.values.periodTo;
  return periodTo !== undefined && day <= periodTo ? refusal("report-period-not-closed") : undefined;
};

export const unitReports: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.organisation ? undefined : refusal("report-of-another-unit");

export const receiverDecides: Rule = ({ entry, actor }) =>
  actor.organisation === entry.values.receiver ? undefined : refusal("report-received-elsewhere");

/** One person may have posts in both. */
export const acceptedByAnother: Rule = ({ entry, actor }) =>
  entry.values.sentBy === actor.id ? refusal("report-own-acceptance") : undefined;

/** A final evaluation is handed in by an act of its own. */
export const isPeriodic: Rule = ({ entry }) => (isFinal(entry) ? ofAnotherKind() : undefined);

export const isEvaluation: Rule = ({ entry }) =>
  isFinal(entry) && !isOfReceiver(entry) ? undefined : ofAnotherKind();

/** The receiving office's own evaluation is the campaign's, and is handed in to nobody. */
export const closesCampaign: Rule = ({ entry }) =>
  isFinal(entry) && isOfReceiver(entry) ? undefined : ofAnotherKind();

const ofAnotherKind = () => refusal("report-act-of-another-kind");

type Known = Pick<Attempt<ReportValues>, "entry">["entry"];

const isFinal = ({ values }: Known): boolean => values.every === overCampaign;

const isOfReceiver = ({ values }: Pick<Known, "values">): boolean => values.organisation === values.receiver;

/** A campaign may be closed without some unit, but never by oversight: those that are missing are named. */
export const allEvaluated: Rule = (attempt) =>
  attempt.facts.others.length === 0 || afterwards(attempt, "missingUnits") !== undefined
    ? undefined
    : refusal(
        "report-evaluations-outstanding",
        [{ field: "missingUnits", code: "required" }],
        attempt.facts.others.map(({ id, register, values }) => ({
          register,
          id,
          number: textValue(values, "number") ?? "",
          title: textValue(values, "title") ?? "",
        })),
      );

/** Once the office's own is at rest the campaign is closed, and what was accepted by then stays. */
export const campaignIsNotConcluded: Rule = ({ entry, facts }) =>
  !isFinal(entry) || facts.others.some(({ values }) => values.organisation === values.receiver)
    ? undefined
    : refusal("report-campaign-concluded");

/** What the pack says that this kind of report asks in words. */
export const questionsAnswered: Rule = (attempt) => {
  const asked = attempt.entry.values.asks ?? [];
  const missing = reportQuestions.filter(
    (name) => asked.includes(name) && afterwards(attempt, name) === undefined,
  );
  return missing.length === 0
    ? undefined
    : refusal(
        "report-answer-missing",
        missing.map((field) => ({ field, code: "required" as const })),
      );
};
